"""The sizes of the pictures of records: each picture developed once, and kept.

A picture is known by what is in its file, so that it is developed again only when it or the code
that does so has changed, and once where several records use it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

import PIL

from fp_build.doors import archive
from fp_build.doors.cache import Cache
from fp_build.judging.picture_faults import PICTURE_DAMAGED
from fp_build.judging.record import Record
from fp_build.publishing.pictures import (
    PREVIEW,
    Pictures,
    Sizes,
    preview_file,
    size_file,
    widths_of,
)
from fp_build.publishing.preview import WIDTH as PREVIEW_WIDTH
from fp_build.reading.picture_file import read_picture
from fp_build.reading.workspace import Entry
from fp_build.words.findings import Finding

_WORKERS: Final = 4
_LARGE: Final = 6_000_000
"""In pixels: of pictures larger than this one is developed at a time. The largest take 300 MB."""
_NOTE: Final = "note"
"""The part of an archive that says what the others are; they are called after their width."""


@dataclass(frozen=True, slots=True)
class Made:
    """The sizes of a picture, and what their files are kept under, in one archive."""

    sizes: Sizes
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Developed:
    """What was made of the pictures of a catalogue."""

    pictures: Pictures
    made: tuple[Made, ...]
    """Each picture once, however many records use it."""
    findings: list[Finding]


class Darkroom:
    """Makes sizes and keeps them."""

    def __init__(self, cache: Cache, pixels: int) -> None:
        self._cache = cache
        self._pixels = pixels
        self._large = Lock()
        code = [Path(__file__), Path(__file__).with_name("enlarger.py")]
        sizes = f"{PIL.__version__} {widths_of(10_000)} {PREVIEW_WIDTH}"
        self._hand = Cache.key(*(path.read_bytes() for path in code), sizes)

    def develop(self, records: Iterable[Record]) -> Developed:
        """Make the sizes of the pictures that records describe; several at a time."""
        orders = [
            (record, index, name, entry)
            for record in records
            for index, name in enumerate(record.brief.media)
            if (entry := record.folder.entries.get(name)) and entry.kind == "file"
        ]
        digests = [_digest(entry) for *_, entry in orders]
        entries = {digest: entry for digest, (*_, entry) in zip(digests, orders, strict=True)}
        made = {digest: self._kept(digest) for digest in entries if digest}
        missing = [digest for digest, one in made.items() if one is None]
        if missing:
            from concurrent.futures import ThreadPoolExecutor  # most builds need none of it

            with ThreadPoolExecutor(min(_WORKERS, os.cpu_count() or 1)) as workers:
                new = workers.map(self._new, (entries[digest] for digest in missing))
                made.update(zip(missing, new, strict=True))
        pictures: dict[tuple[str, str], Sizes] = {}
        findings = []
        for (record, index, name, _), digest in zip(orders, digests, strict=True):
            if found := made.get(digest):
                pictures[record.slug, name] = found.sizes
            else:
                place = record.source.place("media", index, "file")
                findings.append(PICTURE_DAMAGED.at(place, name=name))
        return Developed(pictures, tuple(one for one in made.values() if one), findings)

    def files(self, developed: Developed) -> Iterator[archive.SiteFile]:
        """The files to publish, each from the top of the site."""
        for made in developed.made:
            kept = self._cache.get(made.key)
            if kept is None:  # another build has just tidied up
                raise FileNotFoundError(made.key)
            for name, data in archive.unpacked(kept):
                if name != _NOTE:
                    yield _file(made.digest, name), data

    def make(self, data: bytes) -> Made:
        """The sizes of a picture. Raises :class:`ValueError` for bytes that are none."""
        digest = hashlib.sha256(data).hexdigest()
        return self._kept(digest) or self._developed(data, digest)

    def _new(self, entry: Entry) -> Made | None:
        with suppress(ValueError, OSError):
            data = entry.read()
            picture = read_picture(data)
            large = picture is not None and picture.pixels > _LARGE
            with self._large if large else nullcontext():
                return self.make(data)
        return None

    def _developed(self, data: bytes, digest: str) -> Made:
        from fp_build.doors.enlarger import enlarge  # Pillow takes a tenth of a second to come

        done = enlarge(data, self._pixels)
        note = [done.width, done.height, done.widths, done.preview]
        parts = [(_NOTE, json.dumps(note).encode()), *done.files.items()]
        self._cache.put(self._key(digest), archive.packed(parts))
        return self._made(digest, note)

    def _kept(self, digest: str) -> Made | None:
        """What was made of a picture before."""
        kept = self._cache.get(self._key(digest))
        if kept is None:
            return None
        _, note = next(archive.unpacked(kept))
        return self._made(digest, json.loads(note))

    def _key(self, digest: str) -> str:
        return self._cache.key("sizes", self._hand, digest)

    def _made(self, digest: str, note: Sequence[Any]) -> Made:
        width, height, widths, preview = note
        sizes = Sizes(
            width,
            height,
            tuple((across, _file(digest, str(across))) for across in widths),
            _file(digest, PREVIEW) if preview else "",
            *(preview or (0, 0)),
        )
        return Made(sizes, self._key(digest), digest)


def _digest(entry: Entry) -> str:
    """Of what is in a file; nothing for one that cannot be read."""
    try:
        return hashlib.sha256(entry.read()).hexdigest()
    except OSError:
        return ""


def _file(digest: str, name: str) -> str:
    """Where a file of a picture stands. Its name follows from what it shows."""
    short = digest[:20]
    return preview_file(short) if name == PREVIEW else size_file(short, int(name))
