"""The dates of a call and of an event follow each other.

A call opens, closes, and is decided. An event starts and ends. Dates are compared as precisely as
they are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.models import Call, Event
from fp_build.judging.record import Record
from fp_build.words.dates import Moment, PartialDate
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "dates-out-of-order",
    Level.ERROR,
    Bilingual(
        "« {later} » ({end}) vient avant « {earlier} » ({start}).",
        "“{later}” ({end}) comes before “{earlier}” ({start}).",
    ),
    Bilingual(
        "Corrigez l’une des deux dates ; elles sont peut-être inversées.",
        "Correct one of the two dates; they may be swapped.",
    ),
    Bilingual(
        "Les dates d’un appel et d’un rendez-vous se suivent.\n\n"
        "Un appel ouvre, ferme, puis se décide. Un rendez-vous commence et finit. Les dates se"
        " comparent avec la précision donnée.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each date with those before it that are known; the nearest one it contradicts is named."""
    dates = _dates(record)
    for index, (later, end) in enumerate(dates):
        for earlier, start in reversed(dates[:index]):
            if _first(start) > _last(end):
                place = record.source.place(later)
                yield RULE.at(place, earlier=earlier, start=str(start), later=later, end=str(end))
                break


def _dates(record: Record) -> list[tuple[str, PartialDate | Moment]]:
    facts = record.facts
    keys: tuple[str, ...] = ()
    if isinstance(facts, Call):
        keys = ("opens", "closes", "decided_on")
    elif isinstance(facts, Event):
        keys = ("starts", "ends")
    return [(key, date) for key in keys if (date := getattr(facts, key)) is not None]


def _first(date: PartialDate | Moment) -> str:
    if isinstance(date, Moment):
        return f"{date.date.first.isoformat()} {date.time or '00:00'}"
    return date.first.isoformat()


def _last(date: PartialDate | Moment) -> str:
    if isinstance(date, Moment):
        return f"{date.date.last.isoformat()} {date.time or '24:00'}"
    return date.last.isoformat()
