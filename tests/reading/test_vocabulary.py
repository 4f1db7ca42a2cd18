"""The closed vocabularies."""

from __future__ import annotations

import pytest

from fp_build.reading.fields import BothLanguages
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_forms import MODELS, Term


def term(label: str, *, aliases: tuple[str, ...] = (), replaced_by: str | None = None) -> Term:
    return Term(
        fr=label,
        en=f"{label} en",
        definition=BothLanguages(fr="d", en="d"),
        aliases=aliases,
        replaced_by=replaced_by,
        source="editorial",
    )


TWO = Vocabulary("themes", {"un": term("Un"), "deux": term("Deux", aliases=("Second", "dos"))})


@pytest.mark.parametrize("words", ["Deux", "deux", "DEUX EN", "second", "  Dos "])
def test_ways_to_say_a_term(words: str) -> None:
    assert TWO.by_words(words) == TWO.by_words(words) == "deux"


def test_what_no_term_is_called() -> None:
    assert TWO.by_words("trois") is None
    assert TWO.current("un") == "un" and TWO.current("trois") is None
    assert TWO.nearest("seconds") == ["deux"]


def test_former_names_lead_to_the_present_one() -> None:
    terms = {
        "a": term("A", replaced_by="b"),
        "b": term("B", replaced_by="c"),
        "c": term("C", aliases=("d",)),
    }
    vocabulary = Vocabulary("themes", terms)
    assert [vocabulary.current(name) for name in "abcd"] == ["c", "c", "c", "c"]
    assert vocabulary.current_terms == {"c"}
    assert vocabulary.by_words("A") is None


@pytest.mark.parametrize("target", ["a", "b"])
def test_replacements_that_go_round(target: str) -> None:
    terms = {"a": term("A", replaced_by=target), "b": term("B", replaced_by="a")}
    assert Vocabulary("themes", terms).current("a") is None


def test_without_a_term() -> None:
    vocabularies = Vocabularies.empty()
    assert vocabularies.by_name.keys() == MODELS.keys()
    assert not any(each.is_whole or list(each) for each in vocabularies.by_name.values())
