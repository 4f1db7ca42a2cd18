"""Everything a template sees: plain values, already in the page's language, already addressed.

A text that is in the other language carries its own: a template marks it with ``lang``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from markupsafe import Markup

from fp_build.words.languages import Language


class Said(NamedTuple):
    """A text, with its language where that is not the page's."""

    text: str
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Drawable:
    """What many pages show alike, such as a card."""

    drawn: list[Markup] = field(default_factory=list, init=False, compare=False, repr=False)
    """Its HTML, once a template has asked for it."""


@dataclass(frozen=True, slots=True)
class TermLink(Drawable):
    """A word of a vocabulary, with the page of the records found under it."""

    id: str
    label: str
    url: str = ""
    definition: str = ""
    note: str = ""
    """What the term is here for, such as the part an organisation takes."""


@dataclass(frozen=True, slots=True)
class CountedTerm(TermLink):
    """A word of a vocabulary, with the number of the records found under it."""

    count: int = 0
    number: str = ""
    """The count as a reader writes it."""
    count_text: str = ""


class Picture(NamedTuple):
    """A picture, with its size in pixels and the other sizes there are of it, which is nothing
    where none were made."""

    src: str
    alt: Said
    credit: str = ""
    licence: str = ""
    generated: bool = False
    width: int = 0
    height: int = 0
    srcset: str = ""
    sizes: str = ""
    """How wide the page shows it, as ``sizes`` of ``<img>`` says it."""


@dataclass(frozen=True, slots=True)
class Card(Drawable):
    """A record as lists show it."""

    url: str
    title: Said
    summary: Said
    kind: str
    kind_label: str
    themes: tuple[str, ...]
    """As readers are told them."""
    outcome: str
    picture: str
    """Where its picture is."""
    marks: tuple[str, ...]
    """What a reader should know first: “in French only”, “draft”, until when a call is open."""

    def seen_from(self, depth: int) -> Card:
        """The card of the top of the site as a file so many folders below shows it."""
        up = "../" * depth
        same = self.title, self.summary, self.kind, self.kind_label, self.themes, self.outcome
        return Card(up + self.url, *same, up + self.picture, self.marks)


class Step(NamedTuple):
    """A stage on the timeline: when, or not documented."""

    label: str
    definition: str
    periods: tuple[str, ...]
    reached: bool
    url: str


class CriterionView(NamedTuple):
    """A criterion and how the record answers it."""

    id: str
    label: str
    url: str
    answer: str
    """The id of the answer, or ``none``."""
    answer_label: str
    reason: Said


class IndicatorView(NamedTuple):
    """A figure, as a reader of the page's language writes numbers."""

    name: Said
    baseline: str
    value: str
    unit: Said
    date: str
    source: Said
    """The name of the source, as its note has it."""
    note_url: str


class SourceView(NamedTuple):
    """A source with its note number; 0 where the text does not cite it."""

    number: int
    id: str
    title: Said
    author: Said
    publisher: Said
    date: str
    url: str
    match: str
    """``stated``, ``inferred`` or nothing."""
    match_label: str
    reason: Said
    cited: bool
    """True where the text has a mark to go back to."""


class NamedLink(NamedTuple):
    """An address and what it is called."""

    url: str
    label: Said


class Fact(NamedTuple):
    """A line of the table of facts."""

    name: str
    values: tuple[TermLink, ...]


class Glance(NamedTuple):
    """What a reader of ten seconds takes away; what is not documented is empty."""

    audiences: tuple[TermLink, ...]
    outcome: TermLink | None
    stage: Step | None
    """The last that the action has reached."""
    figure: IndicatorView | None
    before: str
    """What the figure was at the start, in words."""


class CitationView(NamedTuple):
    """How a record is cited: the title within a sentence, the address after it."""

    before: str
    title: Said
    after: str
    address: str
    """Empty where the site's own is not known."""
    bibtex: str


class Notice(NamedTuple):
    """Something said above a record: its ``tone`` is ``info``, ``warning`` or ``learnt``."""

    tone: str
    title: str
    text: str
    links: tuple[NamedLink, ...] = ()


