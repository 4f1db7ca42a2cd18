"""What a body is made of: its headings, links, pictures, citations, and where each stands.

A body is CommonMark with GitHub's tables and strikethrough. A citation ``[^id]`` needs no note in
the body: what it names is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from itertools import islice
from operator import attrgetter
from typing import Any, Final, Literal, NamedTuple, get_args

import pyromark

from fp_build.reading.slips import Slip, Slipped, may_slip, slips_in
from fp_build.reading.source import Limits, Source, hidden_in
from fp_build.words.findings import Place

OPTIONS: Final = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_OLD_FOOTNOTES
)
"""The Markdown extensions of a body; the renderer uses the same. Of the two forms of footnotes the
old one takes ``[^id]`` for a citation even where the body does not define it."""

CASE: Final = "case:"
"""What the address of a link to another record begins with."""

_USUAL: Final = Limits()

_EMPTY_LINE: Final = re.compile(r"\n[ \t]*(?=\n)")

_QUIET: Final = ("Link", "CodeBlock", "FootnoteDefinition")
_RAW: Final = ("Html", "InlineHtml")
_LEVELS: Final = {f"H{n}": n for n in range(1, 7)}
_BARE_ADDRESS: Final = re.compile(r"https?://[^\s<>\"»)]+")


Kind = Literal[
    "heading",
    "link",
    "image",
    "citation",
    "note",
    "html",
    "address",
    "hidden",
    "too-many",
    "too-deep",
    "too-long",
]
_READ: Final[Sequence[Kind]] = get_args(Kind)[:-3]
"""All but what stands where reading ends."""


_REFUSED: Final[frozenset[Kind]] = frozenset({"html", "too-many", "too-deep", "too-long"})


class Mark(NamedTuple):
    """Something in a body. ``ordinal`` counts the body's events other than text, from 0: enough to
    find its place again. Of a block that is too long it is where that begins, in characters."""

    kind: Kind
    ordinal: int
    text: str
    """A heading's words, an image's alternative text, the raw HTML, or a bare address."""
    target: str = ""
    """Where a link or image points, or the id that is cited or noted."""
    level: int = 0
    """Of a heading, 1 to 6."""


_ordinal: Final = attrgetter("ordinal")


class CaseLink(NamedTuple):
    """A link ``case:slug#section``; the section may be empty."""

    mark: Mark
    slug: str
    section: str


