"""A stage ends after it starts.

Dates are compared as precisely as they are given: a stage may start in 2014-05 and end in 2014.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "end-before-start",
    Level.ERROR,
    Bilingual(
        "L’étape finit ({end}) avant de commencer ({start}).",
        "The stage ends ({end}) before it starts ({start}).",
    ),
    Bilingual(
        "Corrigez l’une des deux dates ; elles sont peut-être inversées.",
        "Correct one of the two dates; they may be swapped.",
    ),
    Bilingual(
        "Une étape finit après avoir commencé.\n\n"
        "Les dates se comparent avec la précision donnée : une étape peut commencer en 2014-05"
        " et finir en 2014.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each stage that has both dates."""
    for index, stage in enumerate(record.facts.stages):
        if stage.start and stage.end and stage.start.first > stage.end.last:
            place = record.source.place("stages", index, "end")
            yield RULE.at(place, start=stage.start.text, end=stage.end.text)
