"""What a body is made of, and where each thing stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.reading.outline import Outline, read_outline
from fp_build.reading.source import Limits, Source


def outline(body: str, before: str = "") -> Outline:
    return read_outline(Source("x", before + body), len(before))


def marks(body: str) -> list[str]:
    found = outline(body)
    said = []
    for mark in found.marks:
        place = found.place(mark)
        said.append(
            f"{place.line}:{place.column}+{place.width} {mark.kind} {mark.text}|{mark.target}"
        )
    return said


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Un *titre* `vu`\n", ["1:1+17 heading Un titre vu|"]),
        ("Un\n==\n\nDeux\n---\n", ["1:1+2 heading Un|", "4:1+4 heading Deux|"]),
        ("##\n", ["1:1+2 heading |"]),
        ("    # code\n", []),
        ("```\n# code <b> https://a.fr\n```\n", []),
        ("Un `<b> https://a.fr`\n", []),
        ("[x](a.md)", ["1:1+9 link Inline|a.md"]),
        ("é😀 [x](a.md)", ["1:4+9 link Inline|a.md"]),
        ("[x][y]\n\n[y]: a.md\n", ["1:1+6 link Reference|a.md"]),
        ("[x][nulle]\n", []),
        ("![a *b*](c.png)", ["1:1+15 image a b|c.png"]),
        ("[![a](b.png)](c.md)", ["1:1+19 link Inline|c.md", "1:2+11 image a|b.png"]),
        ("Un.[^a] Deux.[^a]\n", ["1:4+4 citation [^a]|a", "1:14+4 citation [^a]|a"]),
        ("[^a]: Une note\n", ["1:1+14 note [^a]|a"]),
        ("<div>\n\nUn <br> mot\n", ["1:1+5 html <div>|", "3:4+4 html <br>|"]),
        ("<!-- un\ndeux -->", ["1:1+7 html <!-- un|", "2:1+8 html deux -->|"]),
        ("Voir https://a.fr/b?c=d.", ["1:6+18 address https://a.fr/b?c=d|"]),
        ("(http://a.fr)", ["1:2+11 address http://a.fr|"]),
        ("<https://a.fr>", ["1:1+14 link Autolink|https://a.fr"]),
        ("[https://a.fr](https://b.fr)", ["1:1+28 link Inline|https://b.fr"]),
        (
            "[x](https://a.fr) https://a.fr",
            ["1:1+17 link Inline|https://a.fr", "1:19+12 address https://a.fr|"],
        ),
        ("`https://a.fr` https://a.fr", ["1:16+12 address https://a.fr|"]),
        (
            "*https://a.fr*\nhttps://a.fr",
            ["1:2+12 address https://a.fr|", "2:1+12 address https://a.fr|"],
        ),
        ("> - # Titre\n", ["1:5+7 heading Titre|"]),
        ("|a|\n|-|\n|[x](y)|\n", ["3:2+6 link Inline|y"]),
        ("", []),
    ],
)
def test_marks(body: str, expected: list[str]) -> None:
    assert marks(body) == expected


def test_places_count_from_the_top_of_the_file() -> None:
    found = outline("Un <b>.\n", before="---\ntitre: é\n---\n")
    (mark,) = found.of_kind("html")
    assert found.place(mark).line == 4
    assert found.body == "Un <b>.\n"


def test_titles_of_a_level() -> None:
    found = outline("# a\n## b *c*\n### d\n## e\n")
    assert [found.titles(level) for level in (1, 2, 3, 4)] == [["a"], ["b c", "e"], ["d"], []]
    assert outline("a").titles(2) == []


def test_marks_by_kind() -> None:
    found = outline("# a\n[b](c) [d](e)\n# f\n")
    assert [mark.text for mark in found.of_kind("heading")] == ["a", "f"]
    assert [mark.target for mark in found.of_kind("link")] == ["c", "e"]
    assert list(found.of_kind("image")) == []


def test_levels() -> None:
    found = outline("".join(f"{'#' * n} x\n" for n in range(1, 8)))
    assert [mark.level for mark in found.of_kind("heading")] == [1, 2, 3, 4, 5, 6]


def test_many_faults_are_placed_in_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of nothing but faults must not take a time that grows with their square."""
    found = outline("[x](y) <b>é</b>\n\n" * 300)
    from fp_build.reading import outline as module

    readings = []
    parse = module.pyromark.events_with_range
    monkeypatch.setattr(
        module.pyromark, "events_with_range", lambda *a, **k: readings.append(1) or parse(*a, **k)
    )
    lines = [found.place(mark).line for mark in found.marks]
    assert lines == [line for n in range(300) for line in [2 * n + 1] * 3]
    assert len(readings) == 1


PIECES = [
    "# ",
    "[x](y)",
    "![",
    "](",
    "<b>",
    "https://a.fr",
    "[^a]",
    "[^a]: ",
    "\n",
    "é",
    "😀",
    "`",
    "*",
    "> ",
    "- ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_a_mark_stands_where_its_text_is(body: str) -> None:
    found = outline(body, before="é\n")
    lines = found.source.text.split("\n")
    for mark in found.marks:
        place = found.place(mark)
        typed = lines[place.line - 1][place.column - 1 :]
        first = {
            "link": "[<",
            "image": "!",
            "citation": "[",
            "note": "[",
            "address": "h",
        }
        if mark.kind in first:
            assert typed[:1] and typed[0] in first[mark.kind]


@pytest.mark.parametrize(
    ("limits", "kind", "place"),
    [
        (Limits(elements=2), "too-many", (5, 1)),
        (Limits(body_nesting=2), "too-deep", (7, 5)),
        (Limits(block_characters=12), "too-long", (5, 1)),
    ],
)
def test_more_than_limits_allow_is_not_read(
    limits: Limits, kind: str, place: tuple[int, int]
) -> None:
    text = "## Un\n\n## Deux\n\n[Trois](trois) quatre\n\n- > *cinq*\n\n## Six\n"
    whole, found = outline(text), read_outline(Source("x", text), 0, limits)
    assert not whole.is_refused and found.is_refused
    (mark,) = found.of_kind(kind)  # type: ignore[arg-type]
    assert (found.place(mark).line, found.place(mark).column) == place
    assert len(found.titles(2)) < len(whole.titles(2)) == 3


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a&#x202e;b", [("\u202e", 1, 2, 8)]),
        ("a & b\n\n*c* d&ZeroWidthSpace;", [("\u200b", 3, 6, 16)]),
        ("[a](https://b.c/&#8206;&#8238;)", [("\u202e", 1, 24, 7)]),
        ("[a](https://b.c 't&#x1b;')", [("\x1b", 1, 19, 6)]),
        ("![a&zwj;](b.png)", [("\u200d", 1, 4, 5)]),
        ("`&#x202e;` &amp; &nbsp; &lrm; \U0001f469&zwj;\U0001f4bb", []),
    ],
)
def test_what_references_hide_is_found(
    body: str, expected: list[tuple[str, int, int, int]]
) -> None:
    found = outline(body)
    places = [(mark.text, found.place(mark)) for mark in found.of_kind("hidden")]
    assert [(c, p.line, p.column, p.width) for c, p in places] == expected
