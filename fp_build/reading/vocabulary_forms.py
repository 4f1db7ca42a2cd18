"""The form of the closed vocabularies: which there are, what a term of each holds, which terms code
relies on, and which terms name others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from fp_build.reading.fields import Address, BothLanguages, Date, Fields, Line
from fp_build.words.languages import Language

EDITORIAL: Final = "editorial"
"""The origin of a term that is our own choice."""


class Term(Fields):
    """One word of a vocabulary."""

    fr: Line
    en: Line
    definition: BothLanguages
    aliases: tuple[Line, ...] = ()
    """Former ids, and other words for the same thing."""
    replaced_by: Line | None = None
    source: Line
    """The document the term comes from, or ``editorial``."""

    def of(self, language: Language) -> str:
        """The label in that language."""
        return self.fr if language == "fr" else self.en


class FacetTerm(Term):
    """A way to browse the catalogue."""

    plural: BothLanguages


class PrincipleTerm(Term):
    """A principle of action."""

    here: BothLanguages | None = None
    """When a record of the catalogue is said to illustrate it."""


class SectionTerm(Term):
    """A level-two heading of a body."""

    field: Line | None = None
    """The field of the Observatory's case form that the section feeds."""


class TerritoryTerm(Term):
    """France, a region or a département, by INSEE code."""

    type: Literal["country", "region", "department"]
    parent: Line | None = None


class Successor(Fields):
    """An organisation that another became, or became a part of, and who says so."""

    organisation: Line
    date: Date | None = None
    source: Line
    """A document: what became of an organisation is a fact, never our own choice."""


class OrganisationTerm(Term):
    """An organisation that records name."""

    type: Line
    level: Line | None = None
    acronym: Line | None = None
    url: Address | None = None
    became: tuple[Successor, ...] = ()


class DocumentTerm(Term):
    """A source document: what it is called here, and its own title, author and language."""

    title: Line
    author: Line | None = None
    publisher: Line | None = None
    date: Date | None = None
    language: Literal["fr", "en"]
    url: Address | None = None


MODELS: Final[Mapping[str, type[Term]]] = {
    "answers": Term,
    "audiences": Term,
    "criteria": Term,
    "documents": DocumentTerm,
    "event-series": Term,
    "facets": FacetTerm,
    "initiative-types": Term,
    "interventions": Term,
    "kinds": Term,
    "levels": Term,
    "licences": Term,
    "matches": Term,
    "organisation-types": Term,
    "organisations": OrganisationTerm,
    "outcomes": Term,
    "partner-types": Term,
    "principles": PrincipleTerm,
    "research-ways": Term,
    "sections": SectionTerm,
    "stages": Term,
    "statuses": Term,
    "territories": TerritoryTerm,
    "themes": Term,
    "translation-states": Term,
}
"""Every vocabulary, by the name of its file, and the form of its terms."""

FACETS: Final[Mapping[str, str]] = {
    "kind": "kinds",
    "theme": "themes",
    "stage": "stages",
    "intervention": "interventions",
    "audience": "audiences",
    "outcome": "outcomes",
    "level": "levels",
    "territory": "territories",
    "organisation": "organisations",
    "principle": "principles",
    "criterion": "criteria",
    "year": "years",
    "type": "initiative-types",
    "series": "event-series",
    "research": "research-ways",
}
"""Each facet with the vocabulary of its terms, in the order in which readers are offered them."""

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "kinds": ("case", "project", "initiative", "call", "event"),
    "statuses": ("draft", "review", "published", "archived"),
    "answers": ("yes", "partly", "no", "unknown"),
    "matches": ("stated", "inferred"),
    "outcomes": ("unknown",),
    "translation-states": ("original", "draft", "machine", "reviewed", "missing", "outdated"),
    "facets": tuple(facet for facet, terms in FACETS.items() if terms in MODELS),
}
"""The terms that code relies on. Their labels belong to the team, their ids do not."""

REFERENCES: Final[Mapping[str, Mapping[str, str]]] = {
    "territories": {"parent": "territories"},
    "organisations": {
        "type": "organisation-types",
        "level": "levels",
        "became.organisation": "organisations",
        "became.source": "documents",
    },
}
"""Which keys of a term name a term of another vocabulary; after a dot, which key of each group of a
list."""
