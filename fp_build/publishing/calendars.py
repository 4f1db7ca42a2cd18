"""Calendar files (iCalendar, RFC 5545): one for each event and call, and one to subscribe to.

Only what is known to the day goes into a calendar: a calendar has no way to say “in March”, and no
day is made up. The same records on the same day give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from fp_build.judging.models import Call, Event
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.moments import spoken_span
from fp_build.publishing.parts import Remember, anew
from fp_build.words.addresses import calendar_file, record_calendar_file, record_file
from fp_build.words.dates import Moment

if TYPE_CHECKING:
    from icalendar import Calendar, Component

PARIS: Final = "Europe/Paris"

MEDIA_TYPE: Final = "text/calendar"

_NOWHERE: Final = "futurs-publics"
"""What stands for the site in an identifier while its address is not known."""

_END: Final = b"END:VCALENDAR\r\n"

_A_DAY: Final = dt.timedelta(days=1)

_CLOCK_CHANGES: Final = (
    ("TimezoneDaylight", "CEST", dt.datetime(1996, 3, 31, 2), 3, (1, 2)),
    ("TimezoneStandard", "CET", dt.datetime(1996, 10, 27, 3), 10, (2, 1)),
)
"""When Paris puts its clocks on and back, since 1996 by one rule: the last Sunday of March and of
October, at one o’clock of universal time (directive 2000/84/EC)."""


def has_calendar(record: Record) -> bool:
    """True where the day of the event, or of the closing of the call, is known."""
    facts = record.facts
    if isinstance(facts, Call):
        return facts.closes is not None and facts.closes.is_exact
    if isinstance(facts, Event) and facts.starts is not None:
        return facts.starts.is_exact and (facts.ends is None or facts.ends.is_exact)
    return False


def calendars(edition: Edition, remembered: Remember = anew) -> Iterator[tuple[str, bytes]]:
    """Every calendar file of an edition, by its name: that of all dates first."""
    language = edition.language
    # Each part is written once, for the two files it stands in: writing is what takes time.
    found = {
        slug: remembered(slug, partial(_part, slug, edition)) for slug in edition.catalogue.listed
    }
    dated = {slug: part for slug, part in found.items() if part is not None}
    in_order = [part for _, _, part in sorted((day, s, part) for s, (day, part) in dated.items())]
    # A slug has no space in it, so these are names of no record.
    everything = remembered("all dates", partial(_around_all, edition))
    yield calendar_file(language), _with(everything, *in_order)
    alone = remembered("one date", lambda: _calendar(edition).to_ical())
    for slug, (_, part) in dated.items():
        yield record_calendar_file(language, slug), _with(alone, part)


def _part(slug: str, edition: Edition) -> tuple[str, bytes] | None:
    """The day by which a record stands among the others, and what it puts into a calendar; nothing
    for one without a date."""
    record = edition.catalogue.records[slug]
    if not has_calendar(record):
        return None
    return _first_day(record).isoformat(), _component(record, edition).to_ical()


def _around_all(edition: Edition) -> bytes:
    calendar = _calendar(edition, edition.words["agenda-name"])
    source = edition.addresses.absolute(calendar_file(edition.language))
    if source is not None:
        calendar.add("source", source, parameters={"VALUE": "URI"})
    written: bytes = calendar.to_ical()
    return written


def _first_day(record: Record) -> dt.date:
    facts = record.facts
    if isinstance(facts, Call) and facts.closes is not None:
        return facts.closes.first
    assert isinstance(facts, Event) and facts.starts is not None
    return facts.starts.date.first


def _with(calendar: bytes, *parts: bytes) -> bytes:
    """A calendar with these parts put in before its end."""
    return calendar.removesuffix(_END) + b"".join(parts) + _END


def _calendar(edition: Edition, name: str = "") -> Calendar:
    """A calendar that holds but the rules of the time in Paris: an empty one is not allowed."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{edition.words['site-name']}//{edition.language.upper()}")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)  # how most programs still read the name
        calendar.add("x-wr-timezone", PARIS)
        calendar.add("refresh-interval", _A_DAY, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "P1D")
    calendar.add_component(_paris())
    return calendar


def _paris() -> Component:
    import icalendar

    zone = icalendar.Timezone()
    zone.add("tzid", PARIS)
    for kind, name, first, month, (before, after) in _CLOCK_CHANGES:
        change: Any = getattr(icalendar, kind)()
        change.add("tzname", name)
        change.add("dtstart", first)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        change.add("tzoffsetfrom", dt.timedelta(hours=before))
        change.add("tzoffsetto", dt.timedelta(hours=after))
        zone.add_component(change)
    return zone


def _component(record: Record, edition: Edition) -> Component:
    """An event, or the closing of a call as a day of its own that keeps nobody busy."""
    import icalendar

    facts = record.facts
    words = record.words[record.text_language(edition.language)]
    part = icalendar.Event()
    part.add("dtstamp", dt.datetime.combine(edition.catalogue.today, dt.time(), dt.UTC))
    page = edition.addresses.absolute(record_file(edition.language, record.slug))
    if page is not None:
        part.add("url", page)
    about = [words.summary]
    if isinstance(facts, Call):
        assert facts.closes is not None
        title = edition.words.fill("closing-of", title=words.title)
        part.add("uid", _uid(f"{record.slug}.closes", edition))
        part.add("dtstart", facts.closes.first)
        part.add("transp", "TRANSPARENT")
        about += [words.question, _line("call-answer", facts.answer_url, edition)]
    else:
        assert isinstance(facts, Event) and facts.starts is not None
        title = words.title
        part.add("uid", _uid(record.slug, edition))
        _add_span(part, facts.starts, facts.ends)
        if facts.place or facts.online:
            part.add("location", words.place or facts.online)
        if facts.series:
            part.add("categories", [edition.label("event-series", facts.series)])
        if facts.starts.time or (facts.ends and facts.ends.time):
            about.insert(0, spoken_span(facts.starts, facts.ends, edition.words, edition.language))
        about += [
            _line("event-online", facts.online, edition),
            _line("event-register", facts.registration, edition),
        ]
    part.add("summary", title)
    about.append(_line("calendar-page", page, edition))
    part.add("description", "\n\n".join(filter(None, about)))
    return part


def _line(name: str, address: str | None, edition: Edition) -> str:
    if not address:
        return ""
    return edition.words.fill("named-value", name=edition.words[name], value=address)


def _uid(name: str, edition: Edition) -> str:
    """The same in both languages: it is the same date. A slug holds no full stop, so what follows
    one is never another record's."""
    site = urlsplit(edition.addresses.site_url or "")
    return f"{name}@{site.netloc}{site.path.rstrip('/')}" if site.netloc else f"{name}@{_NOWHERE}"


def _add_span(part: Component, starts: Moment, ends: Moment | None) -> None:
    """When it begins and ends: times in Paris where both are known, or the beginning of a meeting
    whose end is not documented; else whole days, the last of them included."""
    if starts.time and (ends is None or ends.time):
        part.add("dtstart", _at(starts), parameters={"TZID": PARIS})
        if ends is not None and _at(ends) > _at(starts):
            part.add("dtend", _at(ends), parameters={"TZID": PARIS})
        return
    last = (ends or starts).date.last
    part.add("dtstart", starts.date.first)
    if last < dt.date.max:  # after which there is no day to end on
        part.add("dtend", last + _A_DAY)


def _at(moment: Moment) -> dt.datetime:
    return dt.datetime.combine(moment.date.first, moment.time or dt.time())
