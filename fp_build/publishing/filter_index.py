"""What filters need in the browser: every listed record by column, and the choices of each facet.

Columns compress far better than objects, and a summary weighs more than all the rest of a record:
summaries stand in files of their own, a few records each, asked for when a card comes into view.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from fp_build.arranging.facets import FACETS
from fp_build.arranging.years import spans_of
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.list_pages import CARDS_A_PAGE
from fp_build.publishing.parts import Remember, anew
from fp_build.publishing.shorthand import character, in_a_row, titles_text
from fp_build.publishing.views import Card, Said
from fp_build.words.addresses import list_file, record_file
from fp_build.words.languages import Language
from fp_build.words.text import ID

SUMMARIES_A_FILE: Final = 20

_TOP: Final = "index.html"
"""Addresses are given from the top of the site."""


def index_file(language: Language) -> str:
    """Where the index of a language stands."""
    return f"data/filters-{language}.json"


def summaries_file(language: Language, number: int) -> str:
    """Where the summaries of records ``number`` × :data:`SUMMARIES_A_FILE` and on stand."""
    return f"data/summaries-{language}/{number}.json"


class IndexedRecord(NamedTuple):
    """A record as the index tells of it."""

    slug: str
    card: Card
    date: str
    terms: tuple[str, ...]
    """Of each facet: a character a term."""

    @property
    def picture(self) -> str:
        """Where its picture is, with ``{slug}`` for its own slug."""
        return self.card.picture.replace(f"/{self.slug}/", "/{slug}/")


def indexed_records(edition: Edition, remembered: Remember = anew) -> list[IndexedRecord]:
    """Each listed record, in their order."""
    return [
        IndexedRecord(
            slug, edition.card(slug, _TOP), *remembered(slug, partial(_sorted_by, slug, edition))
        )
        for slug in listed(edition)
    ]


def _sorted_by(slug: str, edition: Edition) -> tuple[str, tuple[str, ...]]:
    record, under = edition.catalogue.records[slug], edition.catalogue.terms[slug]
    terms = tuple(_letters(edition, facet).of(under[facet]) for facet in FACETS)
    return last_date(record), terms


def filter_index(edition: Edition, records: Sequence[IndexedRecord]) -> dict[str, Any]:
    """The index of an edition. Records are numbered by title, from 0, as lists show them.

    ``lang`` and ``marks`` name only the records that have some. A facet's ``records`` hold the
    numbers of each record's terms, in the record's own order (:mod:`.shorthand`); the terms that
    hold these are left out, and found by ``parents``. ``{slug}`` in an address stands for the
    record's own.
    """
    pictures = list(dict.fromkeys(one.picture for one in records))
    numbers = {src: number for number, src in enumerate(pictures)}
    return {
        "language": edition.language,
        "address": _pattern(edition),
        "catalogue": edition.link(_TOP, list_file(edition.language)),
        "page": CARDS_A_PAGE,
        "chunk": SUMMARIES_A_FILE,
        "records": {
            "slug": [one.slug for one in records],
            "title": titles_text(one.card.title.text for one in records),
            "date": [one.date for one in records],
            "picture": [numbers[one.picture] for one in records],
            "lang": {
                str(n): one.card.title.lang for n, one in enumerate(records) if one.card.title.lang
            },
            "marks": {
                str(n): list(one.card.marks) for n, one in enumerate(records) if one.card.marks
            },
        },
        "pictures": pictures,
        "facets": [
            _facet(edition, facet) | {"records": in_a_row(one.terms[number] for one in records)}
            for number, facet in enumerate(FACETS)
        ],
    }


def listed(edition: Edition) -> list[str]:
    """The slugs of the listed records, in the order in which the index numbers them."""
    return edition.catalogue.in_order(edition.catalogue.listed, edition.language)


def last_date(record: Record) -> str:
    """The last date that a record documents of what it tells, as typed; empty where none does. As
    texts these compare well enough to sort by: 2014 stands before 2014-03."""
    return max((date.text for span in spans_of(record.facts) for date in span), default="")


def _pattern(edition: Edition) -> str:
    there = edition.link(_TOP, record_file(edition.language, "some-record"))
    return there.replace("some-record", "{slug}")


class _Letters(NamedTuple):
    """How terms of a facet are written."""

    of_term: Mapping[str, str]
    parents: Mapping[str, str]
    """The term that holds each that is held."""

    def of(self, terms: Sequence[str]) -> str:
        """These without those that hold others among them, and without any no longer in use."""
        if self.parents:
            held = {self.parents.get(term) for term in terms}
            terms = [term for term in terms if term not in held]
        return "".join([self.of_term[term] for term in terms if term in self.of_term])


def _letters(edition: Edition, facet: str) -> _Letters:
    def letters() -> _Letters:
        terms = _terms(edition, facet)
        written = {name: character(number) for number, name in enumerate(terms)}
        return _Letters(written, _parents(edition, facet))

    return edition.once(("letters of terms", facet), letters)


def _terms(edition: Edition, facet: str) -> list[str]:
    """The terms of a facet that are in use."""
    vocabulary = edition.vocabulary(facet)
    return [name for name in vocabulary if name in vocabulary.current_terms]


def _parents(edition: Edition, facet: str) -> dict[str, str]:
    vocabulary = edition.vocabulary(facet)
    parents = ((term, getattr(vocabulary[term], "parent", None)) for term in _terms(edition, facet))
    return {term: parent for term, parent in parents if parent}


def _facet(edition: Edition, facet: str) -> dict[str, Any]:
    about = edition.catalogue.vocabularies["facets"][facet]
    vocabulary = edition.vocabulary(facet)
    terms = _terms(edition, facet)
    number = {name: n for n, name in enumerate(terms)}
    former = {a: vocabulary.current(a) for a in vocabulary.aliases if ID.fullmatch(a)}
    return {
        "id": facet,
        "label": edition.of(about),
        "plural": edition.of(about.plural),
        "terms": [[name, edition.of(vocabulary[name])] for name in terms],
        "aliases": {alias: name for alias, name in former.items() if name in number},
        "parents": {
            str(number[name]): number[parent]
            for name, parent in _parents(edition, facet).items()
            if parent in number
        },
    }


def summaries(
    edition: Edition, records: Sequence[IndexedRecord]
) -> Iterator[tuple[str, list[str | dict[str, str]]]]:
    """The files of summaries: one in the other language says so."""
    for start in range(0, len(records), SUMMARIES_A_FILE):
        part = records[start : start + SUMMARIES_A_FILE]
        file = summaries_file(edition.language, start // SUMMARIES_A_FILE)
        yield file, [_in_its_language(one.card.summary) for one in part]


def _in_its_language(said: Said) -> str | dict[str, str]:
    return {"text": said.text, "lang": said.lang} if said.lang else said.text


def as_json(value: object) -> str:
    """As short as JSON gets."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
