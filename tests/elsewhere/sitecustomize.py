"""Another machine, for builds that have this folder on their path: files come in another order, new
files have other rights, and one processor is all there is."""

from __future__ import annotations

import os
import random
from typing import Any

_chance = random.Random(11)
_listdir, _scandir = os.listdir, os.scandir


def _shuffled(found: list[Any]) -> list[Any]:
    _chance.shuffle(found)
    return found


class _Scan:
    """What ``os.scandir`` answers, in another order."""

    def __init__(self, *where: Any) -> None:
        with _scandir(*where) as found:
            self._found = iter(_shuffled(list(found)))

    def __iter__(self) -> _Scan:
        return self

    def __next__(self) -> Any:
        return next(self._found)

    def __enter__(self) -> _Scan:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._found = iter(())


os.listdir = lambda *where: _shuffled(_listdir(*where))  # type: ignore[assignment]
os.scandir = _Scan  # type: ignore[assignment,misc]
os.sched_getaffinity = lambda process: {0}
os.umask(0o027)