@dataclass(frozen=True, eq=False)
class Outline:
    """What a body holds, in the order of the text."""

    source: Source
    start: int
    """Where the body begins in its source."""
    flat: Mapping[str, tuple[Any, ...]]
    """The marks of each kind that there is, the particulars of one after those of the other: they
    take a fifth of the room, and of the time to pickle them, that they take one by one."""
    _by_kind: dict[Kind, Sequence[Mark]] = field(default_factory=dict, repr=False)

    @property
    def is_refused(self) -> bool:
        """True where it holds what is never published: raw HTML, or more than limits allow."""
        return not self.flat.keys().isdisjoint(_REFUSED)

    @property
    def words(self) -> int:
        """About how many, by the spaces and line ends between them."""
        body = self.body
        return body.count(" ") + body.count("\n")

    @property
    def marks(self) -> Sequence[Mark]:
        """The marks of every kind, by where they begin."""
        kinds = get_args(Kind)
        return sorted((mark for kind in kinds for mark in self.of_kind(kind)), key=_ordinal)

    def of_kind(self, kind: Kind) -> Sequence[Mark]:
        """The marks of one kind."""
        if kind not in self.flat:
            return ()
        found = self._by_kind.get(kind)
        if found is None:
            each = iter(self.flat[kind])
            marks = zip(each, each, each, each, strict=True)
            found = self._by_kind[kind] = [Mark(kind, *particulars) for particulars in marks]
        return found

    def titles(self, level: int) -> list[str]:
        """The words of the headings of a level."""
        flat = self.flat.get("heading", ())
        return [words for words, deep in zip(flat[1::4], flat[3::4], strict=True) if deep == level]

    @cached_property
    def case_links(self) -> Sequence[CaseLink]:
        """The links to other records."""
        return [
            CaseLink(link, *link.target.removeprefix(CASE).partition("#")[::2])
            for link in self.of_kind("link")
            if link.target.startswith(CASE)
        ]

    def slips(self, kind: Slip) -> list[Slipped]:
        """Signs of Markdown of that kind that are not taken for such."""
        return [slipped for slipped in self._slips if slipped.kind == kind]

    @cached_property
    def _slips(self) -> Sequence[Slipped]:
        links = self.flat.get("link", ())[1::4]
        brackets = sum(len(self.flat.get(kind, ())) // 4 for kind in ("image", "citation", "note"))
        brackets += len(links) - links.count("Autolink") - links.count("Email")
        headings = len(self.flat.get("heading", ())) // 4
        if self.is_refused or not may_slip(self.source.text, self.start, brackets, headings):
            return ()
        return slips_in(self.body, OPTIONS)

    def place_of(self, slipped: Slipped) -> Place:
        """The place of one of those."""
        return self.source.place(self.start + slipped.start, self.start + slipped.end)

    def release(self) -> None:
        """Let go what can be worked out again."""
        self._by_kind.clear()
        for name in ("case_links", "_spans", "_slips"):
            self.__dict__.pop(name, None)

    @property
    def body(self) -> str:
        """The text of the body."""
        return self.source.text[self.start :]

    def place(self, mark: Mark) -> Place:
        """The place of a mark. The body is parsed again for the first one that is asked for: most
        bodies have none to be asked for."""
        if mark.kind == "too-long":  # counted in characters: nothing of the body was parsed
            return self.source.place(self.start + mark.ordinal)
        start, end, after = self._spans.get(mark.ordinal, (self.start,) * 3)
        if mark.kind == "hidden":
            typed = _REFERENCE.finditer(self.source.text, start)
            found = next((m.span() for m in typed if _stands_for(m) == mark.text), (start, end))
            return self.source.place(*found)
        if mark.kind == "address":
            text = self.source.text
            at = text.find(mark.text, after)
            start, end = (at, at + len(mark.text)) if at >= 0 else (start, end)
        return self.source.place(start, end)

    @cached_property
    def _spans(self) -> Mapping[int, tuple[int, int, int]]:
        """By ordinal, where an event begins and ends in the source, space at its end aside, and
        where the text that follows it begins."""
        wanted = {mark.ordinal for mark in self.marks}
        furthest = max(wanted, default=-1)
        spans: dict[int, tuple[int, int, int]] = {}
        data = self.body.encode()
        byte, character = 0, self.start  # one place, counted in bytes and in characters
        seen = -1
        for event, span in pyromark.events_with_range(self.body, options=OPTIONS):
            if isinstance(event, dict) and "Text" in event:
                continue
            seen += 1
            if seen > furthest:
                break
            if seen not in wanted:
                continue
            start, end = span["start"], span["end"]
            if start >= byte:
                character += len(data[byte:start].decode())
            else:
                character -= len(data[start:byte].decode())
            byte = start
            typed = data[start:end].decode()
            after = character + (0 if "Start" in event else len(typed))
            spans[seen] = character, character + len(typed.rstrip()), after
        return spans


_REFERENCE: Final = re.compile(r"&(?:#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<number>[0-9]+))|\w+);", re.A)


def _stands_for(match: re.Match[str]) -> str:
    """What a reference stands for, control characters too, which HTML leaves out."""
    if match["hex"] or match["number"]:
        code = int(match["hex"] or match["number"], 16 if match["hex"] else 10)
        return chr(code) if code < 0x110000 else ""
    return unescape(match[0])


_ENOUGH: Final = 100
"""Where a body hides more characters, no single one matters any more."""


def _hidden(text: str, ordinal: int) -> list[Any]:
    """The particulars of what a text hides. Its file holds none of that: it was written as a
    reference, such as ``&#x202e;``."""
    if text.isascii() and text.isprintable():
        return []
    found: list[Any] = []
    for character in islice(hidden_in(text), _ENOUGH):
        found += max(ordinal, 0), character, "", 0
    return found


def _long_block(body: str, limit: int) -> int | None:
    """Where the first block of more characters than that begins, if there is one."""
    begin = 0
    for match in _EMPTY_LINE.finditer(body):
        if match.start() - begin > limit:
            return begin
        begin = match.end() + 1
    return begin if len(body) - begin > limit else None


def read_outline(source: Source, start: int, limits: Limits = _USUAL) -> Outline:
    """Read the body that begins at ``start``. Any text is a body; nothing can fail here. Where it
    holds more than the limits allow, what follows is not read, and a mark says so: a parser, a
    sanitiser or a browser would take long over it."""
    body = source.text[start:]
    has_addresses = "://" in body
    headings: list[Any] = []
    links: list[Any] = []
    images: list[Any] = []
    citations: list[Any] = []
    notes: list[Any] = []
    html: list[Any] = []
    addresses: list[Any] = []
    hidden: list[Any] = []
    has_references = "&" in body
    ordinal = -1
    heading: tuple[int, int] = (0, 0)  # ordinal and level of the open heading
    showing: list[tuple[int, str]] = []  # ordinal and target of the open images
    listening: list[list[str]] = []  # who gathers words: the open heading, the open images
    quiet = 0  # inside a link, code or a note, where an address stands for itself
    depth = 0
    excess: dict[str, tuple[Any, ...]] = {}
    if len(body) > limits.block_characters:
        long = _long_block(body, limits.block_characters)
        if long is not None:
            return Outline(source, start, {"too-long": (long, "", "", 0)})
    most = 2 * limits.elements  # each begins and ends
    event: Any  # a word, or a mapping of one name to what is known of it
    for event in pyromark.events(body, options=OPTIONS):
        if type(event) is str:
            ordinal += 1
            continue
        name, value = event.popitem()
        if name == "Text":
            if has_references:
                hidden += _hidden(value, ordinal)
                has_references = len(hidden) < 4 * _ENOUGH
            if listening:
                for words in listening:
                    words.append(value)
            if has_addresses and not quiet and "://" in value:
                for match in _BARE_ADDRESS.finditer(value):
                    addresses += max(ordinal, 0), match[0].rstrip(".,;:!?"), "", 0
                if len(addresses) > most:
                    excess["too-many"] = max(ordinal, 0), "", "", 0
                    break
            continue
        ordinal += 1
        if ordinal > most:
            excess["too-many"] = ordinal, "", "", 0
            break
        if value == "Paragraph":  # half of the events other than text, and nothing to mark
            continue
        if name == "Start":
            if value != "Item":
                depth += 1
                if depth > limits.body_nesting:
                    excess["too-deep"] = ordinal, "", "", 0
                    break
            if type(value) is str:
                continue
            tag, about = value.popitem()
            if has_references and tag in ("Link", "Image"):
                hidden += _hidden(about["title"], ordinal)
                hidden += _hidden(about["dest_url"], ordinal)
            if tag == "Heading":
                heading = ordinal, _LEVELS[about["level"]]
                listening.append([])
            elif tag == "Link":
                quiet += 1
                links += ordinal, about["link_type"], about["dest_url"], 0
            elif tag == "CodeBlock":
                quiet += 1
            elif tag == "FootnoteDefinition":
                quiet += 1
                notes += ordinal, f"[^{about}]", about, 0
            elif tag == "Image":
                showing.append((ordinal, about["dest_url"]))
                listening.append([])
        elif name == "End":
            if value != "Item":
                depth -= 1
            if type(value) is not str:
                if "Heading" in value:
                    title = "".join(listening.pop()).strip()
                    headings += heading[0], title, "", heading[1]
            elif value in _QUIET:
                quiet -= 1
            elif value == "Image":
                at, target = showing.pop()
                images += at, "".join(listening.pop()), target, 0
        elif name == "FootnoteReference":
            citations += ordinal, f"[^{value}]", value, 0
        elif name == "Code":
            for words in listening:
                words.append(value)
        elif name in _RAW:
            html += ordinal, value.strip(), "", 0
    of_kinds = (headings, links, images, citations, notes, html, addresses, hidden)
    found = zip(_READ, of_kinds, strict=True)
    marks: dict[str, tuple[Any, ...]] = {kind: tuple(each) for kind, each in found if each}
    return Outline(source, start, {**marks, **excess})
