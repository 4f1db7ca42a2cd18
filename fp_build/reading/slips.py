"""Signs of Markdown that were mistyped: readers would see the signs, or lose what they stand for.

A heading without a space, a link with one too many, a table without its line of dashes are text to
any reader of Markdown; nothing there is wrong, but nobody means it. Only what nothing else in a
text looks like is taken for a slip, and nothing that stands in code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final, Literal, NamedTuple

import pyromark

Slip = Literal["heading", "link", "citation", "bracket", "table", "row"]
"""What was meant; a bracket may be a citation, where it holds the id of a source."""


class Slipped(NamedTuple):
    """One of them: where it begins and ends in the body, in characters."""

    kind: Slip
    start: int
    end: int
    right: str
    """What was probably meant; of a bracket and a citation the id, of a row the number of the cells
    that it may have."""


_GAPS: Final = " \t\u00a0\u202f"
_ADDRESS: Final = (
    r"(?:case[ \u00a0\u202f]*:|https?:|mailto:|tel:)[^()\[\]\n\0]*"
    r"|[^()\[\]\n\0]+\.(?:jpe?g|png|webp|gif|svg|pdf|csv)"
)
_HEADING: Final = re.compile(
    rf"^ {{0,3}}(?P<signs>#{{2,6}}(?=[^#\s])|#{{1,6}}(?=[\u00a0\u202f]))[{_GAPS}]*(?P<words>.+)$",
    re.M,
)
_LINK: Final = re.compile(
    r"(?<!\\)(?:(?P<picture>!?)\[(?P<words>[^\[\]\n\0]*)\]"
    rf"(?:[{_GAPS}]+\((?P<apart>{_ADDRESS})\)|\((?P<inside>[^()\n\0]*)\)?)"
    r"|\((?P<first>[^()\[\]\n\0]+)\)"
    r"\[(?P<last>(?:case[ \u00a0\u202f]*:|https?:|mailto:)[^()\[\]\n\0]*)\])"
)
_PICTURE_APART: Final = re.compile(rf"!([{_GAPS}]+)$")
_PICTURE: Final = re.compile(r"(?i)[^:/]+\.(?:jpe?g|png|webp|gif)")
_CITATION: Final = re.compile(
    rf"(?<!\\)(?:\[[{_GAPS}]+\^[{_GAPS}]*|\^\[\^?)(?P<id>[a-z0-9-]+)[{_GAPS}]*\]"
)
_BRACKET: Final = re.compile(r"(?<![\\\^\]])\[(?P<id>[a-z0-9-]+)\](?![(\[:])")
_ROWS: Final = re.compile(r"(?:^ {0,3}\|.*\|[ \t]*(?:\n|\Z)){2,}", re.M)
_DASHES: Final = re.compile(r"[ \t>|:]*+-[ \t|:-]*+")
_BAR: Final = re.compile(r"(?<!\\)\|")

_LOOKED_AT: Final = ("CodeBlock", "Link", "Image", "HtmlBlock", "Table", "TableRow")


def may_slip(text: str, start: int, brackets: int, headings: int) -> bool:
    """Whether the body that begins at ``start`` is worth a second look: one of so many brackets and
    headings that are taken for such mostly has no others. Nearly all bodies are asked this, so that
    none is copied for it."""
    return (
        text.count("[", start) > brackets
        or _count_of_lines_with_sign(text, start) > headings
        or (text.find("|", start) >= 0 and not _are_well_made(text[start:].split("\n")))
        or (text.find("!", start) >= 0 and any(f"!{gap}[" in text for gap in _GAPS))
    )


def _count_of_lines_with_sign(text: str, start: int) -> int:
    at_the_top = start == 0 and text.startswith("#")
    return text.count("\n#", max(start - 1, 0)) + at_the_top


def _are_well_made(lines: list[str]) -> bool:
    """Whether all tables have what they need."""
    return all(
        _is_well_made(list(neighbours))
        for has_bars, neighbours in groupby(lines, key=lambda line: "|" in line)
        if has_bars
    )


def _is_well_made(lines: list[str]) -> bool:
    """Whether neighbouring lines with bars may be left alone."""
    bars = {line.count("|") for line in lines}
    return len(lines) == 1 or (len(bars) == 1 and _DASHES.fullmatch(lines[1]) is not None)


def slips_in(body: str, options: Any) -> list[Slipped]:
    """All of them, in the order of the text. ``options`` are what the body is read with."""
    plain, tables, found = _read(body, options)
    outside = _without(plain, tables)
    for match in _HEADING.finditer(plain):
        if "\0" not in match["signs"]:
            words = body[match.start("words") : match.end()].strip()
            right = f"{match['signs']} {words}"
            found.append(Slipped("heading", match.start("signs"), match.end(), right))
    for match in _LINK.finditer(plain):
        words = match["words"] if match["first"] is None else match["first"]
        address = match["apart"] or match["inside"] or match["last"] or ""
        right = f"{match['picture'] or ''}[{words}]({_closed_up(address)})"
        found.append(Slipped("link", match.start(), match.end(), right))
    for match in _CITATION.finditer(plain):
        found.append(Slipped("citation", match.start(), match.end(), match["id"]))
    links = {slipped.start for slipped in found}
    for match in _BRACKET.finditer(plain):
        if match.start() in links:
            continue
        found.append(Slipped("bracket", match.start(), match.end(), match["id"]))
    for match in _ROWS.finditer(outside):
        first = match[0].partition("\n")[0]
        cells = len(_cells(first))
        right = "|" + " --- |" * cells
        found.append(Slipped("table", match.start(), match.start() + len(first), right))
    return sorted(found, key=lambda slipped: slipped.start)


def _closed_up(address: str) -> str:
    """An address without the spaces in it: a file's name has dashes instead."""
    address = address.strip(_GAPS)
    joint = "" if ":" in address else "-"
    return re.sub(rf"[{_GAPS}]+", joint, address)


