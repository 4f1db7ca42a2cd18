"""A body has no level-one heading.

The title of the page is the ``title`` of the front matter, and a page has one title. The sections
of a body are level-two headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "heading-at-top",
    Level.ERROR,
    Bilingual("« {heading} » est un titre de niveau un.", "“{heading}” is a level-one heading."),
    Bilingual(
        "Supprimez-le s’il répète le titre ; sinon écrivez « ## » devant.",
        "Delete it if it repeats the title; else write “##” before it.",
    ),
    Bilingual(
        "Le texte n’a pas de titre de niveau un.\n\n"
        "Le titre de la page est le « title » de l’en-tête, et une page n’a qu’un titre. Les"
        " rubriques du texte sont des titres de niveau deux.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The headings of both bodies."""
    for manuscript in record.manuscripts.values():
        for heading in manuscript.outline.of_kind("heading"):
            if heading.level == 1:
                yield RULE.at(manuscript.outline.place(heading), heading=heading.text)
