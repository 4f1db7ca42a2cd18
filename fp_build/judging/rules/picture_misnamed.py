"""The name of a picture ends as its form asks.

A host tells browsers the form of a file from the end of its name. When that is wrong, some refuse
to show it. Changing the end of the name is enough: the picture itself is not at fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.reading.picture_file import FORM_OF_ENDING
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-misnamed",
    Level.ERROR,
    Bilingual(
        "« {name} » contient une image {form}, ce que son nom ne dit pas.",
        "“{name}” holds a {form} picture, which its name does not say.",
    ),
    Bilingual(
        "Renommez le fichier en « {proposal} », ici et partout où la fiche le nomme.",
        "Rename the file “{proposal}”, here and wherever the record names it.",
    ),
    Bilingual(
        "Le nom d’une image se termine comme le veut son format.\n\n"
        "Un hébergeur indique aux navigateurs le format d’un fichier d’après la fin de son nom."
        " Si elle est fausse, certains refusent de l’afficher. Changer la fin du nom suffit :"
        " l’image elle-même n’y est pour rien.",
        __doc__,
    ),
)

ASKS: Final = "pictures"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The pictures of ``media``."""
    for index, name, picture in desk.pictures(record):
        stem, dot, ending = name.rpartition(".")
        if picture and FORM_OF_ENDING.get(f"{dot}{ending.lower()}") != picture.form:
            right = next(end for end, form in FORM_OF_ENDING.items() if form == picture.form)
            place = record.source.place("media", index, "file")
            yield RULE.at(place, name=name, form=picture.form, proposal=stem + right)
