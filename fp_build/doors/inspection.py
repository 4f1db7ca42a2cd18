"""Looks at a site that was built, before it takes the place of the last one.

What leads nowhere, is missing, cut off or not of its form is told. A page of the catalogue was read
where it was made, and its file found to be there in its full size when it was laid; all else is
read as it lies on the disk. What an earlier build has looked at goes by its content and is not read
again: of it only what it names is remembered, all pages together, and held against the files that
there are. So where nothing has changed, next to nothing is read; where something named has gone,
all pages are read from the disk, to tell whether one still names it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from fp_build.doors.cache import Cache
from fp_build.doors.collector import without_collector
from fp_build.doors.crew import shared
from fp_build.publishing.forms import Form, form_of, has_form, sitemap_links, style_links
from fp_build.publishing.page_links import PageReader, Reading

WORTH_SHARING: Final = 1500
"""So many files take longer to read than it does to start another process."""

WORTH_SHARING_BYTES: Final = 2 * 1024**2
"""So many bytes of data take longer to read than it does to start another process."""

_WITH_PLACES: Final = (".html", ".svg")
"""The files in which an address can name a place."""


class Fault(NamedTuple):
    """Something that is not as it should be."""

    what: Literal["dead link", "missing", "malformed"]
    file: str
    about: str = ""
    """What a dead link names, or what is wrong with the form."""


class Promise(NamedTuple):
    """What the site is to hold, told by whoever ordered it."""

    pages: Mapping[str, str]
    """The pages of the catalogue, each with what tells it from others: the digest of its content,
    and how many bytes there are on the disk."""
    readings: Mapping[str, Reading]
    """What was read of some of these as they were made."""
    others: Collection[str]
    """The files besides them."""
    theirs: Collection[str]
    """Those among these whose text is not only ours: the pages that the host makes."""
    free: Collection[str]
    """Those that somebody has laid there ready-made, in a form of their own."""
    needed: Collection[str]
    """Those, pages or others, without which the site is not whole."""
    rows: Mapping[str, int]
    """The files of data, each with the number of records that it tells of."""


class Inspection:
    """The inspection of one site. ``spare`` holds the files that are ``standing``; what was seen is
    kept under a ``way`` of building."""

    def __init__(
        self,
        site: Path,
        spare: Path | None,
        standing: Collection[str],
        site_url: str | None,
        cache: Cache,
        way: str,
    ) -> None:
        self._site = os.fspath(site)
        self._spare = os.fspath(spare) if spare else ""
        self._standing = standing
        self._reader = PageReader(site_url)
        self._cache = cache
        self._key = cache.key("inspection", way)
        self.read = 0
        """How many files were read."""

    def __call__(self, promise: Promise) -> list[Fault]:
        """All that is wrong."""
        with without_collector():  # what is read of data is many things that go at once
            return self._faults(promise)

    def _faults(self, promise: Promise) -> list[Fault]:
        before = self._before()
        seen: dict[str, str] = before["files"]
        now = dict(promise.pages)
        wanted = [file for file in promise.others if _is_read(file)]
        digests = shared(wanted, self._digest, least=WORTH_SHARING)
        others = {file: known for file, known in zip(wanted, digests, strict=True) if known}
        now.update(others)
        new = [file for file, content in now.items() if seen.get(file) != content]
        faults = [*self._missing(promise, now), *self._malformed(promise, new, others)]
        was = set(before["named"])
        named = set(was)
        places: dict[str, Reading] = {}
        pages = [file for file in new if file.endswith(".html")]
        for file, reading in self._readings(pages, promise):
            if reading is None or not (reading.is_whole or file in promise.free):
                faults.append(Fault("missing", file))
            else:
                named.update(reading.named)
                places[file] = reading
        for file in new:
            if file in others and not file.endswith(".html"):
                named.update(self._named_by(file))
        unchanged = now.keys() - set(new)
        held = {target for target in was if target.partition("#")[0] in unchanged}
        leads = self._leads(now, places)
        if not all(map(leads, named - held)):
            dead, named = self._told_exactly(now, leads)
            faults += dead
        if not faults and (new or named != was or now.keys() != seen.keys()):
            note = {"files": now, "named": list(named)}
            self._cache.put(self._key, json.dumps(note).encode())
        return faults

    def _before(self) -> Any:
        """What the last build of this way has looked at, and found right: each file with its
        content, and all that they name."""
        kept = self._cache.get(self._key)
        return json.loads(kept) if kept else {"files": {}, "named": []}

    # What is there

    def _path(self, file: str) -> str:
        path = f"{self._site}/{file}"
        if file in self._standing and not os.path.lexists(path):
            return f"{self._spare}/{file}"
        return path

    def _bytes(self, file: str) -> bytes | None:
        try:
            with open(self._path(file), "rb", buffering=0) as opened:
                return opened.read()
        except OSError:
            return None

    def _missing(self, promise: Promise, now: Mapping[str, str]) -> Iterator[Fault]:
        for file in promise.needed:
            if file not in now and not os.path.isfile(self._path(file)):
                yield Fault("missing", file)

    def _digest(self, file: str) -> str:
        """What tells a file from others; nothing where there is none."""
        data = self._bytes(file)
        return "" if data is None else hashlib.sha256(data).hexdigest()[:16]

    def _malformed(
        self, promise: Promise, new: Collection[str], others: Collection[str]
    ) -> Iterator[Fault]:
        files = [f for f in new if f in others and has_form(f) and f not in promise.free]
        heavy = sum(map(self._size, files)) >= WORTH_SHARING_BYTES
        forms = shared(files, self._form, least=1 if heavy else len(files))
        for file, form in zip(files, forms, strict=True):
            if form.fault:
                yield Fault("malformed", file, form.fault)
            elif form.rows != promise.rows.get(file, form.rows):
                yield Fault("malformed", file, f"{form.rows} ≠ {promise.rows[file]}")

    def _form(self, file: str) -> Form:
        return form_of(file, self._bytes(file) or b"")

    def _size(self, file: str) -> int:
        return os.stat(self._path(file)).st_size

    # What pages name

    def _readings(
        self, files: Sequence[str], promise: Promise
    ) -> Iterator[tuple[str, Reading | None]]:
        """What was read of pages as they were made, and of the others as they lie there."""

        def reading(file: str) -> Reading | None:
            data = self._bytes(file)
            if data is None:
                return None
            return (self._reader.either if file in promise.theirs else self._reader)(file, data)

        known = promise.readings
        yield from ((file, known[file]) for file in files if file in known)
        others = [file for file in files if file not in known]
        self.read += len(others)
        yield from zip(others, shared(others, reading, least=WORTH_SHARING), strict=True)

    def _named_by(self, file: str) -> Iterator[str]:
        """What a file names that is no page."""
        links: list[str] = []
        if file.endswith(".css"):
            links = style_links(self._bytes(file) or b"")
        elif file == "sitemap.xml":
            links = sitemap_links(self._bytes(file) or b"")
        for link in links:
            target = self._reader.target(file, link)
            if target is not None:
                yield target.partition("#")[0] if file.endswith(".css") else target

    def _leads(self, now: Mapping[str, str], places: dict[str, Reading]) -> Callable[[str], bool]:
        """Answers whether there is what is named."""

        def leads(target: str) -> bool:
            file, _, place = target.partition("#")
            if file not in now and not os.path.isfile(self._path(file)):
                return False
            if not place or not file.endswith(_WITH_PLACES):
                return True
            if file not in places:
                data = self._bytes(file) or b""
                places[file] = self._reader.either(file, data)
                self.read += 1
            return places[file].has(place)

        return leads

    def _told_exactly(
        self, now: Mapping[str, str], leads: Callable[[str], bool]
    ) -> tuple[list[Fault], set[str]]:
        """Which page names what is not there, and all that is named: every page is read again, and
        one that seems to be at fault as a browser would read it."""
        told: set[str] = set()

        def look(file: str) -> tuple[list[str], set[str]]:
            if file.endswith(".html"):
                found = self._read_alone(file, leads)
            else:
                found = set(self._named_by(file))
            new = found - told
            told.update(new)
            return sorted(target for target in found if not leads(target)), new

        files = list(now)
        self.read += len(files)
        looks = shared(files, look, least=WORTH_SHARING)
        dead = [
            Fault("dead link", file, target)
            for file, (lost, _) in zip(files, looks, strict=True)
            for target in lost
        ]
        return dead, {target for _, new in looks for target in new}

    def _read_alone(self, file: str, leads: Callable[[str], bool]) -> set[str]:
        data = self._bytes(file) or b""
        found = set(self._reader.afresh().either(file, data).named)
        if not all(map(leads, found)):
            found = set(self._reader.afresh().exactly(file, data).named)
        return found


def _is_read(file: str) -> bool:
    return file.endswith((".html", ".css", ".svg")) or has_form(file)
