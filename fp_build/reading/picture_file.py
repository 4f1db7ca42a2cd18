"""What the file of a picture says of itself: its form and its size in pixels.

Only the frame of the file is read, never its pixels: that costs microseconds, and no file can make
it take more. A file that is cut off or whose frame is damaged is no picture here. Forms: PNG
(https://www.w3.org/TR/png-3/), JPEG (https://www.w3.org/Graphics/JPEG/itu-t81.pdf), WebP
(https://www.rfc-editor.org/rfc/rfc9649).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Form = Literal["PNG", "JPEG", "WebP"]

FORM_OF_ENDING: Final[dict[str, Form]] = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WebP",
}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's form, and its width and height in pixels as they are stored."""

    form: Form
    width: int
    height: int
    moves: bool = False
    """True for a film in the form of a picture."""

    @property
    def pixels(self) -> int:
        """How many it has, which is what showing it costs."""
        return self.width * self.height


def read_picture(data: bytes) -> PictureFile | None:
    """What these bytes say, or ``None`` where they are no whole picture."""
    if data.startswith(_PNG):
        form, size = "PNG", _png_size(data)
    elif data.startswith(b"\xff\xd8"):
        form, size = "JPEG", _jpeg_size(data)
        if data.count(_NEXT_SCAN) > _SCANS:
            return None
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        form, size = "WebP", _webp_size(data)
    else:
        return None
    if not size or not all(size):
        return None
    return PictureFile(form, *size, moves=_moves(data))  # type: ignore[arg-type]


def _moves(data: bytes) -> bool:
    """True where the frame announces several pictures: a chunk that a PNG has before its pixels, or
    a sign in the first one of a WebP."""
    if data.startswith(_PNG):
        return b"acTL" in data[: data.find(b"IDAT")]
    return data[12:16] == b"VP8X" and bool(data[20] & 0x02)


_PNG: Final = b"\x89PNG\r\n\x1a\n"


def _png_size(data: bytes) -> tuple[int, int] | None:
    """From the first chunk; ``None`` unless every chunk is whole, down to the last."""
    at, size, drawn = len(_PNG), None, False
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return None
        kind, inside = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            return None
        if size is None:
            if kind != b"IHDR" or len(inside) != 13:
                return None
            size = int.from_bytes(inside[:4], "big"), int.from_bytes(inside[4:8], "big")
        drawn = drawn or kind == b"IDAT"
        if kind == b"IEND":
            return size if drawn else None
        at = end
    return None


_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers that begin a frame and hold its size."""
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""The markers that nothing belongs to."""
_SCAN, _END = 0xDA, b"\xff\xd9"
_NEXT_SCAN: Final = b"\xff\xda"
_SCANS: Final = 60
"""Programs write ten scans, or some twenty. Each goes over all pixels, and a scan that says nothing
takes forty bytes: a small file of many would take minutes."""


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the frame; ``None`` unless a scan follows it and comes to an end."""
    size = None
    for marker, inside, end in _segments(data):
        if marker in _FRAMES and len(inside) >= 6:
            size = int.from_bytes(inside[3:5], "big"), int.from_bytes(inside[1:3], "big")
        elif marker == _SCAN:
            return size if data.find(_END, end) >= 0 else None
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Each segment's marker, what it holds and where it ends, up to the first scan."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a marker may be preceded by any number of these
            at += 1
            continue
        if marker in _ALONE:
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            return
        yield marker, data[at + 4 : end], end
        if marker == _SCAN:
            return
        at = end


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """From the first chunk, whose three kinds write it differently."""
    kind, inside = data[12:16], data[20:30]
    if 8 + int.from_bytes(data[4:8], "little") > len(data) or len(inside) < 10:
        return None
    if kind == b"VP8X":
        return _number(inside[4:7]) + 1, _number(inside[7:10]) + 1
    if kind == b"VP8L" and inside[0] == 0x2F:
        bits = _number(inside[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and inside[3:6] == b"\x9d\x01\x2a":
        return _number(inside[6:8]) & 0x3FFF, _number(inside[8:10]) & 0x3FFF
    return None


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")
