"""A picture is a whole picture.

A file that was cut off on its way, or that holds something else under the name of a picture, shows
as a grey frame. Open it on your computer: what does not show there shows nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-unreadable",
    Level.ERROR,
    Bilingual(
        "« {name} » n’est pas une image entière, en PNG, JPEG ou WebP.",
        "“{name}” is not a whole picture in PNG, JPEG or WebP.",
    ),
    Bilingual(
        "Ouvrez-la sur votre ordinateur, puis enregistrez-la de nouveau en PNG ou en JPEG ; si elle"
        " ne s’ouvre pas, retrouvez l’original.",
        "Open it on your computer, then save it anew as PNG or JPEG; if it does not open, go back"
        " to the original.",
    ),
    Bilingual(
        "Une image est une image entière.\n\n"
        "Un fichier coupé en chemin, ou qui contient autre chose sous un nom d’image, ne donne"
        " qu’un cadre gris. Ouvrez-le sur votre ordinateur : ce qui ne s’y affiche pas ne"
        " s’affichera nulle part.",
        __doc__,
    ),
)

ASKS: Final = "pictures"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The pictures of ``media``."""
    for index, name, picture in desk.pictures(record):
        if picture is None:
            yield RULE.at(record.source.place("media", index, "file"), name=name)
