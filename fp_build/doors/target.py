"""What a path given to ``fp check`` stands for: a cases folder, one record, or one file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from fp_build.doors.disk import ADDRESSES, NEST_LIMIT, VOCABULARY, as_shown, open_workspace
from fp_build.judging.folders import FILE_NAMES
from fp_build.reading.workspace import Workspace
from fp_build.words.findings import Finding, Level

DEFAULT: Final = "cases"


@dataclass(frozen=True, slots=True)
class Target:
    """A cases folder, or a part of one, to be checked."""

    cases: Path
    shown_as: str
    """How reports name the cases folder: as given, with ``/``."""
    slug: str | None = None
    """The one record to check, if not all; empty where it is something beside the records."""
    about: str | None = None
    """The path whose findings count, with those of what lies in it, if not all do."""
    given: str = ""
    """How reports name that path."""

    def open(self, project: Path) -> Workspace:
        """Look at the cases folder; without vocabularies of its own it uses the project's."""
        own = self.cases / VOCABULARY
        if own.is_dir():
            shown = _join(self.shown_as, VOCABULARY)
            return open_workspace(self.cases, self.shown_as, own, shown, self.slug)
        theirs = project / DEFAULT / VOCABULARY
        shown = f"{DEFAULT}/{VOCABULARY}"
        return open_workspace(self.cases, self.shown_as, theirs, shown, self.slug)

    def keep(self, finding: Finding) -> Finding | None:
        """The finding, its path as the user would write it; ``None`` where it is about something
        else. An error in a vocabulary is about every record: what is said of one hangs on it."""
        if self.about is None:
            return finding
        path = finding.place.path
        if path != self.about and not path.startswith(f"{self.about}/"):
            return self._of_vocabulary(finding) if self.slug else None
        shown = _join(self.given, path[len(self.about) + 1 :]) or "."
        return finding._replace(place=finding.place._replace(path=shown))

    def _of_vocabulary(self, finding: Finding) -> Finding | None:
        path, own = finding.place.path, _join(self.shown_as, VOCABULARY)
        if finding.level is not Level.ERROR:
            return None
        if path == own or path.startswith(f"{own}/"):
            shown = as_shown(PurePath(os.path.relpath(path)).as_posix())
            return finding._replace(place=finding.place._replace(path=shown))
        return finding if path.startswith(f"{DEFAULT}/{VOCABULARY}") else None


def find_project(start: Path) -> Path:
    """The folder whose vocabularies serve a cases folder that has none: ``start`` or the nearest
    above it with any, else the one that this program lies in."""
    program = Path(__file__).resolve().parents[2]
    around = (start, *start.parents, program)
    return next((f for f in around if (f / DEFAULT / VOCABULARY).is_dir()), start)


def find_target(given: str) -> Target:
    """What ``given`` stands for. Raises :class:`FileNotFoundError` where there is nothing that can
    be looked at."""
    try:
        return _find(Path(given), as_shown(PurePath(given).as_posix()))
    except OSError as error:
        raise FileNotFoundError(given) from error


def _find(path: Path, shown: str) -> Target:
    if path.is_dir():
        folder = path.resolve()
        if folder.name == VOCABULARY:
            return _part_of(folder.parent, "", [VOCABULARY], shown)
        if record := _record_around(folder):
            return _in_record(record, folder, shown)
        if is_cases_folder(path):
            return Target(path, "" if shown == "." else shown)
        return _in_record(folder, folder, shown)
    if not os.path.lexists(path):
        raise FileNotFoundError(path)
    folder = path.parent.resolve()
    if folder.name == VOCABULARY:
        return _part_of(folder.parent, "", [VOCABULARY, path.name], shown)
    record = _record_around(folder)
    if record is None and is_cases_folder(folder):
        slug = None if path.name == ADDRESSES else ""  # what is lost shows only among all records
        return _part_of(folder, slug, [path.name], shown)
    return _in_record(record or folder, folder / path.name, shown)


def _record_around(folder: Path) -> Path | None:
    """The folder of the record in which a folder lies, such as that of its replies."""
    around = folder.parents[:NEST_LIMIT]
    return next((f for f in around if _is_of_a_record(f) and not is_cases_folder(f)), None)


def _is_of_a_record(folder: Path) -> bool:
    beside_vocabularies = (folder.parent / VOCABULARY).is_dir()
    return beside_vocabularies or any((folder / name).is_file() for name in FILE_NAMES.values())


def _in_record(record: Path, path: Path, shown: str) -> Target:
    """A record, or something that lies in its folder."""
    way = [record.name, *path.relative_to(record).parts]
    return _part_of(record.parent, as_shown(record.name), way, shown)


def _part_of(cases: Path, slug: str | None, way: list[str], shown: str) -> Target:
    """A part of a cases folder, reached by some names. The folder goes by its full path, which
    ends up in no report, since only findings about that part are kept."""
    folder = as_shown(cases.as_posix()).rstrip("/")
    about = "/".join([folder, *map(as_shown, way)])
    return Target(cases, folder, slug, about, "" if shown == "." else shown)


def is_cases_folder(folder: Path) -> bool:
    """True for a folder of records, false for the folder of one record.

    It is the former when it has vocabularies or a list of addresses; the latter when it holds an
    ``index.*`` file or lies beside vocabularies; else folders in it decide.
    """
    if (folder / VOCABULARY).is_dir():
        return True
    if (folder.resolve().parent / VOCABULARY).is_dir():
        return False
    if (folder / ADDRESSES).is_file():
        return True
    with os.scandir(folder) as found:
        inside = [(item.path, item.is_dir()) for item in found]
    names = [os.path.basename(path) for path, _ in inside]
    folders = [p for p, is_folder in inside if is_folder and os.path.basename(p)[0] not in "._"]
    if _are_of_a_record(names):  # one beside many records has gone astray
        return sum(_are_of_a_record(os.listdir(path)) for path in folders) > 1
    return bool(folders) or all(is_folder for _, is_folder in inside)


def _are_of_a_record(names: Iterable[str]) -> bool:
    return any(name.lower().startswith("index.") for name in names)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder and name else folder or name
