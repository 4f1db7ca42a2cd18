"""Covers for records without a picture: drawn, decorative, different by theme, always the same.

A cover is chosen by theme and by the slug, among a few for each theme, so that a reader's browser
keeps them however many records there are. Those of one theme stand on one sheet, of which a page
names a part: ``disability.svg#v3``. Each theme has its own figure (arches, ramps, rings …) and its
own inks, which come from the palette; a variant moves, turns or lights the figure.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from fp_build.publishing.palette import Inks
from fp_build.publishing.shapes import (
    HALF,
    Area,
    Disc,
    Drawing,
    Hills,
    Quarter,
    Ring,
    Shape,
    mirrored,
)

VARIANTS: Final = 6
"""How many covers each theme has."""

WIDTH: Final = 480
HEIGHT: Final = 200

FOLDER: Final = "assets/covers"
"""Where the sheets stand on the site."""

NO_THEME: Final = "none"
"""The sheet of records that have no theme."""


def sheet_file(theme: str) -> str:
    """The file of the covers of a theme."""
    return f"{FOLDER}/{theme}.svg"


def part_of(slug: str) -> str:
    """Which cover of the sheet a record has, as the end of an address."""
    return f"#v{_number(slug) % VARIANTS}"


def sheets(themes: Sequence[str], palettes: Sequence[Inks]) -> Iterator[tuple[str, str]]:
    """The sheet of every theme, by its file, and that of records without a theme.

    The covers lie one below the other; ``<view>`` names each. A program that knows no views shows
    the first.
    """
    for index, theme in enumerate((*themes, NO_THEME)):
        views, parts = [], []
        for variant in range(VARIANTS):
            top = variant * HEIGHT
            views.append(f'<view id="v{variant}" viewBox="0 {top} {WIDTH} {HEIGHT}" {_SLICE}/>')
            place = f'y="{top}" width="{WIDTH}" height="{HEIGHT}"'
            parts.append(f"<svg {place}>{draw(index, variant, palettes).svg()}</svg>")
        yield (
            sheet_file(theme),
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {_SLICE}>'
            f"{''.join(views)}{''.join(parts)}</svg>",
        )


_SLICE: Final = 'preserveAspectRatio="xMidYMid slice"'


def draw(theme: int, variant: int, palettes: Sequence[Inks]) -> Drawing:
    """The figure of a theme, known by its place in the vocabulary, in its inks. Every other variant
    stands on the light ground."""
    return figure(theme, variant, palettes[theme % len(palettes)])


def figure(number: int, variant: int, inks: Inks) -> Drawing:
    """A variant of a figure in these inks."""
    if variant % 2:
        inks = inks.by_day()
    shapes = _FIGURES[number % len(_FIGURES)](inks, variant)
    return Drawing(WIDTH, HEIGHT, inks.ground, tuple(shapes))


def _arches(inks: Inks, variant: int) -> list[Shape]:
    """Arches one inside the other, as a roof that several share."""
    left, right = (150, 390) if variant < 3 else (330, 90)
    return [
        Disc(left, 200, 170, inks.near),
        Disc(left, 200, 124, inks.far),
        Disc(left, 200, 80, inks.ground),
        Disc(left, 200, 38, inks.accent),
        Ring(right, 200, 96 - 8 * (variant % 3), inks.near, 22),
        Ring(right, 200, 52, inks.far, 14),
    ]


def _ramps(inks: Inks, variant: int) -> Sequence[Shape]:
    """Gentle slopes that follow one another, and what rolls up them."""
    rise = 14 * (variant % 3)
    x = (344, 300, 256)[variant % 3]
    y = 150 - rise - (98 - rise) * x / WIDTH
    return _turned(
        [
            Area(((0, 150 - rise), (480, 52), (480, 200), (0, 200)), inks.near),
            Area(((0, 96 + rise), (480, 196), (480, 200), (0, 200)), inks.far),
            Area(((120, 200), (480, 132 + rise), (480, 200)), inks.ground),
            Disc(x, y - 27, 24, inks.accent),
        ],
        variant,
    )


def _rings(inks: Inks, variant: int) -> Sequence[Shape]:
    """The rings of a tree."""
    x, y = ((140, 108), (330, 90), (236, 120))[variant % 3]
    rings = [
        Ring(x + 3 * step, y - 2 * step, 30 + 27 * step, inks.near if step % 2 else inks.far, 9)
        for step in range(9)
    ]
    return _turned([*rings, Disc(x, y, 15, inks.accent)], variant)


def _pages(inks: Inks, variant: int) -> list[Shape]:
    """Tiles of open pages: quarters of discs on a grid."""
    colours = (inks.near, inks.far, inks.near, inks.strong, inks.far)
    seed = _number(f"pages/{variant}")
    parts: list[Shape] = []
    for place in range(10):
        x, y = 96 * (place % 5), 100 * (place // 5)
        turn = (seed >> 2 * place) % 4
        corners = ((x, y), (x + 96, y), (x + 96, y + 100), (x, y + 100))
        colour = inks.accent if place == seed % 10 else colours[(place + seed) % 5]
        opacity = 0.5 if colour == inks.strong else 1
        parts.append(Quarter(corners[turn], corners[turn - 3], corners[turn - 1], colour, opacity))
    return parts


def _hills(inks: Inks, variant: int) -> list[Shape]:
    """Hills, and the sun over them."""
    sun = (96, 180, 350)[variant % 3]
    shift = 60 * variant

    def hills(base: int, height: int, moved: int, colour: str, opacity: float = 1) -> Hills:
        return Hills(-(moved % (2 * HALF)), base, height, HEIGHT, colour, opacity)

    return [
        Disc(sun, 70, 32, inks.accent),
        hills(104, 26, shift, inks.near),
        hills(136, 20, shift + 170, inks.far),
        hills(172, 14, shift + 320, inks.strong, 0.35),
    ]


def _dots(inks: Inks, variant: int) -> list[Shape]:
    """A grid of points that swell and shrink as a signal passes."""
    parts: list[Shape] = []
    for place in range(36):
        column, row = place % 9, place // 9
        swell = math.sin(column * 0.75 + variant) + math.cos(row * 1.1 - variant * 0.6)
        radius = round(9 + 5 * swell)
        colour = inks.far if (column + row) % 3 else inks.near
        if (column, row) == ((6, 1), (2, 2), (4, 1))[variant % 3]:
            radius, colour = 20, inks.accent
        if radius > 3:
            parts.append(Disc(24 + 54 * column, 19 + 54 * row, radius, colour))
    return parts


def _woven(inks: Inks, variant: int) -> Sequence[Shape]:
    """Bands that hold one another, as a net does."""
    slope = 110 + 30 * (variant % 3)
    parts = []
    for step in range(5):
        x = 128 * step - 150
        colour = inks.accent if step == 1 + variant % 4 else inks.near
        parts.append(Area(((x, 200), (x + 44, 200), (x + 44 + slope, 0), (x + slope, 0)), colour))
    for y in (44, 124):
        parts.append(Area(((0, y), (WIDTH, y), (WIDTH, y + 34), (0, y + 34)), inks.far, 0.8))
    return _turned(parts, variant)


def _risen(inks: Inks, variant: int) -> Sequence[Shape]:
    """A disc that rises along its arc, from faint to bright."""
    parts: list[Disc | Ring | Area] = [
        Ring(240, 250, 190, inks.near, 46),
        Ring(240, 250, 116, inks.far, 20),
    ]
    for step, colour in enumerate((inks.far, inks.far, inks.accent)):
        angle = math.radians(198 + 12 * (variant % 3) + 34 * step)
        x, y = 240 + 190 * math.cos(angle), 250 + 190 * math.sin(angle)
        parts.append(Disc(x, y, 14 + 8 * step, colour))
    return _turned(parts, variant)


def _horizon(inks: Inks, variant: int) -> list[Shape]:
    """A line far off, for what has no theme."""
    x = (120, 240, 360)[variant % 3]
    return [
        Disc(x, 128, 60, inks.accent),
        Area(((0, 128), (480, 128), (480, 200), (0, 200)), inks.near),
        Area(((0, 160), (480, 148), (480, 200), (0, 200)), inks.far),
    ]


_FIGURES: Final[tuple[Callable[[Inks, int], Sequence[Shape]], ...]] = (
    _arches, _ramps, _rings, _pages, _hills, _dots, _woven, _risen, _horizon,
)  # fmt: skip
"""The figure of each theme, in the order of the vocabulary."""

ARCHES: Final = 0
"""The figure that stands for the whole catalogue, as on its logo."""


def _turned(shapes: Sequence[Disc | Ring | Area], variant: int) -> Sequence[Shape]:
    """The later variants are seen in a mirror."""
    return shapes if variant < 3 else mirrored(shapes, WIDTH)


@lru_cache(maxsize=4096)  # a card stands on many pages
def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
