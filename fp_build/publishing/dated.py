"""Calls and events as their pages and the lists of them show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from fp_build.arranging.calls import CallState, EventState, state_of_call, state_of_event
from fp_build.judging.models import Call, Event, Project
from fp_build.judging.record import Record
from fp_build.publishing.body import beginning, first_paragraph
from fp_build.publishing.calendars import has_calendar
from fp_build.publishing.edition import Edition
from fp_build.publishing.moments import spoken_span, standing
from fp_build.publishing.record_views import SourceView
from fp_build.publishing.views import Card, NamedLink, Said, TermLink
from fp_build.words.addresses import record_calendar_file
from fp_build.words.dates import PartialDate, spoken_day
from fp_build.words.typography import typeset

LINE: Final = 240
"""How many characters of what came of an event a list shows."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call."""

    received: str
    """How many ideas were received: “120 ideas received”; nothing where it is not documented."""
    selected: str
    source: Said
    """Where these figures come from."""
    source_url: str
    projects: tuple[Card, ...]
    """The projects that say they came from the call."""


@dataclass(frozen=True, slots=True)
class CallView:
    """A call for ideas on the day of the build."""

    state: CallState
    standing: str
    """Its state and the date that this depends on."""
    as_of: str
    """The day for which the state was worked out."""
    question: Said
    dates: tuple[tuple[str, str], ...]
    """What each date is, and the date, or that it is not documented."""
    answer_url: str
    """Where to answer, while the call is open."""
    outcome: Outcome | None
    """``None`` while there is nothing to tell yet."""
    calendar_url: str
    """The calendar file of its closing, until then."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event on the day of the build."""

    state: EventState
    standing: str
    as_of: str
    when: str
    place: Said
    online_url: str
    online_host: str
    series: TermLink | None
    languages: str
    registration_url: str
    """Where to register, until the event is over."""
    calendar_url: str
    """Its calendar file, until it is over."""
    calendar_note: str
    """Why it has none though it is not over."""
    outcome_url: str
    """Where its page tells what came of it, once it is over."""


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call in a list."""

    record: NamedLink
    call: CallView


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list."""

    record: NamedLink
    summary: Said
    event: EventView
    outcome: Said
    """Of a past event: the beginning of what its record says came of it."""


@dataclass(frozen=True, slots=True)
class OriginCall:
    """The call that a project came from."""

    record: NamedLink
    standing: str


def view_dated(
    record: Record, edition: Edition, here: str, sources: Iterable[SourceView]
) -> dict[str, object]:
    """What the page of a record says beside :class:`RecordView`, by the name that the template of
    its kind reads. ``sources`` are those of the page."""
    facts = record.facts
    if isinstance(facts, Call):
        return {"call": view_call(record, facts, edition, here, sources)}
    if isinstance(facts, Event):
        return {"event": view_event(record, facts, edition, here)}
    if isinstance(facts, Project):
        return {"origin": _origin_call(facts, edition, here)}
    return {}


def view_call(
    record: Record, call: Call, edition: Edition, here: str, sources: Iterable[SourceView] = ()
) -> CallView:
    """A call as the page at ``here`` shows it."""
    today = edition.catalogue.today
    state = state_of_call(call, today)
    decided = call.decided_on is not None or state in ("closed", "decided")
    shown = (("call-opens", call.opens), ("call-closes", call.closes))
    return CallView(
        state=state,
        standing=standing(call, today, edition.words, edition.language),
        as_of=_as_of(edition),
        question=edition.text(record, "question"),
        dates=tuple(
            (edition.words[name], _date(date, edition))
            for name, date in (*shown, *((("call-decided", call.decided_on),) if decided else ()))
        ),
        answer_url=(call.answer_url or "") if state == "open" else "",
        outcome=_outcome(record, call, state, edition, here, sources),
        calendar_url=_calendar(record, edition, here) if state in ("upcoming", "open") else "",
    )


def _date(date: PartialDate | None, edition: Edition) -> str:
    return edition.spoken(date) or edition.words["not-documented"]


def _as_of(edition: Edition) -> str:
    day = spoken_day(edition.catalogue.today, edition.language)
    return typeset(edition.words.fill("state-as-of", day=day), edition.language)


