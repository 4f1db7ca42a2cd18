"""What a body is made of: its headings, links, pictures, citations, and where each stands.

A body is CommonMark with GitHub's tables and strikethrough. A citation ``[^id]`` is a reference
that nothing in the body defines, so the parser hands it over; what it means is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import pyromark

from fp_build.reading.source import Source
from fp_build.words.findings import Place

OPTIONS: Final = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
"""The Markdown extensions of a body; the renderer uses the same."""

NOTE: Final = "note:"
"""The scheme under which a citation travels through the Markdown parser."""

_LEVELS: Final = {f"H{n}": n for n in range(1, 7)}
_BARE_ADDRESS: Final = re.compile(r"https?://[^\s<>\"»)]+")


def resolve_reference(link: Any) -> tuple[str, str] | None:
    """Answer the parser's question about a reference without a definition."""
    label: str = link["reference"]
    if label.startswith("^") and link["link_type"] == "Shortcut":
        return NOTE + label[1:], ""
    return None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a body. ``ordinal`` counts the body's events other than text, from 0: enough to
    find its place again."""

    kind: Literal["heading", "link", "image", "citation", "html", "address"]
    ordinal: int
    text: str
    """A heading's words, an image's alternative text, the raw HTML, or a bare address."""
    target: str = ""
    """Where a link or image points, or the id that is cited."""
    level: int = 0
    """Of a heading, 1 to 6."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a body holds, in the order of the text."""

    source: Source
    start: int
    """Where the body begins in its source."""
    marks: tuple[Mark, ...]
    words: int

    def of_kind(self, kind: str) -> Iterator[Mark]:
        """The marks of one kind."""
        return (mark for mark in self.marks if mark.kind == kind)

    @property
    def body(self) -> str:
        """The text of the body."""
        return self.source.text[self.start :]

    def place(self, mark: Mark) -> Place:
        """The place of a mark. The body is parsed again for it: few marks are ever asked."""
        start, end = self._span(mark.ordinal)
        if mark.kind == "address":
            text = self.source.text
            at = text.find(mark.text, start)
            start, end = (at, at + len(mark.text)) if at >= 0 else (start, end)
        return self.source.place(start, end)

    def _span(self, ordinal: int) -> tuple[int, int]:
        body = self.body
        seen = -1
        events = pyromark.events_with_range(
            body, options=OPTIONS, broken_link_callback=resolve_reference
        )
        for event, span in events:
            if not isinstance(event, dict) or "Text" not in event:
                seen += 1
                if seen == ordinal:
                    data = body.encode()
                    start = len(data[: span["start"]].decode())
                    typed = data[span["start"] : span["end"]].decode().rstrip()
                    return self.start + start, self.start + start + len(typed)
        return self.start, self.start


def read_outline(source: Source, start: int) -> Outline:
    """Read the body that begins at ``start``. Any text is a body; nothing can fail here."""
    marks: list[Mark] = []
    words = 0
    ordinal = -1
    heading: tuple[int, int] | None = None  # ordinal and level of the open heading
    images: list[tuple[int, str, list[str]]] = []  # the open images: ordinal, target, words
    title: list[str] = []
    quiet = 0  # inside a link, where an address is the link's text
    events = pyromark.events(
        source.text[start:], options=OPTIONS, broken_link_callback=resolve_reference
    )
    for event in events:
        if not isinstance(event, dict):
            ordinal += 1
            continue
        name, value = next(iter(event.items()))
        if name == "Text" or name == "Code":
            ordinal += name == "Code"
            words += value.count(" ") + 1
            if heading:
                title.append(value)
            for *_, alternative in images:
                alternative.append(value)
            if name == "Text" and "://" in value and not quiet:
                marks += [
                    Mark("address", max(ordinal, 0), match[0].rstrip(".,;:!?"))
                    for match in _BARE_ADDRESS.finditer(value)
                ]
            continue
        ordinal += 1
        if name == "Start" and isinstance(value, dict):
            tag, about = next(iter(value.items()))
            if tag == "Heading":
                heading, title = (ordinal, _LEVELS[about["level"]]), []
            elif tag == "Link":
                quiet += 1
                target = about["dest_url"]
                if target.startswith(NOTE) and about["link_type"] == "ShortcutUnknown":
                    marks.append(Mark("citation", ordinal, target, target[len(NOTE) :]))
                else:
                    marks.append(Mark("link", ordinal, about["link_type"], target))
            elif tag == "Image":
                images.append((ordinal, about["dest_url"], []))
        elif name == "End":
            if value == "Link":
                quiet -= 1
            elif value == "Image":
                at, target, alternative = images.pop()
                marks.append(Mark("image", at, "".join(alternative), target))
            elif isinstance(value, dict) and "Heading" in value and heading:
                marks.append(Mark("heading", heading[0], "".join(title).strip(), level=heading[1]))
                heading = None
        elif name == "Html" or name == "InlineHtml":
            marks.append(Mark("html", ordinal, value.strip()))
    return Outline(source, start, tuple(marks), words)
