"""What a build leaves for the next: what the site was made from, what was said meanwhile, and which
files stand. A build of the same things, whose site still stands, has nothing to do.

Things are told by their contents. The files of the site are told by size and time, as version
control tells that a file has not been touched: who alters one gets a whole build.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from fp_build.doors.cache import Cache
from fp_build.doors.clock import today
from fp_build.doors.crew import Errand
from fp_build.doors.fingerprints import of_files, of_program, of_values
from fp_build.doors.mkdocs.places import kept_of
from fp_build.doors.progress import Counts
from fp_build.doors.spare import Standing, standing
from fp_build.reading.workspace import Entry, Workspace

PLUGIN: Final = "futurs-publics"

_TICK: Final = 20_000_000
"""By how much the time of a file may lag behind the clock, in nanoseconds."""

_HOST: Final = logging.getLogger("mkdocs")
_OF_PAGES: Final = "mkdocs.structure"
"""Below this the host says what it thinks of pages and of the menu."""


class Said(NamedTuple):
    """Something that was said in the host's log."""

    name: str
    level: int
    text: str


class Receipt(NamedTuple):
    """What a build has left."""

    causes: str
    standing: str
    """Of the files of the site."""
    heard: int
    """The level from which on the log was heard."""
    said: tuple[Said, ...]
    counts: Counts

    def repeat(self) -> None:
        """Say what was said then."""
        for name, level, text in self.said:
            logging.getLogger(name).log(level, text)


class Reception:
    """Receives the site of one build. ``seen`` are the fingerprints of the folders of its records,
    by name, taken ``since`` that time in nanoseconds; ``report`` is the log of our findings."""

    def __init__(
        self,
        config: MkDocsConfig,
        cases: Path,
        workspace: Workspace,
        seen: Mapping[str, bytes],
        report: str,
        since: int,
    ) -> None:
        self._since = since - _TICK
        self._site = Path(config.site_dir)
        overrides = [Path(each) for each in [config.theme.custom_dir] if each]
        self._sources = [cases, Path(config.docs_dir), *overrides]
        self._causes = _causes(config, workspace, seen)
        self._cache = Cache(kept_of(config) / "made")
        self._key = self._cache.key("receipt", os.fsencode(self._site.absolute()))
        self._ear = _Ear(report)
        self._untouched: Errand[bool] | None = None

    def before(self) -> Receipt | None:
        """The receipt of the last build, where it was of the same things, the site stands as it was
        left, and all that is to be said was heard then."""
        receipt = _read(self._cache.get(self._key))
        if receipt is None or receipt.causes != self._causes:
            return None
        if receipt.heard > _HOST.getEffectiveLevel():
            return None
        return receipt if receipt.standing == _told_of(dict(standing(self._site))) else None

    def all_is_read(self) -> None:
        """Nothing more will be read of what the site is made from. Whether somebody has saved
        something since it was looked at is found out from now on, while the build goes on."""
        if self._causes is not None:
            self._untouched = Errand(partial(_is_untouched, self._sources, self._since))

    def receive(self, counts: Counts, files: Mapping[str, Standing]) -> None:
        """Leave a receipt for the site that has just been published with these files; none where
        somebody may have saved something meanwhile."""
        if self._causes is not None and self._untouched is not None and self._untouched.answer():
            heard, said = self._ear.least, tuple(self._ear.said)
            receipt = Receipt(self._causes, _told_of(files), heard, said, counts)
            self._cache.put(self._key, json.dumps(receipt._asdict()).encode())

    def close(self) -> None:
        """Hear no more of what is said, and leave nothing running."""
        self._ear.close()
        if self._untouched is not None:
            self._untouched.close()


def _read(data: bytes | None) -> Receipt | None:
    try:
        fields: dict[str, Any] = json.loads(data or b"{}")
        fields["said"] = tuple(Said(*said) for said in fields["said"])
        return Receipt(**{**fields, "counts": Counts(*fields["counts"])})
    except (KeyError, TypeError, ValueError):  # there is none, or it is of another version
        return None


class _Ear(logging.Handler):
    """Hears what is said besides the course of a build: every warning, and what the host thinks of
    pages. ``report`` is the name of the log to which our findings go."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self._report = report
        self.said: list[Said] = []
        self.least = _HOST.getEffectiveLevel()
        """The level from which on anything is said at all."""
        _HOST.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        told = record.name == self._report or record.name.startswith(_OF_PAGES)
        if told or record.levelno >= logging.WARNING:
            self.said.append(Said(record.name, record.levelno, record.getMessage()))

    def close(self) -> None:
        """Hear no more."""
        _HOST.removeHandler(self)
        super().close()


def _causes(config: MkDocsConfig, workspace: Workspace, seen: Mapping[str, bytes]) -> str | None:
    """The fingerprint of all that a site is made from; none where it may be made from other things
    besides, as plugins and hooks of others may do."""
    if list(config.plugins) != [PLUGIN] or config.hooks:
        return None
    return of_values(
        of_program(),
        _told({**config, "plugins": config.plugins[PLUGIN].config, "theme": dict(config.theme)}),
        config.theme.dirs,
        of_files(Path(config.docs_dir), hidden=True),  # such as .well-known
        of_files(Path(config.theme.custom_dir)) if config.theme.custom_dir else "",
        sorted(workspace.vocabulary.items()),
        [(entry.name, entry.kind, entry.size) for entry in workspace.strays],
        _held(workspace.addresses),
        sorted(seen.items()),
        today(),
    )


def _told_of(files: Mapping[str, Standing]) -> str:
    """The fingerprint of the files of a site: their names, sizes and times. What version control
    keeps there does not count, nor do empty folders."""
    told = [
        f"{name}\0{size}\0{changed}\n"
        for name, (_, size, changed) in files.items()
        if name[-1:] != "/" and "/.git/" not in f"/{name}"
    ]
    told.sort()
    return hashlib.sha256("".join(told).encode(errors="surrogateescape")).hexdigest()


def _is_untouched(folders: Iterable[Path], since: int) -> bool:
    """True where nothing in these folders was changed from that time on, in nanoseconds."""
    for folder in folders:
        try:
            if os.stat(folder).st_mtime_ns >= since:
                return False
        except OSError:
            continue
        if any(about.st_mtime_ns >= since for about in _all_below(os.fspath(folder))):
            return False
    return True


def _all_below(folder: str) -> Iterator[os.stat_result]:
    """What the disk knows of all files and folders below a folder, in no order."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                for entry in found:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    yield entry.stat(follow_symlinks=False)
        except OSError:  # somebody has just removed it
            continue


def _held(file: Entry | None) -> bytes:
    """What a file holds."""
    try:
        return file.read() if file is not None and file.kind == "file" else b""
    except OSError:
        return b""


def _told(value: object) -> object:
    """A value of ``mkdocs.yml`` so that ``repr`` says all there is to it, the same each time."""
    if isinstance(value, Mapping):
        return [(key, _told(each)) for key, each in value.items()]
    if isinstance(value, list | tuple):
        return [_told(each) for each in value]
    if callable(value):
        return getattr(value, "__module__", ""), getattr(value, "__qualname__", repr(value))
    return value
