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
    r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>", re.S
)
_INLINE: Final = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
_VOID: Final = frozenset({
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
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
        text = _SPACE.sub(" ", unescape("".join(gathered))).strip(" ")
        gathered.clear()
        if text:
            yield Passage(text, heading)

    for part in _PART.finditer(html):
        if not hidden:
            gathered.append(html[at : part.start()])
        at = part.end()
        closing, name, attributes = part[1], (part[2] or "").lower(), part[3] or ""
        if not name or name in _VOID or attributes.endswith("/"):
            if name in ("br", "hr"):
                gathered.append(" ")
            continue
        if hidden:
            hidden += -1 if closing else 1
            continue
        if name not in _INLINE:
            yield from passage()
            heading = not closing and len(name) == 2 and name[0] == "h" and name[1].isdigit()
        if not closing and (name in _UNSEEN or _UNSOUGHT.search(attributes)):
            hidden = 1
    gathered.append(html[at:])
    yield from passage()
