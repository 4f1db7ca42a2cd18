"""What a path given to ``fp check`` stands for: a cases folder, one record, or one file."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from fp_build.doors.disk import VOCABULARY, open_workspace
from fp_build.reading.workspace import Workspace

DEFAULT: Final = "cases"


@dataclass(frozen=True, slots=True)
class Target:
    """A part of a cases folder to be checked."""

    cases: Path
    shown_as: str
    """How reports name the cases folder: as given, with ``/``."""
    slug: str | None = None
    """The one record to check, if not all."""
    file: str | None = None
    """The one path whose findings count, if not all of the record's."""

    def open(self, project: Path) -> Workspace:
        """Look at the cases folder; without vocabularies of its own it uses the project's."""
        own = self.cases / VOCABULARY
        if own.is_dir():
            return open_workspace(self.cases, self.shown_as, own, _join(self.shown_as, VOCABULARY))
        theirs = project / DEFAULT / VOCABULARY
        return open_workspace(self.cases, self.shown_as, theirs, f"{DEFAULT}/{VOCABULARY}")


def find_target(given: str) -> Target:
    """What ``given`` stands for. Raises :class:`FileNotFoundError` where there is nothing."""
    path = Path(given)
    shown = PurePath(given).as_posix()
    if path.is_file() or (path.is_symlink() and not path.is_dir()):
        folder = path.parent
        shown_folder = posixpath.dirname(shown)
        if folder.name == VOCABULARY or folder.resolve().name == VOCABULARY:
            cases = folder.resolve().parent if folder == Path(".") else folder.parent
            return Target(cases, posixpath.dirname(shown_folder), slug="", file=shown)
        if is_cases_folder(folder):
            return Target(folder, shown_folder, slug="", file=shown)
        resolved = folder.resolve()
        return Target(resolved.parent, _parent(shown_folder), slug=resolved.name, file=shown)
    if not path.is_dir():
        raise FileNotFoundError(given)
    if is_cases_folder(path):
        return Target(path, "" if shown == "." else shown)
    resolved = path.resolve()
    return Target(resolved.parent, _parent(shown), slug=resolved.name)


def is_cases_folder(folder: Path) -> bool:
    """True for a folder of records, false for the folder of one record.

    It is the former when it has vocabularies; the latter when it holds an ``index.*`` file or lies
    beside vocabularies; else folders in it decide.
    """
    if (folder / VOCABULARY).is_dir():
        return True
    names = sorted(folder.iterdir())
    if any(name.name.lower().startswith("index.") for name in names):
        return False
    if (folder.resolve().parent / VOCABULARY).is_dir():
        return False
    return any(name.is_dir() and not name.name.startswith((".", "_")) for name in names) or not any(
        name.is_file() for name in names
    )


def _parent(shown: str) -> str:
    """The folder above, as reports name it."""
    if shown in ("", "."):
        return ".."
    above = posixpath.dirname(shown)
    return above if above or posixpath.basename(shown) not in ("..",) else "../.."


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
