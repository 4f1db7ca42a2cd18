"""Atom feeds (RFC 4287): the calls that are open, and the records verified last."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Final
from xml.etree import ElementTree as Xml

from fp_build.arranging.agenda import day_of_call
from fp_build.arranging.calls import state_of_call
from fp_build.judging.models import Call
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.moments import standing
from fp_build.publishing.parts import Remember, anew
from fp_build.words.addresses import (
    calls_feed_file,
    list_file,
    record_file,
    records_feed_file,
    term_file,
)

ENTRIES: Final = 30
"""How many records the feed of those verified last holds."""

MEDIA_TYPE: Final = "application/atom+xml"

ATOM: Final = "http://www.w3.org/2005/Atom"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a feed, and the day on which it last had something new to say."""

    record: Record
    updated: dt.date
    note: str = ""
    """What stands before its summary."""


def feeds(edition: Edition, remembered: Remember = anew) -> Iterator[tuple[str, bytes]]:
    """Every feed of an edition, by the name of its file."""
    language = edition.language
    news = {
        slug: remembered(f"news of {slug}", partial(_news, slug, edition))
        for slug in edition.catalogue.listed
    }
    yield _feed(
        edition,
        calls_feed_file(language),
        term_file(language, "kind", "call"),
        edition.words["feed-calls"],
        _open_calls(edition, news),
    )
    yield _feed(
        edition,
        records_feed_file(language),
        list_file(language),
        edition.words["feed-records"],
        _verified_last(edition, news),
    )


_News = tuple[str, str]
"""By which day an open call stands among the others, and on which day a record was verified last;
each empty where there is none."""


def _news(slug: str, edition: Edition) -> _News:
    record = edition.catalogue.records[slug]
    facts = record.facts
    is_open = isinstance(facts, Call) and state_of_call(facts, edition.catalogue.today) == "open"
    return (
        day_of_call(record)[0].isoformat() if is_open else "",
        facts.verified_on.first.isoformat() if facts.verified_on else "",
    )


def _open_calls(edition: Edition, news: Mapping[str, _News]) -> Iterator[Entry]:
    """The one that closes next comes first; it was news on the day it opened."""
    today = edition.catalogue.today
    for _, slug in sorted((day, slug) for slug, (day, _) in news.items() if day):
        record = edition.catalogue.records[slug]
        assert isinstance(record.facts, Call)
        opened = record.facts.opens.first if record.facts.opens else today
        note = standing(record.facts, today, edition.words, edition.language)
        yield Entry(record, min(opened, today), note)


def _verified_last(edition: Edition, news: Mapping[str, _News]) -> list[Entry]:
    """A record says on which day its facts were verified last, and nothing else of when it
    changed; one that does not say so is in no feed."""
    today = edition.catalogue.today.isoformat()
    known = [(min(day, today), slug) for slug, (_, day) in news.items() if day]
    last = sorted(known, key=itemgetter(0), reverse=True)[:ENTRIES]
    records = edition.catalogue.records
    return [Entry(records[slug], dt.date.fromisoformat(day)) for day, slug in last]


def _feed(
    edition: Edition, file: str, page: str, title: str, entries: Iterable[Entry]
) -> tuple[str, bytes]:
    found = list(entries)
    feed = Xml.Element("feed", {"xmlns": ATOM, _LANGUAGE: edition.language})
    words = edition.words
    name = words.fill("named-value", name=words["site-name"], value=title)
    _add(feed, "id", _id(file, edition))
    _add(feed, "title", name)
    _add(feed, "updated", _time(max((e.updated for e in found), default=edition.catalogue.today)))
    _link(feed, "self", _address(file, file, edition), MEDIA_TYPE, edition.language)
    _link(feed, "alternate", _address(file, page, edition), "text/html", edition.language)
    author = Xml.SubElement(feed, "author")
    _add(author, "name", edition.settings.of("publisher", edition.language) or words["site-name"])
    for entry in found:
        _entry(feed, entry, file, edition)
    Xml.indent(feed, " ")
    return file, Xml.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(feed: Xml.Element, entry: Entry, feed_file: str, edition: Edition) -> None:
    record = entry.record
    language = record.text_language(edition.language)
    words = record.words[language]
    page = record_file(edition.language, record.slug)
    part = Xml.SubElement(feed, "entry")
    _add(part, "id", _id(page, edition))
    _add(part, "title", words.title).set(_LANGUAGE, language)
    _add(part, "updated", _time(entry.updated))
    _link(part, "alternate", _address(feed_file, page, edition), "text/html", edition.language)
    kind = record.facts.kind
    categories = [("kinds", kind)] if kind else []
    categories += [("themes", theme) for theme in record.facts.themes]
    for vocabulary, term in categories:
        about = {"term": term, "label": edition.label(vocabulary, term)}
        Xml.SubElement(part, "category", about)
    text = "\n".join(filter(None, (entry.note, words.question, words.summary)))
    summary = _add(part, "summary", text)
    if not entry.note:  # a note is in the language of the feed
        summary.set(_LANGUAGE, language)


def _add(parent: Xml.Element, name: str, text: str) -> Xml.Element:
    part = Xml.SubElement(parent, name)
    part.text = text
    return part


def _link(parent: Xml.Element, rel: str, href: str, media_type: str, language: str) -> None:
    about = {"rel": rel, "href": href, "type": media_type, "hreflang": language}
    Xml.SubElement(parent, "link", about)


def _address(here: str, there: str, edition: Edition) -> str:
    return edition.addresses.absolute(there) or edition.link(here, there)


def _id(file: str, edition: Edition) -> str:
    """The address of what is identified; while the site has none, a name made from its file."""
    name = f"futurs-publics/{file}"
    return edition.addresses.absolute(file) or uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _time(day: dt.date) -> str:
    """Days are known, hours are not: the first of the day."""
    return f"{day.isoformat()}T00:00:00Z"
