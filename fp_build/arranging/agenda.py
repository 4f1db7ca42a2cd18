"""The calls and events of a catalogue, in the order in which a reader wants them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from fp_build.arranging.calls import CallState, EventState, state_of_call, state_of_event
from fp_build.arranging.catalogue import Catalogue
from fp_build.judging.models import Call, Event, Facts
from fp_build.judging.record import Record

Kind = TypeVar("Kind", bound=Facts)


@dataclass(frozen=True)
class Agenda:
    """The listed calls and events, as they stand on the day of the catalogue."""

    calls: Mapping[CallState, tuple[Record, ...]]
    """What is open or to come by the date that is next; what is over from the latest on."""
    events: Mapping[EventState, tuple[Record, ...]]
    """What is on or to come from the next on; what is past from the latest on."""

    @classmethod
    def of(cls, catalogue: Catalogue) -> Agenda:
        """The agenda of a catalogue."""
        today = catalogue.today
        calls: dict[CallState, list[Record]] = {}
        for record, call in _of_kind(catalogue, "call", Call):
            calls.setdefault(state_of_call(call, today), []).append(record)
        events: dict[EventState, list[Record]] = {}
        for record, event in _of_kind(catalogue, "event", Event):
            events.setdefault(state_of_event(event, today), []).append(record)
        return cls(
            {
                state: tuple(sorted(found, key=day_of_call, reverse=state in ("closed", "decided")))
                for state, found in calls.items()
            },
            {
                state: tuple(sorted(found, key=_day_of_event, reverse=state == "past"))
                for state, found in events.items()
            },
        )

    @property
    def over(self) -> tuple[Record, ...]:
        """The calls that are closed or decided, the latest first."""
        found = (*self.calls.get("closed", ()), *self.calls.get("decided", ()))
        return tuple(sorted(found, key=day_of_call, reverse=True))

    @property
    def to_come(self) -> tuple[Record, ...]:
        """The events that are on, then those to come; those whose date is not known at the end."""
        return (
            *self.events.get("ongoing", ()),
            *self.events.get("upcoming", ()),
            *self.events.get("undated", ()),
        )

    @property
    def past_by_year(self) -> Mapping[int, tuple[Record, ...]]:
        """The past events by the year in which they began, the latest first."""
        years: dict[int, list[Record]] = {}
        for record in self.events.get("past", ()):
            years.setdefault(_day_of_event(record)[0].year, []).append(record)
        return {year: tuple(records) for year, records in years.items()}


def _of_kind(catalogue: Catalogue, kind: str, form: type[Kind]) -> Iterator[tuple[Record, Kind]]:
    for slug in catalogue.under("kind", kind):
        record = catalogue.records[slug]
        assert isinstance(record.facts, form)
        yield record, record.facts


def day_of_call(record: Record) -> tuple[dt.date, str]:
    """The date that matters most while a call is open, and after it: that of its closing."""
    facts = record.facts
    date = (facts.closes or facts.opens or facts.decided_on) if isinstance(facts, Call) else None
    return date.last if date else dt.date.max, record.slug


def _day_of_event(record: Record) -> tuple[dt.date, dt.time, str]:
    starts = record.facts.starts if isinstance(record.facts, Event) else None
    if starts is None:
        return dt.date.max, dt.time.min, record.slug
    return starts.date.first, starts.time or dt.time.min, record.slug
