"""The form of a record's front matter. Another kind of record is another class here.

Nothing is compulsory in the form itself but what an item cannot do without: a draft may lack
anything. What a kind needs before it is reviewed stands in ``needs`` and ``needs_sections``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar, Final, Literal

from fp_build.reading.fields import (
    Address,
    Count,
    Date,
    Fields,
    Id,
    Line,
    Moment,
    Number,
    PictureName,
)

Status = Literal["draft", "review", "published", "archived"]
Answer = Literal["yes", "partly", "no", "unknown"]


ENDED_SHORT: Final = ("inconclusive", "stopped")
"""The outcomes of what did not become what was hoped. The programme accepts error: what was learnt
is then told, and told first."""


class Stage(Fields):
    """A stage of the innovation, and when."""

    stage: Line
    start: Date | None = None
    end: Date | None = None


class Partner(Fields):
    """An organisation that takes part, and as what."""

    organisation: Line
    type: Line | None = None


class CriterionAnswer(Fields):
    """How a record answers one of the five criteria."""

    answer: Line
    reason: Line | None = None


class Indicator(Fields):
    """A figure with its unit, its date and the source that gives it."""

    id: Id
    name: Line
    baseline: Number | None = None
    value: Number | None = None
    unit: Line | None = None
    date: Date | None = None
    source: Line | None = None


class Medium(Fields):
    """A picture of the record's folder."""

    id: Id
    file: PictureName
    alt: Line | None = None
    credit: Line | None = None
    licence: Line | None = None


class Link(Fields):
    """A page elsewhere."""

    url: Address
    label: Line


class SourceCited(Fields):
    """Where facts come from: a document of the vocabulary, or a publication described here."""

    id: Id
    document: Line | None = None
    match: Line | None = None
    reason: Line | None = None
    title: Line | None = None
    publisher: Line | None = None
    date: Date | None = None
    url: Address | None = None


class Ideas(Fields):
    """How many ideas a call brought, and how many of them were selected."""

    received: Count | None = None
    selected: Count | None = None
    source: Line | None = None


