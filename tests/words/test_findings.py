"""A fault as a value."""

from __future__ import annotations

import pickle
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.doors.safe_pickle import loads
from fp_build.doors.studies import OURS
from fp_build.words.findings import Finding, Level, Place, Rule, curbed, in_order
from fp_build.words.languages import LANGUAGES, Bilingual


def rule(found: str = "Vu {value}.", name: str = "essai", level: Level = Level.WARNING) -> Rule:
    return Rule(name, level, Bilingual(found, found), Bilingual("Non.", "No."), Bilingual("", ""))


HERE = Place("a")


def test_levels_are_ordered_by_gravity() -> None:
    assert Level.NOTICE < Level.WARNING < Level.ERROR
    assert [level.word for level in Level] == ["notice", "warning", "error"]


@pytest.mark.parametrize("level", Level)
def test_a_level_travels_by_its_value(level: Level) -> None:
    """In every Python: 3.11.0 to 3.11.3 have their own way, which no cache of ours reads back."""
    assert level.__reduce_ex__(pickle.HIGHEST_PROTOCOL) == (Level, (level.value,))
    assert loads(pickle.dumps(level), Level, *OURS) is level


def test_a_finding_has_the_level_of_its_rule_unless_told() -> None:
    assert rule().at(HERE).level is Level.WARNING
    assert rule().at(HERE, level=Level.NOTICE).level is Level.NOTICE


def test_placeholders() -> None:
    both = Rule(
        "x",
        Level.ERROR,
        Bilingual("{a} {b}", "{b}"),
        Bilingual("{c} {{d}}", "e"),
        Bilingual("", ""),
    )
    assert both.placeholders("fr") == {"a", "b", "c"}
    assert both.placeholders("en") == {"b"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("texte", "Vu texte."),
        (12, "Vu 12."),
        (["a", "b"], "Vu a, b."),
        (("a", 1), "Vu a, 1."),
        ("{value}", "Vu {value}."),
        ("%s", "Vu %s."),
        ("a\nb", "Vu a b."),
        ("a\tb\u2028c", "Vu a b c."),
        ("\x1b[31m", r"Vu \u001b[31m."),
        ("a\u202eb", r"Vu a\u202eb."),
        (["a\nb"], "Vu a b."),
        ("x" * 200, "Vu " + "x" * 120 + "…."),
        ("\0" * 200, "Vu " + r"\u0000" * 20 + "…."),
    ],
)
def test_what_was_typed_is_fit_for_one_line(value: object, said: str) -> None:
    assert rule().at(HERE, value=value).found("fr") == said


def test_bilingual_arguments_are_said_in_the_language_asked_for() -> None:
    found = rule().at(HERE, value=[Bilingual("un", "one"), Bilingual("deux", "two")])
    assert found.found("fr") == "Vu un, deux."
    assert found.message("en") == "Vu one, two. No."


def test_likely_words_are_proposed() -> None:
    found = rule().at(HERE, value="x", nearest=["a", "b\nc"])
    assert found.fix("fr") == "Non. Vouliez-vous écrire : a, b c ?"
    assert found.fix("en") == "No. Did you mean: a, b c?"
    assert rule().at(HERE, value="x", nearest=[]).fix("en") == "No."


@given(st.text())
def test_any_value_can_be_said(value: str) -> None:
    found = rule().at(HERE, value=value, nearest=[value])
    for language in LANGUAGES:
        assert found.message(language).isprintable()


PLACES = [
    Place("b"),
    Place("a", 2),
    Place("a", 10),
    Place("a", 2, 3),
    Place("a-b"),
    Place("a/b", 1),
]


def test_findings_are_in_the_order_of_their_places() -> None:
    findings = [rule(name=name).at(place, value="x") for place in PLACES for name in ("z", "y")]
    expected = in_order(findings)
    assert [(f.place.path, f.place.line, f.place.column) for f in expected[::2]] == [
        ("a", 2, 1), ("a", 2, 3), ("a", 10, 1), ("a-b", 1, 1), ("a/b", 1, 1), ("b", 1, 1),
    ]  # fmt: skip
    assert [f.rule.id for f in expected[:2]] == ["y", "z"]
    for seed in range(20):
        random.Random(seed).shuffle(findings)
        assert in_order(findings) == expected


def test_the_same_is_said_once() -> None:
    one, two = rule().at(HERE, value="a"), rule().at(HERE, value="b")
    assert in_order([two, one, two, Finding(rule(), HERE, {"value": "a"}, Level.WARNING)]) == [
        one,
        two,
    ]


# Floods


def test_of_each_rule_the_first_in_each_file_are_told_and_the_others_counted() -> None:
    one, two = rule("Vu."), rule("Lu.", "autre")
    found = [one.at(Place(path, line)) for path in "ab" for line in (1, 2, 3, 9)]
    found.append(two.at(Place("a", 4)))
    kept = curbed(in_order(found), 2)
    assert [(f.place.path, f.place.line, f.rule.id, f.more) for f in kept] == [
        *(("a", 1, "essai", 0), ("a", 2, "essai", 2), ("a", 4, "autre", 0)),
        *(("b", 1, "essai", 0), ("b", 2, "essai", 2)),
    ]
    assert (
        kept[1].found("fr")
        == "Vu. (Et 2 autres comme celle-ci dans ce fichier, jusqu’à la ligne 9.)"
    )
    assert "2 more like this one" in kept[1].message("en") and "line 9" in kept[1].message("en")
    assert curbed(kept, 2) == kept
    assert curbed(kept, 1)[0].more == 3 and "ligne 9" in curbed(kept, 1)[0].found("fr")


def test_a_flood_is_as_grave_as_the_gravest_of_it() -> None:
    grave = [rule().at(Place("a", n), level=Level(1 + n // 3), value=n) for n in range(1, 7)]
    (kept,) = curbed(grave, 1)
    assert kept.level is Level.ERROR and kept.more == 5


def test_what_was_meant_is_looked_for_when_it_is_told() -> None:
    asked: list[int] = []

    def near() -> list[str]:
        asked.append(1)
        return ["b"]

    flood = [rule("Vu.").at(Place("a", line), nearest=near) for line in range(1, 100)]
    kept = curbed(flood, 3)
    assert len(asked) == 3 and [f.arguments["nearest"] for f in kept] == [["b"]] * 3
    assert "Vouliez-vous écrire : b ?" in flood[50].fix("fr")


def test_a_place_within_another() -> None:
    link = Place("a", 2, 5, 4)
    assert Place("a", 2, 5).is_within(link) and Place("a", 2, 8, 9).is_within(link)
    elsewhere = (Place("a", 2, 4), Place("a", 2, 9), Place("a", 1, 5), Place("b", 2, 5))
    assert not any(place.is_within(link) for place in elsewhere)
