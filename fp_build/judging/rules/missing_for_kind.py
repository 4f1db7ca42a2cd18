"""A record that is reviewed or published has all that its kind needs.

Every record needs its title and its summary. A project record needs besides its interventions, one
theme and one source; a case study, all that and a lead, audiences, an outcome and one dated stage.
An initiative needs its type and one source, a call its question and the dates on which it opens and
closes, an event its beginning and one source. A draft may lack any of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

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
        "Toute fiche demande un titre et un résumé. Une fiche projet demande en plus un type"
        " d’intervention, un thème et une source ; une étude de cas, tout cela et un porteur, des"
        " publics, une issue et une étape datée. Une initiative demande son type et une source, un"
        " appel à idées sa question et les dates où il ouvre et ferme, un rendez-vous son début et"
        " une source. Un brouillon peut manquer de tout cela.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each key that the kind needs and that the author has not typed, or typed as an empty list.
    One that was typed and was at fault is not missing, nor one that a misspelt key stands for."""
    if record.is_draft:
        return
    facts = record.facts
    known = type(facts).model_fields
    at_fault = {
        key if key in known else next(iter(nearest(key, facts.needs)), key)
        for key in record.lost_keys
    }
    for key in facts.needs:
        if key in at_fault:
            continue
        absent = key not in record.source.keys
        if absent or (getattr(facts, key) == () and record.source.plain_value(key) == []):
            place = record.source.place() if absent else record.source.key_place(key)
            yield RULE.at(place, key=key)
    if "stages" in facts.needs and facts.stages and not any(s.start or s.end for s in facts.stages):
        yield RULE.at(record.source.place("stages"), key="stages: start")
