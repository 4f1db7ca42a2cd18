"""The operator's look, as far as the build itself must know it: ``palette.css``, read.

The style sheet is the one place where colours and type are given. What the build draws (covers,
the pictures of links) and what a page's head says (the theme colour, the fonts to fetch first)
follow it, so that changing the look is changing that one file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

FILE: Final = "assets/stylesheets/palette.css"
"""Where the style sheet stands, from the top of the site and of ``overrides/``."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a cover, from the ground to what stands out."""

    ground: str
    near: str
    far: str
    accent: str
    strong: str

    def by_day(self) -> Inks:
        """The same colours on the light ground."""
        return Inks(self.far, _between(self.far, self.near), self.near, self.accent, self.ground)


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on the light and on the dark display."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Palette:
    """What the build takes from the style sheet. Colours are ``#rrggbb``."""

    deep: Pair
    """The ground of the band that opens the home page; browsers tint their own frame with it."""
    deep_ink: str
    """What is written on it."""
    site: Inks
    """Of drawings that stand for the whole catalogue."""
    covers: tuple[Inks, ...]
    """Of each theme, in the order of the vocabulary."""
    title_font: str
    """The file of the typeface of titles, from the top of the site; nothing where the style sheet
    names one that the reader's system has."""
    text_font: str

    @property
    def fonts(self) -> tuple[str, ...]:
        """The files that every page needs."""
        return tuple(dict.fromkeys(font for font in (self.text_font, self.title_font) if font))


def read_palette(css: str) -> Palette:
    """Read the style sheet. It belongs to the operator, who is told what is missing by a
    ``ValueError``."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    values = {name: value.strip() for name, value in reversed(_PROPERTY.findall(css))}
    deep_ink = _pair(values, "deep-ink").light
    covers = tuple(
        _inks(values, name, deep_ink)
        for name in sorted(
            (name for name in values if re.fullmatch(r"cover-[1-9]\d*", name)),
            key=lambda name: int(name.removeprefix("cover-")),
        )
    )
    if not covers:
        raise ValueError(f"{FILE}: no --fp-cover-1")
    fonts = _fonts(css)
    return Palette(
        deep=_pair(values, "deep"),
        deep_ink=deep_ink,
        site=_inks(values, "cover-0", deep_ink),
        covers=covers,
        title_font=fonts.get(_family(values.get("title-font", "")), ""),
        text_font=fonts.get(_family(values.get("text-font", "")), ""),
    )


_PROPERTY: Final = re.compile(r"--fp-([a-z0-9-]+)\s*:\s*([^;}]+)")
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_BY_DISPLAY: Final = re.compile(r"light-dark\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)")


def _pair(values: Mapping[str, str], name: str) -> Pair:
    value = values.get(name, "").lower()
    match = _BY_DISPLAY.fullmatch(value)
    pair = Pair(match[1], match[2]) if match else Pair(value, value)
    for colour in (pair.light, pair.dark):
        if not _COLOUR.fullmatch(colour):
            raise ValueError(f"{FILE}: --fp-{name} must be a colour written #rrggbb")
    return pair


def _inks(values: Mapping[str, str], name: str, strong: str) -> Inks:
    colours = values.get(name, "").lower().split()
    if len(colours) != 4 or not all(map(_COLOUR.fullmatch, colours)):
        raise ValueError(f"{FILE}: --fp-{name} must be four colours written #rrggbb")
    deep, middle, light, accent = colours
    return Inks(deep, middle, light, accent, strong)


def _fonts(css: str) -> dict[str, str]:
    """The file of each family that the style sheet brings."""
    found: dict[str, str] = {}
    for face in re.findall(r"@font-face\s*\{([^}]*)\}", css):
        family = re.search(r"font-family\s*:\s*([^;]+)", face)
        url = re.search(r"url\(\s*[\"']?([^\"')]+)", face)
        if family and url:
            found.setdefault(_family(family[1]), urljoin(FILE, url[1].strip()))
    return found


def _family(value: str) -> str:
    """The first family of a list."""
    return value.split(",")[0].strip().strip("\"'").lower()


def _between(one: str, other: str) -> str:
    """The colour a third of the way from one to another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{(2 * a + b) // 3:02x}" for a, b in pairs)
