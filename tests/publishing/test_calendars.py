"""Calendar files: valid, the same each time, and never more precise than what is known."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import Any, Final

import pytest
from icalendar import Calendar
from in_memory import TODAY

from fp_build.publishing.calendars import calendars
from fp_build.words.addresses import Addresses
from fp_build.words.languages import Language
from publishing.editions import edition_of, editions_of, record, translated

HOSTILE: Final = 'Un; deux, trois \\ quatre: "cinq" BEGIN:VEVENT é€😀' + "’" * 90


def files_of(files: dict[str, str], language: Language = "fr", **more: Any) -> dict[str, bytes]:
    return dict(calendars(edition_of(files, language, **more)))


def event_of(*lines: str, **more: Any) -> Any:
    """The one event of a record, read back."""
    found = files_of({"rdv/index.fr.md": record(*lines, kind="event")}, **more)
    (event,) = Calendar.from_ical(found["catalogue/rdv/rdv.ics"]).walk("VEVENT")
    return event


def lines_of(data: bytes) -> list[str]:
    """The logical lines of a calendar, held to what RFC 5545 (3.1) says of lines."""
    assert data.endswith(b"\r\n")
    physical = data.split(b"\r\n")[:-1]
    assert all(0 < len(line) <= 75 for line in physical)
    assert not any(byte < 0x20 for line in physical for byte in line)
    for line in physical:
        line.decode()  # no character is cut in two
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_there_is_one_file_for_all_and_one_for_each() -> None:
    files = {
        "rdv/index.fr.md": record("starts: 2026-12-01", kind="event"),
        "appel/index.fr.md": record("opens: 2026-11", "closes: 2026-12-15", kind="call"),
        "mois/index.fr.md": record("starts: 2027-03", kind="event"),
        "appel-mois/index.fr.md": record("opens: 2026-11", "closes: 2026-12", kind="call"),
        "projet/index.fr.md": record(),
        "cache/index.fr.md": record("starts: 2026-12-02", kind="event", status="draft"),
    }
    french = files_of(files)
    assert list(french) == [
        "agenda.ics", "catalogue/appel/appel.ics", "catalogue/rdv/rdv.ics",
    ]  # fmt: skip
    assert list(files_of(files, "en")) == [f"en/{name}" for name in french]
    everything = Calendar.from_ical(french["agenda.ics"]).walk("VEVENT")
    assert [event["UID"] for event in everything] == [
        "rdv@example.org/fp", "appel.closes@example.org/fp",
    ]  # fmt: skip
    for name, data in french.items():
        assert lines_of(data)[0] == "BEGIN:VCALENDAR", name
        assert lines_of(data)[-1] == "END:VCALENDAR", name


def test_a_calendar_without_dates_is_a_calendar_still() -> None:
    for language in ("fr", "en"):
        (data,) = files_of({}, language).values()
        calendar = Calendar.from_ical(data)
        assert calendar.walk("VEVENT") == []
        assert [str(part["TZID"]) for part in calendar.walk("VTIMEZONE")] == ["Europe/Paris"]
        assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not calendar.errors


def test_the_same_records_give_the_same_bytes_and_only_the_stamp_follows_the_day() -> None:
    files = {
        f"rdv-{n}/index.fr.md": record(f"starts: 2026-12-{n:02} 09:00", kind="event")
        for n in range(1, 9)
    }
    backwards = dict(reversed(files.items()))
    assert files_of(files) == files_of(backwards)
    other = files_of(files, today=TODAY + dt.timedelta(days=1))
    stamps = (b"DTSTAMP:20261121T000000Z", b"DTSTAMP:20261122T000000Z")
    assert {n: data.replace(*stamps) for n, data in files_of(files).items()} == other


def test_hostile_text_stays_text() -> None:
    data = files_of(
        {
            "rdv/index.fr.md": record(
                f"title: '{HOSTILE}'",
                f"summary: '{HOSTILE}'",
                "starts: 2026-12-01 09:00",
                f"place: '{HOSTILE}'",
                kind="event",
            )
        }
    )["catalogue/rdv/rdv.ics"]
    lines = lines_of(data)
    assert lines.count("BEGIN:VEVENT") == 1
    calendar = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    assert not event.errors
    assert event["SUMMARY"] == event["LOCATION"] == HOSTILE
    assert HOSTILE in event["DESCRIPTION"]


# When


def test_a_meeting_with_times_is_in_the_time_of_paris() -> None:
    event = event_of("starts: 2026-11-23 14:30", "ends: 2026-11-23 17:00")
    assert event["DTSTART"].params["TZID"] == event["DTEND"].params["TZID"] == "Europe/Paris"
    assert event.decoded("DTSTART").utcoffset() == dt.timedelta(hours=1)
    assert event.decoded("DTEND").replace(tzinfo=None) == dt.datetime(2026, 11, 23, 17)


@pytest.mark.parametrize(
    ("starts", "ends", "hours", "before", "after"),
    [
        ("2026-03-28 23:30", "2026-03-29 03:30", 3, 1, 2),
        ("2026-10-24 23:30", "2026-10-25 03:30", 5, 2, 1),
    ],
    ids=["spring", "autumn"],
)
def test_a_meeting_across_a_change_of_the_clocks(
    starts: str, ends: str, hours: int, before: int, after: int
) -> None:
    event = event_of(f"starts: {starts}", f"ends: {ends}")
    first, last = event.decoded("DTSTART"), event.decoded("DTEND")
    assert first.utcoffset() == dt.timedelta(hours=before)
    assert last.utcoffset() == dt.timedelta(hours=after)
    assert last.astimezone(dt.UTC) - first.astimezone(dt.UTC) == dt.timedelta(hours=hours)


def test_the_rules_of_the_clocks_are_those_of_paris() -> None:
    """By the rules that the file itself brings, without the tables of the system."""
    from zoneinfo import ZoneInfo

    (zone,) = Calendar.from_ical(files_of({})["agenda.ics"]).walk("VTIMEZONE")
    ours, paris = zone.to_tz(lookup_tzid=False), ZoneInfo("Europe/Paris")
    for year in range(1997, 2037):
        for month in range(1, 13):
            for day in (1, 24, 25, 26, 27, 28):
                noon = dt.datetime(year, month, day, 12)
                assert ours.utcoffset(noon) == noon.replace(tzinfo=paris).utcoffset(), noon


def test_a_meeting_whose_end_is_not_known_has_none() -> None:
    event = event_of("starts: 2026-11-23 14:30")
    assert "DTEND" not in event and "DURATION" not in event


@pytest.mark.parametrize(
    ("starts", "ends", "last"),
    [
        ("2014-11-12", None, (2014, 11, 13)),
        ("2014-11-12", "2014-11-16", (2014, 11, 17)),
        ("2014-11-12 09:00", "2014-11-16", (2014, 11, 17)),
        ("2014-11-12", "2014-11-16 17:00", (2014, 11, 17)),
        ("2014-12-31", None, (2015, 1, 1)),
    ],
)
def test_whole_days_end_on_the_morning_after(
    starts: str, ends: str | None, last: tuple[int, int, int]
) -> None:
    event = event_of(f"starts: {starts}", *([f"ends: {ends}"] if ends else []))
    assert event.decoded("DTSTART") == dt.date.fromisoformat(starts[:10])
    assert event.decoded("DTEND") == dt.date(*last)


@pytest.mark.parametrize(
    "lines", [("starts: 9999-12-31",), ("starts: 2027-01-01", "ends: 9999-12-31")]
)
def test_the_last_day_there_is_has_no_morning_after(lines: tuple[str, ...]) -> None:
    event = event_of(*lines)
    assert "DTSTART" in event and "DTEND" not in event


@pytest.mark.parametrize(
    "lines",
    [
        ("starts: 2027",),
        ("starts: 2027-03",),
        ("starts: 2027-03-01", "ends: 2027-03"),
        (),
    ],
)
def test_no_day_is_made_up(lines: tuple[str, ...]) -> None:
    files = {"rdv/index.fr.md": record(*lines, kind="event", status="draft")}
    assert list(files_of(files, preview=True)) == ["agenda.ics"]


def test_the_closing_of_a_call_keeps_nobody_busy() -> None:
    files = {
        "appel/index.fr.md": record(
            "title: Un appel",
            "question: Que faire ?",
            "opens: 2026-11",
            "closes: 2026-12-15",
            "answer_url: https://example.org/repondre",
            kind="call",
        )
    }
    (event,) = Calendar.from_ical(files_of(files)["catalogue/appel/appel.ics"]).walk("VEVENT")
    assert event["SUMMARY"].replace("\u00a0", " ") == "Clôture de l’appel : Un appel"
    assert event.decoded("DTSTART") == dt.date(2026, 12, 15)
    assert event["TRANSP"] == "TRANSPARENT"
    assert "Que faire ?" in event["DESCRIPTION"] and "/repondre" in event["DESCRIPTION"]


# What else


def test_both_languages_tell_of_one_event() -> None:
    files = {
        "rdv/index.fr.md": record(
            "title: Un rendez-vous", "starts: 2026-12-01", "place: Ici", kind="event"
        ),
        "rdv/index.en.md": translated("title: An event", "place: Here"),
    }
    found = {}
    for language, edition in editions_of(files).items():
        (_, data), _ = calendars(edition)
        (found[language],) = Calendar.from_ical(data).walk("VEVENT")
    assert found["fr"]["UID"] == found["en"]["UID"]
    assert [found[x]["SUMMARY"] for x in ("fr", "en")] == ["Un rendez-vous", "An event"]
    assert [found[x]["LOCATION"] for x in ("fr", "en")] == ["Ici", "Here"]
    assert found["en"]["URL"] == "https://example.org/fp/en/catalogue/rdv/"


def test_where_to_follow_stands_for_a_place() -> None:
    event = event_of("starts: 2026-12-01", "online: https://visio.example.org/x?a=1;b=2,3")
    assert event["LOCATION"] == "https://visio.example.org/x?a=1;b=2,3"
    assert "En ligne" in event["DESCRIPTION"]


def test_without_an_address_of_its_own_a_site_names_none() -> None:
    event = event_of("starts: 2026-12-01", addresses=Addresses(None, directories=True))
    assert "URL" not in event and "http" not in event["DESCRIPTION"]
    assert event["UID"] == "rdv@futurs-publics"
    data = files_of({}, addresses=Addresses(None, directories=True))["agenda.ics"]
    assert b"http" not in data


def test_the_library_is_not_loaded_where_nothing_is_published() -> None:
    """A check of records writes no calendar: it does not pay for one."""
    program = "import sys, fp_build.doors.cli, fp_build.publishing.calendars\n"
    program += "assert 'icalendar' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
