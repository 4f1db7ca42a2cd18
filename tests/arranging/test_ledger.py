"""A ledger says of every question whether it has another answer, and says it of no other."""

from __future__ import annotations

from contextlib import suppress

import pytest

from arranging.test_witness import ASKING, CHANGES, FILES, witness_of
from fp_build.arranging.catalogue import Question
from fp_build.arranging.ledger import opened
from fp_build.arranging.witness import Witness


def asked_of(witness: Witness) -> dict[str, tuple[Question, ...]]:
    """What each of these pages asks, as some of the questions it takes to make it."""
    pages = {}
    for page, ask in ASKING.items():
        with witness.listening() as asked, suppress(KeyError):  # of one that has gone
            ask(witness)
        pages[page] = tuple(asked)
    return pages


def changed_files(change: str) -> dict[str, str]:
    files: dict[str, str | None] = {**FILES, **CHANGES[change]}
    return {name: text for name, text in files.items() if text is not None}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_another_answer_is_what_is_said_to_have(change: str) -> None:
    before, now = witness_of(FILES), witness_of(changed_files(change))
    ledger, asked = opened(before, asked_of(before))
    questions = ledger.questions
    expected = {
        n for n, question in enumerate(questions) if before.answer(question) != now.answer(question)
    }
    assert ledger.changed(now) == expected
    assert {questions[n] for numbers in asked.values() for n in numbers} == set(questions)


@pytest.mark.parametrize("change", CHANGES)
def test_a_ledger_goes_on_with_the_pages_that_were_kept_and_new_ones(change: str) -> None:
    before, now = witness_of(FILES), witness_of(changed_files(change))
    pages = asked_of(before)
    ledger, asked = opened(before, pages)
    changed = ledger.changed(now)
    kept = {page: numbers for page, numbers in asked.items() if changed.isdisjoint(numbers)}
    new = {page: questions for page, questions in asked_of(now).items() if page not in kept}
    after, numbered = ledger.continued(now, changed, kept, new)
    for page, questions in {**pages, **new}.items():
        assert sorted(map(str, (after.questions[n] for n in numbered[page]))) == sorted(
            map(str, questions)
        )
    assert after.changed(now) == frozenset()
    assert after.answers == tuple(map(now.answer, after.questions))


def test_what_nobody_asks_any_more_goes() -> None:
    witness = witness_of(FILES)
    ledger, asked = opened(witness, asked_of(witness))
    one = {"a record": asked["a record"]}
    after, numbered = ledger.continued(witness, (), one, {})
    assert len(after.questions) < len(ledger.questions)
    assert {after.questions[n] for n in numbered["a record"]} == {
        ledger.questions[n] for n in asked["a record"]
    }
