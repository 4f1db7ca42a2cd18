"""The closed vocabularies: every word a record may use, in both languages, with its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from fp_build.reading.vocabulary_forms import MODELS
from fp_build.words.languages import Language
from fp_build.words.text import fold, nearest


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

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Where each term stands among the others."""
        return {term: place for place, term in enumerate(self.terms)}

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
