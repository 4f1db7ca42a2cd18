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
"""How much a cache holds, in bytes."""

_DAY: Final = 86_400 * 10**9
"""In nanoseconds."""

_SEAL: Final = hashlib.sha256().digest_size


class Cache:
    """A folder of files by key."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._used: set[str] = set()
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
        self._used.add(key)
        try:
            with open(self._path(key), "rb", buffering=0) as kept:
                seal, data = kept.read(_SEAL), kept.readall()
        except OSError:
            return self._held.get(key)
        return data if seal == _seal(key, data) else None

    def use(self, key: str) -> None:
        """Note that something is used that may be kept under a key: it is not the first to go."""
        self._used.add(key)

    def holds(self, key: str) -> bool:
        """True where something is kept under a key; it is then used."""
        self._used.add(key)
        return key in self._held or os.path.isfile(self._path(key))

    def put(self, key: str, data: bytes) -> bool:
        """Keep data under a key; whoever reads at the same time sees all of it or nothing. Where
        nothing can be written, it is held for as long as this process runs, and the answer is
        false."""
        self._used.add(key)
        path = self._path(key)
        beside = f"{path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(beside, "wb") as kept:
                kept.writelines((_seal(key, data), data))
            os.replace(beside, path)
        except OSError:
            self._held[key] = data
            return False
        return True

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, else what ``make`` gives, which is then kept."""
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def tidy(self) -> None:
        """Bring the cache under its limit: what was asked for of late stays. When that was is noted
        once a day, which is exact enough and spares writing to every file in every build."""
        kept: list[tuple[bool, int, int, str]] = []
        yesterday = time.time_ns() - _DAY
        for path, key, about in _files(os.fspath(self._folder)):
            used = key in self._used
            if used and about.st_mtime_ns < yesterday:
                with contextlib.suppress(OSError):
                    os.utime(path)
            kept.append((used, about.st_mtime_ns, about.st_size, path))
        excess = sum(size for *_, size, _ in kept) - self._limit
        for *_, size, path in sorted(kept) if excess > 0 else ():
            with contextlib.suppress(OSError):
                os.unlink(path)
            excess -= size
            if excess <= 0:
                break

    def _path(self, key: str) -> str:
        return f"{self._folder}/{key[:2]}/{key[2:]}"


def _files(folder: str) -> Iterator[tuple[str, str, os.stat_result]]:
    """Every file that is kept: its path, the key that its path tells, and what the disk knows."""
    for part in _entries(folder):
        for file in _entries(part.path) if part.is_dir() else ():
            with contextlib.suppress(OSError):  # another build has just tidied up
                yield file.path, part.name + file.name, file.stat()


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
