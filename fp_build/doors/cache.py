"""What was made once and is kept for the next build, under the name of what it was made from.

A cache may be deleted at any moment, and be read-only or full: a build then makes again what it
needs. What it holds goes stale for no other reason, since another cause has another name. What a
disk or a hand has changed is not there: each file begins with the seal of its name and content.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

LIMIT: Final = 512 * 1024 * 1024
"""How much a cache holds, in bytes, of what is not in use."""

_NOTED: Final = 3600 * 10**9
"""For so long a use is not noted again, in nanoseconds: exact enough to know what to keep, and it
spares writing to every file in every build."""

_IN_USE: Final = 2 * _NOTED
"""What was used since then is what builds use, or was made for one that still goes on. Without it
the next one would make it again, and drop it again."""

_SEAL: Final = hashlib.sha256().digest_size


class Cache:
    """A folder of files by key."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._held: dict[str, bytes] = {}

    @staticmethod
    def key(*causes: bytes | str) -> str:
        """The name of what follows from these causes, and from nothing else."""
        digest = hashlib.sha256()
        for cause in causes:
            data = cause.encode() if isinstance(cause, str) else cause
            digest.update(len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        path = self._path(key)
        try:
            with open(path, "rb", buffering=0) as kept:
                _note(path, os.fstat(kept.fileno()))
                seal, data = kept.read(_SEAL), kept.readall()
        except OSError:
            return self._held.get(key)
        return data if seal == _seal(key, data) else None

    def use(self, key: str) -> None:
        """Note that something is used that may be kept under a key: it is not the first to go."""
        self.holds(key)

    def holds(self, key: str) -> bool:
        """True where something is kept under a key; it is then used."""
        path = self._path(key)
        try:
            _note(path, os.stat(path))
        except OSError:
            return key in self._held
        return True

    def put(self, key: str, data: bytes) -> bool:
        """Keep data under a key; whoever reads at the same time sees all of it or nothing. Where
        nothing can be written, it is held for as long as this process runs, and the answer is
        false."""
        path = self._path(key)
        beside = f"{path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(beside, "wb") as kept:
                kept.writelines((_seal(key, data), data))
            os.replace(beside, path)
        except OSError:
            self.hold(key, data)
            return False
        return True

    def hold(self, key: str, data: bytes) -> None:
        """Keep data for as long as this process runs, and no longer."""
        self._held[key] = data

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, else what ``make`` gives, which is then kept."""
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def tidy(self) -> None:
        """Bring the cache under its limit, what was not used for longest first. What was used of
        late stays, by whatever process, even where a large site uses more than that."""
        kept = [(at.st_mtime_ns, at.st_size, path) for path, at in _files(os.fspath(self._folder))]
        excess = sum(size for _, size, _ in kept) - self._limit
        since = time.time_ns() - _IN_USE
        for _, size, path in sorted(one for one in kept if one[0] < since) if excess > 0 else ():
            with contextlib.suppress(OSError):
                os.unlink(path)
            excess -= size
            if excess <= 0:
                break

    def _path(self, key: str) -> str:
        return f"{self._folder}/{key[:2]}/{key[2:]}"


def _note(path: str, about: os.stat_result) -> None:
    """Write down that a file is used."""
    if about.st_mtime_ns < time.time_ns() - _NOTED:
        with contextlib.suppress(OSError):  # a cache that is read only
            os.utime(path)


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file that is kept, and what the disk knows of it."""
    for part in _entries(folder):
        for file in _entries(part.path) if part.is_dir() else ():
            with contextlib.suppress(OSError):  # another build has just tidied up
                yield file.path, file.stat()


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _seal(key: str, data: bytes) -> bytes:
    """What data kept under a key begins with: it tells what is damaged, and what was moved here."""
    seal = hashlib.sha256(key.encode())
    seal.update(data)
    return seal.digest()
