"""The self-assessment: the five criteria as a form, and the words of the record it begins.

The form is the same on paper, without scripts and with them; what only a script can do waits,
hidden, for ``self_assessment.js``. That script writes a record out of what stands in the form and
of the texts given here, so that it holds no word of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from fp_build.judging.folders import FILE_NAMES
from fp_build.judging.models import Case
from fp_build.judging.rules import summary_too_long, title_too_long, too_many_themes
from fp_build.publishing.edition import Edition
from fp_build.publishing.filtering import SCRIPTS, words_of

SCRIPT: Final = f"{SCRIPTS}/self_assessment.js"

VALUES: Final = "values-and-methods"
"""The criterion about the laboratory’s values, which its source does not list."""

LIMITS: Final = {
    "title": title_too_long.LIMIT,
    "summary": summary_too_long.LIMIT,
    "themes": too_many_themes.LIMIT,
}
"""How long a title and a summary may be, in characters, and how many themes a record may have."""

SECTIONS: Final = Case.needs_sections
"""The headings that a new record begins with: those that no account of a project does without."""

_SPOKEN: Final = (
    "assess-progress", "assess-left", "assess-complete", "assess-cleared", "assess-clear-sure",
    "assess-downloaded", "assess-kept", "assess-not-kept", "assess-no-answer", "assess-no-reason",
    "assess-no-title", "assess-long-title", "assess-no-summary", "assess-long-summary",
    "assess-no-intervention", "assess-no-theme", "assess-many-themes",
)  # fmt: skip
"""The interface words that the script says."""

_WRITTEN: Final = (
    "assess-file-about", "assess-file-status", "assess-file-criteria", "assess-file-unanswered",
    "assess-file-sources", "assess-file-keys", "assess-file-write",
)  # fmt: skip
"""And those that it writes into the record."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a vocabulary, as one answer among others or as what a question is about."""

    id: str
    label: str
    definition: str


def self_assessment(edition: Edition, here: str) -> dict[str, Any]:
    """What the template of the form is given."""
    facet = edition.facet("intervention", here)
    return {
        "criteria": tuple(_choices(edition, "criteria")),
        "answers": tuple(_choices(edition, "answers")),
        "interventions": tuple(_choices(edition, "interventions")),
        "interventions_label": facet.plural,
        "themes": tuple(_choices(edition, "themes")),
        "themes_label": edition.facet("theme", here).plural,
        "values": VALUES,
        "limits": LIMITS,
        "title_help": edition.words.fill("assess-title-help", n=LIMITS["title"]),
        "summary_help": edition.words.fill("assess-summary-help", n=LIMITS["summary"]),
        "themes_help": edition.words.fill("assess-themes-help", n=LIMITS["themes"]),
        "download_help": edition.words.fill(
            "assess-download-help", file=FILE_NAMES[edition.language]
        ),
        "words": words_of(edition, _SPOKEN),
        "limits_json": json.dumps(LIMITS),
        "skeleton": json.dumps(_skeleton(edition), ensure_ascii=False),
        "script": edition.link(here, SCRIPT),
    }


def _choices(edition: Edition, vocabulary: str) -> Iterator[Choice]:
    for name, term in edition.catalogue.vocabularies[vocabulary].terms.items():
        if not term.replaced_by:
            yield Choice(name, edition.of(term), edition.of(term.definition))


def _skeleton(edition: Edition) -> dict[str, Any]:
    """The fixed texts of a new record in the language of the edition, which becomes its own."""
    sections = edition.catalogue.vocabularies["sections"]
    return {
        "file": FILE_NAMES[edition.language],
        "words": json.loads(words_of(edition, _WRITTEN)),
        "sections": [
            [sections.label(name, edition.language), edition.of(sections[name].definition)]
            for name in SECTIONS
            if name in sections
        ],
    }
