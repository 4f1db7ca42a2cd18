"""Dates known to the year, the month or the day."""

from __future__ import annotations

import contextlib
import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.words.dates import (
    BadDateForm,
    ImpossibleDate,
    Moment,
    PartialDate,
    spoken_day,
    spoken_time,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", (2014, 1, 1), (2014, 12, 31)),
        ("2014-05", (2014, 5, 1), (2014, 5, 31)),
        ("2016-02", (2016, 2, 1), (2016, 2, 29)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2014-05-12", (2014, 5, 12), (2014, 5, 12)),
        ("0001", (1, 1, 1), (1, 12, 31)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
    ],
)
def test_a_date_spans_days(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    date = PartialDate.parse(text)
    assert (date.text, str(date), date.first, date.last) == (
        text,
        text,
        dt.date(*first),
        dt.date(*last),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14",
        "2014-5",
        "2014-5-3",
        "2014-05-",
        "2014/05/12",
        "12-05-2014",
        "mai 2014",
        "2014-05-12T10",
        " 2014",
        "2014\n",
        "２０１４",
        "-2014",
        "20140512",
        "2014-W20",
        "02014",
    ],
)
def test_what_is_not_written_as_a_date(text: str) -> None:
    with pytest.raises(BadDateForm):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text", ["2014-13", "2014-00", "2014-02-29", "2014-04-31", "2014-01-00", "0000"]
)
def test_dates_that_do_not_exist(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        PartialDate.parse(text)


@given(st.dates())
def test_every_day_can_be_written(day: dt.date) -> None:
    date = PartialDate.parse(day.isoformat())
    assert date.first == date.last == day
    month = PartialDate.parse(day.isoformat()[:7])
    assert month.first <= day <= month.last
    assert (month.last - month.first).days in range(27, 31)


@pytest.mark.parametrize(
    ("text", "fr", "en"),
    [
        ("2014", "2014", "2014"),
        ("2014-05", "mai 2014", "May 2014"),
        ("2014-08-01", "1er août 2014", "1 August 2014"),
        ("2014-08-11", "11 août 2014", "11 August 2014"),
    ],
)
def test_spoken(text: str, fr: str, en: str) -> None:
    date = PartialDate.parse(text)
    assert (date.spoken("fr"), date.spoken("en")) == (fr, en)


def test_spoken_day() -> None:
    assert spoken_day(dt.date(2026, 11, 21), "fr") == "21 novembre 2026"
    assert spoken_day(dt.date(2026, 11, 1), "en") == "1 November 2026"


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        ((2026, 11, 23), "lundi 23 novembre 2026", "Monday 23 November 2026"),
        ((2026, 11, 1), "dimanche 1er novembre 2026", "Sunday 1 November 2026"),
        ((2026, 12, 11), "vendredi 11 décembre 2026", "Friday 11 December 2026"),
    ],
)
def test_a_day_may_have_its_weekday(day: tuple[int, int, int], french: str, english: str) -> None:
    date = dt.date(*day)
    assert spoken_day(date, "fr", weekday=True) == french
    assert spoken_day(date, "en", weekday=True) == english
    assert spoken_day(date, "fr", weekday=True, year=False) == french.rpartition(" ")[0]
    assert spoken_day(date, "en", month=False, year=False) == str(date.day)


@pytest.mark.parametrize(
    ("time", "french", "english"),
    [
        ((14, 30), "14\u00a0h\u00a030", "14:30"),
        ((9, 5), "9\u00a0h\u00a005", "9:05"),
        ((17, 0), "17\u00a0h", "17:00"),
        ((0, 0), "0\u00a0h", "0:00"),
    ],
)
def test_a_time_of_day_is_on_twenty_four_hours(
    time: tuple[int, int], french: str, english: str
) -> None:
    assert spoken_time(dt.time(*time), "fr") == french
    assert spoken_time(dt.time(*time), "en") == english


@pytest.mark.parametrize(
    ("text", "exact"), [("2026", False), ("2026-11", False), ("2026-11-23", True)]
)
def test_a_date_knows_whether_its_day_is_known(text: str, exact: bool) -> None:
    assert PartialDate.parse(text).is_exact is Moment.parse(text).is_exact is exact


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("2026", "2026", None),
        ("2026-11", "2026-11", None),
        ("2026-11-23", "2026-11-23", None),
        ("2026-11-23 14:30", "2026-11-23", dt.time(14, 30)),
        ("2026-11-23 00:00", "2026-11-23", dt.time(0)),
        ("2026-11-23 23:59", "2026-11-23", dt.time(23, 59)),
    ],
)
def test_a_moment(text: str, date: str, time: dt.time | None) -> None:
    moment = Moment.parse(text)
    assert (moment.text, str(moment), moment.date, moment.time) == (
        text,
        text,
        PartialDate.parse(date),
        time,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "14:30",
        "2026-11-23T14:30",
        "2026-11-23 14h30",
        "2026-11-23 14:30:00",
        "2026-11-23 9:30",
        "2026-11-23 ",
        "2026-11-23  14:30",
        "2026-11-23 14:30 ",
        "2026-11-23 14:30+01:00",
        "2026-11-23 14:30Z",
        "2026-11-23 １４:３０",
        "2026-11-23\u00a014:30",
        "2026-11 14:30",
        "2026 14:30",
        "23/11/2026 14:30",
    ],
)
def test_what_is_not_written_as_a_moment(text: str) -> None:
    with pytest.raises(BadDateForm):
        Moment.parse(text)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-13", "2026-11-23 24:00", "2026-11-23 12:60", "2026-02-29 10:00"]
)
def test_moments_that_do_not_exist(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        Moment.parse(text)


@given(st.datetimes())
def test_every_minute_can_be_written(when: dt.datetime) -> None:
    moment = Moment.parse(f"{when.date().isoformat()} {when.time().isoformat('minutes')}")
    assert moment.date.first == when.date()
    assert moment.time == when.time().replace(second=0, microsecond=0)


@given(st.text(st.sampled_from("0123456789-: T"), max_size=18))
def test_any_text_is_a_moment_or_is_refused(text: str) -> None:
    with contextlib.suppress(BadDateForm, ImpossibleDate):
        assert Moment.parse(text).text == text


@pytest.mark.parametrize("date", [PartialDate.parse("2014-03"), Moment.parse("2014-03-01 14:30")])
def test_dates_can_be_pickled(date: PartialDate | Moment) -> None:
    assert pickle.loads(pickle.dumps(date)) == date