def _cells(row: str) -> list[str]:
    """The cells of a row of a table as they are typed."""
    inside = row.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return _BAR.split(inside)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text as long as it was, with nothing but NUL in these places, of which one that begins in
    another is left aside."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        if start >= done:
            parts += text[done:start], "\0" * (end - start)
            done = end
    return "".join([*parts, text[done:]])


def _read(body: str, options: Any) -> tuple[str, list[tuple[int, int]], list[Slipped]]:
    """The body with nothing but NUL where it is no plain text, where its tables stand, and what is
    lost of these, or stands before a link and should belong to it."""
    special: list[tuple[int, int]] = []
    tables: list[tuple[int, int]] = []
    found: list[Slipped] = []
    columns = 0
    place = _Place(body)
    event: Any  # a word, or a mapping of one name to what is known of it
    about: Any
    for event, span in pyromark.events_with_range(body, options=options):
        if type(event) is str:
            continue
        name, value = event.popitem()
        if name == "Text" or name == "End":
            continue
        tag, about = value.popitem() if isinstance(value, dict) else (value, None)
        if name == "Start" and tag not in _LOOKED_AT:
            continue
        start, end = place.of(span["start"]), place.of(span["end"])
        if tag == "Table":
            columns = len(about)
        elif tag == "TableRow" and len(_cells(body[start:end])) > columns:
            found.append(Slipped("row", start, start + len(body[start:end].rstrip()), str(columns)))
        elif tag == "Link" and _PICTURE.fullmatch(about["dest_url"]):
            before = _PICTURE_APART.search(body, max(0, start - len("! ") - 2), start)
            if before:
                found.append(Slipped("link", before.start(), end, f"!{body[start:end]}"))
        if tag == "Table":
            tables.append((start, end))
        elif tag != "TableRow":
            special.append((start, end))
    return _without(body, special), tables, found


class _Place:
    """Counts characters up to bytes that lie close to one another."""

    def __init__(self, body: str) -> None:
        self._data = body.encode()
        self._byte = self._character = 0

    def of(self, byte: int) -> int:
        """How many characters stand before that byte."""
        if byte >= self._byte:
            self._character += len(self._data[self._byte : byte].decode())
        else:
            self._character -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._character
