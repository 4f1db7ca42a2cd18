"""An organisation stands once among those that lead and take part.

The one that leads is not among the partners as well, and each partner is given once, with the type
that says best as what it takes part. The page of the organisation says its part in each record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "repeated-partner",
    Level.WARNING,
    Bilingual("« {id} » est déjà nommé plus haut.", "“{id}” is named above already."),
    Bilingual(
        "Gardez-le une fois : porteur (« lead »), ou partenaire avec un seul type.",
        "Keep it once: as lead, or as a partner with one type.",
    ),
    Bilingual(
        "Une organisation figure une seule fois parmi le porteur et les partenaires.\n\n"
        "Celle qui porte l’action n’est pas aussi parmi les partenaires, et chaque partenaire est"
        " donné une fois, avec le type qui dit le mieux à quel titre il prend part. La page de"
        " l’organisation dit son rôle dans chaque fiche.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each partner that is the lead, or a partner before."""
    seen = {record.facts.lead}
    for index, partner in enumerate(record.facts.partners):
        if partner.organisation in seen:
            place = record.source.place("partners", index, "organisation")
            yield RULE.at(place, id=partner.organisation)
        seen.add(partner.organisation)
