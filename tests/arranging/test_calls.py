"""Calls and events as they stand on each day that changes something."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.arranging.calls import state_of_call, state_of_event
from fp_build.judging.models import Call, Event


def call(**dates: str) -> Call:
    return Call.model_validate(dates)


def event(starts: str | None = None, ends: str | None = None) -> Event:
    given = {"starts": starts, "ends": ends}
    return Event.model_validate({key: text for key, text in given.items() if text})


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


WHOLE = call(opens="2026-11-02", closes="2026-11-30", decided_on="2027-01-15")


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-11-01", "upcoming"),
        ("2026-11-02", "open"),
        ("2026-11-30", "open"),
        ("2026-12-01", "closed"),
        ("2027-01-14", "closed"),
        ("2027-01-15", "decided"),
        ("2030-01-01", "decided"),
    ],
)
def test_a_call_from_day_to_day(today: str, state: str) -> None:
    assert state_of_call(WHOLE, day(today)) == state


PARTIAL = call(opens="2026-02", closes="2026-04", decided_on="2026")


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2025-12-31", "upcoming"),
        ("2026-01-31", "upcoming"),  # “decided in 2026” says no more than that it will be
        ("2026-02-01", "open"),
        ("2026-03-31", "open"),
        ("2026-04-01", "decided"),  # it may have closed, and its decision is told of
        ("2027-01-01", "decided"),
    ],
)
def test_a_call_whose_dates_are_known_to_the_month_or_the_year(today: str, state: str) -> None:
    assert state_of_call(PARTIAL, day(today)) == state


@pytest.mark.parametrize(
    ("dates", "today", "state"),
    [
        ({}, "2026-11-21", "undated"),
        ({"opens": "2026-11-21"}, "2026-11-20", "upcoming"),
        ({"opens": "2026-11-21"}, "2026-11-21", "open"),
        ({"opens": "2013"}, "2026-11-21", "open"),
        ({"closes": "2026-11"}, "2026-11-30", "open"),
        ({"closes": "2026-11"}, "2026-12-01", "closed"),
        ({"opens": "2026", "closes": "2026"}, "2026-01-01", "open"),
        ({"opens": "2026", "closes": "2026"}, "2026-12-31", "open"),
        ({"opens": "2026", "closes": "2026"}, "2027-01-01", "closed"),
        ({"decided_on": "2014-01-07"}, "2014-01-06", "undated"),
        ({"decided_on": "2014-01-07"}, "2014-01-07", "decided"),
        ({"decided_on": "2014"}, "2014-01-01", "decided"),
        ({"closes": "2014", "decided_on": "2014"}, "2014-06-01", "decided"),
        ({"closes": "2014-12-15", "decided_on": "2014"}, "2014-06-01", "open"),
        ({"opens": "2014-12-15", "closes": "2014-01-01"}, "2014-06-01", "closed"),
    ],
)
def test_a_call_of_which_less_is_known(dates: dict[str, str], today: str, state: str) -> None:
    assert state_of_call(call(**dates), day(today)) == state


@pytest.mark.parametrize(
    ("starts", "ends", "today", "state"),
    [
        (None, None, "2026-11-21", "undated"),
        (None, "2026-11-21", "2026-11-21", "undated"),
        ("2026-11-23", None, "2026-11-22", "upcoming"),
        ("2026-11-23", None, "2026-11-23", "ongoing"),
        ("2026-11-23", None, "2026-11-24", "past"),
        ("2026-11-23 14:30", "2026-11-23 17:00", "2026-11-22", "upcoming"),
        ("2026-11-23 14:30", "2026-11-23 17:00", "2026-11-23", "ongoing"),
        ("2026-11-23 14:30", "2026-11-23 17:00", "2026-11-24", "past"),
        ("2026-11-23 23:59", None, "2026-11-23", "ongoing"),
        ("2026-11-23 00:00", None, "2026-11-22", "upcoming"),
        ("2026-11-23", "2026-11-27 12:00", "2026-11-27", "ongoing"),
        ("2026-11-23", "2026-11-27 12:00", "2026-11-28", "past"),
        ("2026-11", None, "2026-10-31", "upcoming"),
        ("2026-11", None, "2026-11-01", "ongoing"),
        ("2026-11", None, "2026-11-30", "ongoing"),
        ("2026-11", None, "2026-12-01", "past"),
        ("2014", None, "2014-12-31", "ongoing"),
        ("2014", None, "2015-01-01", "past"),
        ("2014-12-31", "2015", "2015-12-31", "ongoing"),
    ],
)
def test_an_event_from_day_to_day(
    starts: str | None, ends: str | None, today: str, state: str
) -> None:
    assert state_of_event(event(starts, ends), day(today)) == state


CALL_STATES = ("undated", "upcoming", "open", "closed", "decided")
EVENT_STATES = ("undated", "upcoming", "ongoing", "past")
dates = st.dates(dt.date(2013, 1, 1), dt.date(2015, 12, 31)).map(str)
partial = st.none() | st.builds(
    lambda text, length: text[:length], dates, st.sampled_from((4, 7, 10))
)


@given(partial, partial, partial, st.lists(dates, min_size=2, max_size=2).map(sorted))
def test_a_call_never_goes_back(
    opens: str | None, closes: str | None, decided_on: str | None, days: list[str]
) -> None:
    given = {"opens": opens, "closes": closes, "decided_on": decided_on}
    found = call(**{key: text for key, text in given.items() if text})
    before, after = (CALL_STATES.index(state_of_call(found, day(text))) for text in days)
    assert before <= after


@given(partial, partial, st.lists(dates, min_size=2, max_size=2).map(sorted))
def test_an_event_never_goes_back(starts: str | None, ends: str | None, days: list[str]) -> None:
    found = event(starts, ends)
    before, after = (EVENT_STATES.index(state_of_event(found, day(text))) for text in days)
    assert before <= after
