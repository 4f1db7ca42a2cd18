"""The questions that the pages of a build have asked, each with the answer that it was given.

A question is written once, however many pages ask it; pages hold numbers. Say that of two new pages
the first asks ``b, c``, the second ``c, d``. Each process that makes pages numbers what it hears as
it comes, and tells of the first ``Told((0, 1), {0: b, 1: c})``, of the second ``Told((1, 2), {2:
d})``. What they all tell is put together as one :class:`Asked`. Where the ledger holds ``(a, b)``,
:meth:`Ledger.continued` makes it ``(a, b, c, d)``, and the numbers ``(1, 2)`` and ``(2, 3)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final, NamedTuple

from fp_build.arranging.catalogue import Question
from fp_build.arranging.ground import Ground
from fp_build.arranging.witness import Witness

_SPARE: Final = 2
"""By how many times as many questions as pages ask today a ledger may grow."""

Numbers = tuple[int, ...]
"""The numbers of some questions in a ledger."""


class Told(NamedTuple):
    """What a page has asked, as its maker tells it."""

    numbers: Numbers
    """By the maker's own numbers."""
    new: Mapping[int, Question]
    """The questions of which nobody has heard yet, each by its number."""


class Ledger(NamedTuple):
    """Questions and answers, by number."""

    ground: Ground
    """What the answers followed from."""
    questions: tuple[Question, ...]
    answers: tuple[bytes, ...]

    def changed(self, witness: Witness) -> frozenset[int]:
        """The numbers of the questions that have another answer now."""
        now, before = witness.ground, self.ground
        told = enumerate(zip(self.questions, self.answers, strict=True))
        return frozenset(
            number
            for number, (question, answer) in told
            if not now.settles(question, before) and witness.answer(question) != answer
        )

    def continued(
        self,
        witness: Witness,
        changed: Iterable[int],
        kept: Mapping[str, Numbers],
        new: Asked,
    ) -> tuple[Ledger, dict[str, Numbers]]:
        """The ledger of today, and the numbers of what each page has asked: pages that were
        ``kept``, and ``new`` ones. ``changed`` are the questions with another answer."""
        used = set[int]().union(*kept.values())
        if len(self.questions) > _SPARE * len(used):
            all_asked = Asked()
            for file, numbers in kept.items():
                all_asked.by_page[file] = all_asked.numbers(
                    map(self.questions.__getitem__, numbers)
                )
            all_asked.add(new)
            return opened(witness, all_asked), all_asked.by_page
        answers = list(self.answers)
        for number in changed:
            answers[number] = witness.answer(self.questions[number])
        asked = Asked(self.questions if new.by_page else ())
        asked.add(new)
        added = asked.questions[len(self.questions) :]
        ledger = Ledger(
            witness.ground,
            (*self.questions, *added),
            (*answers, *map(witness.answer, added)),
        )
        return ledger, {**kept, **asked.by_page}


class Asked:
    """What some pages have asked. Questions are numbered as they come, after those that are
    ``known``."""

    def __init__(self, known: Iterable[Question] = ()) -> None:
        self._numbers = {question: number for number, question in enumerate(known)}
        self.by_page: dict[str, Numbers] = {}
        """The numbers of what each page has asked."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, by number."""
        return tuple(self._numbers)

    def numbers(self, questions: Iterable[Question]) -> Numbers:
        """The numbers of questions; those that are new get the next ones."""
        known = self._numbers
        return tuple([known.setdefault(question, len(known)) for question in questions])

    def told(self, questions: Iterable[Question]) -> Told:
        """The same for somebody who has been told of all that came before."""
        before = len(self._numbers)
        numbers = self.numbers(questions)
        new = islice(reversed(self._numbers.items()), len(self._numbers) - before)
        return Told(numbers, {number: question for question, number in new})

    def add(self, others: Asked) -> None:
        """Take in what other pages have asked."""
        ours = self.numbers(others.questions)
        for page, numbers in others.by_page.items():
            self.by_page[page] = tuple(map(ours.__getitem__, numbers))


def opened(witness: Witness, asked: Asked) -> Ledger:
    """A ledger of all that was asked."""
    questions = asked.questions
    return Ledger(witness.ground, questions, tuple(map(witness.answer, questions)))
