"""A record that is reviewed or published has all that its kind needs.

A project record needs its title, summary, interventions, one theme and one source. A case study
needs besides a lead, audiences, an outcome and one dated stage. A draft may lack any of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "missing-for-kind",
    Level.ERROR,
    Bilingual(
        "Il manque « {key} » pour relire ou publier cette fiche.",
        "“{key}” is missing for this record to be reviewed or published.",
    ),
    Bilingual(
        "Ajoutez cette clé dans l’en-tête, ou laissez la fiche en « status: draft ».",
        "Add this key to the front matter, or leave the record at “status: draft”.",
    ),
    Bilingual(
        "Une fiche relue ou publiée a tout ce que sa nature demande.\n\n"
        "Une fiche projet demande un titre, un résumé, un type d’intervention, un thème et une"
        " source. Une étude de cas demande en plus un porteur, des publics, une issue et une étape"
        " datée. Un brouillon peut manquer de tout cela.",
        __doc__,
    ),
)


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """Each key that the kind needs and that the author has not typed, or typed as an empty list."""
    if record.is_draft:
        return
    facts = record.facts
    for key in facts.needs:
        absent = key not in record.source.keys
        if absent or (getattr(facts, key) == () and record.source.plain_value(key) == []):
            place = record.source.place() if absent else record.source.key_place(key)
            yield RULE.at(place, key=key)
    if "stages" in facts.needs and facts.stages and not any(s.start or s.end for s in facts.stages):
        yield RULE.at(record.source.place("stages"), key="stages: start")
