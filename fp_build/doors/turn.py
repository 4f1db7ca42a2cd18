"""Whose turn it is to publish into a folder: one build's at a time.

A file beside the folder is locked for as long as a build lasts. The system lets go of it when the
process ends, however it ends, so that a build that was killed holds up nobody. Where no file can
be locked, as on Windows and on some network disks, everyone has their turn at once, and the
exchange of whole folders is all that stands between two builds; where none can be written, whoever
builds is told so when they do.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from fp_build.words.languages import Bilingual

PATIENCE: Final = 1.0
"""After so many seconds it is said that one waits."""

WAITING: Final = Bilingual(
    "Une autre construction publie dans « {site} » : j’attends mon tour, {seconds} s au plus.",
    "Another build publishes into “{site}”: waiting for my turn, for {seconds} s at most.",
)

_PAUSE: Final = 0.1
_TAKEN: Final = (errno.EAGAIN, errno.EACCES)


class Turn:
    """One build's turn to publish into ``target``, which need not exist yet."""

    def __init__(self, target: Path, clock: Callable[[], float] = time.monotonic) -> None:
        folder = target.parent.resolve()
        self._path = folder / f".{target.name}-building.lock"
        self._clock = clock
        self._file = -1

    @property
    def is_alone(self) -> bool:
        """True where no other build can be at work on the folder."""
        return self._file >= 0

    def take(
        self,
        patience: float,
        say: Callable[[], None],
        sleep: Callable[[float], None] = time.sleep,
    ) -> bool:
        """Wait for the turn for so many seconds; False where it does not come. ``say`` is called
        once, where it takes a while."""
        since, said = self._clock(), False
        while not self._is_taken():
            waited = self._clock() - since
            if waited >= patience:
                return False
            if waited >= PATIENCE and not said:
                said = True
                say()
            sleep(_PAUSE)
        return True

    def _is_taken(self) -> bool:
        """Take the turn if nobody has it."""
        if sys.platform == "win32":
            return True
        import fcntl

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError:
            return True
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(file)
            return error.errno not in _TAKEN  # a disk that knows no locks
        if not self._is_still_there(file):  # whoever had it has just removed it
            os.close(file)
            return False
        self._file = file
        return True

    def _is_still_there(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), os.stat(self._path))
        except OSError:
            return False

    def give(self) -> None:
        """Let the next one have it."""
        if self._file >= 0:
            with suppress(OSError):
                os.unlink(self._path)
            os.close(self._file)
            self._file = -1
