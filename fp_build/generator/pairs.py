"""French and English side by side, as they are easiest to write and to compare."""

from __future__ import annotations

Pair = tuple[str, str]
"""The same words in French and in English."""


def phrases(text: str) -> tuple[Pair, ...]:
    """One pair a line, the languages kept apart by ``|``."""
    halves = (line.split("|") for line in text.strip().splitlines())
    return tuple((french.strip(), english.strip()) for french, english in halves)


def sentences(text: str) -> tuple[Pair, ...]:
    """Each pair on two lines, French first."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return tuple(zip(lines[::2], lines[1::2], strict=True))
