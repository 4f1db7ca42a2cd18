"""Columns of the index of filters in as few characters as a browser reads quickly.

A file compresses to what is new in it: terms are single characters rather than numbers in quotes,
and a title says only where it leaves the one before, for titles come in their order.
``selection.js`` reads what this module writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

_COMMON: Final = range(0x23, 0x5C)
"""From ``#`` to ``[``: printable, a byte each, and nothing that JSON writes otherwise."""
_RARE: Final = 0xA1

_WIDEST: Final = 0xFFFF
"""The last character that a browser counts as one."""


def terms_text(records: Iterable[Sequence[int]]) -> str:
    """The numbers of each record's terms: a character each, and a space after each record."""
    return in_a_row("".join(map(character, numbers)) for numbers in records)


def in_a_row(texts: Iterable[str]) -> str:
    """The same of records whose terms are characters already."""
    return "".join([f"{text} " for text in texts])


def terms_in(text: str) -> list[tuple[int, ...]]:
    """The numbers that :func:`terms_text` wrote."""
    return [tuple(map(_number, part)) for part in text.split(" ")[:-1]]


def character(number: int) -> str:
    """The character that stands for a number."""
    if number < len(_COMMON):
        return chr(_COMMON[number])
    return chr(_RARE + number - len(_COMMON))


def _number(character: str) -> int:
    code = ord(character)
    return code - _COMMON[0] if code in _COMMON else code - _RARE + len(_COMMON)


def titles_text(titles: Iterable[str]) -> str:
    """A line a title: a character that tells how much of the title before begins this one too,
    then the rest."""
    lines, before = [], ""
    for title in titles:
        shared = _shared(before, title)
        lines.append(character(shared) + title[shared:])
        before = title
    return "\n".join(lines)


def titles_in(text: str) -> list[str]:
    """The titles that :func:`titles_text` wrote."""
    titles, before = [], ""
    for line in text.split("\n") if text else ():
        before = before[: _number(line[0])] + line[1:]
        titles.append(before)
    return titles


def _shared(before: str, title: str) -> int:
    """How many characters two titles begin with alike, as a browser counts them."""
    for place, (mine, yours) in enumerate(zip(before, title, strict=False)):
        if mine != yours or ord(mine) > _WIDEST:
            return place
    return min(len(before), len(title))
