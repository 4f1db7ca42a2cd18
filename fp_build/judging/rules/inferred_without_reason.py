"""A probable match says why it is thought probable.

The reader of a probable match can judge it only by the reason for it. A stated match needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "inferred-without-reason",
    Level.ERROR,
    Bilingual(
        "Le rapprochement probable avec « {id} » n’a pas de motif.",
        "The probable match with “{id}” has no reason.",
    ),
    Bilingual(
        "Ajoutez « reason: » : ce que les deux textes ont en commun.",
        "Add “reason:”: what the two texts have in common.",
    ),
    Bilingual(
        "Un rapprochement probable dit pourquoi on le tient pour probable.\n\n"
        "Le lecteur ne peut juger d’un rapprochement probable que par son motif. Un"
        " rapprochement établi n’en demande pas.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each source whose match is inferred."""
    for index, source in enumerate(record.facts.sources):
        if source.match == "inferred" and not source.reason:
            if "sources" in record.lost_keys:
                return  # the reason was there, and what was wrong with it has been said
            yield RULE.at(record.source.place("sources", index, "match"), id=source.id)
