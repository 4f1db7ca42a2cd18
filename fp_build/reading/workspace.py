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


class Folder:
    """The folder of one record. It is looked into when somebody wants to know what lies in it: to
    judge one record of many, most need not be."""

    __slots__ = ("_entries", "_look", "name", "path")

    def __init__(self, name: str, path: str, look: Callable[[], Mapping[str, Entry]]) -> None:
        self.name = name
        self.path = path
        self._look = look
        self._entries: Mapping[str, Entry] | None = None

    @property
    def entries(self) -> Mapping[str, Entry]:
        """By name, sorted."""
        if self._entries is None:
            self._entries = self._look()
        return self._entries


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
    addresses: Entry | None = None
    """The list of the addresses that have been published, where there is one."""
