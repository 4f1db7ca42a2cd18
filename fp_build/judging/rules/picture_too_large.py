"""A picture has no more pixels than a page can use.

A computer lays out every pixel before it shows a picture, however small the file: a few kilobytes
can hold a picture that fills its memory. 24 million pixels are those of a good camera; a page shows
1,600 in width.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-too-large",
    Level.ERROR,
    Bilingual(
        "L’image « {name} » fait {width} × {height} pixels, soit plus de {limit} en tout.",
        "The picture “{name}” is {width} × {height} pixels large, more than {limit} in all.",
    ),
    Bilingual(
        "Réduisez ses dimensions : 1 600 pixels de large suffisent.",
        "Reduce its dimensions: 1,600 pixels in width are enough.",
    ),
    Bilingual(
        "Une image n’a pas plus de pixels qu’une page n’en montre.\n\n"
        "Un ordinateur déplie chaque pixel avant d’afficher une image, si léger que soit le"
        " fichier : quelques kilooctets peuvent contenir une image qui remplit sa mémoire."
        " 24 millions de pixels sont ceux d’un bon appareil ; une page en montre 1 600 en"
        " largeur.",
        __doc__,
    ),
)

ASKS: Final = "pictures"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The pictures of ``media``."""
    limit = desk.limits.picture_pixels
    for index, name, picture in desk.pictures(record):
        if picture and picture.pixels > limit:
            place = record.source.place("media", index, "file")
            yield RULE.at(place, name=name, width=picture.width, height=picture.height, limit=limit)
