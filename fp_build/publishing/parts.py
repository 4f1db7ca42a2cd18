"""Files that tell of every record are put together from parts, each of which tells of one.

A record that changes then costs its own part and the putting together. Whoever asks for a file
hands in what remembers the parts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

Plain = TypeVar("Plain")
"""Texts, numbers, bytes, and tuples of these, which any memory can hold."""


class Remember(Protocol):
    """What remembers parts by name."""

    def __call__(self, name: str, make: Callable[[], Plain]) -> Plain:
        """What ``make`` answers, or answered before where all that it asked of the catalogue has
        the same answer still."""


def anew(name: str, make: Callable[[], Plain]) -> Plain:
    """Remember nothing."""
    return make()
