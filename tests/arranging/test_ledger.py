"""A ledger says of every question whether it has another answer, and says it of no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arranging.test_witness import ASKING, CHANGES, FILES, witness_of
from fp_build.arranging.catalogue import Question
from fp_build.arranging.ledger import Asked, opened
from fp_build.arranging.witness import Witness


def questions_of(witness: Witness) -> dict[str, set[Question]]:
    """What each of these pages asks, as some of the questions it takes to make it."""
    pages = {}
    for page, ask in ASKING.items():
        with witness.listening() as asked, suppress(KeyError):  # of one that has gone
            ask(witness)
        pages[page] = asked
    return pages


def asked(pages: Mapping[str, Iterable[Question]]) -> Asked:
    found = Asked()
    found.by_page.update((page, found.numbers(questions)) for page, questions in pages.items())
    return found


def changed_files(change: str) -> dict[str, str]:
    files: dict[str, str | None] = {**FILES, **CHANGES[change]}
    return {name: text for name, text in files.items() if text is not None}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_another_answer_is_what_is_said_to_have(change: str) -> None:
    before, now = witness_of(FILES), witness_of(changed_files(change))
    pages = asked(questions_of(before))
    ledger = opened(before, pages)
    questions = ledger.questions
    expected = {
        n for n, question in enumerate(questions) if before.answer(question) != now.answer(question)
    }
    assert ledger.changed(now) == expected
    assert {questions[n] for numbers in pages.by_page.values() for n in numbers} == set(questions)


@pytest.mark.parametrize("change", CHANGES)
def test_a_ledger_goes_on_with_the_pages_that_were_kept_and_new_ones(change: str) -> None:
    before, now = witness_of(FILES), witness_of(changed_files(change))
    pages = questions_of(before)
    numbered = asked(pages)
    ledger = opened(before, numbered)
    changed = ledger.changed(now)
    kept = {page: n for page, n in numbered.by_page.items() if changed.isdisjoint(n)}
    new = {page: questions for page, questions in questions_of(now).items() if page not in kept}
    after, numbers = ledger.continued(now, changed, kept, asked(new))
    for page, questions in {**pages, **new}.items():
        assert {after.questions[n] for n in numbers[page]} == questions
        assert len(numbers[page]) == len(questions)
    assert after.changed(now) == frozenset()
    assert after.answers == tuple(map(now.answer, after.questions))


def test_what_nobody_asks_any_more_goes() -> None:
    witness = witness_of(FILES)
    pages = questions_of(witness)
    numbered = asked(pages)
    ledger = opened(witness, numbered)
    one = {"a record": numbered.by_page["a record"]}
    after, numbers = ledger.continued(witness, (), one, Asked())
    assert len(after.questions) < len(ledger.questions)
    assert {after.questions[n] for n in numbers["a record"]} == pages["a record"]


@given(st.lists(st.lists(st.tuples(st.sampled_from("abcde")))))
def test_what_makers_tell_bit_by_bit_is_what_was_asked(pages: list[list[Question]]) -> None:
    maker = Asked()
    told = [maker.told(questions) for questions in pages]
    heard = {number: question for one in told for number, question in one.new.items()}
    assert sum(len(one.new) for one in told) == len(heard)
    assert [[heard[number] for number in one.numbers] for one in told] == pages
