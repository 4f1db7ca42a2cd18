"""A picture names its author.

Whoever made a picture has the right to be named, and a picture whose author is unknown cannot be
published. In a draft this is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-without-credit",
    Level.ERROR,
    Bilingual("L’image « {name} » n’a pas d’auteur.", "The picture “{name}” has no author."),
    Bilingual(
        "Ajoutez « credit: » et le nom de l’auteur, ou retirez l’image.",
        "Add “credit:” and the author’s name, or remove the picture.",
    ),
    Bilingual(
        "Une image nomme son auteur.\n\n"
        "Qui a fait une image a le droit d’être nommé, et une image d’auteur inconnu ne peut"
        " pas être publiée. Dans un brouillon, ce n’est qu’un avertissement.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The pictures of ``media``."""
    level = Level.WARNING if record.is_draft else Level.ERROR
    for index, medium in enumerate(record.facts.media):
        if not medium.credit:
            place = record.source.place("media", index, "file")
            yield RULE.at(place, level=level, name=medium.file)
