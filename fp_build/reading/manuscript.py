"""One Markdown file of a record: its front matter, its body, and the way back to every place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from fp_build.reading import yaml_faults as faults
from fp_build.reading.composer import read_tree
from fp_build.reading.outline import Outline, read_outline
from fp_build.reading.outline_faults import (
    BLOCK_TOO_LONG,
    NESTED_TOO_DEEP,
    TOO_MANY_ELEMENTS,
)
from fp_build.reading.source import Limits, Source, read_source, rule_against
from fp_build.reading.tree import Change, Tree
from fp_build.words.findings import Finding, Place

_FENCE: Final = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)")
_OPENING: Final = re.compile(r"---(?:[ \t]+#[^\n]*|[ \t]*)(?:\n|\Z)")
_FIELDS: Final = re.compile(r"\s*+(?:\W{2,8}\n\s*+)?[\w-]++[ \t]*+[:=]")
"""How a file begins whose fields stand after something other than “---”, or after nothing: they are
no body to judge."""

_USUAL: Final = Limits()


class Manuscript:
    """A file that was read. The tree of its front matter is large and seldom needed after typing,
    so it is let go with :meth:`release` and read again should a place be asked for."""

    __slots__ = ("_changes", "_limits", "_span", "_tree", "keys", "outline", "source")

    def __init__(
        self,
        outline: Outline,
        keys: frozenset[str],
        span: tuple[int, int] | None,
        limits: Limits,
        changes: Sequence[Change] = (),
        tree: Tree | None = None,
    ) -> None:
        self.source: Source = outline.source
        self.outline = outline
        self.keys = keys
        """The top-level keys that the author typed, whatever became of their values."""
        self._span = span  # of the front matter, where it could be read
        self._limits = limits
        self._changes = changes  # what became of a tree that was let go
        self._tree = tree

    def __reduce__(self) -> tuple[Any, ...]:
        outline, source = self.outline, self.source
        body = source.path, source.utf8, outline.start, outline.flat
        changes = self._tree.changes if self._tree else self._changes
        limits = None if self._limits == _USUAL else self._limits
        return _unpickled, (*body, tuple(self.keys), self._span, limits, tuple(changes))

    @property
    def readable(self) -> bool:
        """True where the front matter could be read at all."""
        return self._span is not None

    @property
    def tree(self) -> Tree | None:
        """The front matter."""
        if self._tree is None and self._span is not None:
            self._tree = read_tree(self.source, *self._span, self._limits)[0]
            if self._tree is not None:
                self._tree.change_again(self._changes)
        return self._tree

    def plain_value(self, key: str) -> Any:
        """What the author typed under a top-level key, untyped; ``None`` where nothing."""
        tree = self.tree
        return tree.plain.get(key) if tree else None

    def release(self) -> None:
        """Let go what can be read again of the text."""
        if self._tree is not None:
            self._changes = tuple(self._tree.changes)
            self._tree = None
        self.outline.release()
        self.source.release()

    def place(self, *path: str | int) -> Place:
        """The place of a value of the front matter."""
        tree = self.tree
        return tree.place(path) if tree else Place(self.source.path)

    def key_place(self, *path: str | int) -> Place:
        """The place of a key of the front matter."""
        lone = len(path) == 1 and path[0] in self.keys and not self._changes
        if self._tree is None and self._span is not None and lone:
            typed = re.compile(rf"^{re.escape(str(path[0]))}(?=[ \t]*:)", re.M)
            found = typed.search(self.source.text, *self._span)
            if found:  # a plain key at the margin, as nearly all are: no need to read again
                return self.source.place(*found.span())
        tree = self.tree
        return tree.key_place(path) if tree else Place(self.source.path)


def read_manuscript(path: str, data: bytes, limits: Limits) -> tuple[Manuscript, list[Finding]]:
    """Read the bytes of a file as a record in one language. Any bytes give a manuscript."""
    source, findings = read_source(path, data, limits)
    span, body, trouble = _split(source, limits)
    if source.text or not findings:  # else nothing of it could be read, and that has been said
        findings += trouble
    tree: Tree | None = None
    if span is not None:
        tree, trouble = read_tree(source, *span, limits)
        findings += trouble
    outline = read_outline(source, body, limits)
    findings += _excess(outline, limits)
    findings += _written_as_references(outline)
    if tree is None:
        return Manuscript(outline, frozenset(), None, limits), findings
    return Manuscript(outline, _keys(tuple(tree.plain)), span, limits, (), tree), findings


def _written_as_references(outline: Outline) -> Iterator[Finding]:
    """Characters that no text may hold, such as ``&#x202e;``."""
    for mark in outline.of_kind("hidden"):
        code = f"U+{ord(mark.text):04X}"
        yield rule_against(mark.text).at(outline.place(mark), code=code)


def _excess(outline: Outline, limits: Limits) -> Iterator[Finding]:
    """What a body has too much of."""
    for mark in outline.of_kind("too-many"):
        yield TOO_MANY_ELEMENTS.at(outline.place(mark), limit=limits.elements)
    for mark in outline.of_kind("too-deep"):
        yield NESTED_TOO_DEEP.at(outline.place(mark), limit=limits.body_nesting)
    for mark in outline.of_kind("too-long"):
        yield BLOCK_TOO_LONG.at(outline.place(mark), limit=limits.block_characters)


def _unpickled(
    path: str,
    utf8: bytes,
    start: int,
    flat: Mapping[str, tuple[Any, ...]],
    keys: tuple[str, ...],
    span: tuple[int, int] | None,
    limits: Limits | None,
    changes: tuple[Change, ...],
) -> Manuscript:
    outline = Outline(Source(path, None, utf8), start, flat)
    return Manuscript(outline, _keys(keys), span, limits or _USUAL, changes)


@lru_cache(maxsize=1024)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    """The same set for all files with the same keys: most files have the keys of many others."""
    return frozenset(names)


def _split(source: Source, limits: Limits) -> tuple[tuple[int, int] | None, int, list[Finding]]:
    """Where the front matter stands, and where the body begins."""
    text = source.text
    opening = _OPENING.match(text)
    if not opening:
        first_line = text.partition("\n")[0]
        body = len(text) if _FIELDS.match(text) else 0
        return None, body, [faults.FRONT_MATTER_MISSING.at(source.place(0, len(first_line)))]
    closing = _FENCE.search(text, opening.end() - 1)
    if not closing:
        return None, len(text), [faults.FRONT_MATTER_UNCLOSED.at(source.place(0, 3))]
    start, end = opening.end(), closing.start() + 1
    body = min(closing.end() + 1, len(text))
    if end - start > limits.front_matter_characters:
        size, limit = end - start, limits.front_matter_characters
        return (
            None,
            body,
            [faults.FRONT_MATTER_TOO_LARGE.at(source.place(0, 3), size=size, limit=limit)],
        )
    return (start, end), body, []
