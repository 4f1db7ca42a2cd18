"""What a page was made from: the questions that the catalogue was asked while it was made.

A page stays as it is for as long as every question has the same answer. That is known without
making the page again, and without a list, for each kind of page, of what it may depend on, which
would go stale unseen when the page learns to show something more.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from functools import cached_property, partial
from typing import Any, Final, TypeVar

from fp_build.arranging.catalogue import Catalogue, Question
from fp_build.arranging.ground import (
    ALL,
    DERIVED,
    ONE,
    SIZE,
    TEXTS,
    Digests,
    Ground,
    digest_of,
    digest_of_bytes,
    ground_of,
)
from fp_build.judging.record import Record
from fp_build.reading.manuscript import Manuscript
from fp_build.words.languages import Language

Value = TypeVar("Value")


class Superseded(Exception):
    """Whoever asks is working with a catalogue in whose place there is a newer one."""


_NO_ANSWER: Final = b"-"


class Witness(Catalogue):
    """A catalogue that notes what it is asked.

    A question is the name of a mapping or a method, and what it was given. To be given a record is
    one question, to read in its texts another: most pages that show a record do not.
    """

    def __init__(self, catalogue: Catalogue, digests: Mapping[str, Digests]) -> None:
        def heard(mapping: Mapping[str, Value], name: str) -> Mapping[str, Value]:
            return _Heard(mapping, name, self._hear)

        known: dict[str, Record] = {}
        super().__init__(
            catalogue.vocabularies,
            catalogue.today,
            _HeardRecords(catalogue.records, "records", self._hear, known),
            _HeardRecords(catalogue.listed, "listed", self._hear, known),
        )
        # A catalogue is frozen; what it derives lies here, and so does what it was asked.
        self.__dict__.update(
            {name: heard(getattr(catalogue, name), name) for name in DERIVED},
            terms=heard(catalogue.terms, "records"),  # they follow from the record
            _catalogue=catalogue,
            _digests=digests,
            _asked=[set()],
            _answers={},
        )

    _catalogue: Catalogue
    _digests: Mapping[str, Digests]
    _asked: list[set[Question]]
    """What each of those that listen has heard, the innermost last."""
    _answers: dict[Question, bytes]

    def _hear(self, *question: Any) -> None:
        self._asked[-1].add(question)

    def afresh(self) -> Witness:
        """A witness of the same catalogue who has heard nothing yet."""
        return Witness(self._catalogue, self._digests)

    @property
    def unheard(self) -> Catalogue:
        """The same catalogue, asked without a witness: for what nobody keeps."""
        return self._catalogue

    def retire(self) -> None:
        """There is a newer catalogue: whoever still asks this one is stopped there and then."""
        self.__dict__["_asked"] = _Silence()

    def listening(self) -> _Ear:
        """The questions asked while this is open; whoever listens around it hears them as well."""
        return _Ear(self._asked)

    def hear_again(self, questions: Iterable[Question]) -> None:
        """Note that something is used for whose making these were asked."""
        self._asked[-1].update(questions)

    def answered(self, questions: Iterable[Question]) -> bytes:
        """A digest of the answers to these questions, in the order in which they are given."""
        return digest_of_bytes(b"".join(map(self.answer, questions)))

    def answer(self, question: Question) -> bytes:
        """A digest of the answer to one question."""
        answer = self._answers.get(question)
        if answer is None:
            answer = self._answers[question] = self._answer(*question)
        return answer

    @cached_property
    def ground(self) -> Ground:
        """What all answers follow from."""
        return ground_of(self._catalogue, self._digests)

    def _answer(self, name: str, *about: Any) -> bytes:
        if name == TEXTS:
            known = about[0] in self._catalogue.records
            return self._digests[about[0]].whole if known else _NO_ANSWER
        if name not in _MAPPINGS:
            try:
                return digest_of(getattr(self._catalogue, name)(*about))
            except KeyError:  # it is about a record that has gone
                return _NO_ANSWER
        mapping = getattr(self._catalogue, name)
        if about[0] == SIZE:
            return digest_of(len(mapping))
        if name not in ("records", "listed"):
            return digest_of(mapping.get(about[1]) if about[0] == ONE else sorted(mapping.items()))
        if about[0] == ONE:
            return self._digests[about[1]].face if about[1] in mapping else _NO_ANSWER
        return digest_of([(slug, self._digests[slug].face) for slug in mapping])

    # What can be asked besides the mappings

    def under(self, facet: str, term: str) -> tuple[str, ...]:
        """As the catalogue answers."""
        self._hear("under", facet, term)
        return self._catalogue.under(facet, term)

    def shown_under(
        self, facet: str, term: str, language: Language, start: int, stop: int
    ) -> tuple[str, ...]:
        """As the catalogue answers."""
        self._hear("shown_under", facet, term, language, start, stop)
        return self._catalogue.shown_under(facet, term, language, start, stop)

    def shown(self, language: Language, start: int, stop: int) -> tuple[str, ...]:
        """As the catalogue answers."""
        self._hear("shown", language, start, stop)
        return self._catalogue.shown(language, start, stop)

    def most_found(self, facet: str, most: int) -> tuple[str, ...]:
        """As the catalogue answers."""
        self._hear("most_found", facet, most)
        return self._catalogue.most_found(facet, most)

    def having(self, facet: str) -> int:
        """As the catalogue answers."""
        self._hear("having", facet)
        return self._catalogue.having(facet)

    def answering(self, criterion: str, answer: str) -> int:
        """As the catalogue answers."""
        self._hear("answering", criterion, answer)
        return self._catalogue.answering(criterion, answer)

    def shown_answering(
        self, criterion: str, answer: str, language: Language, start: int, stop: int
    ) -> tuple[str, ...]:
        """As the catalogue answers."""
        self._hear("shown_answering", criterion, answer, language, start, stop)
        return self._catalogue.shown_answering(criterion, answer, language, start, stop)

    def in_order(self, slugs: Iterable[str], language: Language) -> list[str]:
        """As the catalogue answers."""
        given = tuple(slugs)
        self._hear("in_order", given, language)
        return self._catalogue.in_order(given, language)

    def beside(self, slug: str, language: Language) -> tuple[str | None, str | None]:
        """As the catalogue answers."""
        self._hear("beside", slug, language)
        return self._catalogue.beside(slug, language)


_MAPPINGS: Final = ("records", "listed", *DERIVED)


class _Ear:
    """Somebody who listens: a class, since a generator would take three times as long, many times
    a page."""

    __slots__ = ("_all", "_asked")

    def __init__(self, all_that_listen: list[set[Question]]) -> None:
        self._all = all_that_listen
        self._asked: set[Question] = set()

    def __enter__(self) -> set[Question]:
        self._all.append(self._asked)
        return self._asked

    def __exit__(self, *_: object) -> None:
        self._all.pop()
        self._all[-1] |= self._asked


class _Heard(Mapping[str, Value]):
    """A mapping that tells what it is asked for."""

    def __init__(self, mapping: Mapping[str, Value], name: str, hear: Any) -> None:
        self._mapping = mapping
        self._name = name
        self._hear = hear

    def __getitem__(self, key: str) -> Value:
        self._hear(self._name, ONE, key)
        return self._mapping[key]

    def get(self, key: str, default: Any = None) -> Any:
        self._hear(self._name, ONE, key)
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._hear(self._name, ONE, key)
        return key in self._mapping

    def __len__(self) -> int:
        self._hear(self._name, SIZE)
        return len(self._mapping)

    def __iter__(self) -> Iterator[str]:
        self._hear(self._name, ALL)
        return iter(self._mapping)

    def values(self) -> ValuesView[Value]:
        self._hear(self._name, ALL)
        return self._mapping.values()

    def items(self) -> ItemsView[str, Value]:
        self._hear(self._name, ALL)
        return self._mapping.items()


class _HeardRecords(_Heard[Record]):
    """Records that tell when somebody reads in their texts."""

    def __init__(
        self, mapping: Mapping[str, Record], name: str, hear: Any, known: dict[str, Record]
    ) -> None:
        super().__init__(mapping, name, hear)
        self._known = known

    def __getitem__(self, key: str) -> Record:
        return self._heard(super().__getitem__(key))

    def get(self, key: str, default: Any = None) -> Any:
        record = super().get(key)
        return default if record is None else self._heard(record)

    def values(self) -> ValuesView[Record]:
        self._hear(self._name, ALL)
        return self._all.values()

    def items(self) -> ItemsView[str, Record]:
        self._hear(self._name, ALL)
        return self._all.items()

    @cached_property
    def _all(self) -> Mapping[str, Record]:
        return {slug: self._heard(record) for slug, record in self._mapping.items()}

    def _heard(self, record: Record) -> Record:
        known = self._known.get(record.slug)
        if known is None:
            means = partial(_HeardTexts, slug=record.slug, hear=self._hear)
            known = self._known[record.slug] = record.read_through(means)
        return known


class _HeardTexts(Mapping[Language, Manuscript]):
    """The texts of a record, which tell that they are read."""

    def __init__(self, texts: Mapping[Language, Manuscript], slug: str, hear: Any) -> None:
        self._texts = texts
        self._question = TEXTS, slug
        self._hear = hear

    def __getitem__(self, language: Language) -> Manuscript:
        self._hear(*self._question)
        return self._texts[language]

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[Language]:
        return iter(self._texts)


class _Silence(list[set[Question]]):
    """Stands where a witness that has been retired would note what it is asked."""

    def __getitem__(self, place: Any) -> Any:
        raise Superseded

    def append(self, asked: set[Question]) -> None:
        """Hear nothing."""

    def pop(self, place: Any = -1) -> Any:
        """Forget nothing."""
