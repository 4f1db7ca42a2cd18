"""The catalogue: records in order, found by facet, and related to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from fp_build.arranging.facets import FACETS, Terms, facet_terms
from fp_build.arranging.years import with_years
from fp_build.judging.record import Record
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.languages import LANGUAGES, Language

NO_ANSWER: Final = "none"
"""The id of no answer at all to a criterion."""

Question = tuple[Any, ...]
"""The name of what a catalogue is asked for, and what it is given: a record, a facet and a term,
from which number on; plain values, whose ``repr`` says all there is to them."""


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The records that have a page, and the vocabularies they speak, their years among them.

    ``listed`` are those that lists, counts and term pages show; an archived record keeps its page
    without being listed. In a preview drafts are listed as well.
    """

    vocabularies: Vocabularies
    today: dt.date
    records: Mapping[str, Record]
    """Every record that has a page, by slug."""
    listed: Mapping[str, Record]

    @classmethod
    def arrange(
        cls,
        records: Iterable[Record],
        vocabularies: Vocabularies,
        today: dt.date,
        *,
        preview: bool = False,
        known: Mapping[str, Terms] = MappingProxyType({}),
    ) -> Catalogue:
        """The catalogue of these records on a day; a ``preview`` shows drafts and reviews too.
        ``known`` are terms of records, by slug, that were found before."""
        shown = {r.slug: r for r in sorted(records, key=_by_slug) if preview or r.is_public}
        listed = {slug: r for slug, r in shown.items() if r.brief.status != "archived"}
        terms = {
            slug: known.get(slug) or facet_terms(record.facts, vocabularies)
            for slug, record in shown.items()
        }
        spoken = with_years(vocabularies, {y for found in terms.values() for y in found["year"]})
        catalogue = cls(spoken, today, shown, listed)
        catalogue.__dict__["terms"] = terms
        return catalogue

    @cached_property
    def terms(self) -> Mapping[str, Terms]:
        """For each slug and facet, the terms under which the record is found."""
        return {s: facet_terms(r.facts, self.vocabularies) for s, r in self.records.items()}

    @cached_property
    def found_under(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """For each facet and term, the slugs of the listed records found there."""
        found: dict[str, dict[str, list[str]]] = {facet: {} for facet in FACETS}
        for slug in self.listed:
            for facet, terms in self.terms[slug].items():
                for term in terms:
                    found[facet].setdefault(term, []).append(slug)
        return {
            facet: {term: tuple(slugs) for term, slugs in terms.items()}
            for facet, terms in found.items()
        }

    def under(self, facet: str, term: str) -> tuple[str, ...]:
        """The slugs of the listed records found under a term."""
        return self.found_under[facet].get(term, ())

    @cached_property
    def _by_title(self) -> Mapping[Language, Mapping[str, int]]:
        ranks: dict[Language, dict[str, int]] = {}
        for number, language in enumerate(LANGUAGES):
            ordered = sorted(
                (record.brief.in_order[number], slug) for slug, record in self.records.items()
            )
            ranks[language] = {slug: rank for rank, (_, slug) in enumerate(ordered)}
        return ranks

    def shown_under(
        self, facet: str, term: str, language: Language, start: int, stop: int
    ) -> tuple[str, ...]:
        """The slugs under a term by title, from one number on and up to another: a page of them."""
        return self._ordered_under(facet, term, language)[start:stop]

    def shown(self, language: Language, start: int, stop: int) -> tuple[str, ...]:
        """The same of all listed records."""
        return self._listed_in_order[language][start:stop]

    def most_found(self, facet: str, most: int) -> tuple[str, ...]:
        """The terms under which most listed records are found, at ``most`` so many and none without
        any, in the order of the vocabulary; where two have as many, the earlier one."""
        found, vocabulary = self.found_under[facet], self.vocabularies[FACETS[facet]]
        used = [term for term in vocabulary if term in found and term in vocabulary.current_terms]
        often = set(sorted(used, key=lambda term: -len(found[term]))[:most])
        return tuple(term for term in used if term in often)

    def having(self, facet: str) -> int:
        """How many listed records have a term of the facet."""
        return self._having[facet]

    @cached_property
    def _having(self) -> Mapping[str, int]:
        found = {facet: set[str]() for facet in FACETS}
        for facet, terms in self.found_under.items():
            found[facet].update(*terms.values())
        return {facet: len(slugs) for facet, slugs in found.items()}

    def answering(self, criterion: str, answer: str) -> int:
        """How many listed records give an answer to a criterion. :data:`NO_ANSWER` is one as well:
        that of projects, which are asked all five, and of records that answer another criterion."""
        return len(self._answering["fr"].get((criterion, answer), ()))

    def shown_answering(
        self, criterion: str, answer: str, language: Language, start: int, stop: int
    ) -> tuple[str, ...]:
        """Their slugs by title, from one number on and up to another."""
        return tuple(self._answering[language].get((criterion, answer), ())[start:stop])

    @cached_property
    def _answering(self) -> Mapping[Language, Mapping[tuple[str, str], list[str]]]:
        found: dict[Language, dict[tuple[str, str], list[str]]] = {}
        criteria = list(self.vocabularies[FACETS["criterion"]])
        for language in LANGUAGES:
            groups = found[language] = {}
            for slug in self._listed_in_order[language]:
                answers = self.listed[slug].brief.answers
                if answers is None:
                    continue
                given = dict(answers)
                for criterion in criteria:
                    answer = given.get(criterion, NO_ANSWER)
                    groups.setdefault((criterion, answer), []).append(slug)
        return found

    @cached_property
    def _in_order_under(self) -> dict[tuple[str, str, Language], tuple[str, ...]]:
        return {}

    def _ordered_under(self, facet: str, term: str, language: Language) -> tuple[str, ...]:
        key = (facet, term, language)
        known = self._in_order_under
        if key not in known:
            known[key] = tuple(self.in_order(self.under(facet, term), language))
        return known[key]

    @cached_property
    def _listed_in_order(self) -> Mapping[Language, tuple[str, ...]]:
        return {lang: tuple(self.in_order(self.listed, lang)) for lang in LANGUAGES}

    def in_order(self, slugs: Iterable[str], language: Language) -> list[str]:
        """The slugs by title, as a reader of that language sees the titles."""
        return sorted(slugs, key=self._by_title[language].__getitem__)

    def beside(self, slug: str, language: Language) -> tuple[str | None, str | None]:
        """The listed records before and after this one by title; none beside one not listed."""
        return self._beside[language].get(slug, (None, None))

    @cached_property
    def _beside(self) -> Mapping[Language, Mapping[str, tuple[str | None, str | None]]]:
        found: dict[Language, dict[str, tuple[str | None, str | None]]] = {}
        for language in LANGUAGES:
            slugs = self._listed_in_order[language]
            around = zip([None, *slugs], [*slugs[1:], None], strict=False)
            found[language] = dict(zip(slugs, around, strict=False))
        return found

    @cached_property
    def replaced_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each slug, the records that say they replace it."""
        found: dict[str, list[str]] = {}
        for slug, record in self.records.items():
            for old in record.brief.replaces:
                found.setdefault(old, []).append(slug)
        return {old: tuple(slugs) for old, slugs in found.items()}

    @cached_property
    def named_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each slug, the records that name it as related, without it naming them."""
        found: dict[str, list[str]] = {}
        for slug, record in self.records.items():
            for named in record.brief.related:
                target = self.records.get(named)
                if target is not None and slug not in target.brief.related:
                    found.setdefault(named, []).append(slug)
        return {named: tuple(slugs) for named, slugs in found.items()}

    @cached_property
    def became(self) -> Mapping[str, tuple[str, ...]]:
        """For each call for ideas, the projects that say they came from it."""
        found: dict[str, list[str]] = {}
        for slug, record in self.records.items():
            if record.brief.call is not None:
                found.setdefault(record.brief.call, []).append(slug)
        return {call: tuple(slugs) for call, slugs in found.items()}

    @cached_property
    def parts(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """For each organisation, the listed records by the part it takes in them: ``lead``,
        ``partner-<type>``, or ``partner`` without a type. A record may stand under several."""
        found: dict[str, dict[str, dict[str, None]]] = {}
        for slug, record in self.listed.items():
            brief = record.brief
            taken = [(brief.lead, "lead")] if brief.lead else []
            for partner, type_ in brief.partners:
                taken.append((partner, f"partner-{type_}" if type_ else "partner"))
            for organisation, part in taken:
                found.setdefault(organisation, {}).setdefault(part, {})[slug] = None
        return {
            organisation: {part: tuple(slugs) for part, slugs in parts.items()}
            for organisation, parts in found.items()
        }

    # What was asked, for those who want to know: see the witness

    def listening(self) -> AbstractContextManager[set[Question]]:
        """The questions asked while this is open. A plain catalogue notes none."""
        return nullcontext(set[Question]())

    def hear_again(self, questions: Iterable[Question]) -> None:
        """Note that something is used for whose making these were asked."""


_by_slug: Final = attrgetter("slug")
