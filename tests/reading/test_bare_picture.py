"""A picture without what its pixels do not need."""

from __future__ import annotations

import io
import zlib
from typing import Any, Final

import pytest
from hypothesis import strategies as st
from in_memory import picture, property_of
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from fp_build.reading.bare_picture import bare
from fp_build.reading.picture_file import read_picture

SECRET: Final = b"Ada Lovelace, 48.8566 N"
PROFILE: Final = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FORMS: Final = ("PNG", "JPEG", "WEBP")


def taken(form: str, direction: int = 1, **how: Any) -> bytes:
    """A photograph as a telephone leaves it: with its maker, its place, names and a comment."""
    exif = Image.Exif()
    exif[0x0112] = direction
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 24.0)})
    image = Image.open(io.BytesIO(picture("PNG", 40, 30)))
    out = io.BytesIO()
    if form == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", SECRET.decode())
        told.add_text("Comment", SECRET.decode() * 9, zip=True)
        told.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
        how["pnginfo"] = told
    elif form == "JPEG":
        how["comment"] = SECRET
    if form != "PNG":
        how["xmp"] = b"<x>" + SECRET + b"</x>"
    image.save(out, form, exif=exif.tobytes(), icc_profile=PROFILE, **how)
    return out.getvalue()


def seen(data: bytes) -> tuple[tuple[int, int], bytes]:
    """What a browser shows: upright."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    return image.size, image.convert("RGBA").tobytes()


@pytest.mark.parametrize("direction", [1, 3, 6])
@pytest.mark.parametrize(
    ("form", "how"),
    [
        *((form, {}) for form in FORMS),
        ("JPEG", {"progressive": True}),
        ("WEBP", {"lossless": True}),
    ],
)
def test_what_a_camera_adds_is_gone_and_the_picture_is_the_same(
    form: str, how: dict[str, Any], direction: int
) -> None:
    data = taken(form, direction, **how)
    left = bare(data)
    assert SECRET in data and SECRET not in left
    assert seen(left) == seen(data)
    assert read_picture(left) == read_picture(data) is not None
    image = Image.open(io.BytesIO(left))
    assert image.info.get("icc_profile") == PROFILE
    assert dict(image.getexif()) == ({} if direction == 1 else {0x0112: direction})
    assert not image.getexif().get_ifd(0x8825)
    assert bare(left) == left


def test_the_small_picture_at_the_beginning_of_a_file_is_left_out() -> None:
    data = taken("JPEG")
    small = b"JFIF\0\1\1\0\0\1\0\1\5\5" + (b"<b>" + SECRET).ljust(75, b".")
    further = b"JFXX\0\x10" + SECRET
    head = b"".join(
        b"\xff\xe0" + (len(inside) + 2).to_bytes(2, "big") + inside for inside in (small, further)
    )
    begun = data.index(b"\xff\xe0")
    end = begun + 2 + int.from_bytes(data[begun + 2 : begun + 4], "big")
    left = bare(data[:begun] + head + data[end:])
    assert SECRET not in left
    assert left == bare(data)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_comes_after_the_end(form: str) -> None:
    """A page or an archive that hides behind a picture."""
    data = taken(form)
    for behind in (b"<script>alert(1)</script>", b"PK\x03\x04", data, b"\0"):
        assert bare(data + behind) == bare(data)


def test_a_profile_that_swells_is_no_profile() -> None:
    bomb = b"x\0\0" + zlib.compress(bytes(50_000_000), 9)
    chunk = len(bomb).to_bytes(4, "big") + b"iCCP" + bomb
    chunk += zlib.crc32(b"iCCP" + bomb).to_bytes(4, "big")
    plain = picture()
    assert bare(plain[:33] + chunk + plain[33:]) == plain


def test_a_film_becomes_its_first_picture() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue", "green")]
    out = io.BytesIO()
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    assert Image.open(out).n_frames == 3  # type: ignore[attr-defined]
    assert seen(bare(out.getvalue())) == seen(picture_of("red"))


def picture_of(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no picture|without"):
        bare(data)


@property_of(st.sampled_from(FORMS), st.data(), examples=60)
def any_picture(form: str, data: Any) -> None:
    """Damaged as it may be, it is a picture or refused."""
    whole = bytearray(taken(form))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        left = bare(bytes(whole[:cut] if data.draw(st.booleans()) else whole))
    except ValueError:
        return
    assert len(left) <= len(whole) + 60


test_any_picture, test_any_picture_at_length = any_picture
