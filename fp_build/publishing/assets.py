"""Style sheets and scripts without what only their authors need.

They are written to be read, with comments that say why; a reader's browser gets the rest, which is
a quarter less to carry. Names stay as they are, so that what a browser says of them can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from rcssmin import cssmin
from rjsmin import jsmin

_SMALLER: Final[Mapping[str, Callable[[str], str]]] = {"css": cssmin, "js": jsmin}


def is_smaller(name: str) -> bool:
    """True of the files that :func:`smaller` knows how to shorten, by their name."""
    return _suffix(name) in _SMALLER


def smaller(name: str, text: str) -> str:
    """A style sheet or script without comments and without the spaces that mean nothing."""
    return _SMALLER[_suffix(name)](text)


def _suffix(name: str) -> str:
    return name.rpartition(".")[2] if "." in name else ""