def _outcome(
    record: Record,
    call: Call,
    state: CallState,
    edition: Edition,
    here: str,
    sources: Iterable[SourceView],
) -> Outcome | None:
    ideas = call.ideas
    projects = edition.catalogue.became.get(record.slug, ())
    if state not in ("closed", "decided") and ideas is None and not projects:
        return None
    source = next((s for s in sources if ideas and s.id == ideas.source), None)
    return Outcome(
        received=_ideas("ideas-received", ideas.received if ideas else None, edition),
        selected=_ideas("ideas-selected", ideas.selected if ideas else None, edition),
        source=(source.publisher or source.title) if source else Said(""),
        source_url=f"#note-{source.number}" if source else "",
        projects=edition.cards(projects, here),
    )


def _ideas(key: str, number: int | None, edition: Edition) -> str:
    return "" if number is None else edition.words.count(key, number)


def _calendar(record: Record, edition: Edition, here: str) -> str:
    if not has_calendar(record) or not _is_listed(record, edition):
        return ""
    return edition.link(here, record_calendar_file(edition.language, record.slug))


def _is_listed(record: Record, edition: Edition) -> bool:
    """False for what is archived, which no calendar holds."""
    return record.slug in edition.catalogue.listed


def view_event(record: Record, event: Event, edition: Edition, here: str) -> EventView:
    """An event as the page at ``here`` shows it."""
    today, words, language = edition.catalogue.today, edition.words, edition.language
    state = state_of_event(event, today)
    is_over = state == "past"
    calendar = "" if is_over else _calendar(record, edition, here)
    is_missed = not calendar and not is_over and _is_listed(record, edition)
    when = spoken_span(event.starts, event.ends, words, language) if event.starts else ""
    told = "results" in _sections(record, edition)
    return EventView(
        state=state,
        standing=standing(event, today, words, language),
        as_of=_as_of(edition),
        when=when or words["undated"],
        place=edition.text(record, "place"),
        online_url=event.online or "",
        online_host=urlsplit(event.online or "").netloc,
        series=edition.term("series", event.series, here) if event.series else None,
        languages=", ".join(words[f"language-{name}"] for name in event.languages),
        registration_url="" if is_over else event.registration or "",
        calendar_url=calendar,
        calendar_note=words["calendar-not-exact"] if is_missed else "",
        outcome_url="#s-results" if is_over and told else "",
    )


def _sections(record: Record, edition: Edition) -> set[str]:
    sections = edition.catalogue.vocabularies["sections"]
    outline = record.manuscripts[record.text_language(edition.language)].outline
    return {
        section
        for heading in outline.of_kind("heading")
        if heading.level == 2 and (section := sections.by_words(heading.text))
    }


def call_line(record: Record, edition: Edition, here: str) -> CallLine:
    """A call in a list on the page at ``here``."""
    assert isinstance(record.facts, Call)
    call = view_call(record, record.facts, edition, here)
    return CallLine(edition.named(record.slug, here), call)


def event_line(record: Record, edition: Edition, here: str) -> EventLine:
    """An event in a list on the page at ``here``."""
    assert isinstance(record.facts, Event)
    named = edition.named(record.slug, here)
    event = view_event(record, record.facts, edition, here)
    if event.outcome_url:
        event = replace(event, outcome_url=f"{named.url}{event.outcome_url}")
    outcome = _first_words(record, edition) if event.outcome_url else ""
    language = record.text_language(edition.language)
    return EventLine(
        record=named,
        summary=edition.text(record, "summary"),
        event=event,
        outcome=edition.said(outcome, language),
    )


def _first_words(record: Record, edition: Edition) -> str:
    """How the record begins to say what came of an event, cut at a word."""
    sections = edition.catalogue.vocabularies["sections"]
    outline = record.manuscripts[record.text_language(edition.language)].outline
    text = first_paragraph(outline, lambda heading: sections.by_words(heading) == "results")
    return beginning(text, LINE)


def _origin_call(project: Project, edition: Edition, here: str) -> OriginCall | None:
    called = edition.catalogue.records.get(project.call or "")
    if called is None or not isinstance(called.facts, Call):
        return None
    today = edition.catalogue.today
    return OriginCall(
        edition.named(called.slug, here),
        standing(called.facts, today, edition.words, edition.language),
    )
