"""A link to another record leads to one that exists.

Records are linked by the name of their folder: ``related: [demande-unique]`` in the front matter,
``[text](case:demande-unique)`` in a body.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

RULE: Final = Rule(
    "unknown-record",
    Level.ERROR,
    Bilingual("Aucune fiche ne s’appelle « {slug} ».", "No record is called “{slug}”."),
    Bilingual(
        "Donnez le nom du dossier d’une fiche de « cases ».",
        "Give the name of a record’s folder in “cases”.",
    ),
    Bilingual(
        "Un lien vers une autre fiche mène à une fiche qui existe.\n\n"
        "Les fiches se lient par le nom de leur dossier : « related: [demande-unique] » dans"
        " l’en-tête, « [texte](case:demande-unique) » dans le texte.",
        __doc__,
    ),
)

ASKS: Final = "records"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """Each link of the front matter and of its bodies."""
    for path, slug in record.named:
        if slug not in desk.shelf:
            place = record.source.place(*path)
            yield RULE.at(place, slug=slug, nearest=partial(_near, slug, desk))
    for manuscript in record.bodies:
        for link, slug, _ in manuscript.outline.case_links:
            if slug not in desk.shelf:
                place = manuscript.outline.place(link)
                yield RULE.at(place, slug=slug, nearest=partial(_near, slug, desk))


def _near(slug: str, desk: Desk) -> list[str]:
    return nearest(slug, list(desk.shelf))
