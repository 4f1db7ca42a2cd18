"""Pages of earlier builds that are still right, and how that is known.

Beside each page stands what was asked of the catalogue when it was made, and a digest of the
answers: a page whose questions have the same answers today is not made again. Pages lie under the
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
from pathlib import Path
from typing import Final, NamedTuple

from fp_build.arranging.catalogue import Question
from fp_build.arranging.witness import Witness
from fp_build.doors.cache import Cache
from fp_build.doors.safe_pickle import loads

WAYS: Final = 8
"""Of how many ways of building pages are kept: the site, its preview, other settings, and those
before the program changed."""

LIMIT: Final = 2 * 1024**3
"""How many bytes of them are kept in all, besides those of the last build."""

_SIZE: Final = "size"
"""The file in which each way says how many bytes it keeps."""


class KeptPage(NamedTuple):
    """A page as it was made: from what, and what its file was."""

    questions: tuple[Question, ...]
    answers: bytes
    content: str
    """SHA-256 of its bytes, by which it is found."""
    size: int
    changed: int
    """When its file was last changed, in nanoseconds: one of that time and size is not read again,
    as version control does it."""
    sought: str
    """SHA-256 of what is searched of it; empty where nothing is, or nobody asked."""


class KeptPages:
    """The pages kept of one ``way`` of building: the same program, settings and vocabularies."""

    def __init__(self, folder: Path, cache: Cache, way: str) -> None:
        self._ways = folder
        self._folder = folder / way
        self._cache = cache
        self._index = cache.key("index of pages", way)
        self._known: dict[str, KeptPage] = loads(cache.get(self._index), dict, KeptPage) or {}

    def take(
        self, file: str, frame: bytes, witness: Witness, target: str, standing: str = ""
    ) -> tuple[KeptPage, bool] | None:
        """Put a page into the site as it was kept, where it still is right; else nothing.
        ``frame`` is a digest of what stands around it. Where it stands already in the place
        ``standing``, it is left there, and the answer says so."""
        page = self._known.get(file)
        if page is None or page.answers != frame + witness.answered(page.questions):
            return None
        kept = self._path(page.content)
        try:
            about = os.stat(kept)
            if (about.st_size, about.st_mtime_ns) != (page.size, page.changed):
                if _digest_of(kept) != page.content:
                    os.unlink(kept)
                    return None
                page = page._replace(size=about.st_size, changed=about.st_mtime_ns)
            if page.sought and self.sought(page.sought) is None:
                return None
            if os.path.lexists(target):  # what the host put there, under the same address
                os.unlink(target)
            if standing and _is_at(standing, about):
                return page, True
            _link(kept, target)
        except OSError:
            return None
        return page, False

    def keep(
        self,
        questions: tuple[Question, ...],
        answers: bytes,
        data: bytes,
        target: str,
        sought: bytes,
    ) -> KeptPage:
        """Keep a page that was just written to ``target``, and what is searched of it."""
        content = hashlib.sha256(data).hexdigest()
        with suppress(OSError):  # a cache that cannot be written to only costs time
            _link(target, self._path(content))
        about = os.stat(target)
        size, changed = about.st_size, about.st_mtime_ns
        return KeptPage(questions, answers, content, size, changed, self._keep_sought(sought))

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

    def note(self, pages: Mapping[str, KeptPage]) -> None:
        """Remember the pages of this build, which are all there are, and forget older ones."""
        if pages != self._known:
            self._cache.put(self._index, pickle.dumps(dict(pages), pickle.HIGHEST_PROTOCOL))
            for content in _contents(self._known) - _contents(pages):
                with suppress(OSError):
                    os.unlink(self._path(content))
            self._known = dict(pages)
        with suppress(OSError):
            (self._folder / _SIZE).write_text(str(sum(page.size for page in pages.values())))
            os.utime(self._folder)
        self._tidy()

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


def _is_at(path: str, kept: os.stat_result) -> bool:
    """True where the file there is the very one that is kept."""
    try:
        there = os.lstat(path)
    except OSError:
        return False
    return (there.st_ino, there.st_dev) == (kept.st_ino, kept.st_dev)


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
