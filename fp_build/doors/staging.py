"""The published folder is built beside and takes its place in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from fp_build.doors.spare import Spare, Standing, standing

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


class Staging:
    """A folder beside the published one, on the same disk, until it is published or discarded.
    ``spare`` is brought up to date, instead of beginning anew."""

    def __init__(self, target: Path, spare: Spare | None = None) -> None:
        self.target = target
        self.spare = spare
        target.parent.mkdir(parents=True, exist_ok=True)
        prefix = f"{_prefix(target)}{os.getpid()}-"
        self.folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
        self.folder.chmod(0o755)

    def publish(self, unbuilt: Collection[str] = ()) -> Mapping[str, Standing]:
        """Put the built folder in the place of the published one; hidden files of the old one
        (``.git``, ``.nojekyll``) are carried over, as MkDocs leaves them alone too. ``unbuilt`` are
        the files that were not built, as they stand in the spare. Answers all files that there are
        now."""
        files = dict(standing(self.folder))
        if self.spare is not None:
            files.update((file, self.spare.files[file]) for file in unbuilt)
            self.folder = self.spare.hand_over(self.folder, unbuilt)
        if not self.target.exists():
            self.folder.rename(self.target)
            return files
        for old in self.target.iterdir():  # copied, not moved: a kill at any moment loses nothing
            if old.name.startswith(".") and not (self.folder / old.name).exists():
                _copy(old, self.folder / old.name)
                files.update(standing(self.folder, old.name))
        try:
            _exchange(self.folder, self.target)
        except OSError as error:
            if error.errno not in (errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM):
                raise
            _copy_into(self.folder, self.target)  # a mount point cannot be renamed
        if self.spare is not None:
            self.spare.put_aside(self.folder)
        else:
            shutil.rmtree(self.folder, ignore_errors=True)
        return files

    def discard(self) -> None:
        """Leave the published folder as it is."""
        for left in _named(self.target.parent, self.folder.name):
            shutil.rmtree(left, ignore_errors=True)
        if self.spare is not None:
            self.spare.give_back()


def _copy(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)


def _prefix(target: Path) -> str:
    """How the names of staging folders begin; the number of their process follows."""
    return f".{target.name}-building-"


def sweep(target: Path, *, alone: bool) -> None:
    """Remove what builds that were killed have left beside the published folder: all there is,
    where this build is ``alone``, else what belongs to no process."""
    prefix = _prefix(target)
    for left in _named(target.parent, prefix):
        owner = left.name.removeprefix(prefix).partition("-")[0]
        if owner.isdecimal() and (alone or not _is_alive(int(owner))):
            shutil.rmtree(left, ignore_errors=True)


def _named(folder: Path, prefix: str) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.name.startswith(prefix)]
    except OSError:
        return []


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _exchange(one: Path, other: Path) -> None:
    """Exchange two folders in one step where the system can (Linux' ``renameat2``), else by two
    renames, the shortest gap there is."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if hasattr(libc, "renameat2"):
            done = libc.renameat2(
                _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
            )
            if done == 0:
                return
            code = ctypes.get_errno()
            if code not in (errno.ENOSYS, errno.EINVAL):
                raise OSError(code, os.strerror(code), str(other))
    aside = one.with_name(f"{one.name}-old")
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


def _copy_into(source: Path, target: Path) -> None:
    """Make ``target`` hold what ``source`` holds, file by file."""
    wanted = {path.relative_to(source) for path in source.rglob("*")}
    shutil.copytree(source, target, copy_function=_replace, dirs_exist_ok=True)
    for path in sorted(target.rglob("*"), reverse=True):
        inside = path.relative_to(target)
        if inside in wanted or inside.parts[0].startswith("."):
            continue
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def _replace(source: str, target: str) -> None:
    """Put a copy in the place of a file, which may have another link where it is kept: nothing is
    written into it. One that is the very same stays."""
    if os.path.exists(target) and os.path.samefile(source, target):
        return
    beside = f"{target}.{os.getpid()}"
    shutil.copy2(source, beside)
    os.replace(beside, target)
