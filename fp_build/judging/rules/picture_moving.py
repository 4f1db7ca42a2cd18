"""A picture stands still.

What moves without end draws the eye from the text, and stops some readers from reading at all. A
file may hold thousands of pictures, each as heavy to show as the first. Publish one of them, and
link to the film where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-moving",
    Level.ERROR,
    Bilingual("L’image « {name} » est animée.", "The picture “{name}” moves."),
    Bilingual(
        "Enregistrez-en une seule image, en PNG ou en JPEG.",
        "Save a single picture of it, as PNG or JPEG.",
    ),
    Bilingual(
        "Une image est fixe.\n\n"
        "Ce qui bouge sans fin détourne du texte, et empêche certains lecteurs de lire. Un fichier"
        " peut contenir des milliers d’images, chacune aussi lourde à montrer que la première."
        " Publiez-en une, et faites un lien vers le film là où il est montré.",
        __doc__,
    ),
)

ASKS: Final = "pictures"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The pictures of ``media``."""
    for index, name, picture in desk.pictures(record):
        if picture is not None and picture.moves:
            yield RULE.at(record.source.place("media", index, "file"), name=name)
