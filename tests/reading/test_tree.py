"""YAML as a tree of texts, lists and mappings."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from in_memory import LIMITS

from fp_build.reading.composer import read_tree
from fp_build.reading.source import Limits, Source
from fp_build.reading.tree import Tree


def read(text: str, limits: Limits = LIMITS) -> tuple[Tree | None, list[str]]:
    tree, findings = read_tree(Source("x", text), 0, len(text), limits)
    return tree, [f"{f.place.line}:{f.place.column} {f.rule.id}" for f in findings]


def plain(text: str) -> dict[str, Any]:
    tree, found = read(text)
    assert tree is not None and found == []
    return tree.plain


def faults(text: str, limits: Limits = LIMITS) -> list[str]:
    return read(text, limits)[1]


def at(text: str, *path: str | int) -> str:
    tree = read(text)[0]
    assert tree is not None
    place, key = tree.place(path), tree.key_place(path)
    return f"{place.line}:{place.column}+{place.width} {key.line}:{key.column}+{key.width}"


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "on",
        "Off",
        "true",
        "12:30",
        "12:30:45",
        "010",
        "0o10",
        "1_000",
        "~",
        "null",
        "Null",
        "2014-05-12T00:00:00Z",
        "2014-05-12",
        "0x1F",
        "0b11",
        "1e3",
        ".inf",
        ".nan",
        "-0",
        "+1",
        "1.0",
        "=",
        "44",
        "FR",
        "é",
        "😀",
    ],
)
def test_values_stay_what_was_typed(typed: str) -> None:
    assert plain(f"a: {typed}\nb: [{typed}]\nc: {{d: {typed}}}\n") == {
        "a": typed, "b": [typed], "c": {"d": typed},
    }  # fmt: skip


def test_keys_stay_what_was_typed() -> None:
    assert list(plain("yes: a\n010: b\n~: c\n12:30: d\n'': e\n")) == [
        "yes",
        "010",
        "~",
        "12:30",
        "",
    ]


def test_empty_values_are_empty_texts() -> None:
    assert plain("a:\nb: ''\nc: []\nd: {}\ne: [a, '']\n") == {
        "a": "", "b": "", "c": [], "d": {}, "e": ["a", ""],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n  b\n  c\n", "b\nc\n"), ("a: |-\n  b\n", "b"), ("a: >\n  b\n  c\n", "b c\n"),
        ("a: b\n  c\n", "b c"), ('a: "\\u00e9\\n"\n', "é\n"), ("a: 'it''s'\n", "it's"),
        ("a: b # c\n", "b"), ("a: b: c\n", None), ("a: b:c\n", "b:c"), ("a: b#c\n", "b#c"),
    ],
)  # fmt: skip
def test_forms_of_a_text(text: str, value: str | None) -> None:
    tree, _ = read(text)
    assert (tree.plain["a"] if tree else None) == value


json_like = st.recursive(
    st.text(
        st.characters(
            exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029"
        ),
        max_size=6,
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abcé", max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.text("abcdé", min_size=1, max_size=4), json_like, max_size=4), st.booleans()
)
def test_what_is_written_is_read(value: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(
        value, allow_unicode=True, default_flow_style=flow, default_style='"', width=9999
    )
    tree, found = read(text.replace("!!set ", ""))
    if found:
        assert {f.split()[1] for f in found} <= {"yaml-too-deep", "invisible-character"}
    else:
        assert tree is not None and tree.plain == value


def test_places() -> None:
    text = "a: b\nliste:\n  - x: 1\n    y: [un, deux]\n  - z\nvide:\n"
    assert at(text, "a") == "1:4+1 1:1+1"
    assert at(text, "liste") == "3:3+6 2:1+5"
    assert at(text, "liste", 0) == "3:5+4 3:5+4"
    assert at(text, "liste", 0, "y") == "4:8+10 4:5+1"
    assert at(text, "liste", 0, "y", 1) == "4:13+4 4:13+4"
    assert at(text, "liste", 1) == "5:5+1 5:5+1"
    assert at(text, "vide") == "6:1+4 6:1+4"
    assert at(text, "liste", 9, "x").startswith("3:3")
    assert at(text, "nulle", "part").startswith("1:1")
    assert at(text).startswith("1:1")


def test_places_after_characters_of_many_bytes() -> None:
    assert at("é😀: '日本' \nb: [e\u0301, c]\n", "b", 1) == "2:9+1 2:9+1"
    assert at("a: {é: '😀', b: c}\n", "a", "b") == "1:16+1 1:13+1"


def test_a_part_of_a_file() -> None:
    source = Source("x", "---\na: b\na: c\n---\n")
    tree, findings = read_tree(source, 4, 14, LIMITS)
    assert tree is not None and tree.place(("a",)).line == 2
    assert [(f.place.line, f.arguments["first"]) for f in findings] == [(3, 2)]


STAGES = """stages:
  - stage: generating-ideas
    start: 2013
    stage: implementation
    start: 2014
