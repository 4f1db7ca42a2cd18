"""Calls and events in order, as they stand on a day and on the day after."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from in_memory import draft, judged

from fp_build.arranging.agenda import Agenda
from fp_build.arranging.catalogue import Catalogue

TODAY = dt.date(2026, 11, 21)


def dated(kind: str, *lines: str, status: str = "published") -> str:
    text = draft("title: Un essai", *lines)
    return text.replace("kind: project", f"kind: {kind}").replace("draft", status)


def catalogue_of(files: dict[str, str], today: dt.date = TODAY) -> Catalogue:
    judgement = judged({f"{slug}/index.fr.md": text for slug, text in files.items()})
    catalogue = Catalogue.arrange(judgement.records.values(), judgement.vocabularies, today)
    assert set(catalogue.records) == set(files)
    return replace(catalogue, today=today)


def call_on(day: tuple[int, int, int], *lines: str) -> str:
    calls = Agenda.of(catalogue_of({"appel": dated("call", *lines)}, dt.date(*day))).calls
    (state,) = calls
    return state


def event_on(day: tuple[int, int, int], *lines: str) -> str:
    events = Agenda.of(catalogue_of({"rdv": dated("event", *lines)}, dt.date(*day))).events
    (state,) = events
    return state


CALL = ("opens: 2026-11-21", "closes: 2026-12-15", "decided_on: 2027-01-31")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ((2026, 11, 20), "upcoming"),
        ((2026, 11, 21), "open"),
        ((2026, 12, 15), "open"),
        ((2026, 12, 16), "closed"),
        ((2027, 1, 30), "closed"),
        ((2027, 1, 31), "decided"),
    ],
)
def test_a_call_changes_on_the_day_and_not_before(day: tuple[int, int, int], state: str) -> None:
    assert call_on(day, *CALL) == state


def test_a_call_that_closes_in_a_month_is_open_until_its_last_day() -> None:
    lines = ("opens: 2026-11", "closes: 2026-12")
    assert call_on((2026, 10, 31), *lines) == "upcoming"
    assert call_on((2026, 12, 31), *lines) == "open"
    assert call_on((2027, 1, 1), *lines) == "closed"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ((2026, 11, 22), "upcoming"),
        ((2026, 11, 23), "ongoing"),
        ((2026, 11, 24), "ongoing"),
        ((2026, 11, 25), "past"),
    ],
)
def test_an_event_is_on_for_the_whole_of_its_days(day: tuple[int, int, int], state: str) -> None:
    assert event_on(day, "starts: 2026-11-23 23:30", "ends: 2026-11-24 00:30") == state


def test_an_event_of_a_month_is_on_during_that_month() -> None:
    assert event_on((2027, 3, 31), "starts: 2027-03") == "ongoing"
    assert event_on((2027, 4, 1), "starts: 2027-03") == "past"


def test_what_comes_next_comes_first_and_what_is_past_goes_back_by_year() -> None:
    agenda = Agenda.of(
        catalogue_of(
            {
                "demain": dated("event", "starts: 2026-11-22"),
                "demain-tot": dated("event", "starts: 2026-11-22 09:00"),
                "apres": dated("event", "starts: 2027"),
                "en-cours": dated("event", "starts: 2026-11-20", "ends: 2026-11-30"),
                "hier": dated("event", "starts: 2026-11-20"),
                "jadis": dated("event", "starts: 2017-03-16"),
                "jadis-aussi": dated("event", "starts: 2017-11"),
                "sur-deux-ans": dated("event", "starts: 2013-12-31", "ends: 2014-01-02"),
                "archive": dated("event", "starts: 2026-12-01", status="archived"),
            }
        )
    )
    assert [r.slug for r in agenda.to_come] == ["en-cours", "demain", "demain-tot", "apres"]
    assert {y: [r.slug for r in found] for y, found in agenda.past_by_year.items()} == {
        2026: ["hier"],
        2017: ["jadis-aussi", "jadis"],
        2013: ["sur-deux-ans"],
    }
    assert list(agenda.past_by_year) == [2026, 2017, 2013]


def test_calls_that_close_first_come_first_and_those_that_are_over_go_back() -> None:
    agenda = Agenda.of(
        catalogue_of(
            {
                "tard": dated("call", "opens: 2026-11-01", "closes: 2027-01-15"),
                "bientot": dated("call", "opens: 2026-11-01", "closes: 2026-11-30"),
                "clos": dated("call", "opens: 2024-01", "closes: 2024-02"),
                "decide": dated("call", "opens: 2025", "closes: 2025", "decided_on: 2026-01"),
            }
        )
    )
    assert [r.slug for r in agenda.calls["open"]] == ["bientot", "tard"]
    assert [r.slug for r in agenda.over] == ["decide", "clos"]


def test_projects_are_found_by_the_call_they_name() -> None:
    catalogue = catalogue_of(
        {
            "appel": dated("call", "opens: 2025", "closes: 2025"),
            "projet": dated("project", "call: appel"),
            "autre": dated("project"),
        }
    )
    assert catalogue.became == {"appel": ("projet",)}


def test_an_empty_catalogue_has_an_empty_agenda() -> None:
    agenda = Agenda.of(catalogue_of({}))
    assert (agenda.to_come, agenda.over, agenda.past_by_year) == ((), (), {})
