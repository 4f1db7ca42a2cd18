"""What filters need in the browser: every listed record by column, and the choices of each facet.

Columns compress far better than objects, and a summary weighs more than all the rest of a record:
summaries stand in files of their own, a few records each, asked for when a card comes into view.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from fp_build.arranging.facets import FACETS
from fp_build.arranging.years import spans_of
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.list_pages import CARDS_A_PAGE
from fp_build.publishing.shorthand import terms_text, titles_text
from fp_build.publishing.views import Said
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


def filter_index(edition: Edition) -> dict[str, Any]:
    """The index of an edition. Records are numbered by title, from 0, as lists show them.

    ``lang`` and ``marks`` name only the records that have some. A facet's ``records`` hold the
    numbers of each record's terms, in the record's own order (:mod:`.shorthand`); the terms that
    hold these are left out, and found by ``parents``. ``{slug}`` in an address stands for the
    record's own.
    """
    catalogue = edition.catalogue
    records = [catalogue.records[slug] for slug in listed(edition)]
    cards = [edition.card(record.slug, _TOP) for record in records]
    sources = [
        card.picture.src.replace(f"/{record.slug}/", "/{slug}/")
        for card, record in zip(cards, records, strict=True)
    ]
    pictures = list(dict.fromkeys(sources))
    numbers = {src: number for number, src in enumerate(pictures)}
    return {
        "language": edition.language,
        "address": _pattern(edition),
        "catalogue": edition.link(_TOP, list_file(edition.language)),
        "page": CARDS_A_PAGE,
        "chunk": SUMMARIES_A_FILE,
        "records": {
            "slug": [record.slug for record in records],
            "title": titles_text(card.title.text for card in cards),
            "date": [last_date(record) for record in records],
            "picture": [numbers[src] for src in sources],
            "lang": {str(n): c.title.lang for n, c in enumerate(cards) if c.title.lang},
            "marks": {str(n): list(c.marks) for n, c in enumerate(cards) if c.marks},
        },
        "pictures": pictures,
        "facets": [_facet(edition, facet, records) for facet in FACETS],
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


def _facet(edition: Edition, facet: str, records: list[Record]) -> dict[str, Any]:
    about = edition.catalogue.vocabularies["facets"][facet]
    vocabulary = edition.vocabulary(facet)
    terms = [name for name in vocabulary if name in vocabulary.current_terms]
    number = {name: n for n, name in enumerate(terms)}
    former = {a: vocabulary.current(a) for a in vocabulary.aliases if ID.fullmatch(a)}
    under = edition.catalogue.terms
    parents = {name: getattr(vocabulary[name], "parent", None) for name in terms}
    return {
        "id": facet,
        "label": edition.of(about),
        "plural": edition.of(about.plural),
        "terms": [[name, edition.of(vocabulary[name])] for name in terms],
        "aliases": {alias: name for alias, name in former.items() if name in number},
        "parents": {
            str(number[name]): number[parent]
            for name, parent in parents.items()
            if parent in number
        },
        "records": terms_text(
            [number[term] for term in _narrowest(under[record.slug][facet], parents)]
            for record in records
        ),
    }


def _narrowest(terms: Sequence[str], parents: Mapping[str, str | None]) -> list[str]:
    """The terms without those that hold others among them, and without any no longer in use."""
    held = {parents.get(term) for term in terms}
    return [term for term in terms if term in parents and term not in held]


def summaries(edition: Edition) -> Iterator[tuple[str, list[str | dict[str, str]]]]:
    """The files of summaries: one in the other language says so."""
    said = [edition.card(slug, _TOP).summary for slug in listed(edition)]
    for start in range(0, len(said), SUMMARIES_A_FILE):
        part = said[start : start + SUMMARIES_A_FILE]
        file = summaries_file(edition.language, start // SUMMARIES_A_FILE)
        yield file, [_in_its_language(text) for text in part]


def _in_its_language(said: Said) -> str | dict[str, str]:
    return {"text": said.text, "lang": said.lang} if said.lang else said.text


def as_json(value: object) -> str:
    """As short as JSON gets."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
