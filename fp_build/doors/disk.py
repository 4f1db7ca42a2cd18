"""The door to the disk: what lies in a cases folder, as a :class:`Workspace`."""

from __future__ import annotations

import contextlib
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from pathlib import Path, PurePath
from typing import Literal

from fp_build.reading.source import Limits
from fp_build.reading.workspace import Entry, Folder, Workspace

VOCABULARY = "_vocabulary"
ADDRESSES = "_addresses.txt"
NEST_LIMIT = 8
"""How deep folders inside a record's folder are looked into."""


def open_workspace(
    cases: Path,
    shown_as: str,
    vocabulary: Path,
    vocabulary_shown_as: str,
    wanted: str | None = None,
) -> Workspace:
    """Look at a cases folder. ``shown_as`` is how reports name it; the vocabularies may lie
    elsewhere. Names are read now, folders and contents when asked for. A folder that is ``wanted``
    is looked at even if it is hidden."""
    folders: dict[str, Folder] = {}
    strays: list[Entry] = []
    addresses = None
    for item in _items(os.fspath(cases)):
        name = as_shown(item.name)
        if name == ADDRESSES:
            addresses = _entry(item, name, shown_as)
        if name in (VOCABULARY, ADDRESSES) or (_is_hidden(name) and name != wanted):
            continue
        if _look(item)[0] == "folder":
            shown = _joined(shown_as, name)
            folders[name] = Folder(name, shown, partial(_looked_into, item.path, shown))
        else:
            strays.append(_entry(item, name, shown_as))
    terms: dict[str, bytes] = {}
    for item in _items(os.fspath(vocabulary)):
        name = as_shown(item.name)
        entry = _entry(item, name, vocabulary_shown_as)
        if entry.kind == "file" and not _is_hidden(name):
            with contextlib.suppress(OSError):  # then it is missing, and will be missed
                terms[name] = entry.read()
    return Workspace(shown_as, folders, vocabulary_shown_as, terms, tuple(strays), addresses)


def open_project(base: Path, cases_dir: str) -> Workspace:
    """Look at the records of a project. ``base`` is the folder of ``mkdocs.yml``, ``cases_dir`` how
    that names the folder of the records; one without vocabularies uses the project's."""
    shown = PurePath(cases_dir).as_posix()
    cases = base / shown
    vocabulary, vocabulary_shown = cases / VOCABULARY, f"{shown}/{VOCABULARY}"
    if not vocabulary.is_dir():
        vocabulary, vocabulary_shown = base / "cases" / VOCABULARY, f"cases/{VOCABULARY}"
    return open_workspace(cases, shown, vocabulary, vocabulary_shown)


def as_shown(name: str) -> str:
    """A name or path as reports give it: text, and composed (NFC). Some systems take accents
    apart, and a record names its picture as one types it."""
    if name.isascii():
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)


def lines_of(path: str) -> Sequence[str]:
    """The lines of a file for a quotation, as :func:`read_source` counts them; none where it was
    not read either: a link, whose target is nobody's business, or a file that is too large."""
    try:
        about = os.lstat(path)
        if not stat.S_ISREG(about.st_mode) or about.st_size > Limits().vocabulary_bytes:
            return ()
        data = _bytes_of(path)
    except (OSError, ValueError):
        return ()
    # Each damaged byte is one character, so that the mark stays under its place.
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _is_hidden(name: str) -> bool:
    """True for what tools leave behind, such as ``.DS_Store``; a hidden text is still looked at."""
    return name.startswith(".") and not name.lower().endswith(".md")


def _looked_into(folder: str, shown_as: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in _files_below(folder, shown_as):
        if entry.name in found:  # the same name, its accents taken apart: both are seen
            entry = replace(entry, name=unicodedata.normalize("NFD", entry.name))
        found[entry.name] = entry
    return found


def _files_below(folder: str, shown_as: str, prefix: str = "", depth: int = 0) -> Iterator[Entry]:
    """The files of a folder and of those in it, the latter named with their way: ``sub/x.md``."""
    for item in _items(folder):
        name = as_shown(item.name)
        if _is_hidden(name):
            continue
        entry = _entry(item, name, shown_as, prefix)
        if entry.kind == "folder" and depth < NEST_LIMIT:
            yield from _files_below(item.path, entry.path, f"{entry.name}/", depth + 1)
        else:
            yield entry


def _items(folder: str) -> list[os.DirEntry[str]]:
    """What lies in one folder, sorted by name, whatever order the disk gives."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=attrgetter("name"))
    except OSError:
        return []


def _entry(item: os.DirEntry[str], name: str, shown_as: str, prefix: str = "") -> Entry:
    kind, size = _look(item)
    read = partial(_bytes_of, item.path)
    return Entry(prefix + name, _joined(shown_as, name), kind, size, read)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _bytes_of(path: str) -> bytes:
    """What is in a plain file. Since it was looked at somebody may have put another thing in its
    place: a link is not followed, and a pipe not waited for."""
    number = os.open(path, _PLAINLY)
    with open(number, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError(f"no plain file: {path}")
        return file.readall()


_PLAINLY = os.O_RDONLY
for _way in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):  # not every system has each
    _PLAINLY |= getattr(os, _way, 0)


def _look(
    item: os.DirEntry[str],
) -> tuple[Literal["file", "folder", "link", "special", "unreadable"], int]:
    """The kind and size of an entry, without opening what could block."""
    try:
        if item.is_symlink():
            return "link", 0
        if item.is_dir():
            return ("folder" if os.access(item.path, os.R_OK | os.X_OK) else "unreadable"), 0
        if not item.is_file():
            return "special", 0
        size = item.stat(follow_symlinks=False).st_size
    except OSError:
        return "unreadable", 0
    return ("file" if os.access(item.path, os.R_OK) else "unreadable"), size
