"""What lies in a cases folder, as handed in by whoever can see it: names, kinds and sizes, with
the bytes to be had on demand. Nothing here touches a disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a folder."""

    name: str
    path: str
    """How reports name it: as the user gave it, with ``/``."""
    kind: Literal["file", "folder", "link", "special", "unreadable"]
    size: int = 0
    """In bytes."""
    read: Callable[[], bytes] = field(default=bytes, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one record."""

    name: str
    path: str
    entries: Mapping[str, Entry]
    """By name, sorted."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A cases folder: the folders of its records, its vocabularies, and what else lies in it."""

    path: str
    folders: Mapping[str, Folder]
    """By name, sorted."""
    vocabulary_path: str
    vocabulary: Mapping[str, bytes]
    strays: tuple[Entry, ...] = ()
    """What lies beside the records' folders and is none."""
