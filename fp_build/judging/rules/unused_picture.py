"""A picture in the folder of a record is used by it.

A picture that ``media`` does not describe is not published. It weighs on the repository, and one
day somebody will take it for a picture whose rights are settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.judging.replies import is_reply
from fp_build.reading.fields import PICTURE_TYPES
from fp_build.words.findings import Finding, Level, Place, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "unused-picture",
    Level.WARNING,
    Bilingual("Rien ne se sert de l’image « {name} ».", "Nothing uses the picture “{name}”."),
    Bilingual(
        "Décrivez-la sous « media » dans l’en-tête, ou retirez le fichier.",
        "Describe it under “media” in the front matter, or remove the file.",
    ),
    Bilingual(
        "Une image du dossier d’une fiche sert à cette fiche.\n\n"
        "Une image que « media » ne décrit pas n’est pas publiée. Elle alourdit le dépôt, et"
        " quelqu’un la prendra un jour pour une image dont les droits sont réglés.",
        __doc__,
    ),
)


_USING: Final = ("image", "link")


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The pictures of the folder that nothing names."""
    pictures = [
        entry
        for entry in record.folder.entries.values()
        if entry.kind == "file"
        and entry.name.lower().endswith(PICTURE_TYPES)
        and not is_reply(entry)  # said where replies are read
    ]
    if not pictures or "media" in record.lost_keys:
        return
    named = {medium.file for medium in record.facts.media}
    for manuscript in record.bodies:  # what a body shows is picture-undeclared's
        outline = manuscript.outline
        named |= {mark.target for kind in _USING for mark in outline.of_kind(kind)}
    for entry in pictures:
        if entry.name not in named:
            yield RULE.at(Place(entry.path), name=entry.name)
