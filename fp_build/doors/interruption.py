"""A build that is asked to stop, by Ctrl + C or by the system, tidies up and says so plainly."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

from fp_build.words.languages import Bilingual

INTERRUPTED: Final = Bilingual(
    "Construction interrompue : rien n’a été publié, le site est resté tel qu’il était.",
    "The build was interrupted: nothing has been published, the site is as it was.",
)

TOO_LATE: Final = Bilingual(
    "L’interruption est venue trop tard : le site était déjà publié, il est entier.",
    "The interruption came too late: the site was published already, it is whole.",
)

_ASKED: Final = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Listens for as long as a build lasts. The first request ends it as an exit does, through all
    that tidies up; later ones are passed over, so that nothing is left half tidied."""

    def __init__(self, numbers: Iterable[signal.Signals]) -> None:
        self.has_come = False
        self._is_held_off = False
        self._owed: int | None = None
        self._before: dict[int, Any] = {}
        for number in numbers:
            if signal.getsignal(number) != signal.SIG_IGN:  # as it is for what runs unattended
                self._before[number] = signal.signal(number, self._stop)

    @classmethod
    def heard(cls) -> Interruption:
        """One that is listened for, where this thread may."""
        is_main = threading.current_thread() is threading.main_thread()
        return cls(_ASKED if is_main else ())

    @classmethod
    def none(cls) -> Interruption:
        """One that nobody listens for: whoever runs the build does so."""
        return cls(())

    def _stop(self, number: int, frame: FrameType | None) -> None:
        for each in self._before:
            signal.signal(each, signal.SIG_IGN)
        self.has_come = True
        self._owed = number
        self._pay()

    def _pay(self) -> None:
        if self._owed is not None and not self._is_held_off:
            raise SystemExit(128 + self._owed)

    @contextmanager
    def held_off(self) -> Iterator[None]:
        """What is done here is done to its end. (A mask would hold a signal off this thread alone,
        and any other would take it.)"""
        self._is_held_off = True
        try:
            yield
        finally:
            self._is_held_off = False
        self._pay()

    def close(self) -> None:
        """Listen no more."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
