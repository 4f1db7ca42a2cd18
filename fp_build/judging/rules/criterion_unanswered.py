"""A project record answers each of the five criteria.

The programme chose its projects by five criteria. Where nothing that could be read allows an
answer, the answer is ``unknown``: readers then see that the question was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "criterion-unanswered",
    Level.WARNING,
    Bilingual(
        "Le critère « {label} » ({criterion}) est sans réponse.",
        "The criterion “{label}” ({criterion}) has no answer.",
    ),
    Bilingual(
        "Ajoutez sous « criteria » une réponse, au besoin « {criterion}: {{answer: unknown}} ».",
        "Add an answer under “criteria”, if need be “{criterion}: {{answer: unknown}}”.",
    ),
    Bilingual(
        "Une fiche projet répond à chacun des cinq critères.\n\n"
        "Le programme a choisi ses projets d’après cinq critères. Quand rien de ce qui a pu"
        " être lu ne permet de répondre, la réponse est « unknown » : le lecteur voit alors que"
        " la question a été posée.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The criteria of the vocabulary, once a project is reviewed or published."""
    facts = record.facts
    if facts.kind != "project" or record.is_draft or "criteria" in record.lost_keys:
        return
    for criterion, term in lectern.vocabularies["criteria"].terms.items():
        if criterion not in facts.criteria and not term.replaced_by:
            place = record.source.key_place("criteria")
            yield RULE.at(place, criterion=criterion, label=Bilingual(term.fr, term.en))
