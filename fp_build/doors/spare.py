"""The site before last, brought up to date in the place of a new one.

To publish, a finished folder takes the place of the site in one step. What stood there until then
is not removed but put aside, and the next build changes in it only what has changed: in a large
site most pages stand where they stood, and neither their folders nor their links are made anew. A
page is left standing where its file is the very one that was published (the same inode, size and
time); whatever else lies there goes, so that it does not matter what a spare holds, or who was
interrupted in it.

After a first build there is no site before last: a spare is laid then of the site as it stands, in
hard links. Another process does that, and looks at what there is, while the build reads and judges.
Such a spare shares its files with the site that readers see. Nothing is ever written into a file of
a spare: it stays, or it is removed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from fp_build.doors.crew import Errand

MOST: Final = 2
"""How many are put aside: of the site and of its preview."""


Standing = tuple[int, int, int]
"""Inode, size, and time of the last change in nanoseconds: what tells a file from others."""


class Spare:
    """The folder that is put aside for one site, taken by one build at a time. A build that is
    ``alone`` takes over what one that was killed had taken."""

    def __init__(self, folder: Path, target: Path, *, alone: bool = False) -> None:
        self._aside = folder / hashlib.sha256(os.fsencode(target.absolute())).hexdigest()[:16]
        self.taken = folder / f"{self._aside.name}-{os.getpid()}"
        """Where it lies while this build has it; there may be none."""
        if alone:
            self._take_over()
        with suppress(OSError):  # there is none, or another build has it
            self._aside.rename(self.taken)
        is_one = target.is_dir() or self.taken.is_dir()
        ready = partial(_ready, os.fspath(self.taken), os.fspath(target))
        self._ready = Errand(ready) if is_one else None

    @cached_property
    def files(self) -> Mapping[str, Standing]:
        """All that stands in it, by the way from its top; nothing where there is none."""
        return self._ready.answer() if self._ready is not None else {}

    @property
    def is_there(self) -> bool:
        """Whether there is one, which is known when it has been looked at."""
        _ = self.files
        return self.taken.is_dir()

    def _take_over(self) -> None:
        with suppress(OSError):  # nothing was ever put aside
            for left in self._aside.parent.glob(f"{self._aside.name}-*"):
                if self._aside.exists():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.rename(self._aside)

    def hand_over(self, built: Path, standing: Collection[str]) -> Path:
        """Bring the spare up to date: what stands in it and all that was built. Answers the whole
        folder, on the disk of ``built``; that is ``built`` itself where there is no spare."""
        if not self.is_there:
            return built
        whole = built.with_name(f"{built.name}-whole")
        self.taken.rename(whole)
        _clear(os.fspath(whole), self.files, standing)
        _move(os.fspath(built), os.fspath(whole))
        shutil.rmtree(built)
        return whole

    def put_aside(self, old: Path) -> None:
        """Keep what was the site until now; on another disk it is removed."""
        try:
            self._aside.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self._aside)
            os.utime(self._aside)
        except OSError:
            shutil.rmtree(old, ignore_errors=True)
        self._tidy()

    def give_back(self) -> None:
        """Put it aside again, unused."""
        if self.is_there:
            self.put_aside(self.taken)

    def _tidy(self) -> None:
        with suppress(OSError):
            aside = sorted(self._aside.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns)
            for old in aside[:-MOST]:
                shutil.rmtree(old, ignore_errors=True)


def standing(top: Path, below: str = "") -> Iterator[tuple[str, Standing]]:
    """All that stands in a folder, or in that file or folder ``below`` it, by the way from its top;
    of folders the empty ones, with a slash at the end."""
    if below and not os.path.isdir(top / below):
        yield below, _told(os.lstat(top / below))
        return
    left = [(os.fspath(top / below), f"{below}/" if below else "")]
    while left:
        folder, prefix = left.pop()
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except (FileNotFoundError, NotADirectoryError):  # there is none
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                left.append((entry.path, f"{prefix}{entry.name}/"))
            else:
                yield prefix + entry.name, _told(entry.stat(follow_symlinks=False))
        if prefix and not entries:
            yield prefix, (0, 0, 0)


def _told(about: os.stat_result) -> Standing:
    return about.st_ino, about.st_size, about.st_mtime_ns


def _ready(spare: str, site: str) -> Mapping[str, Standing]:
    """Look at a spare. Where there is none, it is laid of the files of a site, but for hidden ones,
    if the disk can."""
    if not os.path.isdir(spare):
        try:
            os.makedirs(os.path.dirname(spare), exist_ok=True)
            return dict(_linked(site, spare))
        except OSError:
            shutil.rmtree(spare, ignore_errors=True)
    return dict(standing(Path(spare)))


def _linked(source: str, target: str) -> Iterator[tuple[str, Standing]]:
    """Make a second folder of the same files, in hard links; answers what then stands in it."""
    left = [""]
    while left:
        prefix = left.pop()
        os.mkdir(f"{target}/{prefix}")
        with os.scandir(f"{source}/{prefix}") as found:
            entries = [e for e in found if not (e.name[0] == "." and _is_folder(e))]
        for entry in entries:
            if _is_folder(entry):
                left.append(f"{prefix}{entry.name}/")
            else:
                name = prefix + entry.name
                os.link(entry.path, f"{target}/{name}", follow_symlinks=False)
                yield name, _told(entry.stat(follow_symlinks=False))
        if prefix and not entries:
            yield prefix, (0, 0, 0)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _clear(folder: str, files: Collection[str], standing: Collection[str]) -> None:
    """Remove of these files all but those that stand, and the folders that are empty then."""
    for name in files:
        if name in standing:
            continue
        if not name.endswith("/"):
            os.unlink(f"{folder}/{name}")
        inside = name.rpartition("/")[0]
        with suppress(OSError):  # there is something in it
            while inside:
                os.rmdir(f"{folder}/{inside}")
                inside = inside.rpartition("/")[0]


def _move(source: str, target: str) -> None:
    """Move all that lies in one folder into another."""
    with os.scandir(source) as found:
        entries = list(found)
    for entry in entries:
        there = f"{target}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and os.path.isdir(there):
            _move(entry.path, there)
        else:
            os.rename(entry.path, there)