class Facts(Fields):
    """The facts that a record of any kind may hold, and its words in its own language."""

    label: ClassVar[str] = ""
    needs: ClassVar[tuple[str, ...]] = ("title", "summary")
    needs_sections: ClassVar[tuple[str, ...]] = ()

    kind: Line | None = None
    status: Status | None = None
    title: Line | None = None
    summary: Line | None = None
    interventions: tuple[Line, ...] = ()
    themes: tuple[Line, ...] = ()
    audiences: tuple[Line, ...] = ()
    stages: tuple[Stage, ...] = ()
    level: Line | None = None
    territories: tuple[Line, ...] = ()
    lead: Line | None = None
    partners: tuple[Partner, ...] = ()
    principles: tuple[Line, ...] = ()
    criteria: Mapping[str, CriterionAnswer] = {}
    indicators: tuple[Indicator, ...] = ()
    outcome: Line | None = None
    media: tuple[Medium, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[SourceCited, ...] = ()
    related: tuple[Id, ...] = ()
    replaces: tuple[Id, ...] = ()
    redirect_from: tuple[Id, ...] = ()
    verified_on: Date | None = None

    @property
    def sources_of_figures(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The sources that figures name, by id, each with its path in the front matter."""
        for index, indicator in enumerate(self.indicators):
            if indicator.source is not None:
                yield ("indicators", index, "source"), indicator.source


class Project(Facts):
    """A project record (« fiche projet »)."""

    needs: ClassVar = (*Facts.needs, "interventions", "themes", "sources")

    call: Id | None = None
    """The call for ideas that the project came from."""
    research: tuple[Line, ...] = ()
    """The ways of taking part that are open to researchers."""


class Case(Facts):
    """A case study (« étude de cas »)."""

    needs: ClassVar = (*Project.needs, "lead", "audiences", "outcome", "stages")
    needs_sections: ClassVar = ("situation", "action", "results", "lessons")


class Initiative(Facts):
    """What the programme does so that innovation spreads (« initiative »): a prize, a laboratory, a
    community, a seminar…"""

    needs: ClassVar = (*Facts.needs, "type", "sources")

    type: Line | None = None


class Call(Facts):
    """A call for ideas (« appel à idées »). Its state follows from its dates and from the day."""

    needs: ClassVar = (*Facts.needs, "question", "opens", "closes")

    question: Line | None = None
    opens: Date | None = None
    closes: Date | None = None
    decided_on: Date | None = None
    answer_url: Address | None = None
    """Where to answer; how to is told in the body."""
    ideas: Ideas | None = None

    @property
    def sources_of_figures(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Those of the indicators, and that of the numbers of ideas."""
        yield from super().sources_of_figures
        if self.ideas is not None and self.ideas.source is not None:
            yield ("ideas", "source"), self.ideas.source


class Event(Facts):
    """A dated meeting (« rendez-vous »), in a place or online."""

    needs: ClassVar = (*Facts.needs, "starts", "sources")

    starts: Moment | None = None
    ends: Moment | None = None
    place: Line | None = None
    online: Address | None = None
    series: Line | None = None
    languages: tuple[Literal["fr", "en"], ...] = ()
    registration: Address | None = None


KINDS: Final[Mapping[str, type[Facts]]] = {
    "project": Project,
    "case": Case,
    "initiative": Initiative,
    "call": Call,
    "event": Event,
}


class AnyKind(Project, Initiative, Call, Event):
    """What is read of a record whose kind is not known: one slip, and not all its keys, is at
    fault."""

    needs: ClassVar = Facts.needs


def form_of(kind: object) -> type[Facts]:
    """The form of records of a kind, by what stands under the key ``kind``."""
    return KINDS.get(kind, AnyKind) if isinstance(kind, str) else AnyKind


@cache
def keys_of(form: type[Facts]) -> frozenset[str]:
    """The keys of a form. pydantic gathers them anew whenever it is asked."""
    return frozenset(form.model_fields)


FACT_KEYS: Final = frozenset(key for kind in KINDS.values() for key in kind.model_fields)
"""Every key that some kind of record knows."""


class IndicatorWords(Fields):
    """The words of an indicator in the other language."""

    name: Line
    unit: Line | None = None


class TranslationNote(Fields):
    """How a translation was made, and from which text."""

    state: Literal["draft", "machine", "reviewed"]
    translator: Line | None = None
    source_hash: Line | None = None
    """SHA-256 of the source's translatable text; written by ``fp translated``, never typed."""


class Translation(Fields):
    """What a translation holds: words only, never a fact."""

    title: Line | None = None
    summary: Line | None = None
    question: Line | None = None
    place: Line | None = None
    reasons: Mapping[str, Line] = {}
    """By the id of a criterion or of a source."""
    indicators: Mapping[str, IndicatorWords] = {}
    alt: Mapping[str, Line] = {}
    labels: Mapping[str, Line] = {}
    """By address."""
    translation: TranslationNote | None = None


TERMS: Final[Mapping[tuple[str, ...], str]] = {
    ("kind",): "kinds",
    ("interventions", "[]"): "interventions",
    ("themes", "[]"): "themes",
    ("audiences", "[]"): "audiences",
    ("stages", "[]", "stage"): "stages",
    ("level",): "levels",
    ("territories", "[]"): "territories",
    ("lead",): "organisations",
    ("partners", "[]", "organisation"): "organisations",
    ("partners", "[]", "type"): "partner-types",
    ("principles", "[]"): "principles",
    ("criteria", "{key}"): "criteria",
    ("criteria", "{}", "answer"): "answers",
    ("outcome",): "outcomes",
    ("type",): "initiative-types",
    ("series",): "event-series",
    ("research", "[]"): "research-ways",
    ("media", "[]", "licence"): "licences",
    ("sources", "[]", "document"): "documents",
    ("sources", "[]", "match"): "matches",
}
"""Which values are words of which vocabulary: ``[]`` stands for each item of a list, ``{}`` for
each value of a mapping, ``{key}`` for each of its keys."""

DISTINCT: Final = (
    "interventions", "themes", "audiences", "territories", "principles", "research",
    "languages", "related", "replaces", "redirect_from",
)  # fmt: skip
"""Lists in which a word counts once."""
