"""What a record is about, for programs, and what readers replied: in the words of schema.org.

A record's page says what its text is (``linked_data``); this says what that text is about. What a
record does not say is left out, and nothing is made more precise than it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from fp_build.arranging.calls import state_of_event
from fp_build.judging.models import Call, Event, Initiative, Project
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.plain_text import passages
from fp_build.publishing.record_views import ReplyView
from fp_build.publishing.things import Thing, defined_term, maybe, organisation
from fp_build.words.addresses import record_file, term_file
from fp_build.words.dates import Moment

PARIS: Final = ZoneInfo("Europe/Paris")


def subjects(edition: Edition, record: Record, title: str) -> Iterator[Thing]:
    """What a record is about by its kind. ``title`` is the record's, under which a project and an
    event go."""
    facts = record.facts
    if isinstance(facts, Project):
        yield {"@type": "Project", "name": title}
    elif isinstance(facts, Event):
        yield _event(edition, record, facts, title)
    elif isinstance(facts, Call):
        question = edition.text(record, "question").text
        if question:
            yield {"@type": "Question", "name": question}
    elif isinstance(facts, Initiative) and facts.type:
        yield defined_term(edition, "type", facts.type)


def _event(edition: Edition, record: Record, event: Event, title: str) -> Thing:
    is_past = state_of_event(event, edition.catalogue.today) == "past"
    return {
        "@type": "Event",
        "name": title,
        **maybe("startDate", _moment(event.starts)),
        **maybe("endDate", _moment(event.ends)),
        # that it is still to take place is all the record says; a past one may have been put off
        **maybe("eventStatus", "" if is_past else "https://schema.org/EventScheduled"),
        **_where(edition, record, event),
        **maybe("organizer", organisation(edition, event.lead) if event.lead else {}),
        **maybe("inLanguage", list(event.languages)),
        **maybe("superEvent", _series(edition, event)),
    }


def _where(edition: Edition, record: Record, event: Event) -> Thing:
    place = edition.text(record, "place").text
    places: list[Thing] = [{"@type": "Place", "name": place}] if place else []
    if event.online:
        places.append({"@type": "VirtualLocation", "url": event.online})
    if not places:
        return {}
    mode = "Mixed" if len(places) == 2 else "Online" if event.online else "Offline"
    return {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": places if len(places) > 1 else places[0],
    }


def _series(edition: Edition, event: Event) -> Thing:
    if not event.series:
        return {}
    name = edition.label("event-series", event.series)
    url = edition.addresses.absolute(term_file(edition.language, "series", event.series))
    return {"@type": "EventSeries", "name": name, **maybe("url", url)}


def _moment(moment: Moment | None) -> str:
    """A date as it is known, or a time of day in Paris with its distance from universal time."""
    if moment is None:
        return ""
    if moment.time is None:
        return moment.date.text
    return dt.datetime.combine(moment.date.first, moment.time, PARIS).isoformat()


def comments(edition: Edition, record: Record, replies: Sequence[ReplyView]) -> Thing:
    """What readers replied, as a property of the record's text; nothing where nobody did."""
    if not replies:
        return {}
    page = edition.addresses.absolute(record_file(edition.language, record.slug))
    return {
        "commentCount": len(replies),
        "comment": [
            {
                "@type": "Comment",
                "author": {"@type": "Person", "name": reply.name.text},
                "datePublished": reply.iso_date,
                "inLanguage": reply.language,
                "text": "\n".join(passage.text for passage in passages(reply.text)),
                **maybe("url", f"{page}#{reply.id}" if page else ""),
            }
            for reply in replies
        ],
    }
