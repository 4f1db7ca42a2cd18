"""A probable match is shown as such and stays open to correction.

``match: inferred`` says that a source probably speaks of the same thing without saying so. The
page marks it « rapprochement probable », and this notice reminds the team of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "inferred-match",
    Level.NOTICE,
    Bilingual(
        "Le rapprochement avec la source « {id} » est probable, non établi.",
        "The match with the source “{id}” is probable, not stated.",
    ),
    Bilingual(
        "Rien à corriger : écrivez « match: stated » le jour où une source l’établit.",
        "Nothing to mend: write “match: stated” on the day a source states it.",
    ),
    Bilingual(
        "Un rapprochement probable est montré comme tel et reste à confirmer.\n\n"
        "« match: inferred » dit qu’une source parle vraisemblablement du même objet sans le"
        " dire. La page l’indique (« rapprochement probable »), et cette remarque le rappelle à"
        " l’équipe.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each inferred match of a record that is reviewed or published."""
    if record.is_draft:
        return
    for index, source in enumerate(record.facts.sources):
        if source.match == "inferred":
            yield RULE.at(record.source.place("sources", index, "match"), id=source.id)
