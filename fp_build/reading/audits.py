"""The two audits of accessibility that a repository may hold: one made by people, one by programs.

``docs/accessibility/README.md`` gives their form to those who write or read them.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from pydantic import ValidationError

from fp_build.reading.audit_faults import UNREADABLE_AUDIT
from fp_build.reading.composer import read_tree
from fp_build.reading.fields import Address, BothLanguages, Date, Fields, Line, Number, read_fields
from fp_build.reading.source import Limits, read_source
from fp_build.words.findings import Finding, Place

HUMAN_FILE: Final = "rgaa.yml"
AUTOMATIC_FILE: Final = "automatic.json"


class Failing(BothLanguages):
    """Content that is not accessible: what it is, and the criterion it fails."""

    criterion: Line


class HumanAudit(Fields):
    """An audit of conformity to the RGAA, made by people after its method."""

    standard: Literal["RGAA 4.1", "RGAA 4.1.1", "RGAA 4.1.2"]
    date: Date
    by: Line
    """Who made it."""
    rate: Number
    """Which share of the criteria that apply is met, in per cent."""
    pages: tuple[Address, ...]
    """The sample that was looked at."""
    tools: tuple[Line, ...]
    """Browsers, screen readers and other means that were used."""
    report: Address | None = None
    failing: tuple[Failing, ...] = ()
    exempt: tuple[BothLanguages, ...] = ()
    """Left as it is because to mend it would be a disproportionate burden, and why."""
    not_covered: tuple[BothLanguages, ...] = ()
    """What the law does not ask to be accessible."""


class Content(Fields):
    """Fingerprints of what was looked at."""

    frame: str
    """Of all that every page is made with."""
    records: str


class Check(Fields):
    """What one of the checks found."""

    id: Literal["axe", "layout", "states", "pressed", "words", "html", "lighthouse"]
    pages: int
    views: int
    """How many times a page was looked at: in each display and width."""
    faults: int


class Scores(Fields):
    """What Lighthouse gives a page, of 100: the median of its runs."""

    page: str
    """From the top of the site."""
    performance: int
    accessibility: int
    best_practices: int
    seo: int


class AutomaticAudit(Fields):
    """What ``make audit`` saw."""

    date: dt.date
    content: Content
    tools: dict[str, str]
    """Each with its version."""
    checks: tuple[Check, ...]
    scores: tuple[Scores, ...]
    pages: tuple[str, ...]
    """Those of the project's own site that a browser opened, from its top."""


def read_human_audit(path: str, data: bytes) -> tuple[HumanAudit | None, list[Finding]]:
    """Read the file of an audit made by people."""
    source, findings = read_source(path, data, Limits())
    if findings and not source.text:  # nothing of it could be read, and that has been said
        return None, findings
    tree, found = read_tree(source, 0, len(source.text), Limits())
    findings += found
    if tree is None:
        return None, findings
    audit, found = read_fields(HumanAudit, tree)
    return (None if found else audit), findings + found


def read_automatic_audit(path: str, data: bytes) -> tuple[AutomaticAudit | None, list[Finding]]:
    """Read the file that ``make audit`` writes. One that it did not write counts as none."""
    try:
        return AutomaticAudit.model_validate_json(data), []
    except ValidationError:
        return None, [UNREADABLE_AUDIT.at(Place(path))]
