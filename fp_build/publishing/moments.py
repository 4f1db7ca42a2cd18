"""When calls and events are, and how they stand on a day: in words.

An exact day is said as such, and so is a date known only to the month or the year: nothing is made
more precise than it is. What is said is typeset.
"""

from __future__ import annotations

import datetime as dt

from fp_build.arranging.calls import state_of_call, state_of_event
from fp_build.judging.models import Call, Event, Facts
from fp_build.publishing.interface import InterfaceWords
from fp_build.words.dates import Moment, PartialDate, spoken_day, spoken_time
from fp_build.words.languages import Language
from fp_build.words.typography import typeset


def spoken_span(
    starts: Moment, ends: Moment | None, words: InterfaceWords, language: Language
) -> str:
    """When a meeting is, with its days of the week and its times in Paris."""
    return typeset(_span(starts, ends, words, language), language)


def _span(starts: Moment, ends: Moment | None, words: InterfaceWords, language: Language) -> str:
    first, last = starts, ends or starts
    if not (first.is_exact and last.is_exact):
        return _dates(first.date, last.date, words, language)
    if not (first.time or last.time):
        return _days(first.date.first, last.date.first, words, language, weekday=True)
    if first.date == last.date and first.time and last.time and first.time < last.time:
        when = words.fill(
            "when-times",
            day=spoken_day(first.date.first, language, weekday=True),
            start=spoken_time(first.time, language),
            end=spoken_time(last.time, language),
        )
    elif first.date == last.date:  # of a day's meeting, only the beginning or the end is known
        key = "when-at" if first.time else "when-until"
        when = _at(first if first.time else last, words, language, key)
    else:
        start, end = (_at(moment, words, language, "when-at") for moment in (first, last))
        when = words.fill("when-days", start=start, end=end)
    return words.fill("when-paris", when=when)


def _at(moment: Moment, words: InterfaceWords, language: Language, key: str) -> str:
    day = spoken_day(moment.date.first, language, weekday=True)
    return words.fill(key, day=day, time=spoken_time(moment.time, language)) if moment.time else day


def spoken_dates(
    first: PartialDate, last: PartialDate, words: InterfaceWords, language: Language
) -> str:
    """From one date to another, each as precise as it is known; one date where they are the
    same."""
    return typeset(_dates(first, last, words, language), language)


def _dates(first: PartialDate, last: PartialDate, words: InterfaceWords, language: Language) -> str:
    if first.is_exact and last.is_exact:
        return _days(first.first, last.first, words, language, weekday=False)
    if first.text == last.text:
        return first.spoken(language)
    return words.fill("period", start=first.spoken(language), end=last.spoken(language))


def _days(
    first: dt.date, last: dt.date, words: InterfaceWords, language: Language, *, weekday: bool
) -> str:
    """Days in words; a month or a year that they share is said once."""
    end = spoken_day(last, language, weekday=weekday)
    if first == last:
        return end
    start = spoken_day(
        first,
        language,
        weekday=weekday,
        month=(first.year, first.month) != (last.year, last.month),
        year=first.year != last.year,
    )
    return words.fill("when-days", start=start, end=end)


def standing(facts: Facts, today: dt.date, words: InterfaceWords, language: Language) -> str:
    """How a call or an event stands on a day, and the date that this depends on; nothing for a
    record of another kind."""
    return typeset(_standing(facts, today, words, language), language)


def _standing(facts: Facts, today: dt.date, words: InterfaceWords, language: Language) -> str:
    if isinstance(facts, Call):
        call = state_of_call(facts, today)
        date = {
            "upcoming": facts.opens,
            "open": facts.closes,
            "closed": facts.closes,
            "decided": facts.decided_on,
            "undated": None,
        }[call]
        if call == "undated":
            return words["undated"]
        return words.fill(
            f"call-{call}-on", date=date.spoken(language) if date else words["undated"]
        )
    if isinstance(facts, Event):
        event = state_of_event(facts, today)
        if facts.starts is None:
            return words["undated"]
        last = facts.ends or facts.starts
        when = _dates(facts.starts.date, last.date, words, language)
        return words.fill(f"event-{event}-on", when=when)
    return ""
