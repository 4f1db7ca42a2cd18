"""The questions that the pages of a build have asked, each with the answer that it was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from fp_build.arranging.catalogue import Question
from fp_build.arranging.ground import Ground
from fp_build.arranging.witness import Witness

_SPARE: Final = 2
"""By how many times as many questions as pages ask today a ledger may grow."""

Numbers = tuple[int, ...]
"""The numbers of some questions in a ledger."""


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
        new: Mapping[str, Iterable[Question]],
    ) -> tuple[Ledger, dict[str, Numbers]]:
        """The ledger of today, and the numbers of what each page has asked: pages that were
        ``kept``, and ``new`` ones. ``changed`` are the questions with another answer."""
        used = set[int]().union(*kept.values())
        if len(self.questions) > _SPARE * len(used):
            questions = self.questions
            again = {file: [questions[n] for n in numbers] for file, numbers in kept.items()}
            return opened(witness, {**again, **new})
        answers = list(self.answers)
        for number in changed:
            answers[number] = witness.answer(self.questions[number])
        known = {question: number for number, question in enumerate(self.questions)} if new else {}
        asked = {**kept, **_numbered(new, known)}
        added = tuple(known)[len(self.questions) :]
        ledger = Ledger(
            witness.ground,
            (*self.questions, *added),
            (*answers, *map(witness.answer, added)),
        )
        return ledger, asked


def opened(
    witness: Witness, pages: Mapping[str, Iterable[Question]]
) -> tuple[Ledger, dict[str, Numbers]]:
    """A ledger of what these pages have asked, and the numbers of the questions of each."""
    known: dict[Question, int] = {}
    asked = _numbered(pages, known)
    return Ledger(witness.ground, tuple(known), tuple(map(witness.answer, known))), asked


def _numbered(
    pages: Mapping[str, Iterable[Question]], known: dict[Question, int]
) -> dict[str, Numbers]:
    """The numbers of questions; those that are new get the next ones."""
    return {
        file: tuple(known.setdefault(question, len(known)) for question in questions)
        for file, questions in pages.items()
    }
