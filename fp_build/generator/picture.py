"""Pictures made of nothing: a pale disc on a sky of two colours, as a PNG."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Final

from fp_build.generator.dice import Dice

_SHAPES: Final = ((640, 360), (800, 450), (480, 480), (450, 600))
"""Widths and heights in pixels."""
_DISC: Final = 15
"""The colour of the disc in the palette; 0 to 11 are those of the sky."""
_BARE: Final = 1_500
"""Bytes of a picture without grain, about."""
_PACKED: Final = 1.15
"""Bytes that a byte's worth of grain takes once compressed; measured."""


def draw_picture(seed: str, size: int) -> bytes:
    """A PNG of about ``size`` bytes, from some 2,000 on: grain in as many rows as it takes.

    The pixels depend on the seed and the size alone, the bytes also on the machine's zlib.
    """
    dice = Dice(seed)
    width, height = dice.pick(_SHAPES)
    while width / 4 * height < size:  # grain is worth 2 bits a pixel
        width, height = width * 2, height * 2
    grainy = int(max(0, size - _BARE) * 4 / width / _PACKED)
    half = width // 2  # two pixels to a byte
    noise = hashlib.shake_128(seed.encode()).digest(half * grainy)
    middle = dice.between(width // 3, 2 * width // 3)
    centre = dice.between(height // 4, height // 2)
    radius = min(width, height) * dice.between(12, 22) // 100
    disc = bytes([_DISC << 4 | _DISC]) * half
    rows = []
    used = 0
    for y in range(height):
        base = 8 * y // height
        if used * height < grainy * (y + 1) and used < grainy:
            row = noise[used * half : (used + 1) * half].translate(_GRAIN[base])
            used += 1
        else:
            row = bytes([base << 4 | base]) * half
        reach = int(max(0, radius**2 - (y - centre) ** 2) ** 0.5) // 2
        left, right = max(0, middle // 2 - reach), min(half, middle // 2 + reach)
        rows.append(b"\0" + row[:left] + disc[left:right] + row[right:])
    packer = zlib.compressobj(6, zlib.DEFLATED, 15, 9, zlib.Z_RLE)
    pixels = packer.compress(b"".join(rows)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)  # 4 bits a pixel, a palette
    chunks = ((b"IHDR", header), (b"PLTE", _palette(dice)), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


_GRAIN: Final = tuple(
    bytes((base + (byte & 3)) << 4 | (base + (byte >> 2 & 3)) for byte in range(256))
    for base in range(8)
)
"""From a random byte to two pixels that are a little lighter than ``base``, or not."""


def _palette(dice: Dice) -> bytes:
    top, bottom = ([dice.between(40, 200) for _ in range(3)] for _ in range(2))
    sky = [
        [a + (b - a) * step // 11 for a, b in zip(top, bottom, strict=True)] for step in range(12)
    ]
    return bytes(channel for colour in [*sky, *[[250, 246, 232]] * 4] for channel in colour)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(data, zlib.crc32(name))
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
