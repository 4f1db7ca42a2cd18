"""The generated parts of editorial pages that follow the day: calls, events, how to subscribe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from fp_build.arranging.agenda import Agenda
from fp_build.judging.record import Record
from fp_build.publishing.dated import CallLine, EventLine, call_line, event_line
from fp_build.publishing.edition import Edition
from fp_build.publishing.views import NamedLink, Said
from fp_build.words.addresses import calendar_file, calls_feed_file, records_feed_file

NEXT: Final = 3
"""How many events the home page shows."""


@dataclass(frozen=True, slots=True)
class CallGroup:
    """Calls that stand alike, or what is said where there are none."""

    id: str
    heading: str
    none: str
    calls: tuple[CallLine, ...]


@dataclass(frozen=True, slots=True)
class YearOfEvents:
    """The past events of a year."""

    year: str
    events: tuple[EventLine, ...]


def calls(edition: Edition, here: str) -> dict[str, Any]:
    """Every call: open, to come, over. One without dates, which only a preview shows, is to
    come."""
    agenda = Agenda.of(edition.catalogue)
    found = agenda.calls
    groups = (
        ("open", found.get("open", ())),
        ("upcoming", (*found.get("upcoming", ()), *found.get("undated", ()))),
        ("over", agenda.over),
    )
    words = edition.words
    return {
        "groups": [
            CallGroup(
                f"calls-{state}",
                words[f"calls-{state}"],
                words[f"calls-none-{state}"],
                _call_lines(edition, records, here),
            )
            for state, records in groups
        ],
        "feed_url": edition.link(here, calls_feed_file(edition.language)),
    }


def open_calls(edition: Edition, here: str) -> dict[str, Any]:
    """The calls that are open; nothing at all where there are none."""
    records = Agenda.of(edition.catalogue).calls.get("open", ())
    return {
        "calls": _call_lines(edition, records, here),
        "feed_url": edition.link(here, calls_feed_file(edition.language)),
    }


def calendar(edition: Edition, here: str) -> dict[str, Any]:
    """Every event: those to come by date, those past by year."""
    agenda = Agenda.of(edition.catalogue)
    return {
        "to_come": _event_lines(edition, agenda.to_come, here),
        "past": [
            YearOfEvents(f"{year:04}", _event_lines(edition, records, here))
            for year, records in agenda.past_by_year.items()
        ],
        "calendar_url": edition.link(here, calendar_file(edition.language)),
    }


def next_events(edition: Edition, here: str) -> dict[str, Any]:
    """The events that come next; nothing at all where there are none."""
    records = Agenda.of(edition.catalogue).to_come[:NEXT]
    return {
        "events": _event_lines(edition, records, here),
        "calendar_url": edition.link(here, calendar_file(edition.language)),
    }


def subscriptions(edition: Edition, here: str) -> dict[str, Any]:
    """What a reader may subscribe to, with the full address where the site's own is known."""
    files = (
        (calendar_file(edition.language), "about-agenda"),
        (calls_feed_file(edition.language), "about-feed-calls"),
        (records_feed_file(edition.language), "about-feed-records"),
    )
    return {
        "files": [
            (
                NamedLink(
                    edition.link(here, file), Said(edition.addresses.absolute(file) or f"/{file}")
                ),
                edition.words[about],
            )
            for file, about in files
        ]
    }


def _call_lines(edition: Edition, records: Iterable[Record], here: str) -> tuple[CallLine, ...]:
    return tuple(call_line(record, edition, here) for record in records)


def _event_lines(edition: Edition, records: Iterable[Record], here: str) -> tuple[EventLine, ...]:
    return tuple(event_line(record, edition, here) for record in records)
