"""The closed vocabularies: every word a record may use, in both languages, with its origin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, Final, Literal, Self

from fp_build.reading import field_faults
from fp_build.reading import vocabulary_faults as faults
from fp_build.reading.composer import read_tree
from fp_build.reading.fields import Address, BothLanguages, Date, Fields, Line, read_fields
from fp_build.reading.source import Limits, read_source
from fp_build.reading.tree import Tree
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Bilingual, Language
from fp_build.words.text import ID, fold, nearest

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

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "kinds": ("case", "project", "initiative", "call", "event"),
    "statuses": ("draft", "review", "published", "archived"),
    "answers": ("yes", "partly", "no", "unknown"),
    "matches": ("stated", "inferred"),
    "outcomes": ("unknown",),
    "translation-states": ("original", "draft", "machine", "reviewed", "missing", "outdated"),
    "facets": (
        "kind", "stage", "intervention", "theme", "audience", "level", "territory",
        "organisation", "principle", "criterion", "outcome", "type", "research", "series",
    ),
}  # fmt: skip
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

_LINKS: Final = ("parent", "replaced_by", "became.organisation")
"""The keys by which terms follow one another, and which must not lead back."""

_ID_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    "territories": re.compile(r"FR|2[AB]|[0-9]{2,3}|reg-[0-9]{2}"),
    "licences": re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*"),
}
"""Ids that come from elsewhere. INSEE numbers regions and départements apart and uses the same
numbers for both, so that a région is ``reg-44`` and a département ``44``. Licences go by their
SPDX ids in lower case."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The terms of one vocabulary, in the order of their file."""

    name: str
    terms: Mapping[str, Any]
    is_whole: bool = True
    """False where something of it could not be read: a term that it lacks may be one of that."""

    def __contains__(self, term: str) -> bool:
        return term in self.terms

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __getitem__(self, term: str) -> Any:
        return self.terms[term]

    def label(self, term: str, language: Language) -> str:
        """The name of a term."""
        return str(self.terms[term].of(language))

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """For each former id the term that stands for it now."""
        former = {alias: name for name, term in self.terms.items() for alias in term.aliases}
        replaced = {n: t.replaced_by for n, t in self.terms.items() if t.replaced_by in self.terms}
        return {alias: name for alias, name in former.items() if alias not in self.terms} | replaced

    @cached_property
    def current_terms(self) -> frozenset[str]:
        """The ids in use: those that nothing replaces."""
        return frozenset(name for name, term in self.terms.items() if not term.replaced_by)

    def current(self, alias: str) -> str | None:
        """The term in use that an alias leads to, through however many replacements."""
        seen: set[str] = set()
        term = self.aliases.get(alias, alias)
        while term in self.aliases and term not in seen:
            seen.add(term)
            term = self.aliases[term]
        return term if term in self.current_terms else None

    @cached_property
    def _ways_to_say(self) -> Mapping[str, str]:
        words: dict[str, str] = {}
        for name, term in self.terms.items():
            if not term.replaced_by:
                words |= dict.fromkeys((name, term.fr, term.en, *term.aliases), name)
        return words

    def nearest(self, word: str) -> list[str]:
        """The ids that a word probably stands for, judged by ids, labels and aliases."""
        return nearest(word, self._ways_to_say)

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        return {fold(word): name for word, name in self._ways_to_say.items()}

    @cached_property
    def _answered(self) -> dict[str, str | None]:
        return {}

    def by_words(self, words: str) -> str | None:
        """The id of the term whose label or alias these words are, accents and case aside."""
        if words not in self._answered:  # the same few headings are asked for in every record
            self._answered[words] = self._headings.get(fold(words))
        return self._answered[words]


@dataclass(frozen=True, eq=False)
class Vocabularies:
    """All vocabularies by name."""

    by_name: Mapping[str, Vocabulary]

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    @classmethod
    def empty(cls) -> Self:
        """Vocabularies without a term."""
        return cls({name: Vocabulary(name, {}, is_whole=False) for name in MODELS})


def read_vocabularies(
    folder: str, files: Mapping[str, bytes], limits: Limits
) -> tuple[Vocabularies, list[Finding]]:
    """Read the files of a ``_vocabulary`` folder, given by name. The same files are read once."""
    vocabularies, findings = _read(folder, tuple(sorted(files.items())), limits)
    return vocabularies, list(findings)