class ReplyView(NamedTuple):
    """What a reader replied, in that reader's language."""

    id: str
    """Of its heading: ``reply-<date>-<name>``."""
    name: Said
    date: str
    iso_date: str
    language: Language
    language_note: str
    """In which language it is, in words."""
    is_foreign: bool
    """True where that is not the page's."""
    text: Markup


class RepliesView(NamedTuple):
    """The replies to a record, the oldest first, and where another is sent."""

    title: str
    replies: tuple[ReplyView, ...]
    mail_url: str
    """A letter to the role's address, begun already; nothing where none is set."""
    issue_url: str
    """An issue of the repository, begun already; nothing where none is set."""
    is_closed: bool
    """True where the record takes no more replies."""


class RecordView(NamedTuple):
    """The page of a record in one language."""

    slug: str
    kind: TermLink
    status: str
    title: Said
    summary: Said
    picture: Picture
    glance: Glance
    notices: tuple[Notice, ...]
    facts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    criteria: tuple[CriterionView, ...]
    principles: tuple[TermLink, ...]
    indicators: tuple[IndicatorView, ...]
    learnt: Markup
    """What comes first, before the stages: the lessons of what was stopped or settled nothing."""
    body: Markup
    body_lang: str
    first_contents: tuple[NamedLink, ...]
    """The sections of ``learnt``."""
    contents: tuple[NamedLink, ...]
    """The sections of ``body``."""
    pictures: tuple[Picture, ...]
    links: tuple[NamedLink, ...]
    sources: tuple[SourceView, ...]
    replies: RepliesView | None
    """Nothing where there is none and nowhere to send one."""
    related: tuple[Card, ...]
    other_url: str
    other_label: str
    other_lang: str
    state: str
    state_label: str
    translator: str
    verified: str
    reading_time: str
    citation: CitationView
    copy_script: str
    neighbour_words: str
    """What the neighbours in a selection say, as JSON."""
    previous: NamedLink | None
    """The record before this one in the list; none for the first, and for one that is archived."""
    next: NamedLink | None
    edit_url: str
    report_url: str


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
    """A facet with its terms, those that have records first."""

    id: str
    label: str
    plural: str
    definition: str
    url: str
    terms: tuple[CountedTerm, ...]
    current: str = ""
    is_long: bool = False
    """True where only the terms with most records are among ``terms``."""


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


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first of many records, and how many more there are."""

    records: tuple[NamedLink, ...]
    count: int
    more: str
    """“and 12 more”; nothing where all are shown."""


class RuleView(NamedTuple):
    """A rule's page of the manual."""

    id: str
    level: str
    level_label: str
    text: tuple[str, ...]
    found: str
    fix: str
    wrong: str
    right: str
    needs_build: str


class PreviewPicture(NamedTuple):
    """The picture of a link to a page: its file, its size in pixels, and what it shows."""

    file: str
    alt: str
    width: int = 1200
    height: int = 630


class Preview(NamedTuple):
    """How other sites and messengers show a link to a page."""

    kind: Literal["website", "article"]
    picture: PreviewPicture


class SoughtText(NamedTuple):
    """A part of a page that is searched, and how much its words weigh."""

    text: str
    weight: int = 1


class SoughtPage(NamedTuple):
    """A page as the search knows it."""

    file: str
    title: Said
    texts: tuple[SoughtText, ...]
    terms: str = ""
    """The labels under which a record is found."""
    slug: str = ""
    """The record's; nothing for a page of the site."""
    kind: str = ""
    stage: str = ""


class SitePage(NamedTuple):
    """What every page tells the shell around it."""

    file: str
    language: Language
    title: str
    description: str
    other_file: str
    content: Markup
    kind: str
    """Of which kind it is, as ``data-kind`` says it."""
    preview: Preview
    linked_data: Markup
    """What the page is about, for programs: the content of a script of JSON-LD."""
    title_lang: str = ""
    """The language of the title and the description, where it is not the page's."""
    sought: Callable[[], SoughtPage | None] = lambda: None
    """Answers what is searched of it; nothing for a list, which the records it names stand for."""


Context = Mapping[str, object]
