"""What a finished page names, and the places in it that can be named.

Our templates write every attribute in lower case after a space and between double quotes, and
escape what stands in it, so that two looks at the bytes find what a parser finds, in a fortieth of
its time; a test holds one against the other on every kind of page. Two things remain to a parser
(``exactly``): pages in which somebody has quoted otherwise, and words of a text that look like an
attribute. The latter can only make a link appear, never hide one: whoever finds a link that leads
nowhere asks again, exactly, before saying so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

_LINKS: Final = ("href", "src", "srcset", "action", "poster", "content")
"""Attributes that name a file; ``content`` does so where it holds a full address of the site, as
of the picture of a page, or where a redirect leads."""

_NAMES: Final = tuple(name.encode() for name in (*_LINKS, "id"))
_ATTRIBUTE: Final = re.compile(
    rb' ([hsapci](?:ref|rc|rcset|ction|oster|ontent(?=="(?:http|\d))|d)="[^"]*)"'
)
"""These names and ``id``, written so that most words are passed over at their first letter."""
_WRITTEN: Final = {name: re.compile(rb"%s\s*=" % name) for name in _NAMES}
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_REDIRECT: Final = re.compile(r"(?i)\d+\s*;\s*url=(.*)")

_END: Final = b"</html>"


class Reading(NamedTuple):
    """What was found in a page."""

    named: tuple[str, ...]
    """The files of the site that it names, each with ``#`` and a place where it names one. Those
    that its reader has told before are left out."""
    places: bytes
    """The ids in it, each between two line ends."""
    is_whole: bool
    """It has a title to be read, and nothing is cut off at its end."""

    def has(self, place: str) -> bool:
        """Whether there is an id of that name."""
        return b"\n%s\n" % place.encode() in self.places


class PageReader:
    """Reads the pages of one site one after the other. What neighbours name alike is worked out
    once, and told once. ``site_url`` is the address of the site, where it is known."""

    def __init__(self, site_url: str | None) -> None:
        self._site_url = site_url or ""
        self._top = urlsplit(site_url).path if site_url else "/"
        self._alike: dict[int | str | None, set[bytes]] = {}
        """What pages of one depth, or of neighbouring folders, mean alike by what they name."""
        self._told: set[str] = set()

    def __call__(self, file: str, data: bytes) -> Reading:
        """What our own templates have made."""
        return self._reading(file, data, set(_ATTRIBUTE.findall(data)))

    def afresh(self) -> PageReader:
        """A reader that has told nothing yet."""
        return PageReader(self._site_url or None)

    def exactly(self, file: str, data: bytes) -> Reading:
        """What anybody has written, read as a browser does."""
        return self._reading(file, data, set(_parsed(data)))

    def either(self, file: str, data: bytes) -> Reading:
        """What the host has made: exactly where somebody has quoted in another way than we do."""
        return self.exactly(file, data) if _has_others(data) else self(file, data)

    def _reading(self, file: str, data: bytes, found: set[bytes]) -> Reading:
        depth = file.count("/")
        folder = file.rpartition("/")[0]
        of_depth = self._alike.setdefault(depth, set())
        of_neighbours = self._alike.setdefault(folder.rpartition("/")[0] if folder else None, set())
        found -= of_depth
        found -= of_neighbours
        ids = b"\n%s\n" % b"\n".join([item[4:] for item in found if item[:4] == b'id="'])
        places = unescape(ids.decode()).encode() if b"&" in ids else ids
        up = b"../" * depth
        named = set()
        for item in found:
            name, _, value = item.partition(b'="')
            if name == b"id" or (name == b"content" and not self._may_name(value)):
                continue
            if value[:1] == b"#" and b"\n%s\n" % value[1:] in places:
                continue
            if (value[: 3 * depth] == up and depth) or value[:4] == b"http":
                of_depth.add(item)
            elif value[:3] == b"../":
                of_neighbours.add(item)
            for address in _addresses(name, value.decode()):
                target = self.target(file, address)
                if target is None or _names_itself(target, file, places):
                    continue
                named.add(target)
        new = tuple(sorted(named - self._told)) if named else ()
        self._told.update(new)
        whole = data[-len(_END) - 2 :].rstrip().endswith(_END) and b"<h1" in data
        return Reading(new, places, whole)

    def _may_name(self, value: bytes) -> bool:
        """Whether the content of a ``<meta>`` names a file of the site."""
        site = self._site_url.encode()
        return b"url=" in value or (site != b"" and value.startswith(site))

    def target(self, file: str, address: str) -> str | None:
        """What a page names by an address: a file of the site, and the place in it after ``#``;
        nothing where it leads elsewhere. What leads out of the top begins with ``..``."""
        rest, _, place = address.partition("#")
        rest = rest.partition("?")[0]
        if self._site_url and rest.startswith(self._site_url):
            there = rest[len(self._site_url) :]
        elif _SCHEME.match(rest):
            return None
        elif rest.startswith("/"):
            if not rest.startswith(self._top):
                return None  # another site of the same host
            there = rest[len(self._top) :]
        elif not rest:
            there = file
        else:
            up = 3 * file.count("/")
            if rest[:up] == "../" * (up // 3):  # as our own links begin
                there = rest[up:]
            else:
                there = f"{file.rpartition('/')[0]}/{rest}"
        there = _normal(_plain(there))
        place = _plain(place)
        is_place = place and place != "top" and not place.startswith(":~:")
        return f"{there}#{place}" if is_place else there


def _has_others(data: bytes) -> bool:
    """Whether an attribute may be written otherwise than ours are, or its name stand in a text."""
    low = data.lower()
    for name, pattern in _WRITTEN.items():
        for match in pattern.finditer(low):
            start, end = match.span()
            before = data[start - 1 : start]
            if before.isalnum() or before in (b"-", b"_", b":"):
                continue  # the end of another name
            if before != b" " or data[start : end + 1] != b'%s="' % name:
                return True
    return False


def _names_itself(target: str, file: str, places: bytes) -> bool:
    """Whether a page names itself, or a place that it has."""
    there, _, place = target.partition("#")
    return there == file and (not place or b"\n%s\n" % place.encode() in places)


def _plain(text: str) -> str:
    """A part of an address without what is escaped in it."""
    return unquote(text) if "%" in text else text


def _addresses(name: bytes, value: str) -> Iterable[str]:
    """The addresses in the value of an attribute."""
    value = unescape(value) if "&" in value else value
    if name == b"srcset":
        return [part.split()[0] for part in value.split(",") if part.strip()]
    if name == b"content" and (redirect := _REDIRECT.match(value)):
        return [redirect[1]]
    return [value] if value else []


def _normal(path: str) -> str:
    """The file at a path: without ``.`` and ``..``, and the index of a folder."""
    if "./" not in path and "//" not in path and path[:1] != "/" and path[-1:] != ".":
        return f"{path}index.html" if path[-1:] in ("", "/") else path
    parts: list[str] = []
    *folders, last = path.split("/")
    if last in (".", ".."):
        folders, last = [*folders, last], ""
    for part in folders:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part and part != ".":
            parts.append(part)
    return "/".join([*parts, last or "index.html"])


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[bytes] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" or name in _LINKS:
                self.found.append(f'{name}="{_escaped(value or "")}'.encode())


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&#34;")


def _parsed(data: bytes) -> Iterator[bytes]:
    """The same as ``_ATTRIBUTE`` finds in what our templates make."""
    parser = _Parser()
    parser.feed(data.decode("utf-8", "replace"))
    parser.close()
    yield from parser.found
