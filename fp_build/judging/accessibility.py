"""How far the site may say that it is accessible, and who says more than that.

Without the file of an audit made by people, French law leaves one answer: « non conforme » (decree
2019-768, article 7, and the model declaration of the RGAA).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal

from fp_build.judging.page_faults import FALSE_ACCESSIBILITY_CLAIM
from fp_build.reading.audits import AutomaticAudit, Content, HumanAudit
from fp_build.reading.source import Source
from fp_build.words.findings import Finding
from fp_build.words.languages import Bilingual

Compliance = Literal["none", "partial", "full"]
"""« Non conforme », « partiellement conforme », « totalement conforme »."""

Freshness = Literal["absent", "stale", "records", "current"]
"""Of the automatic audit: there is none; what all pages are made with has changed since; only
records have; nothing has."""

YEARS_VALID: Final = 3
"""After which a declaration has to be made anew."""

HALF: Final = Decimal(50)


def is_valid(audit: HumanAudit, today: dt.date) -> bool:
    """True while the audit may be relied on."""
    day = audit.date.first
    until = (day.year + YEARS_VALID, day.month, day.day)
    return day <= today and (today.year, today.month, today.day) < until


def compliance(audit: HumanAudit | None, today: dt.date) -> Compliance:
    """What the site may say of itself."""
    if audit is None or not is_valid(audit, today) or audit.rate < HALF:
        return "none"
    return "full" if audit.rate >= 100 and not audit.failing else "partial"


def freshness(audit: AutomaticAudit | None, now: Content) -> Freshness:
    """What the automatic audit still says of the site as it is now."""
    if audit is None:
        return "absent"
    if audit.content.frame != now.frame:
        return "stale"
    return "current" if audit.content.records == now.records else "records"


_WORD: Final = re.compile("conform|complian", re.IGNORECASE)
"""What stands in every claim, and in few texts."""

_GAP: Final = r"(?:[\s\u00a0\u202f*_]|&nbsp;|&#\w+;|<[^<>]*>)+"
_CLAIM: Final = re.compile(
    "|".join(
        (
            rf"(?:accessibilité|accessibility)(?:{_GAP})?:{_GAP}(?P<state>(?:\w+{_GAP})?"
            r"(?:conforme|compliant|conformant))\b",
            rf"\b(?P<some>partiellement{_GAP}conforme|conformité{_GAP}partielle"
            rf"|partially{_GAP}(?:compliant|conformant)|partial{_GAP}(?:compliance|conformance))\b",
            rf"\b(?P<all>(?:totalement|pleinement|entièrement|intégralement){_GAP}conforme"
            rf"|conformité{_GAP}totale"
            rf"|(?:fully|totally|wholly|entirely){_GAP}(?:compliant|conformant)"
            rf"|(?:full|total){_GAP}(?:compliance|conformance))\b",
        )
    ),
    re.IGNORECASE,
)


def _claimed(match: re.Match[str]) -> Compliance:
    if match["state"]:
        said = match["state"].casefold()
        if re.match(r"(?:non|not)\b", said):
            return "none"
        return "partial" if said.startswith("parti") else "full"
    return "partial" if match["some"] else "full"


def false_claims(source: Source, state: Compliance, saying: Bilingual) -> Iterator[Finding]:
    """Every place of a text that says of the site's accessibility what no audit shows. ``saying``
    is what may be said."""
    if _WORD.search(source.text) is None:
        return
    for match in _CLAIM.finditer(source.text):
        if _claimed(match) != state:
            claim = " ".join(re.sub(_GAP, " ", match[0]).split())
            yield FALSE_ACCESSIBILITY_CLAIM.at(source.place(*match.span()), claim=claim, may=saying)
