"""An event says where it is: in a place, online, or both.

A past event whose place is not documented may do without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.models import Event
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "event-without-place",
    Level.WARNING,
    Bilingual(
        "On ne sait pas où se tient ce rendez-vous.", "It is not known where this event is held."
    ),
    Bilingual(
        "Ajoutez « place: » avec le lieu, ou « online: » avec l’adresse à suivre.",
        "Add “place:” with the place, or “online:” with the address to follow.",
    ),
    Bilingual(
        "Un rendez-vous dit où il se tient : en un lieu, en ligne, ou les deux.\n\n"
        "Un rendez-vous passé dont le lieu n’est pas documenté peut s’en passer.",
        __doc__,
    ),
)

ASKS: Final = "day"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """An event to come, or now on, once it is reviewed or published."""
    facts = record.facts
    if not isinstance(facts, Event) or record.is_draft or facts.starts is None:
        return
    end = facts.ends or facts.starts
    said = facts.place or facts.online or {"place", "online"} & record.lost_keys
    if end.date.last >= desk.today and not said:
        yield RULE.at(record.source.key_place("kind"))
