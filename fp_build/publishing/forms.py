"""Whether the files that programs read have the form that their names promise."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree import ElementTree as Xml
from xml.parsers import expat

from fp_build.publishing.feeds import ATOM

_LINE: Final = 75
"""How many bytes a line of a calendar may have (RFC 5545, 3.1)."""


class Form(NamedTuple):
    """What was found of a file."""

    fault: str = ""
    """What is wrong with it, in a few words of a program; nothing where it is as it should be."""
    rows: int = 0
    """How many records it tells of, where it is a list of them."""


def form_of(file: str, data: bytes) -> Form:
    """Hold a file to its form; nothing is known of one whose form is not known."""
    look = _FORMS.get(file.rpartition(".")[2])
    if look is None:
        return Form()
    if not data:
        return Form("0 bytes")
    try:
        found = look(data)
        return Form(rows=found) if isinstance(found, int) else Form(next(found, ""))
    except (ValueError, SyntaxError, csv.Error) as error:  # those of JSON, XML and of decoding
        return Form(str(error))


def has_form(file: str) -> bool:
    """Whether there is a form to hold a file to."""
    return file.rpartition(".")[2] in _FORMS


def style_links(data: bytes) -> list[str]:
    """The files that a style sheet names."""
    found = (match[1].strip("'\" ") for match in _URL.finditer(data.decode("utf-8", "replace")))
    return [address for address in found if not address.startswith(("data:", "#"))]


_URL: Final = re.compile(r"url\(([^)]*)\)")


def sitemap_links(data: bytes) -> list[str]:
    """The addresses that a sitemap names."""
    return [address.replace("&amp;", "&") for address in _LOC.findall(data.decode())]


_LOC: Final = re.compile(r"<loc>([^<]*)</loc>")


def _json(data: bytes) -> int:
    found = json.loads(data, object_pairs_hook=_forget)  # or it fills the memory with what it read
    return len(found) if isinstance(found, list) else 0


def _forget(pairs: list[tuple[str, object]]) -> None:
    """Make nothing of an object that has been read."""


def _csv(data: bytes) -> int:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    number, width = 0, 0
    for number, row in enumerate(rows, 1):
        width = width or len(row)
        if len(row) != width:
            raise ValueError(f"row {number}: {len(row)} ≠ {width}")
    return number - 1


def _xml(data: bytes) -> int:
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return 0


def _atom(data: bytes) -> Iterator[str]:
    """RFC 4287: what a feed and each of its entries must have."""
    feed = Xml.fromstring(data)
    if feed.tag != f"{{{ATOM}}}feed":
        yield f"<{feed.tag}>"
    if feed.find(f"{{{ATOM}}}author") is None:
        yield "<author>"
    for part in (feed, *feed.iterfind(f"{{{ATOM}}}entry")):
        for name in ("id", "title", "updated"):
            if not part.findtext(f"{{{ATOM}}}{name}"):
                yield f"<{name}>"


def _calendar(data: bytes) -> Iterator[str]:
    """RFC 5545: lines and their ends, parts that begin and end, and what each must say."""
    data.decode()
    *lines, last = data.split(b"\r\n")
    if last or not lines:
        yield "the last line has no end"
    open_parts: list[tuple[bytes, set[bytes]]] = []
    for number, line in enumerate(lines, 1):
        if len(line) > _LINE or b"\n" in line or b"\r" in line:
            yield f"line {number}"
        if line[:1] in (b" ", b"\t"):
            continue
        name, _, value = line.partition(b":")
        name = name.partition(b";")[0]
        if open_parts:
            open_parts[-1][1].add(name)
        if name == b"BEGIN":
            open_parts.append((value, set()))
        elif name == b"END":
            if not open_parts or open_parts[-1][0] != value:
                yield f"line {number}: END:{value.decode()}"
                return
            part, said = open_parts.pop()
            for needed in _NEEDED.get(part, ()):
                if needed not in said:
                    yield f"line {number}: {part.decode()} {needed.decode()}"
        elif not open_parts:
            yield f"line {number}"
    if open_parts:
        yield f"BEGIN:{open_parts[-1][0].decode()}"


_NEEDED: Final[Mapping[bytes, tuple[bytes, ...]]] = {
    b"VCALENDAR": (b"VERSION", b"PRODID"),
    b"VEVENT": (b"UID", b"DTSTAMP", b"DTSTART"),
}

_FORMS: Final[Mapping[str, Callable[[bytes], int | Iterator[str]]]] = {
    "json": _json, "csv": _csv, "atom": _atom, "xml": _xml, "ics": _calendar,
}  # fmt: skip
