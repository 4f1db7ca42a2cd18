"""Comparing, cutting and normalising words."""

from __future__ import annotations

import difflib
import tracemalloc
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.words.text import ID, fingerprint, fold, in_a_list, nearest, normalised, shortened


@pytest.mark.parametrize("text", ["a", "0", "demande-unique", "a1-b2-c3", "2014"])
def test_ids(text: str) -> None:
    assert ID.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["", "-", "a-", "-a", "a--b", "A", "é", "a b", "a_b", "a\n", "ａ", "a.b"]
)
def test_no_ids(text: str) -> None:
    assert not ID.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Été", "ete"), ("e\u0301te", "ete"), ("Cœur", "coeur"), ("L’action", "l'action"),
        ("  deux\u00a0mots\n", "deux mots"), ("STRASSE", "strasse"), ("Straße", "strasse"),
        ("ﬁn", "fin"), ("", ""),
    ],
)  # fmt: skip
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("« Connexions »", "connexions »"),
        ("“Été", "ete"),
        ("2014", "2014"),
        ("« »", "« »"),
        ("", ""),
    ],
)
def test_titles_are_put_in_order_by_their_letters(title: str, key: str) -> None:
    assert in_a_list(title) == key


KNOWN = {
    "social-benefits": "social-benefits",
    "Prestations sociales": "social-benefits",
    "digital": "digital",
}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("digitl", ["digital"]),
        ("prestation sociale", ["social-benefits"]),
        ("Social Benefits", ["social-benefits"]),
        ("social", ["social-benefits"]),
        ("xyz", []),
        ("", []),
        ("a", []),
    ],
)
def test_nearest(word: str, expected: list[str]) -> None:
    assert nearest(word, KNOWN) == expected


def test_nearest_of_a_list_and_of_nothing() -> None:
    assert nearest("titel", ["title", "summary"]) == ["title"]
    assert nearest("titel", []) == []


@given(st.text(max_size=500), st.lists(st.text(max_size=20), max_size=8))
def test_nearest_of_anything(word: str, known: list[str]) -> None:
    found = nearest(word, known)
    assert len(found) == len(set(found)) <= 3
    assert set(found) <= set(known)


def test_normalised() -> None:
    assert normalised("\n\na  \r\ne\u0301\t\n\n b\n\n") == "a\né\n\n b"


@given(st.text())
def test_normalising_is_done_once_and_for_all(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_fingerprints_see_what_readers_see() -> None:
    assert fingerprint(["é", "b\r\nc "]) == fingerprint(["e\u0301\n", "b\nc"])
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])
    assert fingerprint([]) == fingerprint([""])


def test_fingerprints_stay_what_they_were() -> None:
    """They stand in the files of translations: another way to compute them outdates them all."""
    assert fingerprint(["Été", "b"]) == (
        "ae31c4cc300fac06b751f3d5cfaf22cb6798a8d9229dd648df151dc71a5b5941"
    )


@given(st.lists(st.text()), st.sampled_from(["NFC", "NFD"]))
def test_fingerprints_do_not_see_the_unicode_form(parts: list[str], form: str) -> None:
    changed = [unicodedata.normalize(form, part).replace("\n", " \n") for part in parts]
    assert fingerprint(changed) == fingerprint(parts)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Un texte court.", "Un texte court."),
        ("Une phrase entière. Une autre, plus longue.", "Une phrase entière."),
        ("Elle dit « oui. » Une autre, plus longue.", "Elle dit « oui. »"),
        ("Une phrase qui ne finit pas à temps.", "Une phrase qui ne finit…"),
        ("Court. Une phrase qui ne finit pas, là.", "Court. Une phrase…"),
        ("Un mot et puis d’autres : voici.", "Un mot et puis d’autres…"),
    ],
)
def test_a_text_is_shortened_at_a_sentence_or_a_word(text: str, short: str) -> None:
    assert shortened(text, 27) == short


def test_of_many_words_only_the_likely_ones_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """To compare each of thousands takes as many milliseconds for each mistake."""
    many = [f"fiche-{number:05}-{'abcdefghij'[number % 10] * 5}" for number in range(5_000)]
    known = [*many, "demande-unique", "maison-du-handicap"]
    asked: list[int] = []
    close = difflib.get_close_matches

    def counted(word: str, possible: Any, *rest: Any, **more: Any) -> list[str]:
        asked.append(len(possible))
        return close(word, possible, *rest, **more)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    assert nearest("demand-uniqe", known)[0] == "demande-unique"
    assert nearest("handicap", known) == ["maison-du-handicap"]
    assert nearest("fiche-00042-cccc", known)[0] == "fiche-00042-ccccc"
    assert nearest("@", known) == []
    assert asked and max(asked) <= 60


def test_many_mistakes_among_many_words_leave_little_in_memory() -> None:
    """The words are held once, however many mistakes are made."""
    known = [f"fiche-{number:05}" for number in range(5_000)]
    nearest("fiche", known)
    tracemalloc.start()
    try:
        for number in range(20):
            nearest(f"ficha-{number:05}", known)
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 1_000_000