"""


def test_the_forgotten_dash() -> None:
    tree, findings = read_tree(Source("x", STAGES), 0, len(STAGES), LIMITS)
    assert [(f.rule.id, f.place.line, f.place.column, f.arguments) for f in findings] == [
        ("duplicate-key", 4, 5, {"key": "stage", "first": 2}),
        ("duplicate-key", 5, 5, {"key": "start", "first": 3}),
    ]
    assert tree is not None
    assert tree.plain == {"stages": [{"stage": "generating-ideas", "start": "2013"}]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\na: 3\n", ["2:1 duplicate-key", "3:1 duplicate-key"]),
        ("a: 1\n'a': 2\n", ["2:1 duplicate-key"]),
        ("a: {b: 1, b: {c: 1, c: 2}}\n", ["1:11 duplicate-key", "1:21 duplicate-key"]),
        ("- a\n", ["1:1 not-a-mapping"]),
        ("texte\n", ["1:1 not-a-mapping"]),
        ("", ["1:1 not-a-mapping"]),
        ("# rien\n", ["1:1 not-a-mapping"]),
        ("a: &x b\nc: *x\n", ["1:4 yaml-anchor", "2:4 yaml-anchor"]),
        ("a: &x {b: c}\nd:\n  <<: *x\n", ["1:4 yaml-anchor", "3:7 yaml-anchor"]),
        ("&x a: b\n", ["1:1 yaml-anchor"]),
        ("*x : b\nc: d\n", ["1:1 yaml-anchor"]),
        ("a: !!int 1\n", ["1:4 yaml-tag"]),
        ("a: !perso {b: c}\n", ["1:4 yaml-tag"]),
        ("a: !!python/object/apply:os.system [ls]\n", ["1:4 yaml-tag"]),
        ("? [a]\n: b\nc: d\n", ["1:3 key-not-text"]),
        ("{a: b}: c\n", ["1:1 key-not-text"]),
        ("? {a: {b: &c d}}\n: e\n", ["1:3 key-not-text", "1:11 yaml-anchor"]),
        ("a: b\n---\nc: d\n", ["2:1 yaml-syntax"]),
        ("a: b\n--- c\n", ["2:1 yaml-syntax"]),
        ("%YAML 1.1\n---\na: b\n", []),
    ],
)
def test_faults(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c\n", "1:5"),
        ("a: b\n\tc: d\n", "2:1"),
        ("a: 'b\nc: d\n", "1:4"),
        ('a: "b\n\nc: d\n', "1:4"),
        ("a: [b\nc: d\n", "1:4"),
        ("a: {b: c\nd: e\n", "1:4"),
        ("x: y\na: [b, c\n", "2:4"),
        ("l:\n  - {a: b\n  - {a: c}\n", "2:5"),
        ("l: [\n  {a: b,\n   c: d\n   e: f}\n]\n", "4:5"),
        ("a: @b\n", "1:4"),
        ("a: `b`\n", "1:4"),
        ("a: %b\n", "1:4"),
        ("a: *\n", "1:4"),
        ("a: & b\n", "1:4"),
        ('a: "\\q"\n', "1:5"),
        ("a: b\n c: d\n", "2:2"),
        ("l:\n  - a: b\n   - a: c\n", "3:4"),
        ("l:\n  - a: b\n - a: c\n", "3:2"),
        ("l:\n  - a: b\n   c: d\n", "3:4"),
        ("l:\n    a: b\n    c: d\n  - a: e\n", "2:5"),
        ("a:\n  b: c\n d: e\n", "3:2"),
        ("a: 'b' c\n", "1:8"),
        ("a: b]\n - c\n}\n", "3:1"),
        ("a: ]\n", "1:4"),
        ("a\nb: c\n", "2:2"),
        ("a: b\nc:d\ne: f\n", "2:1"),
        ('a: "b\nc: "d"\n', "1:4"),
        ("a: 'b\nc: d's\n", "1:4"),
        ("a:\n\t- b\n", "2:1"),
        ("a: - b\n", "1:4"),
    ],
)
def test_what_cannot_be_read_is_placed_where_its_author_looks(text: str, place: str) -> None:
    assert faults(text) == [f"{place} yaml-syntax"]


def test_problems_are_explained_in_both_languages() -> None:
    for text in ("a: b: c", "a: 'b", "a: [b", "a: @b", "a: b\n\tc: d", "a: *", "a: b\n---\n"):
        (finding,) = read_tree(Source("x", text), 0, len(text), LIMITS)[1]
        assert finding.found("fr") != finding.found("en")
        assert not finding.found("fr").isascii()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('a: "b\nc: "d"\n', "le guillemet ouvert ici n’est pas refermé sur sa ligne"),
        ("a:\n\t- b\n", "une tabulation sert d’alignement"),
        ("a: b\n c: d\n", "devant elle une espace, il en faut 0"),
        ("l:\n  - a: b\n   - a: c\n", "devant elle 3 espaces, il en faut 2"),
        ("l:\n  - a: b\n - a: c\n", "devant elle une espace, il en faut 2"),
        ("l:\n  - a: b\n   c: d\n", "devant elle 3 espaces, il en faut 4"),
        ("l:\n  - a: b\n  c: d\n", "on attend un « - »"),
        ("l:\n    a: b\n    c: d\n  - a: e\n", "il en manque un devant le premier"),
        ("a: *Une* fois\n", "une valeur qui commence par « * » se met entre guillemets droits"),
        ("a: 100\nb: %\n", "une valeur qui commence par « % »"),
        ('a: "b" *c*\n', "la syntaxe YAML n’est pas respectée"),
        ("a: b\nc:d\ne: f\n", "un « : » suivi d’une espace manque ici"),
        ("a: « b : c »\n", "seuls des guillemets droits la protégeraient"),
        ("a: “b: c”\n", "seuls des guillemets droits la protégeraient"),
        ("a: b : c\n", "une valeur sans guillemets"),
        ('a: "b" c\n', "on attend une clé"),
        ("a:\u00a0b\nc: d\n", "une espace insécable se trouve ici"),
        ("a\u202f: b\nc: d\n", "une espace insécable se trouve ici"),
        ("a:\n  - b\n  # c\n\u00a0 - d\n", "une espace insécable se trouve ici"),
    ],
)
def test_common_slips_are_called_by_their_name(text: str, said: str) -> None:
    (finding,) = read_tree(Source("x", text), 0, len(text), LIMITS)[1]
    assert said in finding.found("fr")


def test_looking_for_no_break_spaces_takes_time_in_proportion() -> None:
    """A pattern that went back and forth would not come to an end here."""
    for sign in ("-", "- ", "a-", " "):
        text = f"a: b\n{sign * 200_000}x\n c: [\n"
        assert read_tree(Source("x", text), 0, len(text), LIMITS)[0] is None


def test_no_break_spaces_where_they_are_words() -> None:
    text = "a: Un mot\u00a0:non\nb: |\n  Question\u00a0: x\n  \u00a0y\nc: '\u00a0: '\n"
    tree, findings = read_tree(Source("x", text), 0, len(text), LIMITS)
    assert findings == []
    assert tree is not None
    assert set(tree.plain) == {"a", "b", "c"}


def test_a_key_is_taken_for_what_it_looks_like() -> None:
    text = "a\u00a0: b\nc: {d\u202f: e}\n"
    tree, findings = read_tree(Source("x", text), 0, len(text), LIMITS)
    assert [(f.place.line, f.place.column) for f in findings] == [(1, 1), (2, 5)]
    assert tree is not None
    assert tree.plain == {"a": "b", "c": {"d": "e"}}


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]\n"
    for above, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_a_billion_laughs() -> None:
    tree, found = read(LAUGHS)
    assert tree is not None
    assert len(found) == 9 + 8 * 9 and {f.split()[1] for f in found} == {"yaml-anchor"}
    assert sum(len(items) for items in tree.plain.values()) == 9


def test_an_alias_of_itself() -> None:
    tree, found = read("a: &a [*a]\n")
    assert tree is not None and tree.plain == {"a": []}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("opened", "closed"), [(9, 9), (40, 40), (500, 500), (20_000, 20_000), (500, 0), (60_000, 0)]
)
def test_depth_has_a_limit(opened: int, closed: int) -> None:
    """What follows is read where the end of the value is not far: the parser’s time grows with the
    square of what is open."""
    tree, found = read(f"a: {'[' * opened}{']' * closed}\nb: c\n")
    assert found == ["1:11 yaml-too-deep"]
    assert (tree is not None and tree.plain["b"] == "c") is (opened < 50)


def test_depth_within_the_limit() -> None:
    assert faults("a: [[[[[[[b]]]]]]]\n") == []
    assert faults("a: [[[[[[[[b]]]]]]]]\n") == ["1:11 yaml-too-deep"]
    assert faults("a: [[b]]\nc: [d]\n", Limits(nesting=2)) == ["1:5 yaml-too-deep"]
    assert faults("? [[a]]\n: b\n", Limits(nesting=2)) == ["1:3 key-not-text", "1:4 yaml-too-deep"]


def test_numbers_have_limits() -> None:
    limits = Limits(keys=2, items=2)
    assert faults("a: 1\nb: 2\nc: 3\nd: 4\n", limits) == ["3:1 yaml-too-many"]
    assert faults("a: [1, 2, 3, 4]\nb: [1, 2, 3]\n", limits) == [
        "1:11 yaml-too-many",
        "2:11 yaml-too-many",
    ]
    assert faults("a: [1, 2]\nb: {c: d, e: f}\n", limits) == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a: Projet #3", 11), ("a: Projet # 3", 11), ("a: Projet  #3", 12), ("a: [b #c\n ]", 7),
        ("a: b\t#c", 6), ("a: {b: c #d\n }", 10),
    ],
)  # fmt: skip
def test_values_cut_by_a_comment(line: str, column: int) -> None:
    assert faults(f"{line}\n") == [f"1:{column} cut-by-comment"]


@pytest.mark.parametrize(
    "line",
    [
        "a: b  # c",
        "a: b\t\t# c",
        "a: 'b' #c",
        "a: [b] #c",
        "# a: b #c\na: b",
        "a: b#c",
        "a: b  #",
        "a: |  # c\n  b #d",
        "a: 'b #c'",
        "a: {b: c}  #d",
        "a:  # b\n  - c",
    ],
)
def test_comments_that_cut_nothing(line: str) -> None:
    assert faults(f"{line}\n") == []


def test_dropping_closes_gaps() -> None:
    tree, _ = read("a: [b, c, d]\ne: {f: g}\n")
    assert tree is not None
    assert tree.drop(("a", 1)) and tree.plain["a"] == ["b", "d"]
    assert tree.place(("a", 1)).column == 11
    assert tree.drop(("e", "f")) and tree.plain["e"] == {}
    assert not tree.drop(("e", "f")) and not tree.drop(()) and not tree.drop(("a", 7))
    assert not tree.drop(("a", 0, "b"))
    assert tree.touched == {"a", "e"}


def test_putting_and_renaming() -> None:
    tree, _ = read("a: {b: c, d: e}\nf: [g]\n")
    assert tree is not None
    tree.put(("f", 0), "h")
    assert tree.rename(("a", "b"), "z") and tree.plain == {"a": {"z": "c", "d": "e"}, "f": ["h"]}
    assert not tree.rename(("a", "z"), "d")
    assert tree.place(("a", "z")).column == 8


def test_the_mapping_below_a_key() -> None:
    tree, _ = read("a: {b: c}\nd: e\nf:\n")
    assert tree is not None
    below, findings = tree.below("a")
    assert below is not None and below.plain == {"b": "c"} and findings == []
    for key, line in (("d", 2), ("f", 3)):
        below, findings = tree.below(key)
        assert below is None and [(f.rule.id, f.place.line) for f in findings] == [
            ("not-a-mapping", line)
        ]


def test_words_between_braces_without_a_colon_stand_alone() -> None:
    tree, _ = read("a: {b: c, d e, f: }\ng:\n")
    assert tree is not None
    assert [tree.stands_alone(("a", key)) for key in ("b", "d e", "f")] == [False, True, False]
    assert not tree.stands_alone(("g",)) and not tree.stands_alone(("x", "y"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r'a: "x\u202ey"', ["1:4 bidi-control"]),
        (r'a: "x\0"', ["1:4 control-character"]),
        (r'a: "x\e[31m"', ["1:4 control-character"]),
        (r'a: "x\r\nBEGIN:VEVENT"', ["1:4 control-character"]),
        (r'a: ["x", "\u200b\u200b"]', ["1:10 invisible-character"]),
        (r'a: {"b\u2028": c}', ["1:5 control-character"]),
        (r'a: "\U000e0041 \L"', ["1:4 control-character", "1:4 invisible-character"]),
        (r'a: "\u00e9 \_ \N \t \\u202e \U0001f469\u200d\U0001f4bb"', ["1:4 control-character"]),
        (r'a: "\u00e9 \_ \t \\u202e \U0001f469\u200d\U0001f4bb"', []),
        (r"a: 'x\u202ey'", []),
        (r"a: x\u202ey", []),
    ],
)
def test_escapes_bring_in_nothing_that_a_file_may_not_hold(text: str, expected: list[str]) -> None:
    assert sorted(faults(f"{text}\n")) == expected
