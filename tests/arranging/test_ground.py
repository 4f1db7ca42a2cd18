"""What the ground of a catalogue says is settled has the same answer; and it says so of enough."""

from __future__ import annotations

import pytest

from arranging.test_catalogue import record
from arranging.test_witness import ASKING, CHANGES, FILES, witness_of
from fp_build.arranging.witness import Witness


def changed(change: str) -> Witness:
    return witness_of({path: text for path, text in {**FILES, **CHANGES[change]}.items() if text})


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_settled_has_the_same_answer(change: str) -> None:
    before, after = witness_of(FILES), changed(change)
    for ask in ASKING.values():
        with before.listening() as asked:
            ask(before)
        for question in asked:
            if after.ground.settles(question, before.ground):
                assert after.answer(question) == before.answer(question), question


def test_a_facet_leaves_the_others_settled() -> None:
    before, after = witness_of(FILES), changed("a theme")
    for name, *rest in (
        ("under", "ageing"),
        ("most_found", 1),
        ("having",),
        ("shown_under", "ageing", "fr", 0, 1),
    ):
        assert not after.ground.settles((name, "theme", *rest), before.ground)
        assert after.ground.settles((name, "kind", *rest), before.ground)


def test_a_text_settles_all_but_itself() -> None:
    before, after = witness_of(FILES), changed("a text")
    for ask in ASKING.values():
        with before.listening() as asked:
            ask(before)
        for question in asked - {("texts", "alpha")}:
            if question[1:2] not in (("all",), ("size",)):
                assert after.ground.settles(question, before.ground), question
    assert not after.ground.settles(("texts", "alpha"), before.ground)


def test_nothing_is_settled_that_was_not_there() -> None:
    before = witness_of(FILES).ground
    after = witness_of({**FILES, "delta/index.fr.md": record("Delta")}).ground
    assert not after.settles(("records", "one", "delta"), before)
    assert not after.settles(("a question of another program",), before)
