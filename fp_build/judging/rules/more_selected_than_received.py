"""A call does not select more ideas than it received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.models import Call
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "more-selected-than-received",
    Level.ERROR,
    Bilingual(
        "{selected} idées retenues pour {received} reçues.",
        "{selected} ideas selected out of {received} received.",
    ),
    Bilingual(
        "Vérifiez les deux nombres ; ils sont peut-être inversés.",
        "Check both numbers; they may be swapped.",
    ),
    Bilingual(
        "Un appel ne retient pas plus d’idées qu’il n’en a reçu.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The numbers of a call, where both are known."""
    facts = record.facts
    if not isinstance(facts, Call) or facts.ideas is None:
        return
    received, selected = facts.ideas.received, facts.ideas.selected
    if received is not None and selected is not None and selected > received:
        place = record.source.place("ideas", "selected")
        yield RULE.at(place, selected=selected, received=received)