@lru_cache(maxsize=1)
def _read(
    folder: str, files: tuple[tuple[str, bytes], ...], limits: Limits
) -> tuple[Vocabularies, list[Finding]]:
    findings: list[Finding] = []
    found: dict[str, Vocabulary] = {}
    trees: dict[str, Tree] = {}
    for file_name, data in files:
        name = file_name.removesuffix(".yml")
        path = f"{folder}/{file_name}"
        if name not in MODELS or not file_name.endswith(".yml"):
            close = [f"{n}.yml" for n in nearest(name, list(MODELS))]
            findings.append(faults.VOCABULARY_UNKNOWN.at(Place(path), name=name, nearest=close))
            continue
        source, faulty = read_source(path, data, limits)
        findings += faulty
        tree, faulty = read_tree(source, 0, len(source.text), _roomy(limits))
        findings += faulty
        if tree is not None:
            trees[name] = tree
            found[name], faulty = _read_terms(name, tree)
            findings += faulty
    findings += _missing(folder, {file_name for file_name, _ in files})
    for name in MODELS:
        found.setdefault(name, Vocabulary(name, {}, is_whole=False))
    vocabularies = Vocabularies(found)
    for name, tree in trees.items():
        findings.extend(_judge(vocabularies, found[name], tree))
    return vocabularies, findings


def _missing(folder: str, names: Collection[str]) -> Iterator[Finding]:
    """What of the vocabularies is not there. Where none is, that is said once."""
    missing = [name for name in MODELS if f"{name}.yml" not in names]
    if len(missing) == len(MODELS):
        yield faults.VOCABULARY_MISSING.at(
            Place(folder),
            what=Bilingual(
                f"tous les vocabulaires : le dossier « {folder} » manque, ou il est vide",
                f"all vocabularies: the folder “{folder}” is not there, or empty",
            ),
            remedy=Bilingual(
                f"ce dossier, par exemple avec « git checkout -- {folder} »",
                f"that folder, such as with “git checkout -- {folder}”",
            ),
        )
        return
    for name in missing:
        yield faults.VOCABULARY_MISSING.at(
            Place(folder),
            what=Bilingual(f"le vocabulaire « {name} »", f"the vocabulary “{name}”"),
            remedy=Bilingual(
                f"le fichier « {folder}/{name}.yml »", f"the file “{folder}/{name}.yml”"
            ),
        )


def _roomy(limits: Limits) -> Limits:
    """A vocabulary may hold as many terms as a list may hold items."""
    return replace(limits, keys=limits.items)


def _read_terms(name: str, tree: Tree) -> tuple[Vocabulary, list[Finding]]:
    findings: list[Finding] = []
    terms: dict[str, Any] = {}
    for term in list(tree.plain):
        if not _is_id(name, term):
            findings.append(field_faults.BAD_ID.at(tree.key_place((term,)), value=term))
            continue
        below, wrong = tree.below(term)
        findings += wrong
        if below is None:
            continue
        value, faulty = read_fields(MODELS[name], below)
        findings += faulty
        if value is not None:
            terms[term] = value
    return Vocabulary(name, terms, is_whole=len(terms) == len(tree.plain)), findings


def _is_id(vocabulary: str, term: str) -> bool:
    return _ID_FORMS.get(vocabulary, ID).fullmatch(term) is not None


def _judge(vocabularies: Vocabularies, vocabulary: Vocabulary, tree: Tree) -> Iterator[Finding]:
    """What only shows when all vocabularies are known."""
    name = vocabulary.name
    for term in REQUIRED.get(name, ()):
        if term not in tree.plain:
            yield faults.TERM_MISSING.at(Place(tree.source.path), term=term)
    references = {**REFERENCES.get(name, {}), "replaced_by": name, "source": "documents"}
    said: dict[str, str] = {}
    for term, value in vocabulary.terms.items():
        for key, target in references.items():
            known = vocabularies[target]
            for path, named in _named(value, key):
                if named in known or (key == "source" and named == EDITORIAL):
                    continue
                place = tree.place((term, *path))
                close = known.nearest(named)
                yield faults.TERM_REFERENCE.at(place, value=named, vocabulary=target, nearest=close)
        for key in _LINKS:
            for path, named in _named(value, key):
                if term in _reached(vocabulary, named, key):
                    yield faults.TERM_LOOP.at(tree.place((term, *path)), term=term, value=named)
        for index, alias in enumerate(value.aliases):
            owner = alias if alias in vocabulary and alias != term else said.get(fold(alias))
            if owner is not None and owner != term:
                place = tree.place((term, "aliases", index))
                yield faults.TERM_CLASH.at(place, alias=alias, term=owner)
            said[fold(alias)] = term


def _named(value: Term, key: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The terms that a key of a term names, each with the way to it."""
    key, _, inner = key.partition(".")
    given = getattr(value, key, None)
    if isinstance(given, str):
        yield (key,), given
    elif inner and given is not None:
        for index, group in enumerate(given):
            yield (key, index, inner), getattr(group, inner)


def _reached(vocabulary: Vocabulary, term: str, key: str) -> set[str]:
    """The term and all those that a key leads to from it."""
    found: set[str] = set()
    waiting = [term]
    while waiting:
        here = waiting.pop()
        if here not in found and here in vocabulary:
            found.add(here)
            waiting += [named for _, named in _named(vocabulary[here], key)]
    return found
