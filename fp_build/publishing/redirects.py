"""Pages at former addresses, which lead to where the same thing stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.facets import FACETS
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition, Editions
from fp_build.publishing.page_kinds import REDIRECT, marks
from fp_build.publishing.pages import Render
from fp_build.words.addresses import record_file, root, term_file
from fp_build.words.languages import Language
from fp_build.words.text import ID


def redirects(
    editions: Editions, catalogue: Catalogue, moved: Mapping[str, str]
) -> dict[str, tuple[Edition, str]]:
    """For each former file the one that stands there now, and the edition that this belongs to.
    ``moved`` are the former files of editorial pages, each with the one that it leads to."""
    found: dict[str, tuple[Edition, str]] = {}
    for edition in editions.values():
        for old, new in _of_edition(edition, catalogue, moved):
            found.setdefault(old, (edition, new))
    return found


def _of_edition(
    edition: Edition, catalogue: Catalogue, moved: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    yield from _of_terms(edition)
    yield from _of_records(catalogue.records, edition.language)
    for old, new in moved.items():
        if new.startswith(root("en")) is (edition.language == "en"):
            yield old, new


def redirect_pages(
    leads: Mapping[str, tuple[Edition, str]], render: Render, is_taken: Callable[[str], bool]
) -> Iterator[tuple[str, bytes]]:
    """A page at each former address, but where something better stands, as ``is_taken`` says."""
    for old, (edition, new) in leads.items():
        if is_taken(old):
            continue
        values = {
            "url": edition.link(old, new),
            "canonical": edition.addresses.absolute(new),
            "top": "../" * old.count("/"),
            "kind": marks(REDIRECT),
        }
        yield old, render(REDIRECT.template, edition, values).encode()


def _of_terms(edition: Edition) -> Iterator[tuple[str, str]]:
    """Addresses that terms had under former names, each with the file that stands there now."""
    language = edition.language
    for facet in FACETS:
        vocabulary = edition.vocabulary(facet)
        for alias in vocabulary.aliases:
            term = vocabulary.current(alias)
            if term is not None and (alias in vocabulary or ID.fullmatch(alias)):
                yield term_file(language, facet, alias), term_file(language, facet, term)


def _of_records(records: Mapping[str, Record], language: Language) -> Iterator[tuple[str, str]]:
    """Addresses that records had under former names, each with the file that stands there now."""
    for slug, record in records.items():
        for old in record.brief.redirect_from:
            yield record_file(language, old), record_file(language, slug)
