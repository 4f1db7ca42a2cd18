"""A picture of a text lies in the folder of its record.

A picture fetched from another site can vanish or change, and tells that site who reads the page.
A path breaks as soon as something is moved. Copy the file, with its author and licence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-elsewhere",
    Level.ERROR,
    Bilingual(
        "L’image « {target} » n’est pas dans le dossier de la fiche.",
        "The picture “{target}” is not in the record’s folder.",
    ),
    Bilingual(
        "Copiez-la dans le dossier et écrivez son nom seul, par exemple « couverture.jpg ».",
        "Copy it into the folder and write its bare name, for example “couverture.jpg”.",
    ),
    Bilingual(
        "Une image du texte se trouve dans le dossier de sa fiche.\n\n"
        "Une image prise sur un autre site peut disparaître ou changer, et apprend à ce site"
        " qui lit la page. Un chemin se rompt dès que l’on déplace quelque chose. Copiez le"
        " fichier, avec son auteur et sa licence.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The pictures of both bodies."""
    for manuscript in record.manuscripts.values():
        for image in manuscript.outline.of_kind("image"):
            if not is_file_name(image.target):
                yield RULE.at(manuscript.outline.place(image), target=image.target)


def is_file_name(target: str) -> bool:
    """True for a bare name, which has neither scheme nor path."""
    return not any(sign in target for sign in ":/\\")
