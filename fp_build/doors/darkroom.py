"""Makes the sizes of a picture with Pillow: WebP files, upright, and without what cameras add.

The same picture gives the same bytes. What was made is kept, so that a picture is read again only
when it or this code has changed.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import warnings
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import PIL
from PIL import Image, ImageCms, ImageOps

from fp_build.doors.cache import Cache
from fp_build.judging.picture_faults import PICTURE_DAMAGED
from fp_build.judging.record import Record
from fp_build.publishing.pictures import (
    Pictures,
    Sizes,
    preview_box,
    preview_file,
    size_file,
    widths_of,
)
from fp_build.publishing.preview import WIDTH as PREVIEW_WIDTH
from fp_build.reading.workspace import Entry
from fp_build.words.findings import Finding

_QUALITY: Final = 80
"""Of WebP and JPEG files: half a step above what most eyes can tell on photographs."""
_EFFORT: Final = 2
"""Of six: the fourth takes twice the time to save a twentieth of the weight."""
_FEW: Final = 256
"""A picture of so few colours is a drawing: it stays exact where that costs little."""
_LITTLE: Final = 1.25
_WORKERS: Final = 4


class Damaged(ValueError):
    """The bytes are no picture whose pixels can be read."""


@dataclass(frozen=True, slots=True)
class Made:
    """The sizes of a picture, and what the files of the site are kept under."""

    sizes: Sizes
    keys: tuple[tuple[str, str], ...]
    """Each file from the top of the site, with its key in the cache."""


@dataclass(frozen=True, slots=True)
class Developed:
    """What was made of the pictures of a catalogue."""

    pictures: Pictures
    files: Mapping[str, str]
    """The files to publish, each with its key in the cache."""
    findings: list[Finding]


class Darkroom:
    """Makes sizes and keeps them."""

    def __init__(self, cache: Cache, pixels: int) -> None:
        self._cache = cache
        self._pixels = pixels
        self._hand = hashlib.sha256(
            Path(__file__).read_bytes()
            + f"{PIL.__version__} {widths_of(10_000)} {PREVIEW_WIDTH}".encode()
        ).hexdigest()

    def develop(self, records: Iterable[Record]) -> Developed:
        """Make the sizes of the pictures that records describe; several at a time."""
        orders = [
            (record, index, medium.file, entry)
            for record in records
            for index, medium in enumerate(record.facts.media)
            if (entry := record.folder.entries.get(medium.file)) and entry.kind == "file"
        ]
        with ThreadPoolExecutor(min(_WORKERS, os.cpu_count() or 1)) as workers:
            made = workers.map(self._made, (entry for *_, entry in orders))
            found = dict(zip(((r.slug, name) for r, _, name, _ in orders), made, strict=True))
        return Developed(
            {key: one.sizes for key, one in found.items() if one},
            {file: key for one in found.values() if one for file, key in one.keys},
            [
                PICTURE_DAMAGED.at(record.source.place("media", index, "file"), name=name)
                for record, index, name, _ in orders
                if not found[record.slug, name]
            ],
        )

    def _made(self, entry: Entry) -> Made | None:
        try:
            return self.make(entry.read())
        except (Damaged, OSError):
            return None

    def make(self, data: bytes) -> Made:
        """The sizes of a picture. Raises :class:`Damaged`."""
        digest = hashlib.sha256(data).hexdigest()
        key = self._cache.key("sizes", self._hand, digest)
        note = self._cache.get(key)
        made = _from_note(note, digest, key) if note else None
        if made and all(self._cache.holds(kept) for _, kept in made.keys):
            return made
        with _opened(data, self._pixels) as image:
            files, about = _develop(image)
        note = json.dumps(about).encode()
        for name, content in files.items():
            self._cache.put(f"{key}{name}", content)
        self._cache.put(key, note)
        made = _from_note(note, digest, key)
        assert made is not None
        return made


def _from_note(note: bytes, digest: str, key: str) -> Made | None:
    """What was made, from the note that was kept of it."""
    with suppress(ValueError, KeyError, TypeError):
        about: dict[str, Any] = json.loads(note)
        short = digest[:20]
        files = tuple((int(width), size_file(short, width)) for width in about["widths"])
        keys = [(file, f"{key}{width}") for width, file in files]
        preview = about["preview"]
        if preview:
            keys.append((preview_file(short), f"{key}preview"))
        sizes = Sizes(
            about["width"],
            about["height"],
            files,
            preview_file(short) if preview else "",
            *(preview or (0, 0)),
        )
        return Made(sizes, tuple(keys))
    return None


def _opened(data: bytes, pixels: int) -> Image.Image:
    """The picture, read to its last pixel, upright and in the usual colours."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # whatever Pillow doubts is not published
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
            if image.width * image.height > pixels:
                raise Damaged("more pixels than the frame of the file says")
            image.load()
            return _in_usual_colours(ImageOps.exif_transpose(image))
    except Damaged:
        raise
    except Exception as error:  # decoders raise whatever the bytes make them stumble over
        raise Damaged(str(error)) from error


def _in_usual_colours(image: Image.Image) -> Image.Image:
    """Red, green and blue as the web has them, transparent where the picture is."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    clear = image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info
    if profile and image.mode in ("RGB", "L", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            shown = ImageCms.profileToProfile(
                image, given, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            image = shown or image
    return image.convert("RGBA" if clear else "RGB")


def _develop(image: Image.Image) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The files of a picture by name, and a note of them."""
    drawing = image.getcolors(_FEW) is not None
    widths = widths_of(image.width)
    files = {}
    for width in widths:
        height = max(1, round(image.height * width / image.width))
        sized = image if width == image.width else image.resize((width, height), _SMOOTH)
        files[str(width)] = _as_webp(sized, drawing)
    preview = _preview(image)
    if preview:
        files["preview"] = _as_jpeg(preview)
    about = {
        "width": image.width,
        "height": image.height,
        "widths": widths,
        "preview": preview.size if preview else None,
    }
    return files, about


_SMOOTH: Final = Image.Resampling.LANCZOS


def _preview(image: Image.Image) -> Image.Image | None:
    box = preview_box(image.width, image.height)
    if box is None:
        return None
    width = min(PREVIEW_WIDTH, box[2] - box[0])
    height = round((box[3] - box[1]) * width / (box[2] - box[0]))
    part = image.resize((width, height), _SMOOTH, box=box)
    if part.mode == "RGBA":
        paper = Image.new("RGB", part.size, "white")
        paper.paste(part, mask=part)
        return paper
    return part


def _as_webp(image: Image.Image, drawing: bool) -> bytes:
    light = _saved(image, "WEBP", quality=_QUALITY, method=_EFFORT)
    if not drawing:
        return light
    exact = _saved(image, "WEBP", lossless=True, quality=20, method=_EFFORT)
    return exact if len(exact) <= _LITTLE * len(light) else light


def _as_jpeg(image: Image.Image) -> bytes:
    return _saved(image, "JPEG", quality=_QUALITY, optimize=True, progressive=True)


def _saved(image: Image.Image, form: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.info = {}  # neither place nor camera nor date
    image.save(out, form, **how)
    return out.getvalue()
