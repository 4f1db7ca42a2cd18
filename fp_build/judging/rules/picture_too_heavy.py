"""A picture is light enough for a slow connection.

The limit keeps pages quick for those who read on a telephone and the repository small for those
who write. A photograph 1,600 pixels wide rarely weighs more than 500 kilobytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.reading.fields import PICTURE_TYPES
from fp_build.words.findings import Finding, Level, Place, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-too-heavy",
    Level.ERROR,
    Bilingual(
        "L’image « {name} » pèse {size} octets, la limite est de {limit}.",
        "The picture “{name}” has {size} bytes, the limit is {limit}.",
    ),
    Bilingual(
        "Réduisez ses dimensions (1 600 pixels de large suffisent) ou enregistrez-la en JPEG ou"
        " en WebP.",
        "Reduce its dimensions (1,600 pixels in width are enough) or save it as JPEG or WebP.",
    ),
    Bilingual(
        "Une image est assez légère pour une connexion lente.\n\n"
        "La limite garde les pages rapides pour qui lit sur un téléphone, et le dépôt petit"
        " pour qui écrit. Une photographie large de 1 600 pixels pèse rarement plus de 500"
        " kilooctets.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Every picture of the folder, said where ``media`` names it."""
    limit = lectern.limits.picture_bytes
    for entry in record.folder.entries.values():
        if entry.size > limit and entry.name.lower().endswith(PICTURE_TYPES):
            files = [medium.file for medium in record.facts.media]
            place = Place(entry.path)
            if entry.name in files:
                place = record.source.place("media", files.index(entry.name), "file")
            yield RULE.at(place, name=entry.name, size=entry.size, limit=limit)
