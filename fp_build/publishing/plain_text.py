"""The text of a page as its reader sees it, passage by passage, out of its HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands in one block of a page."""

    text: str
    """One line, each run of plain space as one space; no-break spaces as they are."""
    heading: bool = False


_PART: Final = re.compile(
    r"<!--.*?-->"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9-]*+)([^'\">]*+(?:(?:\"[^\"]*+\"|'[^']*+')[^'\">]*+)*+)>",
    re.S,
)
_INLINE: Final = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
_VOID: Final = frozenset({
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_UNSEEN: Final = frozenset({"nav", "script", "style", "svg", "template"})
"""Elements that say nothing of the page’s own."""
_UNSOUGHT: Final = re.compile(r"data-unsought|footnote-ref|footnote-backref|fp-note|fp-permalink")
"""Attributes of what is not the page’s own text: lists of other pages, and signs that only lead
somewhere."""
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def passages(html: str) -> list[Passage]:
    """The passages in order. ``html`` is well-formed, as our templates and sanitiser leave it; what
    stands in an element marked ``data-unsought`` is left out."""
    return list(_passages(html))


def _passages(html: str) -> Iterator[Passage]:
    gathered: list[str] = []
    heading = False
    hidden = 0  # how deep we are in what is left out
    at = 0

    def passage() -> Iterator[Passage]:
        if not gathered:
            return
        text = _SPACE.sub(" ", unescape("".join(gathered))).strip(" ")
        gathered.clear()
        if text:
            yield Passage(text, heading)

    for part in _PART.finditer(html):
        closing, name, attributes = part.groups("")
        name = name.lower()
        begin, end = part.span()
        if not hidden and begin > at:
            gathered.append(html[at:begin])
        at = end
        if name in _VOID or not name or attributes.endswith("/"):
            if name in ("br", "hr"):
                gathered.append(" ")
        elif hidden:
            hidden += -1 if closing else 1
        else:
            if name not in _INLINE:
                yield from passage()
                heading = not closing and name in _HEADINGS
            if not closing and (name in _UNSEEN or (attributes and _UNSOUGHT.search(attributes))):
                hidden = 1
    gathered.append(html[at:])
    yield from passage()
