"""A link inside the catalogue names a record by ``case:`` or a picture of the folder.

The addresses of pages differ from the places of files, and between languages, so that a path such
as ``../demande-unique/index.fr.md`` leads nowhere once published. Only pictures of the record's
own folder can be linked by their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.judging.rules.forbidden_link import scheme_of
from fp_build.reading.fields import PICTURE_TYPES
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

_ENDING: Final = re.compile(r"(?:\.(?:fr|en))?(?:\.md|\.html)?$")

RULE: Final = Rule(
    "broken-file-link",
    Level.ERROR,
    Bilingual(
        "« {target} » ne mène à aucun fichier publié avec cette fiche.",
        "“{target}” leads to no file that is published with this record.",
    ),
    Bilingual(
        "Pour une autre fiche, écrivez « case: » et le nom de son dossier ; pour une page du"
        " web, son adresse entière.",
        "For another record, write “case:” and the name of its folder; for a page of the web,"
        " its whole address.",
    ),
    Bilingual(
        "Un lien à l’intérieur du catalogue nomme une fiche par « case: », ou une image du"
        " dossier.\n\n"
        "L’adresse d’une page n’est pas celle de son fichier et change avec la langue : un"
        " chemin comme « ../demande-unique/index.fr.md » ne mène nulle part une fois publié."
        " Seules les images du dossier de la fiche se lient par leur nom.",
        __doc__,
    ),
)

ASKS: Final = "records"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The relative links of its bodies."""
    for manuscript in record.bodies:
        for link in manuscript.outline.of_kind("link"):
            target = link.target
            if link.text == "Email" or target.startswith("#") or scheme_of(target):
                continue
            if target.lower().endswith(PICTURE_TYPES) and target in record.folder.entries:
                continue
            place = manuscript.outline.place(link)
            yield RULE.at(
                place, target=target or "()", nearest=partial(_meant, target, record, desk)
            )


def _meant(target: str, record: Record, desk: Desk) -> list[str]:
    """The record or picture that a path probably stands for."""
    path, _, section = target.partition("#")
    steps = [_ENDING.sub("", step) for step in path.split("/")]
    for step in reversed(steps):
        if step in desk.shelf and step != record.slug:
            return [f"case:{step}#{section}" if section else f"case:{step}"]
    return nearest(path, [name for name in record.folder.entries if name.endswith(PICTURE_TYPES)])
