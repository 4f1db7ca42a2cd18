"""Findings as people and machines read them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.doors.report import as_github, as_json, as_text, ending, summary
from fp_build.words.findings import Finding, Level, Place, Rule
from fp_build.words.languages import LANGUAGES, Bilingual

RULE = Rule(
    "essai",
    Level.WARNING,
    Bilingual("On trouve « {value} ».", "“{value}” was found."),
    Bilingual("Corrigez.", "Mend it."),
    Bilingual("Manuel.", "Manual."),
)


def finding(
    path: str = "cases/a/index.fr.md",
    line: int = 1,
    column: int = 1,
    width: int = 1,
    value: str = "x",
) -> Finding:
    return RULE.at(Place(path, line, column, width), value=value)


def quoted(line: str, column: int, width: int = 1) -> tuple[str, str]:
    """The line of a file as the report shows it, and the line under it with the mark."""
    text = as_text([finding(column=column, width=width)], "fr", lambda _: [line])
    shown, marked = text.split("\n")[1:3]
    return shown.removeprefix("  1 | "), marked.removeprefix("    | ")


def columns(text: str) -> int:
    return sum(
        0
        if unicodedata.combining(c) or c == "\ufe0f"
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def test_text() -> None:
    text = as_text(
        [finding(line=2, column=8, width=3, value="abc")], "fr", lambda _: ["---", "title: abc"]
    )
    assert text == (
        "cases/a/index.fr.md:2:8 avertissement [essai]\n"
        "  2 | title: abc\n"
        "    |        ^^^\n"
        "  On trouve « abc ».\n"
        "  → Corrigez."
    )
    assert "warning [essai]" in as_text([finding()], "en", lambda _: ())


def test_each_file_is_read_once() -> None:
    asked: list[str] = []

    def lines(path: str) -> Sequence[str]:
        asked.append(path)
        return ["x"]

    as_text([finding("a"), finding("a", 1, 2), finding("b")], "fr", lines)
    assert asked == ["a", "b"]


@pytest.mark.parametrize("lines", [[], ["x"], ["x", "   "]])
def test_nothing_is_quoted_where_there_is_nothing(lines: list[str]) -> None:
    assert "|" not in as_text([finding(line=2)], "fr", lambda _: lines)


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("abc#", "   ^"),
        ("\tb#", "  ^"),
        ("日本#", "    ^"),
        ("e\u0301e\u0301#", "  ^"),
        ("👩#", "  ^"),
        ("ａ#", "  ^"),
        ("a\0#", "  ^"),
        ("a\u202e#", "  ^"),
        ("a\udce9#", "  ^"),
        ("❤\ufe0f#", " ^"),
    ],
)
def test_the_mark_is_under_its_place(line: str, marked: str) -> None:
    assert quoted(line, len(line))[1] == marked


def test_the_mark_is_as_wide_as_what_it_marks() -> None:
    assert quoted("a日本b", 2, 2)[1] == " ^^^^"
    assert quoted("abc", 3, 50)[1] == "  ^"
    assert quoted("abc", 4)[1] == "   ^"


def test_what_cannot_be_shown_is_replaced() -> None:
    assert quoted("a\x1b[31mb\u202ec\td", 1)[0] == "a\ufffd[31mb\ufffdc d"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=260),
    st.data(),
)
def test_the_mark_is_under_its_place_in_any_line(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    if not line.strip():
        return
    shown, marked = quoted(line, column)
    assert len(shown) <= 101
    where = len(marked) - len(marked.lstrip(" "))
    taken = 0
    for character in shown:
        if taken >= where and not unicodedata.category(character).startswith("M"):
            break
        taken += columns(character) if unicodedata.category(character) not in ("Mn", "Me") else 0
    assert taken == where


def test_a_long_line_is_shown_around_its_place() -> None:
    shown, marked = quoted("a" * 5000 + "#" + "b" * 5000, 5001)
    assert shown.startswith("…") and len(shown) == 101
    assert shown[marked.index("^")] == "#"


def test_a_path_cannot_write_on_the_terminal() -> None:
    text = as_text([finding(path="a\n\x1b[2Jb")], "fr", lambda _: ())
    assert text.split("\n")[0].startswith("a \ufffd[2Jb:1:1 ")


def test_json() -> None:
    rows = json.loads(as_json([finding(line=3, column=5, value="é")], "en"))
    assert rows == [
        {
            "rule": "essai",
            "level": "warning",
            "path": "cases/a/index.fr.md",
            "line": 3,
            "column": 5,
            "message": "“é” was found. Mend it.",
        }
    ]
    assert json.loads(as_json([], "fr")) == []


def test_github() -> None:
    path = "cases/a,b:c%/index.fr.md"
    assert as_github([finding(path, 3, 5, value="100 %: a, b")], "en") == (
        "::warning file=cases/a%2Cb%3Ac%25/index.fr.md,line=3,col=5,title=essai"
        "::“100 %25: a, b” was found. Mend it."
    )


@given(st.text(), st.text())
def test_github_is_one_command_a_line(path: str, value: str) -> None:
    found = [finding(path, value=value), finding(path, 2, value=value)]
    lines = as_github(found, "fr").split("\n")
    assert len(lines) == 2 and "\r" not in "".join(lines)
    for line in lines:
        _, properties, _ = line.split("::", 2)
        assert properties.count(",") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_counts(language: str) -> None:
    found = [RULE.at(Place("a"), level=level, value="x") for level in (3, 3, 1)]
    found = [RULE.at(Place("a"), level=Level(f.level), value="x") for f in found]
    expected = {
        "fr": "2 erreurs, 1 remarque (4 fiches vérifiées).",
        "en": "2 errors, 1 notice (4 records checked).",
    }
    assert summary(found, 4, language) == expected[language]  # type: ignore[arg-type]


def test_summary_when_all_is_well() -> None:
    assert summary([], 1, "fr") == "Tout est en ordre : 1 fiche vérifiée."
    assert summary([], 2, "en") == "All is well: 2 records checked."
    assert "index.fr.md" in summary([], 0, "fr") and "index.fr.md" in summary([], 0, "en")


def test_levels_have_names() -> None:
    names = {level.label(language) for level in Level for language in LANGUAGES}
    assert len(names) == 2 * len(Level)


NOTICE = Rule("note", Level.NOTICE, RULE.found, RULE.fix, RULE.manual)
ERROR = Rule("faute", Level.ERROR, RULE.found, RULE.fix, RULE.manual)


def some(rule: Rule, number: int) -> list[Finding]:
    return [rule.at(Place("cases/a/index.fr.md", line), value="x") for line in range(1, number + 1)]


def test_a_report_ends_on_what_to_mend_first() -> None:
    assert ending([*some(ERROR, 2), *some(NOTICE, 3)], 1, "fr") == (
        "À corriger d’abord :\n"
        "  cases/a/index.fr.md:1:1 erreur [faute]\n"
        "  cases/a/index.fr.md:2:1 erreur [faute]\n"
        "\n"
        "2 erreurs, 3 remarques (1 fiche vérifiée)."
    )


def test_of_many_the_end_names_ten() -> None:
    text = ending([*some(ERROR, 13), *some(NOTICE, 1)], 1, "en")
    assert text.count("[faute]") == 10
    assert "  … and 3 more\n\n13 errors, 1 notice (1 record checked)." in text


@pytest.mark.parametrize("found", [[], some(NOTICE, 3), some(ERROR, 3)])
def test_what_stands_at_the_end_anyway_is_not_named_again(found: list[Finding]) -> None:
    assert ending(found, 1, "fr") == summary(found, 1, "fr")
