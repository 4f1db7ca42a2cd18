"""The full-text index of one language in the making, beside the rendering of its pages.

Pages come in any order and go to Pagefind in one: records in the order of the catalogue, as soon as
those before them are there, then all others. The order is part of the index: another makes other
bytes. What waits, waits on disk.

The index is kept under all that it is made from. While the pages are those of the last build, no
program is started: they may turn out to be all.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from fp_build.doors import archive, pagefind, spool
from fp_build.doors.cache import Cache
from fp_build.doors.pagefind import Run, SearchFailed
from fp_build.doors.spool import Piece, Spool
from fp_build.publishing import search_text
from fp_build.publishing.search_text import shadow_of, unpacked
from fp_build.words import search_words, text
from fp_build.words.addresses import Addresses
from fp_build.words.languages import Language

_DIGEST: Final = hashlib.sha256().digest_size


class Indexing:
    """The index of one language."""

    def __init__(
        self,
        language: Language,
        addresses: Addresses,
        cache: Cache,
        order: Iterable[str],
        records: Sequence[str],
    ) -> None:
        """``order`` are the files of the pages of records as they come, ``records`` their slugs in
        the order of the filter index."""
        self._language = language
        self._addresses = addresses
        self._cache = cache
        self._records = records
        self._causes = (language, repr(addresses), " ".join(records), _hand())
        self._order = list(order)
        self._reached = 0
        self._spool = Spool()
        self._waiting: dict[str, Piece] = {}
        self._given: list[Piece] = []
        self._digests: list[bytes] = []
        self._before = self._cache.get(self._note) or b""
        self._run: Run | None = None
        self._failure: SearchFailed | None = None
        self._kept: bytes | None = None

    @property
    def _note(self) -> str:
        """Under which name the pages of the last build are remembered. Another site in the same
        cache may have written it: it only says when to start."""
        return self._cache.key("pages of the index", self._language)

    @property
    def _key(self) -> str:
        return self._cache.key("index", *self._causes, *self._digests)

    def take(self, file: str, data: bytes) -> None:
        """A page, by its file and as ``search_text.packed`` packs it."""
        self._waiting[file] = self._spool.put(data)
        while self._reached < len(self._order) and self._order[self._reached] in self._waiting:
            self._give(self._waiting.pop(self._order[self._reached]))
            self._reached += 1

    def finish(self) -> None:
        """There are no more pages. Where the index is not kept, the program goes on beside."""
        late = {file: place for place, file in enumerate(self._order)}
        last = len(late)
        for file in sorted(self._waiting, key=lambda file: (late.get(file, last), file)):
            self._give(self._waiting.pop(file))
        self._kept = self._cache.get(self._key)
        if self._kept is not None:
            self._stop_run()
            return
        if self._run is None and self._failure is None:
            self._start()
        self._ask(Run.finish)

    def write(self, folder: Path) -> None:
        """Write the files of the index. Raises ``SearchFailed``."""
        if self._failure is not None:
            raise self._failure
        if self._kept is None:
            assert self._run is not None
            self._kept = archive.packed(self._run.files(self._records))
            self._cache.put(self._key, self._kept)
        pages = b"".join(self._digests)
        if pages != self._before:
            self._cache.put(self._note, pages)
        for name, data in archive.unpacked(self._kept):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def stop(self) -> None:
        """Leave nothing running and nothing open."""
        self._stop_run()
        self._spool.close()

    def _give(self, piece: Piece) -> None:
        """A page whose turn it is."""
        data = self._spool.get(piece)
        at = len(self._digests) * _DIGEST
        self._digests.append(hashlib.sha256(data).digest())
        self._given.append(piece)
        if self._run is not None:
            self._hand_over(data)
        elif self._failure is None and self._before[at : at + _DIGEST] != self._digests[-1]:
            self._start()

    def _start(self) -> None:
        """Start the program, with the pages there have been."""
        try:
            self._run = Run(self._language)
        except SearchFailed as failure:
            self._failure = failure
            return
        for piece in self._given:
            self._hand_over(self._spool.get(piece))

    def _hand_over(self, data: bytes) -> None:
        shadow = shadow_of(unpacked(data), self._language, self._addresses)
        if shadow is not None:
            self._ask(lambda run: run.give(shadow))

    def _ask(self, what: Callable[[Run], None]) -> None:
        """Ask something of the program. If it fails, that is said when the index is written."""
        try:
            if self._run is not None:
                what(self._run)
        except SearchFailed as failure:
            self._failure = failure
            self._stop_run()

    def _stop_run(self) -> None:
        if self._run is not None:
            self._run.stop()
            self._run = None


@lru_cache(maxsize=1)
def _hand() -> str:
    """All that makes an index besides pages: this code and the programs that it uses."""
    modules = (sys.modules[__name__], archive, pagefind, spool, search_text, search_words, text)
    code = [Path(str(module.__file__)).read_bytes() for module in modules]
    return Cache.key(pagefind.version(), sys.version, zlib.ZLIB_RUNTIME_VERSION, *code)
