"""Letters that look like those of an id."""

from __future__ import annotations

import pytest

from fp_build.words.findings import Level, Place, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.look_alikes import look_alikes


@pytest.mark.parametrize(
    ("word", "number", "like"),
    [
        ("clim\u0430t", 5, "a"),
        ("\u0440rojet-deux", 1, "p"),
        ("Clim\u0410t", 5, "a"),
        ("n\u03bfm", 2, "o"),
        ("demande\u2011unique", 8, "-"),
        ("\uff41ge", 1, "a"),
        ("\U0001d41age", 1, "a"),
    ],
)
def test_a_letter_that_looks_like_another_is_named(word: str, number: int, like: str) -> None:
    (found,) = look_alikes(word)
    assert (found.number, found.like) == (number, like)
    assert found.name.startswith(f"U+{ord(word[number - 1]):04X}, ")


@pytest.mark.parametrize(
    "word",
    [
        "climat",
        "été",
        "",
        "привет мир",
        "Ελλάδα",
        "שלום",
        "مرحبا",
        "日本",
        "œuvre",
        "a b–c",
        "x" * 200,
    ],
)
def test_words_that_do_not_look_like_an_id_are_left_alone(word: str) -> None:
    assert look_alikes(word) == ()


def test_a_finding_tells_of_it() -> None:
    rule = Rule(
        "x",
        Level.ERROR,
        Bilingual("Vu {id}.", "{id}."),
        Bilingual("Non.", "No."),
        Bilingual("", ""),
    )
    said = rule.at(Place("a"), id="clim\u0430t").fix("fr")
    assert said == (
        "Non. Attention : la lettre 5 de « clim\u0430t », « \u0430 » (U+0430, CYRILLIC SMALL LETTER"
        " A), n’est pas le « a » auquel elle ressemble."
    )
    assert "letter 5" in rule.at(Place("a"), id="clim\u0430t").message("en")
    assert rule.at(Place("a"), id="été").fix("fr") == "Non."
