"""The pages that list records: the whole catalogue, each term, each facet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from fp_build.arranging.facets import FACETS
from fp_build.publishing.answers import view_criterion
from fp_build.publishing.edition import Edition
from fp_build.publishing.filtering import filtering
from fp_build.publishing.learnt import ACCEPT_ERROR, view_learning
from fp_build.publishing.list_views import ListView, PageLink, Pager
from fp_build.publishing.views import TermLink
from fp_build.reading.vocabulary import Vocabulary
from fp_build.words.addresses import facet_file, list_file, term_file

CARDS_A_PAGE: Final = 30
"""Whole rows of two and of three; fifty would cost every reader 4 KB more, and 250 elements."""

LONG_FACET: Final = 20
"""A facet with more terms than this shows beside a list only those with most records. Its own page
has them all."""

MOST_BESIDE_ALL: Final = 8
"""So many of them beside the whole catalogue, where every facet is: filters draw them all when the
facet is opened."""

MOST_BESIDE_ONE: Final = 40
"""So many beside what is found under a term, where its facet stands alone."""


def catalogue_pages(edition: Edition) -> int:
    """How many pages list the whole catalogue."""
    return pages_for(len(edition.catalogue.listed))


def view_catalogue(edition: Edition, number: int = 1) -> tuple[str, ListView]:
    """A page of the whole catalogue, from 1: its file with what it shows."""
    words, here = edition.words, list_file(edition.language, number)
    count = len(edition.catalogue.listed)
    return here, ListView(
        title=words["catalogue"],
        intro=words["catalogue-intro"],
        facet_label="",
        facet_url="",
        origin=None,
        origin_text="",
        count_text=words.count("records", count),
        cards=edition.cards(edition.catalogue.shown(edition.language, *_part(number)), here),
        pager=_pager(
            edition,
            here,
            number,
            pages_for(count),
            lambda n: list_file(edition.language, n),
        ),
        facets=tuple(
            edition.facet(facet, here, most=_at_most(edition, facet, MOST_BESIDE_ALL))
            for facet in FACETS
        ),
        parents=(),
        children=(),
        catalogue_url="",
        filters=filtering(edition, here),
    )


def _at_most(edition: Edition, facet: str, most: int) -> int | None:
    """How many terms of a facet are shown beside a list: all, unless there are many."""
    return most if len(edition.vocabulary(facet).current_terms) > LONG_FACET else None


def told_of_facet(edition: Edition, facet: str) -> str:
    """How many of the records have a term of the facet, as its page says."""
    catalogue, words = edition.catalogue, edition.words
    found = catalogue.having(facet)
    if not found:
        return words["facet-empty"]
    total = words.number(len(catalogue.listed))
    return words.fill("facet-told", records=words.count("records", found), total=total)


def term_pages(edition: Edition, facet: str, term: str) -> int:
    """How many pages list the records found under a term."""
    return pages_for(len(edition.catalogue.under(facet, term)))


def view_term(
    edition: Edition, facet: str, term: str, number: int = 1, cards: int | None = None
) -> tuple[str, ListView]:
    """A page, from 1, of the records found under a term; the first one is empty where there are
    none. Where a list shows some of them several times, ``cards`` says how many cards it has, which
    whoever asks adds."""
    catalogue = edition.catalogue
    count = len(catalogue.under(facet, term))
    value = edition.vocabulary(facet)[term]
    about = catalogue.vocabularies["facets"][facet]
    origin_text, origin = edition.origin(value.source)
    label = edition.of(value)
    title = edition.words.fill("records-of-year", year=label) if facet == "year" else label
    here = term_file(edition.language, facet, term, number)
    page = ListView(
        title=title,
        intro=edition.of(value.definition),
        facet_label=edition.of(about),
        facet_url=edition.link(here, facet_file(edition.language, facet)),
        origin=origin,
        origin_text=origin_text,
        count_text=edition.words.count("records", count),
        cards=edition.cards(
            catalogue.shown_under(facet, term, edition.language, *_part(number)), here
        )
        if cards is None
        else (),
        pager=_pager(
            edition,
            here,
            number,
            pages_for(count if cards is None else cards),
            lambda n: term_file(edition.language, facet, term, n),
        ),
        facets=(
            edition.facet(
                facet, here, current=term, most=_at_most(edition, facet, MOST_BESIDE_ONE)
            ),
        ),
        parents=_parents(edition, facet, term, here),
        children=_children(edition, facet, term, here),
        catalogue_url=edition.catalogue_url(here),
        filter_url=edition.selection_url(facet, term, here),
    )
    return here, _with_particulars(page, edition, facet, term, here) if number == 1 else page


def _with_particulars(
    page: ListView, edition: Edition, facet: str, term: str, here: str
) -> ListView:
    """With what the first page of a criterion or of a principle says besides."""
    if facet == "criterion":
        return page._replace(answers=view_criterion(edition, term, here))
    if facet == "principle":
        meaning = edition.vocabulary(facet)[term].here
        return page._replace(
            meaning=edition.of(meaning) if meaning else "",
            learning=view_learning(edition, here) if term == ACCEPT_ERROR else None,
        )
    return page


def _parents(edition: Edition, facet: str, term: str, here: str) -> tuple[TermLink, ...]:
    parent = getattr(edition.vocabulary(facet)[term], "parent", None)
    if not isinstance(parent, str) or parent not in edition.vocabulary(facet):
        return ()
    return (edition.term(facet, parent, here),)


def _children(edition: Edition, facet: str, term: str, here: str) -> tuple[TermLink, ...]:
    held = edition.once(("held terms", facet), lambda: _held(edition.vocabulary(facet)))
    return edition.terms(facet, held.get(term, ()), here)


def _held(vocabulary: Vocabulary) -> Mapping[str, Sequence[str]]:
    """For each term those that name it as their parent."""
    found: dict[str, list[str]] = {}
    for name, term in vocabulary.terms.items():
        found.setdefault(getattr(term, "parent", None) or "", []).append(name)
    return found


def pages_for(cards: int) -> int:
    """How many pages so many cards take: one even where there are none."""
    return max(1, -(-cards // CARDS_A_PAGE))


def _part(number: int) -> tuple[int, int]:
    """From which card on, and up to which, a page shows."""
    return (number - 1) * CARDS_A_PAGE, number * CARDS_A_PAGE


def _pager(
    edition: Edition, here: str, current: int, pages: int, file_of: Callable[[int], str]
) -> Pager:
    """Links to the first, last and neighbouring pages; none where all fits on one."""
    if pages == 1:
        return Pager((), "", "")

    def url(number: int) -> str:
        return edition.link(here, file_of(number))

    near = {1, pages, *range(current - 2, current + 3)}
    links = tuple(
        PageLink(n, url(n), n == current, edition.words.fill("page-number", n=n))
        for n in sorted(near)
        if 1 <= n <= pages
    )
    return Pager(
        links,
        previous=url(current - 1) if current > 1 else "",
        next=url(current + 1) if current < pages else "",
    )
