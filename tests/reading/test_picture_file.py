"""What the file of a picture says of itself."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import strategies as st
from in_memory import picture, property_of, whole_png
from PIL import Image

from fp_build.reading.picture_file import FORM_OF_ENDING, PictureFile, read_picture


def saved(form: str, mode: str = "RGB", size: tuple[int, int] = (37, 23), **how: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 1).save(out, form, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (saved("PNG"), "PNG"),
        (saved("PNG", "P"), "PNG"),
        (saved("PNG", "1"), "PNG"),
        (saved("JPEG"), "JPEG"),
        (saved("JPEG", "L", progressive=True), "JPEG"),
        (saved("JPEG", "CMYK"), "JPEG"),
        (saved("JPEG", exif=Image.Exif().tobytes() + bytes(300)), "JPEG"),
        (saved("WEBP"), "WebP"),
        (saved("WEBP", lossless=True), "WebP"),
        (saved("WEBP", "RGBA", quality=50), "WebP"),
    ],
)
def test_form_and_size_are_read(data: bytes, form: str) -> None:
    found = read_picture(data)
    assert found == PictureFile(form, 37, 23)  # type: ignore[arg-type]
    assert found.pixels == 37 * 23


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_picture_that_is_cut_off_is_none(form: str) -> None:
    data = picture(form, 64, 48)
    assert read_picture(data) is not None
    for end in range(len(data)):
        if form == "WEBP" and end == len(data) - 1 and len(data) % 2 == 0:
            continue  # the byte that makes the length even holds nothing
        assert read_picture(data[:end]) is None, end


def test_a_picture_of_very_many_scans_is_none() -> None:
    """Each of them goes over all pixels: a megabyte of them takes a minute."""
    data = saved("JPEG", "L", (400, 300), progressive=True)
    last = data.rindex(b"\xff\xda")
    scan = data[last:-2]
    assert read_picture(data[:-2] + 20 * scan + data[-2:]) is not None
    assert read_picture(data[:-2] + 2000 * scan + data[-2:]) is None


def test_what_follows_a_picture_is_of_no_matter() -> None:
    for form in ("PNG", "JPEG", "WEBP"):
        assert read_picture(picture(form) + b"\0" * 20) == read_picture(picture(form))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", b"GIF89a" + bytes(40), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG",
        b"\xff\xd8\xff", b"\xff\xd8" + b"\xff" * 50, b"RIFF\x00\x00\x00\x00WEBP", bytes(200),
        b"RIFF\x20\x00\x00\x00WEBPXXXX" + bytes(40),
    ],
)  # fmt: skip
def test_other_files_are_none(data: bytes) -> None:
    assert read_picture(data) is None


def test_a_damaged_chunk_makes_a_picture_none() -> None:
    data = bytearray(picture("PNG"))
    data[20] ^= 1  # within the width
    assert read_picture(bytes(data)) is None


def test_a_picture_has_a_size_and_pixels() -> None:
    assert read_picture(whole_png(3, 2, b"")) == PictureFile("PNG", 3, 2)
    assert read_picture(whole_png(0, 2, b"")) is None
    assert read_picture(whole_png(3, 2, None)) is None


def test_every_ending_has_a_form() -> None:
    from fp_build.reading.fields import PICTURE_TYPES

    assert set(FORM_OF_ENDING) == set(PICTURE_TYPES)


starts = st.sampled_from(
    [
        b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\x40\0\0\0WEBPVP8 ",
        b"RIFF\0\0\0\0WEBPVP8L",
    ]
)  # fmt: skip


@property_of(st.builds(bytes.__add__, starts, st.binary(max_size=300)), examples=400)
def _total(data: bytes) -> None:
    found = read_picture(data)
    assert found is None or (found.width > 0 and found.height > 0)


test_any_bytes_are_answered, test_any_bytes_are_answered_at_length = _total


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_a_film_is_told(form: str) -> None:
    frames = [Image.new("RGB", (8, 6), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100)
    found = read_picture(out.getvalue())
    assert found is not None and found.moves and (found.width, found.height) == (8, 6)
    still = read_picture(saved(form))
    assert still is not None and not still.moves
