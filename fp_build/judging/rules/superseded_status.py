"""A record that another one replaces is archived.

``replaces`` says that this record takes the place of another. As long as that one is
``published`` both are in the catalogue, and readers cannot tell which of them holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "superseded-status",
    Level.WARNING,
    Bilingual(
        "La fiche « {slug} », que celle-ci remplace, est encore publiée.",
        "The record “{slug}”, which this one replaces, is still published.",
    ),
    Bilingual(
        "Mettez « status: archived » dans la fiche remplacée, ou retirez-la d’ici.",
        "Put “status: archived” in the record that is replaced, or remove it here.",
    ),
    Bilingual(
        "Une fiche qu’une autre remplace est archivée.\n\n"
        "« replaces » dit que cette fiche prend la place d’une autre. Tant que celle-ci est"
        " « published », les deux sont au catalogue, et le lecteur ne sait laquelle vaut.",
        __doc__,
    ),
)

ASKS: Final = "records"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The records that a public record replaces."""
    if not record.is_public:
        return
    for index, slug in enumerate(record.facts.replaces):
        replaced = desk.shelf.get(slug)
        if replaced is not None and slug != record.slug and replaced.facts.status == "published":
            yield RULE.at(record.source.place("replaces", index), slug=slug)
