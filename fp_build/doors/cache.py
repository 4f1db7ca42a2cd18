"""What was made once and is kept for the next build, under the name of what it was made from.

A cache may be deleted at any moment, and be read-only or full: a build then makes again what it
needs. What it holds goes stale for no other reason, since another cause has another name. What a
disk or a hand has changed is not there: each file begins with the seal of its name and content.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

LIMIT: Final = 512 * 1024 * 1024
"""How much a cache holds, in bytes."""

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
            kept = self._path(key).read_bytes()
        except OSError:
            return self._held.get(key)
        data = kept[_SEAL:]
        return data if kept[:_SEAL] == _seal(key, data) else None

    def holds(self, key: str) -> bool:
        """True where something is kept under a key; it is then not the first to go."""
        self._used.add(key)
        return key in self._held or self._path(key).is_file()

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key; whoever reads at the same time sees all of it or nothing."""
        self._used.add(key)
        path = self._path(key)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_seal(key, data) + data)
            beside.replace(path)
        except OSError:
            self._held[key] = data  # for this build at least

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, else what ``make`` gives, which is then kept."""
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def tidy(self) -> None:
        """Bring the cache under its limit: what was asked for of late stays."""
        with contextlib.suppress(OSError):
            for key in self._used:
                with contextlib.suppress(OSError):
                    os.utime(self._path(key))
            kept = [(path.stat(), path) for path in self._folder.glob("*/*")]
            excess = sum(about.st_size for about, _ in kept) - self._limit
            for about, path in sorted(kept, key=lambda one: one[0].st_mtime_ns):
                if excess <= 0:
                    break
                path.unlink(missing_ok=True)
                excess -= about.st_size

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def _seal(key: str, data: bytes) -> bytes:
    """What data kept under a key begins with: it tells what is damaged, and what was moved here."""
    return hashlib.sha256(key.encode() + data).digest()
