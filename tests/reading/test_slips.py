"""Signs of Markdown that were mistyped, and those that only look so."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fp_build.reading.outline import OPTIONS, Outline, read_outline
from fp_build.reading.slips import Slip, Slipped, may_slip, slips_in
from fp_build.reading.source import Source

KINDS: tuple[Slip, ...] = ("heading", "link", "citation", "bracket", "table", "row")


def outline(body: str) -> Outline:
    return read_outline(Source("x", body), 0)


def found(body: str) -> list[str]:
    """What is found as a writer's file is read, by where it stands."""
    read = outline(body)
    slips = sorted((s for kind in KINDS for s in read.slips(kind)), key=lambda s: s.start)
    return [f"{s.kind} {body[s.start : s.end]} → {s.right}" for s in slips]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("##Un titre\n", ["heading ##Un titre → ## Un titre"]),
        ("Un mot.\n  ###Un titre\n", []),  # no line begins with a sign
        ("# Un\n\n##\u00a0Deux `x`\n", ["heading ##\u00a0Deux `x` → ## Deux `x`"]),
        ("#\u202fUn\n", ["heading #\u202fUn → # Un"]),
        ("[x] (case:a)", ["link [x] (case:a) → [x](case:a)"]),
        ("[Le bilan]\u00a0(https://a.fr)", ["link [Le bilan]\u00a0(https://a.fr) → [Le bilan](https://a.fr)"]),
        ("(le bilan)[case:a#b]", ["link (le bilan)[case:a#b] → [le bilan](case:a#b)"]),
        ("[x](case: a)", ["link [x](case: a) → [x](case:a)"]),
        ("[x](case:a", ["link [x](case:a → [x](case:a)"]),
        ("![](ma photo.jpg)", ["link ![](ma photo.jpg) → ![](ma-photo.jpg)"]),
        ("! [Une](a.jpg)", ["link ! [Une](a.jpg) → ![Une](a.jpg)"]),
        ("![Une] (a.jpg)", ["link ![Une] (a.jpg) → ![Une](a.jpg)"]),
        ("![Une](a.png) [x](b.fr c)", ["link [x](b.fr c) → [x](b.fr-c)"]),
        ("<https://a.fr> [x](b c)", ["link [x](b c) → [x](b-c)"]),
        ("[rapport]", ["bracket [rapport] → rapport"]),
        ("[ ^rapport]", ["citation [ ^rapport] → rapport"]),
        ("^[rapport]", ["citation ^[rapport] → rapport"]),
        ("| a | b |\n| 1 | 2 |\n", ["table | a | b | → | --- | --- |"]),
        ("| a | b |\n|---|\n| 1 | 2 |\n", ["table | a | b | → | --- | --- |"]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", ["row | 1 | 2 | 3 | → 2"]),
        ("- é | b\n  ---|---\n  1 | 2 | 3\n", ["row 1 | 2 | 3 → 2"]),
        ("| a | b |\n|---|---|\n| 1 | [x] (case:a) |\n| 1 | 2 | 3 |\n", [
            "link [x] (case:a) → [x](case:a)", "row | 1 | 2 | 3 | → 2",
        ]),
    ],
)  # fmt: skip
def test_what_was_mistyped(body: str, expected: list[str]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "## Un titre\n\nUn\n==\n\n# #1\n",
        "#hopital et #2 sont des mots-dièse\n\n#hopital en est un\n",
        "```\n##titre\n| a |\n| b |\n```\n\n    ##titre\n\n`[x] (case:a)` `[x](case: a)`\n",
        "À lire ! [Le bilan](case:a) ! [Le bilan](https://a.fr/b.jpg)",
        "[Un titre](case:a 'dit \"tout\"') [x](https://a.fr/b_(c)) [x](<a b.md>)",
        "Un mot [sic!] (voir plus loin) et [deux mots] (2015)",
        "[x][y]\n\n[y]: a.md\n",
        r"\[x\](case: a) \[rapport\] \##Titre",
        "Douze[^a] [^b]\n",
        "| a | b |\n|---|:-:|\n| 1 |\n| 2 | `x \\| y` \\| z |\n",
        "a | b\n--- | ---\n1 | 2\n",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |\n",
        "Oui | non\n\n| une seule ligne |\n",
    ],
)
def test_what_is_meant_as_it_is(body: str) -> None:
    assert found(body) == []


def test_what_is_refused_is_not_looked_into() -> None:
    assert found("<b>\n\n[x](case: a)") == []


PIECES = st.sampled_from(
    [
        *"[]()!^#|- \n\u00a0\\`aé😀<>*",
        "---",
        "\n\n",
        "```\n",
        "    ",
        "case:",
        "https://a.fr",
        ".jpg",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
@example("| a |\n|---|\n| 😀 | [x](b c) |")
def test_whatever_is_written_each_stands_in_the_text(body: str) -> None:
    for slipped in slips_in(body, OPTIONS):
        assert 0 <= slipped.start < slipped.end <= len(body)
        assert body[slipped.start : slipped.end].strip()


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(1, 6))
def test_what_is_proposed_for_a_heading_is_one(words: str, level: int) -> None:
    for slipped in slips_in(f"{'#' * level}\u00a0{words}", OPTIONS):
        if slipped.kind == "heading":
            assert [s for s in slips_in(slipped.right, OPTIONS) if s.kind == "heading"] == []


@pytest.mark.parametrize(
    "piece", ["[x](b c ", "[x] (case:a ", "(a)[case:b", "![ ", "^[a", "|a|\n", "##a\n"]
)
def test_it_takes_time_in_proportion(piece: str) -> None:
    """A pattern that went back and forth would not come to an end here."""
    assert not may_slip(f"| a |\n|{'-' * 100_000}|\n", 0, 0, 0)
    assert may_slip(f"| a |\n|{'-' * 100_000}x|\n", 0, 0, 0)
    assert isinstance(slips_in(piece * 20_000, OPTIONS), list)


def test_a_look_is_enough_for_nearly_all(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def heard(body: str, options: object) -> list[Slipped]:
        looked.append(body)
        return []

    monkeypatch.setattr("fp_build.reading.outline.slips_in", heard)
    body = "## Un\n\n[x](case:a), [y](https://a.fr)[^b].\n\n![z](c.jpg)\n\n| a |\n|---|\n| 1 |\n"
    assert found(body) == []
    assert looked == []
    assert found(f"{body}\n[x](b c)") == []
    assert len(looked) == len(KINDS[:1])
