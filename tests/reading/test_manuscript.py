"""One file of a record: its front matter, its body, and the way back to every place."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from in_memory import LIMITS

from fp_build.reading.manuscript import Manuscript, read_manuscript
from fp_build.reading.source import Limits


def read(text: str, limits: Limits = LIMITS) -> tuple[Manuscript, list[str]]:
    manuscript, findings = read_manuscript("x", text.encode(), limits)
    return manuscript, [f"{f.place.line}:{f.place.column} {f.rule.id}" for f in findings]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\na: b\n---\nTexte", "Texte"),
        ("---\na: b\n---\n", ""),
        ("---\na: b\n---", ""),
        ("---  \na: b\n---\t\nTexte", "Texte"),
        ("---\na: b\n...\nTexte", "Texte"),
        ("---\na: b\n---\n---\nTexte\n---\n", "---\nTexte\n---\n"),
        ("\ufeff---\na: b\n---\n\n\nTexte", "\n\nTexte"),
        ("---\r\na: b\r\n---\r\nTexte\r\n", "Texte\n"),
        ("---\na: |\n  ---\n  b\n---\nTexte", "Texte"),
        ("---\n\na: b\n\n---\nTexte", "Texte"),
    ],
)
def test_front_matter_and_body(text: str, body: str) -> None:
    manuscript, found = read(text)
    assert found == []
    assert manuscript.outline.body == body
    assert manuscript.keys == {"a"} and manuscript.readable


@pytest.mark.parametrize(
    ("text", "expected", "body"),
    [
        ("", ["1:1 front-matter-missing"], ""),
        ("Texte", ["1:1 front-matter-missing"], "Texte"),
        (" ---\na: b\n---\n", ["1:1 front-matter-missing"], ""),
        ("----\na: b\n---\n", ["1:1 front-matter-missing"], ""),
        ("+++\na = 1\n+++\n", ["1:1 front-matter-missing"], ""),
        ("\n---\na: b\n---\n", ["1:1 front-matter-missing"], ""),
        ("a: b\n---\nTexte", ["1:1 front-matter-missing"], ""),
        ("Texte\n---\n", ["1:1 front-matter-missing"], "Texte\n---\n"),
        ("---", ["1:1 front-matter-unclosed"], ""),
        ("---\na: b\n", ["1:1 front-matter-unclosed"], ""),
        ("---\na: b\n ---\n", ["1:1 front-matter-unclosed"], ""),
        ("---\n---\nTexte", ["2:1 not-a-mapping"], "Texte"),
        ("---\na: [\n---\nTexte", ["2:5 yaml-syntax"], "Texte"),
        ("---\n- a\n---\nTexte", ["2:1 not-a-mapping"], "Texte"),
    ],
)
def test_front_matter_that_cannot_be_read(text: str, expected: list[str], body: str) -> None:
    manuscript, found = read(text)
    assert found == expected
    assert manuscript.outline.body == body
    assert not manuscript.readable and manuscript.keys == frozenset()
    assert manuscript.place("a").line == 1 and manuscript.key_place("a").line == 1
    assert manuscript.plain_value("a") is None


def test_an_empty_mapping_is_readable() -> None:
    manuscript, found = read("---\n{}\n---\n")
    assert found == [] and manuscript.readable and not manuscript.keys


def test_front_matter_has_a_size() -> None:
    text = "---\na: bcdef\n---\nTexte"
    assert read(text, Limits(front_matter_characters=9))[1] == []
    manuscript, found = read(text, Limits(front_matter_characters=8))
    assert found == ["1:1 front-matter-too-large"]
    assert manuscript.outline.body == "Texte"


TEXT = "---\na: b\nliste: [c, {d: e}]\n'un deux' : f\ng:\n---\n# Texte\n[é](b) ![ç](d)"
PATHS = [("a",), ("liste",), ("liste", 0), ("liste", 1, "d"), ("un deux",), ("g",), ("absent",), ()]


def let_go(manuscript: Manuscript) -> Manuscript:
    manuscript.release()
    return manuscript


def pickled(manuscript: Manuscript) -> Manuscript:
    return pickle.loads(pickle.dumps(manuscript))  # type: ignore[no-any-return]


after = pytest.mark.parametrize("after", [let_go, pickled, lambda m: pickled(let_go(m))])


def places(manuscript: Manuscript) -> list[object]:
    found: list[object] = [(manuscript.place(*p), manuscript.key_place(*p)) for p in PATHS]
    return found + [manuscript.outline.place(mark) for mark in manuscript.outline.marks]


@after
def test_places_are_the_same_once_the_tree_is_let_go(
    after: Callable[[Manuscript], Manuscript],
) -> None:
    manuscript, _ = read(TEXT)
    before = places(manuscript)
    manuscript = after(manuscript)
    assert places(manuscript) == before
    assert manuscript.plain_value("liste") == ["c", {"d": "e"}]
    assert manuscript.keys == {"a", "liste", "un deux", "g"} and manuscript.readable
    assert manuscript.outline.body == "# Texte\n[é](b) ![ç](d)" and manuscript.outline.words == 3


@after
def test_what_was_done_to_the_tree_is_not_undone(
    after: Callable[[Manuscript], Manuscript],
) -> None:
    manuscript, _ = read(TEXT)
    tree = manuscript.tree
    assert tree is not None
    assert tree.drop(("liste", 0)) and tree.rename(("liste", 0, "d"), "D") and tree.drop(("a",))
    tree.put(("g",), "h")
    before, plain = places(manuscript), tree.plain
    manuscript = after(after(manuscript))
    assert places(manuscript) == before
    tree = manuscript.tree
    assert tree is not None and tree.plain == plain
    assert tree.touched == {"liste", "a"} and tree.has_lost(("a",))
    assert manuscript.keys == {"a", "liste", "un deux", "g"}


@after
def test_a_file_that_could_not_be_read_stays_so(after: Callable[[Manuscript], Manuscript]) -> None:
    manuscript = after(read("---\na: [b\n---\nTexte")[0])
    assert not manuscript.readable and manuscript.tree is None and not manuscript.keys
    assert after(read("---\n{}\n---\n")[0]).readable


def test_a_limit_is_the_same_when_a_tree_is_read_again() -> None:
    manuscript, _ = read("---\na: [b, c]\nd: e\n---\n", Limits(items=1, keys=1))
    assert pickled(let_go(manuscript)).plain_value("a") == ["b"]
