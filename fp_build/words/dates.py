"""Dates as sources give them: a year, a month or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from fp_build.words.languages import Language

_FORM: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CLOCK: Final = re.compile(r"\d{2}:\d{2}", re.A)


class BadDateForm(ValueError):
    """The text is not written YYYY, YYYY-MM or YYYY-MM-DD."""


class ImpossibleDate(ValueError):
    """The text is written as a date, but no calendar has it."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day: ``text`` is as typed, ``first`` and
    ``last`` are the days it spans."""

    text: str
    first: dt.date
    last: dt.date

    @classmethod
    @lru_cache(maxsize=8192)
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises :class:`BadDateForm` or :class:`ImpossibleDate`.
        """
        match = _FORM.fullmatch(text)
        if not match or not text.isascii():
            raise BadDateForm(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            if year is not None and month is None:
                return cls(text, dt.date(year, 1, 1), dt.date(year, 12, 31))
            if year is not None and month is not None and day is None:
                last = calendar.monthrange(year, month)[1]
                return cls(text, dt.date(year, month, 1), dt.date(year, month, last))
            exact = dt.date.fromisoformat(text)
        except ValueError as error:
            raise ImpossibleDate(text) from error
        return cls(text, exact, exact)

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        """It travels as its text: most dates are known where it arrives."""
        return _parsed_date, (self.text,)

    @property
    def is_exact(self) -> bool:
        """True where the day is known, not only the month or the year."""
        return self.first == self.last

    def spoken(self, language: Language) -> str:
        """As a reader of that language writes it."""
        return _spoken(self.text, self.first, language)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a meeting begins or ends: a date, and the time of day in Paris where it is known."""

    text: str
    date: PartialDate
    time: dt.time | None = None

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read a date, or a day with a time: ``2026-11-23 14:30``.

        Raises :class:`BadDateForm` or :class:`ImpossibleDate`.
        """
        day, space, clock = text.partition(" ")
        date = PartialDate.parse(day)
        if not space:
            return cls(text, date)
        if date.first != date.last or not _CLOCK.fullmatch(clock):
            raise BadDateForm(text)
        try:
            return cls(text, date, dt.time(int(clock[:2]), int(clock[3:])))
        except ValueError as error:
            raise ImpossibleDate(text) from error

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        """It travels as its text, like its date."""
        return _parsed_moment, (self.text,)

    @property
    def is_exact(self) -> bool:
        """True where the day is known, not only the month or the year."""
        return self.date.is_exact


def _parsed_date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def _parsed_moment(text: str) -> Moment:
    return Moment.parse(text)


@lru_cache(maxsize=4096)
def _spoken(text: str, first: dt.date, language: Language) -> str:
    if len(text) == 4:
        return text
    if len(text) == 7:
        return f"{_names(language)[0][first.month]} {first.year}"
    return spoken_day(first, language)


def spoken_day(
    day: dt.date,
    language: Language,
    *,
    weekday: bool = False,
    month: bool = True,
    year: bool = True,
) -> str:
    """A day in words, with its ``weekday`` or without what is said elsewhere; French says « 1er »
    for the first of a month, which CLDR leaves out."""
    months, weekdays = _names(language)
    parts = (
        weekdays[day.weekday()] if weekday else "",
        "1er" if language == "fr" and day.day == 1 else str(day.day),
        months[day.month] if month else "",
        str(day.year) if year else "",
    )
    return " ".join(filter(None, parts))


@lru_cache(maxsize=2)
def _names(language: Language) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """The months, from 1, and the days of the week, from 0, as CLDR names them within a date. All
    else of a date is the same in both languages; asking CLDR for each date took 0.1 ms."""
    from babel.dates import get_day_names, get_month_names  # checking records speaks no date

    locale = "en_GB" if language == "en" else "fr"
    return get_month_names(locale=locale), get_day_names(locale=locale)


def spoken_time(time: dt.time, language: Language) -> str:
    """A time of day, on twenty-four hours in both languages: « 9 h 05 », “9:05”."""
    if language == "en":
        return f"{time.hour}:{time.minute:02}"
    return f"{time.hour}\u00a0h\u00a0{time.minute:02}" if time.minute else f"{time.hour}\u00a0h"
