"""The page of a record as its template sees it."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from fp_build.publishing.views import Card, NamedLink, Picture, Said, TermLink
from fp_build.words.languages import Language


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
