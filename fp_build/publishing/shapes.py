"""The few shapes that covers are drawn with: values that are written as SVG, or painted.

Lengths are in the units of the drawing, with its origin at the top left corner.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

Point = tuple[float, float]

_STEPS: Final = 24
"""Into how many straight lines a curve is cut where it is painted."""


@dataclass(frozen=True, slots=True)
class Disc:
    """A full circle."""

    x: float
    y: float
    radius: float
    colour: str

    def svg(self) -> str:
        """The shape as an element."""
        return f'<circle {_centre(self.x, self.y, self.radius)} fill="{self.colour}"/>'

    def mirrored(self, width: float) -> Disc:
        """The same as seen in a mirror, in a drawing of that width."""
        return replace(self, x=width - self.x)


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle drawn with a pen: half of its ``breadth`` lies within ``radius``."""

    x: float
    y: float
    radius: float
    colour: str
    breadth: int

    def svg(self) -> str:
        """The shape as an element."""
        return (
            f'<circle {_centre(self.x, self.y, self.radius)} fill="none" '
            f'stroke="{self.colour}" stroke-width="{self.breadth}"/>'
        )

    def mirrored(self, width: float) -> Ring:
        """The same as seen in a mirror, in a drawing of that width."""
        return replace(self, x=width - self.x)


@dataclass(frozen=True, slots=True)
class Area:
    """What straight lines from point to point enclose."""

    points: tuple[Point, ...]
    colour: str
    opacity: float = 1

    def svg(self) -> str:
        """The shape as an element."""
        line = "L".join(f"{x:.0f} {y:.0f}" for x, y in self.points)
        return f'<path d="M{line}Z" {_fill(self.colour, self.opacity)}/>'

    def outline(self) -> tuple[Point, ...]:
        """The points to paint."""
        return self.points

    def mirrored(self, width: float) -> Area:
        """The same as seen in a mirror, in a drawing of that width."""
        return replace(self, points=tuple((width - x, y) for x, y in self.points))


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of an ellipse around a ``corner``, clockwise from one point to another; one of
    them lies beside the corner, the other above or below."""

    corner: Point
    start: Point
    end: Point
    colour: str
    opacity: float = 1

    def svg(self) -> str:
        """The shape as an element."""
        (ax, ay), (bx, by), (cx, cy) = self.corner, self.start, self.end
        radii = f"{abs(bx - ax) + abs(cx - ax):.0f} {abs(by - ay) + abs(cy - ay):.0f}"
        return (
            f'<path d="M{ax:.0f} {ay:.0f}L{bx:.0f} {by:.0f}A{radii} 0 0 1 {cx:.0f} {cy:.0f}Z" '
            f"{_fill(self.colour, self.opacity)}/>"
        )

    def outline(self) -> tuple[Point, ...]:
        """The points to paint."""
        (ax, ay), (bx, by), (cx, cy) = self.corner, self.start, self.end
        turns = [math.pi / 2 * step / _STEPS for step in range(_STEPS + 1)]
        return (
            self.corner,
            *(
                (
                    ax + (bx - ax) * math.cos(turn) + (cx - ax) * math.sin(turn),
                    ay + (by - ay) * math.cos(turn) + (cy - ay) * math.sin(turn),
                )
                for turn in turns
            ),
        )


@dataclass(frozen=True, slots=True)
class Hills:
    """Smooth hills and valleys from ``start`` on, five of each kind of ``HALF`` in width, and all
    that lies below them down to ``bottom``."""

    start: float
    base: float
    height: float
    bottom: float
    colour: str
    opacity: float = 1

    def svg(self) -> str:
        """The shape as an element."""
        return (
            f'<path d="M{self.start:.0f} {self.base:.0f}'
            f"q{HALF / 2:.0f} {-2 * self.height:.0f} {HALF} 0{f't{HALF} 0' * (_HALVES - 1)}"
            f'V{self.bottom:.0f}H{self.start:.0f}Z" {_fill(self.colour, self.opacity)}/>'
        )

    def outline(self) -> tuple[Point, ...]:
        """The points to paint."""
        along = [step / _STEPS for step in range(_STEPS)]
        line = [
            (
                self.start + HALF * (half + part),
                self.base - (-1) ** half * 4 * self.height * part * (1 - part),
            )
            for half in range(_HALVES)
            for part in along
        ]
        end = self.start + HALF * _HALVES
        return (*line, (end, self.base), (end, self.bottom), (self.start, self.bottom))


HALF: Final = 137
"""The width of a hill, and of a valley."""
_HALVES: Final = 6

Shape = Disc | Ring | Area | Quarter | Hills


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a ground, those that come later over those before."""

    width: int
    height: int
    ground: str
    shapes: tuple[Shape, ...]

    def svg(self) -> str:
        """What stands inside an ``<svg>`` of this size."""
        ground = f'<path d="M0 0h{self.width}v{self.height}H0z" fill="{self.ground}"/>'
        return ground + "".join(shape.svg() for shape in self.shapes)


def mirrored(shapes: Iterable[Disc | Ring | Area], width: float) -> tuple[Shape, ...]:
    """The same shapes as seen in a mirror."""
    return tuple(shape.mirrored(width) for shape in shapes)


def _centre(x: float, y: float, radius: float) -> str:
    return f'cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"'


def _fill(colour: str, opacity: float) -> str:
    faint = "" if opacity == 1 else f' fill-opacity="{opacity}"'
    return f'fill="{colour}"{faint}'
