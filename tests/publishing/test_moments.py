"""When calls and events are, in words."""

from __future__ import annotations

import datetime as dt

import pytest
from in_memory import TODAY

from fp_build.judging.models import Call, Event, Project
from fp_build.publishing.moments import spoken_dates, spoken_span, standing
from fp_build.words.dates import Moment, PartialDate
from fp_build.words.languages import Language
from publishing.editions import interface


def plain(said: str) -> str:
    """A text without what typography does to its spaces."""
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def span(starts: str, ends: str | None, language: Language) -> str:
    last = Moment.parse(ends) if ends else None
    said = spoken_span(Moment.parse(starts), last, interface()[language], language)
    return plain(said)


@pytest.mark.parametrize(
    ("starts", "ends", "french", "english"),
    [
        (
            "2026-11-23 14:30", "2026-11-23 17:00",
            "lundi 23 novembre 2026, de 14 h 30 à 17 h (heure de Paris)",
            "Monday 23 November 2026, 14:30 to 17:00 (Paris time)",
        ),
        (
            "2026-11-23 09:05", None,
            "lundi 23 novembre 2026 à 9 h 05 (heure de Paris)",
            "Monday 23 November 2026 at 9:05 (Paris time)",
        ),
        (
            "2026-11-23 09:05", "2026-11-23",
            "lundi 23 novembre 2026 à 9 h 05 (heure de Paris)",
            "Monday 23 November 2026 at 9:05 (Paris time)",
        ),
        (
            "2026-11-23", "2026-11-23 17:00",
            "lundi 23 novembre 2026, jusqu’à 17 h (heure de Paris)",
            "Monday 23 November 2026, until 17:00 (Paris time)",
        ),
        (
            "2026-11-23 14:30", "2026-11-24 12:00",
            "du lundi 23 novembre 2026 à 14 h 30 au mardi 24 novembre 2026 à 12 h (heure de Paris)",
            "Monday 23 November 2026 at 14:30 to Tuesday 24 November 2026 at 12:00 (Paris time)",
        ),
        (
            "2026-11-23 14:30", "2026-11-24",
            "du lundi 23 novembre 2026 à 14 h 30 au mardi 24 novembre 2026 (heure de Paris)",
            "Monday 23 November 2026 at 14:30 to Tuesday 24 November 2026 (Paris time)",
        ),
        ("2017-03-16", None, "jeudi 16 mars 2017", "Thursday 16 March 2017"),
        ("2017-03-16", "2017-03-16", "jeudi 16 mars 2017", "Thursday 16 March 2017"),
        (
            "2014-11-12", "2014-11-16",
            "du mercredi 12 au dimanche 16 novembre 2014",
            "Wednesday 12 to Sunday 16 November 2014",
        ),
        (
            "2026-11-30", "2026-12-01",
            "du lundi 30 novembre au mardi 1er décembre 2026",
            "Monday 30 November to Tuesday 1 December 2026",
        ),
        (
            "2026-12-31", "2027-01-01",
            "du jeudi 31 décembre 2026 au vendredi 1er janvier 2027",
            "Thursday 31 December 2026 to Friday 1 January 2027",
        ),
        ("2027-03", None, "mars 2027", "March 2027"),
        ("2014", "2015", "2014 – 2015", "2014 – 2015"),
        ("2026-11-23", "2026-12", "23 novembre 2026 – décembre 2026",
         "23 November 2026 – December 2026"),
    ],
)  # fmt: skip
def test_when_a_meeting_is(starts: str, ends: str | None, french: str, english: str) -> None:
    assert span(starts, ends, "fr") == french
    assert span(starts, ends, "en") == english


def test_dates_without_days_of_the_week() -> None:
    first, last = PartialDate.parse("2014-11-12"), PartialDate.parse("2014-11-16")
    assert plain(spoken_dates(first, last, interface()["fr"], "fr")) == "du 12 au 16 novembre 2014"
    assert plain(spoken_dates(first, last, interface()["en"], "en")) == "12 to 16 November 2014"


def call(**dates: str) -> Call:
    return Call.model_validate({"kind": "call", **dates})


@pytest.mark.parametrize(
    ("facts", "french", "english"),
    [
        (call(opens="2026-12-01", closes="2027-01"),
         "À venir · ouverture : 1er décembre 2026", "Upcoming · opens: 1 December 2026"),
        (call(opens="2026-11", closes="2026-12-15"),
         "Ouvert · clôture : 15 décembre 2026", "Open · closes: 15 December 2026"),
        (call(opens="2026-11"),
         "Ouvert · clôture : date non documentée", "Open · closes: date not documented"),
        (call(opens="2025", closes="2025"), "Clos · 2025", "Closed · 2025"),
        (call(opens="2025", closes="2025", decided_on="2026-02-03"),
         "Décidé · 3 février 2026", "Decided · 3 February 2026"),
        (call(), "date non documentée", "date not documented"),
        (Event.model_validate({"starts": "2026-11-23 14:30"}),
         "À venir · 23 novembre 2026", "Upcoming · 23 November 2026"),
        (Event.model_validate({"starts": "2026-11-20", "ends": "2026-11-22"}),
         "En cours · du 20 au 22 novembre 2026", "Now on · 20 to 22 November 2026"),
        (Event.model_validate({"starts": "2017-03"}), "Passé · mars 2017", "Past · March 2017"),
        (Event(), "date non documentée", "date not documented"),
        (Project(), "", ""),
    ],
)  # fmt: skip
def test_how_a_call_or_an_event_stands(facts: Call | Event, french: str, english: str) -> None:
    assert plain(standing(facts, TODAY, interface()["fr"], "fr")) == french
    assert plain(standing(facts, TODAY, interface()["en"], "en")) == english


def test_the_day_after_the_last_it_is_over() -> None:
    facts = call(opens="2026-11", closes="2026-11-21")
    words = interface()["fr"]
    assert standing(facts, TODAY, words, "fr").startswith("Ouvert")
    assert standing(facts, TODAY + dt.timedelta(days=1), words, "fr").startswith("Clos")


def test_a_day_does_not_leave_its_month() -> None:
    facts = call(opens="2025", closes="2025", decided_on="2026-02-03")
    assert standing(facts, TODAY, interface()["fr"], "fr") == "Décidé · 3\u00a0février 2026"
