"""A picture that a record names lies in its folder.

The name is written exactly as that of the file, capitals and accents included: the published site
tells them apart even where your computer does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.judging.rules.picture_elsewhere import is_file_name
from fp_build.reading.fields import PICTURE_TYPES
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

RULE: Final = Rule(
    "picture-missing",
    Level.ERROR,
    Bilingual(
        "Le dossier de la fiche ne contient pas d’image « {name} ».",
        "The record’s folder holds no picture “{name}”.",
    ),
    Bilingual("Ajoutez ce fichier, ou corrigez son nom.", "Add this file, or correct its name."),
    Bilingual(
        "Une image que la fiche nomme se trouve dans son dossier.\n\n"
        "Son nom s’écrit exactement comme celui du fichier, majuscules et accents compris : le"
        " site publié les distingue même si votre ordinateur ne le fait pas.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The pictures of ``media`` and of both bodies."""
    entries = record.folder.entries
    for index, medium in enumerate(record.facts.media):
        if medium.file not in entries:
            place = record.source.place("media", index, "file")
            yield RULE.at(place, name=medium.file, nearest=partial(_near, medium.file, record))
    for manuscript in record.manuscripts.values():
        for image in manuscript.outline.of_kind("image"):
            if is_file_name(image.target) and image.target not in entries:
                place = manuscript.outline.place(image)
                name = image.target or "()"
                yield RULE.at(place, name=name, nearest=partial(_near, image.target, record))


def _near(name: str, record: Record) -> list[str]:
    pictures = [n for n in record.folder.entries if n.lower().endswith(PICTURE_TYPES)]
    return nearest(name, pictures)
