"""Paints the pictures that links to the site show: words and a drawing, as a PNG of few colours."""

from __future__ import annotations

import contextlib
import io
import math
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from fp_build.publishing.preview import HEIGHT, WIDTH, LinkCard
from fp_build.publishing.shapes import Disc, Drawing, Ring, Shape

_FINE: Final = 2
"""How many times larger it is painted first, so that edges come out smooth."""
_COLOURS: Final = 32
_EFFORT: Final = 6
"""To make a card light, of at most 9: 16 KB. The two next steps take two and a half times as long
for 3 KB less of what is fetched once for each link that is sent."""
_MARGIN: Final = 72
_FIGURE: Final = 500
"""The breadth of the drawing, at the right."""
_LOGO: Final = 84
_SIZES: Final = (92, 84, 76, 68, 60, 52, 44)
"""Of the title, in pixels: the first in which it fits is taken."""
_TEXT_HEIGHT: Final = 300
"""What the lines of the title may take, in pixels."""
_LEADING: Final = 1.17
_BOLD: Final = 700
_MEDIUM: Final = 500

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


class Painter:
    """Paints cards with the typefaces and the logo of the site, given as the bytes of their files;
    where there is none of the operator's own, with Pillow's."""

    def __init__(self, title_font: bytes | None, text_font: bytes | None, logo: bytes | None):
        self._title_font = title_font
        self._text_font = text_font
        self._logo = logo

    def paint(self, card: LinkCard) -> bytes:
        """The card as a PNG. The same card gives the same bytes."""
        image = self._figure(card)
        draw = ImageDraw.Draw(image)
        font, lines = self._fitted(_set(card.title), WIDTH - _FIGURE - 1.6 * _MARGIN)
        base = _MARGIN + 24
        if card.kicker:
            small = self._font(self._text_font, 36, _MEDIUM)
            draw.text((_MARGIN, base), _set(card.kicker), card.accent, small, anchor="ls")
            base += 14
        for line in lines:
            base += round(_size(font) * _LEADING)
            draw.text((_MARGIN, base), line, card.ink, font, anchor="ls")
        self._signature(image, draw, card)
        return _as_png(image)

    @staticmethod
    def _figure(card: LinkCard) -> Image.Image:
        """The ground of the whole card, with a part of the drawing at its right edge: as high as
        the card, and around what stands out."""
        drawing = card.drawing
        scale = HEIGHT * _FINE / drawing.height
        width = _FIGURE * _FINE
        middle = _stands_out(drawing, card.accent) * scale - width / 2
        left = round(min(max(0, middle), drawing.width * scale - width))
        part = Image.new("RGB", (width, HEIGHT * _FINE), drawing.ground)
        for shape in drawing.shapes:
            _paint(part, shape, scale, left)
        image = Image.new("RGB", (WIDTH, HEIGHT), card.ground)
        image.paste(part.reduce(_FINE), (WIDTH - _FIGURE, 0))
        return image

    def _signature(self, image: Image.Image, draw: ImageDraw.ImageDraw, card: LinkCard) -> None:
        left = _MARGIN
        middle = HEIGHT - _MARGIN - _LOGO // 2 + 16
        if self._mark is not None:
            logo, shown = self._mark
            image.paste(logo, (left, middle - _LOGO // 2), shown)
            left += _LOGO + 22
        name = self._font(self._title_font, 34, _BOLD)
        line = self._font(self._text_font, 27, _MEDIUM)
        base = middle - 6 if card.line else middle + 12
        draw.text((left, base), _set(card.name), card.ink, name, anchor="ls")
        draw.text((left, middle + 30), _set(card.line), card.muted, line, anchor="ls")

    @cached_property
    def _mark(self) -> tuple[Image.Image, Image.Image] | None:
        """The logo in its size, and how much of it is seen: its corners are round."""
        if not self._logo:
            return None
        logo = Image.open(io.BytesIO(self._logo)).convert("RGBA")
        logo = logo.resize((_LOGO, _LOGO), Image.Resampling.LANCZOS)
        rounded = Image.new("L", (_LOGO * 4, _LOGO * 4))
        ImageDraw.Draw(rounded).rounded_rectangle((0, 0, *rounded.size), _LOGO, 255)
        return logo, ImageChops.multiply(logo.getchannel("A"), rounded.reduce(4))

    def _fitted(self, text: str, width: float) -> tuple[Font, list[str]]:
        """The largest type in which the text fits, and its lines."""
        for size in _SIZES:
            font = self._font(self._title_font, size, _BOLD)
            lines = list(_wrapped(text, font, width))
            high = len(lines) * size * _LEADING <= _TEXT_HEIGHT
            if high and all(font.getlength(line) <= width for line in lines):
                break
        return font, lines

    @staticmethod
    def _font(data: bytes | None, size: int, weight: int) -> Font:
        if data is None:
            return ImageFont.load_default(size)
        # The basic layout is the same on every machine; the other depends on a library outside.
        font = ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
        with contextlib.suppress(OSError):  # then it is a typeface of one weight
            font.set_variation_by_axes([weight])
        return font


def _set(text: str) -> str:
    """The text with spaces that every typeface has."""
    return text.replace("\u202f", "\u00a0")


def _size(font: Font) -> float:
    return font.size if isinstance(font, ImageFont.FreeTypeFont) else 20


def _wrapped(text: str, font: Font, width: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def _stands_out(drawing: Drawing, accent: str) -> float:
    """How far from the left the first shape in the accent's colour has its middle; the middle of
    the drawing where there is none."""
    for shape in drawing.shapes:
        if shape.colour == accent:
            if isinstance(shape, Disc | Ring):
                return shape.x
            across = [x for x, _ in shape.outline()]
            return (min(across) + max(across)) / 2
    return drawing.width / 2


def _paint(image: Image.Image, shape: Shape, scale: float, left: int) -> None:
    """Paint a shape that is ``scale`` times as large, in a window that begins at ``left``."""
    match shape:
        case Disc():
            box = _box(shape.x, shape.y, shape.radius, scale, left)
            ImageDraw.Draw(image).ellipse(box, shape.colour)
        case Ring():
            breadth = round(shape.breadth * scale)
            box = _box(shape.x, shape.y, shape.radius + shape.breadth / 2, scale, left)
            ImageDraw.Draw(image).ellipse(box, outline=shape.colour, width=breadth)
        case _:
            points = [(x * scale - left, y * scale) for x, y in shape.outline()]
            if shape.opacity == 1:
                ImageDraw.Draw(image).polygon(points, shape.colour)
                return
            across, down = zip(*points, strict=True)
            west, north = max(0, math.floor(min(across))), max(0, math.floor(min(down)))
            east = min(image.width, math.ceil(max(across)) + 1)
            south = min(image.height, math.ceil(max(down)) + 1)
            if east <= west or south <= north:
                return
            mask = Image.new("L", (east - west, south - north))
            ImageDraw.Draw(mask).polygon(
                [(x - west, y - north) for x, y in points], round(255 * shape.opacity)
            )
            image.paste(shape.colour, (west, north), mask)


def _box(
    x: float, y: float, radius: float, scale: float, left: int
) -> tuple[float, float, float, float]:
    return (
        (x - radius) * scale - left, (y - radius) * scale,
        (x + radius) * scale - left, (y + radius) * scale,
    )  # fmt: skip


def _as_png(image: Image.Image) -> bytes:
    """The picture in a few colours, chosen from a sample of its pixels: that takes a sixth of the
    time, and the result is not heavier."""
    sample = image.resize((WIDTH // 3, HEIGHT // 3), Image.Resampling.NEAREST)
    colours = sample.quantize(_COLOURS, Image.Quantize.MEDIANCUT)
    out = io.BytesIO()
    few = image.quantize(palette=colours, dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=_EFFORT)
    return out.getvalue()
