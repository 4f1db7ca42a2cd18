"""A picture without what its pixels do not need: neither place nor camera nor names, no words, no
preview, nothing after its end. Its pixels stay as they are, byte for byte.

What stays beside them is what shows them rightly: their colours, transparency, and which way is up.
Forms: see :mod:`fp_build.reading.picture_file`; what cameras add: Exif 2.32 (CIPA DC-008).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final


def bare(data: bytes) -> bytes:
    """The picture alone. Raises :class:`ValueError` for bytes that are no whole picture."""
    if data.startswith(_PNG):
        return _bare_png(data)
    if data.startswith(b"\xff\xd8"):
        return _bare_jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _bare_webp(data)
    raise ValueError("no picture")


# PNG

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_OF_PNG: Final = frozenset(b"IHDR PLTE tRNS cHRM gAMA sBIT sRGB iCCP bKGD pHYs IDAT IEND".split())
"""The chunks that show a picture; all others tell something about it, or move it."""
_PROFILE: Final = 4 * 1024 * 1024
"""A profile of colours has some kilobytes; one that unpacks to more than this is none."""


def _bare_png(data: bytes) -> bytes:
    parts = [_PNG]
    at, direction = len(_PNG), 1
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind, inside = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if end > len(data):
            break
        if kind == b"eXIf":
            direction = _direction(inside)
        elif kind in _OF_PNG and (kind != b"iCCP" or _is_profile(inside)):
            if kind == b"IDAT" and direction != 1:
                parts.append(_chunk(b"eXIf", _exif(direction)))
                direction = 1
            parts.append(data[at:end])
        if kind == b"IEND":
            return b"".join(parts)
        at = end
    raise ValueError("a PNG without an end")


def _chunk(kind: bytes, inside: bytes) -> bytes:
    crc = zlib.crc32(kind + inside).to_bytes(4, "big")
    return len(inside).to_bytes(4, "big") + kind + inside + crc


def _is_profile(inside: bytes) -> bool:
    """True where a packed profile is no more than it seems to be."""
    packed = inside.partition(b"\0")[2][1:]
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(packed, _PROFILE)
    except zlib.error:
        return False
    return unpacker.eof


# JPEG

_SCAN: Final = 0xDA
_END: Final = 0xD9
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_NEXT_MARKER: Final = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
"""What ends the pixels of a scan: within them such a byte is followed by nought or by a number."""


def _bare_jpeg(data: bytes) -> bytes:
    parts = [b"\xff\xd8"]
    direction = 1
    for marker, start, end in _segments(data):
        inside = data[start + 4 : end]
        if marker == 0xE1 and inside.startswith(b"Exif\0\0"):
            direction = _direction(inside[6:])
        elif marker == 0xE0 and inside.startswith(b"JFIF\0"):
            parts.append(_jfif(inside))
        elif _shows(marker, inside):
            parts.append(data[start:end])
    if direction != 1:
        inside = b"Exif\0\0" + _exif(direction)
        parts.insert(1, b"\xff\xe1" + (len(inside) + 2).to_bytes(2, "big") + inside)
    return b"".join(parts)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each segment's marker, and where it begins and ends, up to the end of the picture. The pixels
    of a scan belong to it."""
    at = 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END or marker in _ALONE:
            yield marker, at, at + 2
            if marker == _END:
                return
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            break
        if marker == _SCAN:
            after = _NEXT_MARKER.search(data, end)
            if after is None:
                break
            end = after.end() - 2
        yield marker, at, end
        at = end
    raise ValueError("a JPEG without an end")


def _jfif(inside: bytes) -> bytes:
    """The first segment of most files, without the small picture that may stand in it."""
    inside = inside[:12].ljust(12, b"\0") + b"\0\0"
    return b"\xff\xe0" + (len(inside) + 2).to_bytes(2, "big") + inside


def _shows(marker: int, inside: bytes) -> bool:
    """False for comments and for what programs note of a picture, but for its colours."""
    if marker == 0xE2:
        return inside.startswith(b"ICC_PROFILE\0")
    if marker == 0xEE:
        return inside.startswith(b"Adobe")
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)


# WebP

_OF_WEBP: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
_TOLD: Final = 0x04 | 0x08 | 0x02
"""The signs of the first chunk for XMP, Exif and a film."""


def _bare_webp(data: bytes) -> bytes:
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    parts: list[bytes] = []
    at, direction = 12, 1
    while at + 8 <= end:
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        inside = data[at + 8 : at + 8 + size]
        if at + 8 + size > end:
            break
        if kind == b"EXIF":
            direction = _direction(inside.removeprefix(b"Exif\0\0"))
        elif kind in _OF_WEBP:
            parts.append(_riff(kind, inside))
        at += 8 + size + size % 2
    if not any(part.startswith((b"VP8 ", b"VP8L")) for part in parts):
        raise ValueError("a WebP without a picture")
    if parts[0].startswith(b"VP8X"):
        shown = parts[0][8] & ~_TOLD | (0x08 if direction != 1 else 0)
        parts[0] = parts[0][:8] + bytes([shown]) + parts[0][9:]
        if direction != 1:
            parts.append(_riff(b"EXIF", _exif(direction)))
    inside = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside


def _riff(kind: bytes, inside: bytes) -> bytes:
    return kind + len(inside).to_bytes(4, "little") + inside + bytes(len(inside) % 2)


# Which way is up

_ORIENTATION: Final = 0x0112


def _direction(exif: bytes) -> int:
    """How a camera was held, as it noted it: 1 to 8; 1 where it says nothing that can be read."""
    order = {b"II": "little", b"MM": "big"}.get(exif[:2])
    if order not in ("little", "big"):
        return 1

    def number(at: int, size: int) -> int:
        return int.from_bytes(exif[at : at + size], order)  # type: ignore[arg-type]

    first = number(4, 4)
    for at in range(first + 2, min(first + 2 + 12 * number(first, 2), len(exif) - 11), 12):
        if number(at, 2) == _ORIENTATION:
            found = number(at + 8, 2)
            return found if 1 <= found <= 8 else 1
    return 1


def _exif(direction: int) -> bytes:
    """A note that says which way is up, and nothing else."""
    entry = _ORIENTATION.to_bytes(2, "big") + b"\0\3" + b"\0\0\0\1"
    return (
        b"MM\0*" + (8).to_bytes(4, "big") + b"\0\1" + entry
        + direction.to_bytes(2, "big") + b"\0\0" + bytes(4)
    )  # fmt: skip
