"""One Markdown file of a record: its front matter, its body, and the way back to every place."""

from __future__ import annotations

import re
from typing import Any, Final

from fp_build.reading import yaml_faults as faults
from fp_build.reading.composer import read_tree
from fp_build.reading.outline import Outline, read_outline
from fp_build.reading.source import Limits, Source, read_source
from fp_build.reading.tree import Tree
from fp_build.words.findings import Finding, Place

_FENCE: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_OPENING: Final = re.compile(r"---(?:[ \t]+#[^\n]*|[ \t]*)(?:\n|\Z)")


class Manuscript:
    """A file that was read. The tree of its front matter is large and seldom needed after typing,
    so it is let go with :meth:`release` and read again should a place be asked for."""

    __slots__ = ("_limits", "_span", "_tree", "keys", "outline", "source")

    def __init__(
        self,
        source: Source,
        tree: Tree | None,
        outline: Outline,
        span: tuple[int, int],
        limits: Limits,
    ) -> None:
        self.source = source
        self.outline = outline
        self.keys: frozenset[str] = frozenset(tree.plain) if tree else frozenset()
        """The top-level keys that the author typed, whatever became of their values."""
        self._tree = tree
        self._span = span
        self._limits = limits

    @property
    def readable(self) -> bool:
        """True where the front matter could be read at all."""
        return self._tree is not None or bool(self.keys)

    @property
    def tree(self) -> Tree | None:
        """The front matter."""
        if self._tree is None and self.keys:
            return read_tree(self.source, *self._span, self._limits)[0]
        return self._tree

    def plain_value(self, key: str) -> Any:
        """What the author typed under a top-level key, untyped; ``None`` where nothing."""
        tree = self.tree
        return tree.plain.get(key) if tree else None

    def release(self) -> None:
        """Let the tree go. Not to be called once something was dropped from it."""
        if self.keys:
            self._tree = None

    def place(self, *path: str | int) -> Place:
        """The place of a value of the front matter."""
        tree = self.tree
        return tree.place(path) if tree else Place(self.source.path)

    def key_place(self, *path: str | int) -> Place:
        """The place of a key of the front matter."""
        if self._tree is None and len(path) == 1 and path[0] in self.keys:
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
    findings += trouble
    tree: Tree | None = None
    if span is not None:
        tree, trouble = read_tree(source, *span, limits)
        findings += trouble
    outline = read_outline(source, body)
    return Manuscript(source, tree, outline, span or (0, 0), limits), findings


def _split(source: Source, limits: Limits) -> tuple[tuple[int, int] | None, int, list[Finding]]:
    """Where the front matter stands, and where the body begins."""
    text = source.text
    opening = _OPENING.match(text)
    if not opening:
        first_line = text.partition("\n")[0]
        return None, 0, [faults.FRONT_MATTER_MISSING.at(source.place(0, len(first_line)))]
    closing = _FENCE.search(text, opening.end())
    if not closing:
        return None, len(text), [faults.FRONT_MATTER_UNCLOSED.at(source.place(0, 3))]
    start, end = opening.end(), closing.start()
    body = min(closing.end() + 1, len(text))
    if end - start > limits.front_matter_characters:
        size, limit = end - start, limits.front_matter_characters
        return (
            None,
            body,
            [faults.FRONT_MATTER_TOO_LARGE.at(source.place(0, 3), size=size, limit=limit)],
        )
    return (start, end), body, []
