"""Lists as their templates see them: of the whole catalogue, of a facet, of the records of a term,
with what is told there of a criterion, a principle or an organisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from fp_build.publishing.views import Card, CountedTerm, Drawable, NamedLink, Said, TermLink


class PageLink(NamedTuple):
    """A page of a list."""

    number: int
    url: str
    current: bool
    label: str


class Pager(NamedTuple):
    """The pages of a list; empty where one page holds it all."""

    links: tuple[PageLink, ...]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class FacetView(Drawable):
    """A facet with terms of it, in the order of the vocabulary."""

    id: str
    label: str
    plural: str
    definition: str
    url: str
    terms: tuple[CountedTerm, ...]
    current: str = ""


class Filtering(NamedTuple):
    """What the list of the whole catalogue gives the filters in the browser."""

    home: str
    """The first page of the catalogue."""
    script: str
    imports: tuple[str, ...]
    """What the script imports."""
    words: str
    """The words that the scripts say, as JSON."""
    blank: Card
    """A card with nothing in it, to draw others from."""


class Answered(NamedTuple):
    """A record that gives an answer."""

    record: NamedLink
    """It leads to the answer on the page of the record."""
    reason: Said


class AnswerGroup(NamedTuple):
    """An answer and the records that give it."""

    id: str
    label: str
    count_text: str
    records: tuple[Answered, ...]
    folded: tuple[Answered, ...]
    """Further records, shown on demand."""
    folded_text: str
    """“and 12 more”; nothing where none are folded."""
    more: str
    """The same of those that the page does not name."""
    more_url: str
    """Where those are."""


class CriterionTally(NamedTuple):
    """A criterion, where it comes from, and how records answer it."""

    term: TermLink
    origin_text: str
    origin: NamedLink | None
    groups: tuple[AnswerGroup, ...]
    interventions: tuple[CountedTerm, ...]
    """For the criterion about values, which its source does not list: what there is instead."""


class LearntFrom(NamedTuple):
    """A record of something that did not last, in a list."""

    record: NamedLink
    """It leads to the lessons themselves, where there are some."""
    outcome: str
    learnt: Said
    """How its lessons begin; nothing where they are not told."""


class Learning(NamedTuple):
    """What was learnt from all that did not last."""

    records: tuple[LearntFrom, ...]
    more: str
    """“and 12 more”; nothing where all are shown."""
    outcomes: tuple[CountedTerm, ...]
    """The outcomes in question, each with its page."""


class CardGroup(NamedTuple):
    """Cards under a heading of their own, such as the part an organisation takes in them."""

    id: str
    heading: str
    count_text: str
    """How many there are on all pages of the list."""
    cards: tuple[Card, ...]


class Succession(NamedTuple):
    """What an organisation became or came from, with who says so."""

    organisation: TermLink
    date: str
    source: NamedLink


class OrganisationView(NamedTuple):
    """What the vocabulary says of an organisation; what it does not say is empty."""

    acronym: str
    type: TermLink
    """With the link to all organisations of the type."""
    level: str
    website: NamedLink | None
    called: Said
    """Its name in the other language, where that is another."""
    called_label: str
    """“In French”."""
    aliases: tuple[str, ...]
    became: tuple[Succession, ...]
    came_from: tuple[Succession, ...]


class ListView(NamedTuple):
    """A page of cards: the whole catalogue, or the records found under a term."""

    title: str
    intro: str
    facet_label: str
    facet_url: str
    origin: NamedLink | None
    origin_text: str
    count_text: str
    cards: tuple[Card, ...]
    pager: Pager
    facets: tuple[FacetView, ...]
    parents: tuple[TermLink, ...]
    children: tuple[TermLink, ...]
    catalogue_url: str
    filters: Filtering | None = None
    """Nothing where the list is that of a term."""
    filter_url: str = ""
    """The catalogue filtered by the term of the list."""
    answers: CriterionTally | None = None
    """Of a criterion."""
    meaning: str = ""
    """Of a principle: when a record is said to illustrate it."""
    learning: Learning | None = None
    """Of the principle that accepts error."""
    groups: tuple[CardGroup, ...] = ()
    """In the place of ``cards``, where they stand under headings."""
    organisation: OrganisationView | None = None
    """What the term is, where it is an organisation."""
