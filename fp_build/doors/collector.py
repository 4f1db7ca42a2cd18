"""The collector of cyclic garbage, which looks again and again at whatever is kept, and the end of
a process, which would take all of it apart."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = 50_000
"""After so many new things it looks again: Python's own 700 suit programs that make much."""


@contextmanager
def without_collector() -> Iterator[None]:
    """For making what is kept until the end and holds no cycles, such as records: of the time that
    it takes to read 2,000 of them from a cache, the collector would take two thirds."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_all() -> None:
    """Never look again at what there is now, and seldom at what comes. For a process that makes
    little garbage in cycles and ends soon: of a build after a small change it takes a quarter."""
    gc.freeze()
    gc.set_threshold(_SELDOM)


def leave_to_the_system(thing: object) -> None:
    """Never take a thing apart. The system takes back the memory of a process at once when it ends;
    the interpreter would go through it piece by piece before, for which a build of 2,000 records
    with one changed took 1.0 of its 3.4 s."""
    knot = [thing]
    knot.append(knot)  # it holds itself, and the collector will not look at it
    gc.freeze()
