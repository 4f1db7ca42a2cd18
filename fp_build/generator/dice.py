"""Chance that repeats itself: the same seed gives the same throws on every machine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Throws drawn from ``random.random`` alone, the one method whose sequence Python promises to
    keep from version to version."""

    __slots__ = ("_throw",)

    def __init__(self, seed: str) -> None:
        self._throw = random.Random(seed).random

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit - 1``."""
        return int(self._throw() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both among them."""
        return low + int(self._throw() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in that share of throws, from 0 to 1."""
        return self._throw() < share

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[int(self._throw() * len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """That many different items, or all of them if there are fewer, in random order."""
        left = list(items)
        count = min(count, len(left))
        for index in range(count):
            other = index + int(self._throw() * (len(left) - index))
            left[index], left[other] = left[other], left[index]
        return left[:count]


class Bag:
    """Draws every item once before any comes back, so that none is left out for long and shares
    are exact: an item that stands twice is drawn twice as often."""

    __slots__ = ("_dice", "_items", "_left")

    def __init__(self, dice: Dice, items: Sequence[str]) -> None:
        self._dice = dice
        self._items = items
        self._left: list[str] = []

    def draw(self) -> str:
        """The next item."""
        if not self._left:
            self._left = self._dice.some(self._items, len(self._items))
        return self._left.pop()

    def several(self, low: int, high: int) -> list[str]:
        """From ``low`` to ``high`` different items, as far as there are that many."""
        wanted = min(self._dice.between(low, high), len(set(self._items)))
        found = dict.fromkeys([self.draw()])
        while len(found) < wanted:
            found[self._dice.pick(self._items)] = None
        return list(found)
