"""Covers for records without a picture: drawn, decorative, different by theme, always the same.

A cover is chosen by theme and by the slug, among a few for each theme, so that a reader's browser
keeps them however many records there are. Each theme has its own figure (arches, ramps, rings …)
and its own colours; a variant moves, turns or lights the figure.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

VARIANTS: Final = 6
"""How many covers each theme has."""

WIDTH: Final = 480
HEIGHT: Final = 200


def cover_name(theme: str, slug: str) -> str:
    """The file of the cover of a record, by its first theme and its slug."""
    return f"{theme}-{_number(slug) % VARIANTS}.svg"


def covers(themes: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Every cover there is: its file name and its drawing."""
    for index, theme in enumerate(themes):
        for variant in range(VARIANTS):
            yield f"{theme}-{variant}.svg", draw(index, variant)


def draw(palette: int, variant: int) -> str:
    """The figure of a theme, in its colours. Every other variant stands on the light ground."""
    deep, middle, light, accent = _PALETTES[palette % len(_PALETTES)]
    inks = _Inks(deep, middle, light, accent)
    if variant % 2:
        inks = _Inks(light, _between(light, middle), middle, accent, deep)
    figure = _FIGURES[palette % len(_FIGURES)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" preserveAspectRatio="xMidYMid slice">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{inks.ground}"/>'
        f"{figure(inks, variant)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Inks:
    """The colours of one cover, from the ground to what stands out."""

    ground: str
    near: str
    far: str
    accent: str
    strong: str = "#fff"


_PALETTES: Final = (
    ("#12395b", "#2d6a94", "#cfe1ec", "#f2b950"),
    ("#3a2f5f", "#6d5fa3", "#ddd8ee", "#f08f6b"),
    ("#1d4a3c", "#3f8468", "#d3e6da", "#f0c46a"),
    ("#6b2f2a", "#b0604f", "#f1dcd2", "#f3b562"),
    ("#0d4a55", "#2f8491", "#cbe5e6", "#f39b72"),
    ("#1f3a7a", "#4f74bd", "#d6e0f4", "#f4c05a"),
    ("#4b3a16", "#94783a", "#ece1c4", "#d9704f"),
    ("#472742", "#8a4f78", "#eedae6", "#8fbf9f"),
    ("#2f3d47", "#647885", "#dbe2e6", "#eab464"),
)
"""Deep, middle, light and accent of each theme, in the order of the vocabulary."""


def _arches(inks: _Inks, variant: int) -> str:
    """Arches one inside the other, as a roof that several share."""
    left, right = (150, 390) if variant < 3 else (330, 90)
    parts = [
        _disc(left, 200, r, c) for r, c in ((170, inks.near), (124, inks.far), (80, inks.ground))
    ]
    parts.append(_disc(left, 200, 38, inks.accent))
    parts.append(_ring(right, 200, 96 - 8 * (variant % 3), inks.near, 22))
    parts.append(_ring(right, 200, 52, inks.far, 14))
    return "".join(parts)


def _ramps(inks: _Inks, variant: int) -> str:
    """Gentle slopes that follow one another, and what rolls up them."""
    rise = 14 * (variant % 3)
    parts = [
        _shape([(0, 150 - rise), (480, 52), (480, 200), (0, 200)], inks.near),
        _shape([(0, 96 + rise), (480, 196), (480, 200), (0, 200)], inks.far),
        _shape([(120, 200), (480, 132 + rise), (480, 200)], inks.ground),
    ]
    x = (344, 300, 256)[variant % 3]
    y = 150 - rise - (98 - rise) * x / WIDTH
    parts.append(_disc(x, y - 27, 24, inks.accent))
    return _turned("".join(parts), variant)


def _rings(inks: _Inks, variant: int) -> str:
    """The rings of a tree."""
    x, y = ((140, 108), (330, 90), (236, 120))[variant % 3]
    rings = [
        _ring(x + 3 * step, y - 2 * step, 30 + 27 * step, inks.near if step % 2 else inks.far, 9)
        for step in range(9)
    ]
    return _turned("".join(rings) + _disc(x, y, 15, inks.accent), variant)


def _pages(inks: _Inks, variant: int) -> str:
    """Tiles of open pages: quarters of discs on a grid."""
    colours = (inks.near, inks.far, inks.near, inks.strong, inks.far)
    seed = _number(f"pages/{variant}")
    parts = []
    for place in range(10):
        x, y = 96 * (place % 5), 100 * (place // 5)
        turn = (seed >> 2 * place) % 4
        corners = ((x, y), (x + 96, y), (x + 96, y + 100), (x, y + 100))
        (ax, ay), (bx, by), (cx, cy) = corners[turn], corners[turn - 3], corners[turn - 1]
        colour = inks.accent if place == seed % 10 else colours[(place + seed) % 5]
        parts.append(
            f'<path d="M{ax} {ay}L{bx} {by}A96 96 0 0 1 {cx} {cy}Z" fill="{colour}"'
            f"{_faint(0.5) if colour == inks.strong else ''}/>"
        )
    return "".join(parts)


def _hills(inks: _Inks, variant: int) -> str:
    """Hills, and the sun over them."""
    sun = (96, 180, 350)[variant % 3]
    shift = 60 * variant
    return (
        _disc(sun, 70, 32, inks.accent)
        + _wave(104, 26, shift, inks.near)
        + _wave(136, 20, shift + 170, inks.far)
        + _wave(172, 14, shift + 320, inks.strong, 0.35)
    )


def _dots(inks: _Inks, variant: int) -> str:
    """A grid of points that swell and shrink as a signal passes."""
    parts = []
    for place in range(36):
        column, row = place % 9, place // 9
        swell = math.sin(column * 0.75 + variant) + math.cos(row * 1.1 - variant * 0.6)
        radius = round(9 + 5 * swell)
        colour = inks.far if (column + row) % 3 else inks.near
        if (column, row) == ((6, 1), (2, 2), (4, 1))[variant % 3]:
            radius, colour = 20, inks.accent
        if radius > 3:
            parts.append(_disc(24 + 54 * column, 19 + 54 * row, radius, colour))
    return "".join(parts)


def _woven(inks: _Inks, variant: int) -> str:
    """Bands that hold one another, as a net does."""
    slope = 110 + 30 * (variant % 3)
    parts = []
    for step in range(5):
        x = 128 * step - 150
        colour = inks.accent if step == 1 + variant % 4 else inks.near
        parts.append(_shape([(x, 200), (x + 44, 200), (x + 44 + slope, 0), (x + slope, 0)], colour))
    for y in (44, 124):
        parts.append(f'<rect y="{y}" width="{WIDTH}" height="34" fill="{inks.far}"{_faint(0.8)}/>')
    return _turned("".join(parts), variant)


def _risen(inks: _Inks, variant: int) -> str:
    """A disc that rises along its arc, from faint to bright."""
    parts = [_ring(240, 250, 190, inks.near, 46), _ring(240, 250, 116, inks.far, 20)]
    for step, colour in enumerate((inks.far, inks.far, inks.accent)):
        angle = math.radians(198 + 12 * (variant % 3) + 34 * step)
        x, y = 240 + 190 * math.cos(angle), 250 + 190 * math.sin(angle)
        parts.append(_disc(x, y, 14 + 8 * step, colour))
    return _turned("".join(parts), variant)


def _horizon(inks: _Inks, variant: int) -> str:
    """A line far off, for what has no theme."""
    x = (120, 240, 360)[variant % 3]
    return (
        _disc(x, 128, 60, inks.accent)
        + _shape([(0, 128), (480, 128), (480, 200), (0, 200)], inks.near)
        + _shape([(0, 160), (480, 148), (480, 200), (0, 200)], inks.far)
    )


_FIGURES: Final[tuple[Callable[[_Inks, int], str], ...]] = (
    _arches, _ramps, _rings, _pages, _hills, _dots, _woven, _risen, _horizon,
)  # fmt: skip
"""The figure of each theme, in the order of the vocabulary."""


def _disc(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{colour}"/>'


def _ring(x: float, y: float, radius: float, colour: str, breadth: int) -> str:
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="none" stroke="{colour}" '
        f'stroke-width="{breadth}"/>'
    )


def _shape(points: list[tuple[float, float]], colour: str) -> str:
    line = "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
    return f'<path d="M{line}Z" fill="{colour}"/>'


def _wave(base: int, height: int, shift: int, colour: str, opacity: float = 1) -> str:
    """Smooth hills as wide as the cover, three and a half of them."""
    start = -(shift % 274)
    waves = f"t{137} 0" * 5
    return (
        f'<path d="M{start} {base}q68 -{2 * height} 137 0{waves}V{HEIGHT}H{start}Z" '
        f'fill="{colour}"{_faint(opacity)}/>'
    )


def _faint(opacity: float) -> str:
    return "" if opacity == 1 else f' fill-opacity="{opacity}"'


def _turned(figure: str, variant: int) -> str:
    """The later variants are seen in a mirror."""
    return figure if variant < 3 else f'<g transform="matrix(-1 0 0 1 {WIDTH} 0)">{figure}</g>'


def _between(one: str, other: str) -> str:
    """The colour a third of the way from one to another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{(2 * a + b) // 3:02x}" for a, b in pairs)


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
