"""Covers for records without a picture: drawn, decorative, different by theme, always the same.

A cover is chosen by theme and by the slug, among a few for each theme, so that a reader's browser
keeps them however many records there are.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from typing import Final

VARIANTS: Final = 6
"""How many covers each theme has."""

WIDTH: Final = 480
HEIGHT: Final = 200

_PALETTES: Final = (
    ("#12355b", "#2f6690", "#81c3d7", "#f4d58d"),
    ("#3d2c5a", "#6c5b9c", "#b8a9d9", "#f2c6a0"),
    ("#1f4d3a", "#3f8262", "#a3cfb2", "#f0d9a4"),
    ("#6a2e2a", "#a8574b", "#e3b5a4", "#f6e3c5"),
    ("#0f4c5c", "#38808f", "#9fd3d6", "#f7c59f"),
    ("#4a3b12", "#8a7433", "#dccb8f", "#a9c5d6"),
    ("#2b3a67", "#536da6", "#b3c3e6", "#e8b298"),
    ("#45283c", "#84516f", "#d3a6bf", "#c5d8a4"),
)
"""Deep, middle, light and accent of each theme, in the order of the vocabulary."""


def cover_name(theme: str, slug: str) -> str:
    """The file of the cover of a record, by its first theme and its slug."""
    return f"{theme}-{_number(slug) % VARIANTS}.svg"


def covers(themes: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Every cover there is: its file name and its drawing."""
    for index, theme in enumerate(themes):
        for variant in range(VARIANTS):
            yield f"{theme}-{variant}.svg", draw(index, variant)


def draw(palette: int, variant: int) -> str:
    """Quiet overlapping waves and one disc, in the colours of a theme."""
    deep, middle, light, accent = _PALETTES[palette % len(_PALETTES)]
    seed = _number(f"{palette}/{variant}")
    sun_x = 60 + seed % 360
    sun_y = 40 + (seed >> 8) % 60
    radius = 22 + (seed >> 16) % 26
    waves = "".join(
        f'<path d="{_wave(base, height, phase)}" fill="{colour}" fill-opacity="{opacity}"/>'
        for base, height, phase, colour, opacity in (
            (96, 26, (seed >> 3) % 97, middle, "0.75"),
            (126, 22, (seed >> 11) % 89, light, "0.55"),
            (154, 18, (seed >> 19) % 83, deep, "0.55"),
        )
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" preserveAspectRatio="xMidYMid slice">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{deep}"/>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{middle}" fill-opacity="0.35"/>'
        f'<circle cx="{sun_x}" cy="{sun_y}" r="{radius}" fill="{accent}" fill-opacity="0.9"/>'
        f"{waves}</svg>"
    )


def _wave(base: int, height: int, phase: int) -> str:
    step = 40
    points = [
        (x, base + height * math.sin((x + phase * 5) / 70) + height / 2 * math.sin((x - phase) / 33))
        for x in range(0, WIDTH + step, step)
    ]
    curve = " ".join(f"L{x} {y:.1f}" for x, y in points[1:])
    return f"M0 {HEIGHT} L0 {points[0][1]:.1f} {curve} L{WIDTH} {HEIGHT} Z"


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
