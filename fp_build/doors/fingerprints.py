"""What a build is made of, told by its contents: the same contents, the same fingerprint.

Times and places do not count, so that a fresh copy of the project profits from what another kept.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from fp_build.doors.crew import shared
from fp_build.reading.workspace import Folder

_CODE: Final = Path(__file__).resolve().parents[1]
_AS_IT_IS: Final = "surrogatepass"
"""A name that is no text where this runs, as any with an accent in the locale C."""
_WHOLE: Final = 32 * 1024 * 1024
"""Of a larger file only the size counts: no record may hold one, and nothing is made of it."""
_WORTH_SHARING: Final = 500
"""So many folders take longer than it does to start another process."""


def of_folders(folders: Mapping[str, Folder]) -> dict[str, bytes]:
    """Of each of these folders, by name."""
    found = shared(list(folders.values()), of_folder, least=_WORTH_SHARING)
    return dict(zip(folders, found, strict=True))


def of_folder(folder: Folder, instead: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Of all that lies in a record's folder. ``instead`` is taken for what files hold, by path."""
    digest = hashlib.sha256()
    for entry in folder.entries.values():
        data = instead.get(entry.path)
        if data is not None:
            digest.update(f"{entry.name}\0{len(data)}\0".encode(errors=_AS_IT_IS) + data)
            continue
        data = b""
        if entry.kind == "file" and entry.size <= _WHOLE:
            try:
                data = entry.read()
            except OSError:  # it has vanished, or the disk is failing
                data = b"unreadable"
        about = f"{entry.name}\0{entry.kind}\0{entry.size}\0{len(data)}\0"
        digest.update(about.encode(errors=_AS_IT_IS) + data)
    return digest.digest()


@lru_cache(maxsize=1)
def of_program() -> str:
    """Of the code, and of the versions of all packages."""
    return of_values(sys.version, of_files(_CODE), _packages())


def of_files(folder: Path, *, hidden: bool = False) -> str:
    """Of all files below a folder, such as that of the templates; of ``hidden`` ones as well where
    these may be published too."""
    digest = hashlib.sha256()
    for name, path in _files(os.fspath(folder), hidden=hidden):
        with open(path, "rb") as file:
            data = file.read()
        digest.update(f"{name}\0{len(data)}\0".encode(errors=_AS_IT_IS) + data)
    return digest.hexdigest()


def of_values(*values: Any) -> str:
    """Of values whose ``repr`` says all there is to them."""
    return hashlib.sha256(repr(values).encode()).hexdigest()


def _files(folder: str, prefix: str = "", *, hidden: bool) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if (entry.name.startswith(".") and not hidden) or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files(entry.path, f"{prefix}{entry.name}/", hidden=hidden)
        elif entry.is_file():
            yield prefix + entry.name, entry.path


@lru_cache(maxsize=1)
def _packages() -> tuple[str, ...]:
    """Every installed package with its version, as the folder of its metadata is called."""
    found: set[str] = set()
    for place in sys.path:
        if os.path.isdir(place):
            found.update(n for n in os.listdir(place) if n.endswith((".dist-info", ".egg-info")))
    return tuple(sorted(found))
