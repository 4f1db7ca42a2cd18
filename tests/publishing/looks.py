"""The look as the tests read it: the project's own palette."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from in_memory import PROJECT

from fp_build.publishing.palette import FILE, Palette, read_palette

CSS: Final = (PROJECT / "overrides" / FILE).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def palette() -> Palette:
    return read_palette(CSS)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 measures it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
