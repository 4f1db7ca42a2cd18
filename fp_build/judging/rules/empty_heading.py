"""A heading has words.

An empty heading is a gap for those who have the page read out to them, and nothing can lead to
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "empty-heading",
    Level.ERROR,
    Bilingual("Ce titre est vide.", "This heading is empty."),
    Bilingual(
        "Écrivez le titre après les « # », ou supprimez la ligne.",
        "Write the heading after the “#”, or delete the line.",
    ),
    Bilingual(
        "Un titre a des mots.\n\n"
        "Un titre vide est un trou pour les personnes qui écoutent la page, et rien ne peut y"
        " mener.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The headings of both bodies."""
    for manuscript in record.manuscripts.values():
        for heading in manuscript.outline.of_kind("heading"):
            if not heading.text:
                yield RULE.at(manuscript.outline.place(heading))
