"""Pages of earlier builds that are still right, and how that is known.

Beside the pages a ledger is kept of what was asked of the catalogue when they were made: a page
whose questions have the same answers today is not made again. Pages lie under the
digest of their own bytes, as hard links where the disk can, so that keeping one costs no space for
as long as it is published. One that no longer is what it was is noticed and made again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import Final, NamedTuple

from fp_build.arranging.catalogue import Question
from fp_build.arranging.ground import Digests, Ground
from fp_build.arranging.ledger import Asked, Ledger, Numbers, opened
from fp_build.arranging.witness import Witness
from fp_build.doors.cache import Cache
from fp_build.doors.crew import Errand
from fp_build.doors.safe_pickle import loads
from fp_build.doors.spare import Standing

WAYS: Final = 8
"""Of how many ways of building pages are kept: the site, its preview, other settings, and those
before the program changed."""

LIMIT: Final = 2 * 1024**3
"""How many bytes of them are kept in all, besides those of the last build."""

_SIZE: Final = "size"
"""The file in which each way says how many bytes it keeps."""


class KeptPage(NamedTuple):
    """A page as it was made."""

    frame: bytes
    """A digest of what stands around it."""
    content: str
    """SHA-256 of its bytes, by which it is found."""
    size: int
    changed: int
    """When its file was last changed, in nanoseconds: one of that time and size is not read again,
    as version control does it."""
    inode: int
    """The number of its file on the disk."""
    sought: str
    """SHA-256 of what is searched of it; empty where nothing is, or nobody asked."""

    def as_laid(self, about: os.stat_result) -> KeptPage:
        """The same as it stands on the disk now."""
        size, changed, inode = about.st_size, about.st_mtime_ns, about.st_ino
        return self._replace(size=size, changed=changed, inode=inode)

    def is_at(self, there: Standing | None) -> bool:
        """True where that file is the very one that was published."""
        return there == (self.inode, self.size, self.changed)


class _Index(NamedTuple):
    """What an earlier build has left of its pages."""

    pages: dict[str, KeptPage]
    asked: dict[str, Numbers]
    """What each has asked, by the numbers of the ledger."""
    ledger: Ledger


class KeptPages:
    """The pages kept of one ``way`` of building: the same program, settings and vocabularies. The
    ``witness`` is asked whether they still are right."""

    def __init__(self, folder: Path, cache: Cache, way: str, witness: Witness) -> None:
        self._ways = folder
        self._folder = folder / way
        self._cache = cache
        self._key = cache.key("index of pages", way)
        self._witness = witness
        self._writing: Errand[None] | None = None

    @property
    def is_known(self) -> bool:
        """True where pages of this way have been kept, so that few have to be made."""
        return self._folder.is_dir()

    @cached_property
    def _index(self) -> _Index | None:
        data = self._cache.get(self._key)
        index = loads(data, tuple, _Index, KeptPage, Ledger, Ground, Digests)
        return index if isinstance(index, _Index) else None

    @cached_property
    def _changed(self) -> frozenset[int]:
        """The questions that have another answer now."""
        return self._index.ledger.changed(self._witness) if self._index else frozenset()

    def standing(self, file: str, frame: bytes, there: Standing | None) -> KeptPage | None:
        """A page that still is right, where ``there`` tells of the very file that it was published
        as; else nothing. ``frame`` is a digest of what stands around it."""
        page = self._right(file, frame)
        return page if page is not None and page.is_at(there) else None

    def take(self, file: str, frame: bytes, target: str) -> KeptPage | None:
        """Put a page into the site as it was kept, where it still is right; else nothing."""
        page = self._right(file, frame)
        if page is None:
            return None
        kept = self._path(page.content)
        try:
            about = os.stat(kept)
            is_same = (about.st_size, about.st_mtime_ns) == (page.size, page.changed)
            if not is_same and _digest_of(kept) != page.content:
                os.unlink(kept)
                return None
            _link(kept, target)
            return page.as_laid(os.stat(target))
        except OSError:
            return None

    def _right(self, file: str, frame: bytes) -> KeptPage | None:
        """A page that is the same in the same frame, as nothing that it asked has another answer;
        what is searched of it is kept as well."""
        page = self._index.pages.get(file) if self._index else None
        if self._index is None or page is None or page.frame != frame:
            return None
        if self._changed and not self._changed.isdisjoint(self._index.asked[file]):
            return None
        return None if page.sought and self.sought(page.sought) is None else page

    def asked(self, file: str) -> tuple[Question, ...]:
        """What a page that was taken has asked."""
        if self._index is None:
            return ()
        return tuple(map(self._index.ledger.questions.__getitem__, self._index.asked[file]))

    def keep(self, frame: bytes, data: bytes, target: str, sought: bytes) -> KeptPage:
        """Keep a page that was just written to ``target``, and what is searched of it."""
        content = hashlib.sha256(data).hexdigest()
        with suppress(OSError):  # a cache that cannot be written to only costs time
            _link(target, self._path(content))
        page = KeptPage(frame, content, 0, 0, 0, self._keep_sought(sought))
        return page.as_laid(os.stat(target))

    def _keep_sought(self, data: bytes) -> str:
        if not data:
            return ""
        content = hashlib.sha256(data).hexdigest()
        path = Path(self._path(content))
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.{os.getpid()}")
            beside.write_bytes(data)
            beside.replace(path)
        return content

    def sought(self, content: str) -> bytes | None:
        """What is searched of a page, if it was kept and is as it was."""
        try:
            with open(self._path(content), "rb") as file:
                data = file.read()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == content else None

    def note(self, pages: Mapping[str, KeptPage], new: Asked) -> None:
        """Remember the pages of this build, which are all there are, and forget older ones.
        ``new`` is what those have asked that were not taken. It is written while the build goes on;
        whoever calls this calls :meth:`close` in the end."""
        before, self._index = self._index, self._continued(pages, new)
        self._writing = Errand(partial(self._write, self._index, before))

    def close(self) -> None:
        """Wait until what was noted is written."""
        if self._writing is not None:
            self._writing.answer()
            self._writing = None

    def _write(self, index: _Index, before: _Index | None) -> None:
        if index != before:
            self._cache.put(self._key, pickle.dumps(index, pickle.HIGHEST_PROTOCOL))
            for content in _contents(before.pages) - _contents(index.pages) if before else ():
                with suppress(OSError):
                    os.unlink(self._path(content))
        with suppress(OSError):
            (self._folder / _SIZE).write_text(str(sum(page.size for page in index.pages.values())))
            os.utime(self._folder)
        self._tidy()

    def _continued(self, pages: Mapping[str, KeptPage], new: Asked) -> _Index:
        if self._index is None:
            return _Index(dict(pages), new.by_page, opened(self._witness, new))
        before = self._index.asked
        kept = {file: before[file] for file in pages if file not in new.by_page}
        ledger, asked = self._index.ledger.continued(self._witness, self._changed, kept, new)
        return _Index(dict(pages), asked, ledger)

    def _tidy(self) -> None:
        """Forget the ways that were used least of late."""
        with suppress(OSError):
            left = LIMIT
            ways = [way for way in self._ways.iterdir() if way != self._folder]
            ways.sort(key=lambda way: way.stat().st_mtime_ns, reverse=True)
            for place, old in enumerate(ways, 1):
                left -= _size_of(old)
                if place >= WAYS or left < 0:
                    shutil.rmtree(old, ignore_errors=True)

    def _path(self, content: str) -> str:
        return f"{self._folder}/{content[:2]}/{content[2:]}"


def _size_of(way: Path) -> int:
    """How many bytes a way keeps; too many, where it does not say."""
    try:
        return int((way / _SIZE).read_text())
    except (OSError, ValueError):
        return LIMIT


def _contents(pages: Mapping[str, KeptPage]) -> set[str]:
    """The names of the files that are kept of these pages."""
    found = {page.content for page in pages.values()}
    found.update(page.sought for page in pages.values() if page.sought)
    return found


def _digest_of(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _link(there: str, here: str) -> None:
    """Make a file stand in a second place: without a copy where the disk can."""
    for _ in range(2):
        try:
            os.link(there, here)
        except FileExistsError:
            return
        except FileNotFoundError:
            if not os.path.exists(there):
                raise
            os.makedirs(os.path.dirname(here), exist_ok=True)
        except OSError:
            folder, name = os.path.split(here)
            os.makedirs(folder, exist_ok=True)
            beside = f"{folder}/.{name}.{os.getpid()}"
            shutil.copy2(there, beside)
            os.replace(beside, here)
            return
        else:
            return
