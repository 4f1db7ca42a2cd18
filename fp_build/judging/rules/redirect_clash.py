"""A former address leads to one record, and is no page of its own.

``redirect_from`` lists the names that the folder of a record had before. Such a name can be
neither that of a folder, nor that of a page of the catalogue, nor a former name of two records.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.folders import RESERVED
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "redirect-clash",
    Level.ERROR,
    Bilingual(
        "L’ancienne adresse « {slug} » est déjà prise : {holder}.",
        "The former address “{slug}” is already taken: {holder}.",
    ),
    Bilingual(
        "Retirez-la d’ici, ou renommez ce qui la tient.",
        "Remove it here, or rename what holds it.",
    ),
    Bilingual(
        "Une ancienne adresse mène à une seule fiche, et n’est pas elle-même une page.\n\n"
        "« redirect_from » énumère les noms que le dossier de la fiche a eus. Un tel nom ne"
        " peut être ni celui d’un dossier, ni celui d’une page du catalogue, ni un ancien nom"
        " de deux fiches.",
        __doc__,
    ),
)

ASKS: Final = "all"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """Each former address of the record."""
    for index, slug in enumerate(record.brief.redirect_from):
        holder = _holder(slug, record, desk)
        if holder is not None:
            place = record.source.place("redirect_from", index)
            yield RULE.at(place, slug=slug, holder=holder)


def _holder(slug: str, record: Record, desk: Desk) -> Bilingual | None:
    """What has that address already."""
    if slug in desk.shelf:
        return Bilingual("c’est le dossier d’une fiche", "it is the folder of a record")
    if slug in RESERVED:
        return Bilingual("c’est une page du catalogue", "it is a page of the catalogue")
    for name in desk.shelf.formerly(slug):
        if name != record.slug:
            return Bilingual(
                f"la fiche « {name} » la donne aussi", f"the record “{name}” gives it too"
            )
    return None
