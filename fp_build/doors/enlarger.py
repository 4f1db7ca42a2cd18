"""Makes the sizes of one picture with Pillow: WebP files, upright, and without what cameras add.

The same picture gives the same bytes.
"""

from __future__ import annotations

import io
import math
import warnings
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps

from fp_build.publishing.pictures import PREVIEW, preview_box, widths_of
from fp_build.publishing.preview import WIDTH as PREVIEW_WIDTH

_QUALITY: Final = 80
"""Of WebP and JPEG files: half a step above what most eyes can tell on photographs."""
_EFFORT: Final = 1
"""Of six: the second takes a third more time to save a tenth of the weight at the same likeness,
none at all weighs a tenth more and is hardly sooner done."""
_SMOOTH: Final = Image.Resampling.HAMMING
"""As sharp as a cubic one when a picture is made smaller, in half the time of Lanczos' filter."""
_FEW: Final = 256
"""A picture of so few colours is a drawing: it stays exact where that costs little."""
_LIGHT: Final = 1 / 16
"""How many bytes a pixel the file of a drawing has at most that costs little when it is exact.
Heavier ones, with grain, would take two or three times what they do with a little loss."""


class Damaged(ValueError):
    """The bytes are no picture whose pixels can be read."""


@dataclass(frozen=True, slots=True)
class Enlarged:
    """What was made of a picture."""

    width: int
    height: int
    """Of the picture as it is looked at, in pixels."""
    widths: tuple[int, ...]
    preview: tuple[int, int] | None
    """The size of the picture for links, where there is one."""
    files: dict[str, bytes]
    """By the width of each, and ``PREVIEW``."""


def enlarge(data: bytes, pixels: int) -> Enlarged:
    """Make the sizes of a picture. Raises :class:`Damaged`."""
    source = _Source(data, pixels)
    image, (width, height) = source.image, source.size
    widths = widths_of(width)
    box = preview_box(width, height)
    files: dict[str, bytes] = {}
    preview: Image.Image | None = None
    for across in reversed(widths):  # each from the next larger one: less to look at
        if across != image.width:
            image = image.resize((across, max(1, round(height * across / width))), _SMOOTH)
        files[str(across)] = _as_webp(image, exact=source.is_drawing and across == width)
        if box and (preview is None or image.width / width * (box[2] - box[0]) >= PREVIEW_WIDTH):
            preview = image
    size = None
    if box and preview:
        shown = _cut(preview, box, preview.width / width)
        files[PREVIEW], size = _as_jpeg(shown), shown.size
    return Enlarged(width, height, widths, size, files)


class _Doubts:
    """While this is entered, whatever Pillow doubts is an error: it is not published. What is heard
    of warnings is set for all threads at once, so the first that comes sets it for those that come
    before the last has gone."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._before = ExitStack()

    def __enter__(self) -> None:
        with self._lock:
            if not self._inside:
                self._before.enter_context(warnings.catch_warnings())
                warnings.simplefilter("error")
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                self._before.close()


_DOUBTS: Final = _Doubts()


class _Source:
    """The picture, read to its last pixel, upright and in the usual colours."""

    def __init__(self, data: bytes, pixels: int) -> None:
        try:
            with _DOUBTS:
                image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
                if image.width * image.height > pixels:
                    raise Damaged("more pixels than the frame of the file says")
                self._read(image, len(data))
        except Damaged:
            raise
        except Exception as error:  # decoders raise whatever the bytes make them stumble over
            raise Damaged(str(error)) from error

    def _read(self, image: Image.Image, weight: int) -> None:
        size = image.size
        is_light = image.format != "JPEG" and weight <= _LIGHT * image.width * image.height
        turned = image.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
        self.size = size[::-1] if turned else size
        """Of the picture as it is looked at; ``image`` may have been read smaller."""
        if image.format == "JPEG":  # a decoder can leave out what no size needs
            part = widths_of(self.size[0])[-1] / self.size[0]
            image.draft(None, (math.ceil(size[0] * part), math.ceil(size[1] * part)))
        image.load()
        ImageOps.exif_transpose(image, in_place=True)  # of a large picture each copy weighs 96 MB
        self.image = _in_usual_colours(image)
        self.is_drawing = is_light and self.image.getcolors(_FEW) is not None
        """True of a drawing that stays exact where it is as large as it was drawn."""


_ORIENTATION: Final = 0x0112
_ON_ITS_SIDE: Final = (5, 6, 7, 8)
"""What cameras that were held upright say of a picture."""


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
    usual = "RGBA" if clear else "RGB"
    return image if image.mode == usual else image.convert(usual)


def _cut(image: Image.Image, box: tuple[int, ...], scale: float) -> Image.Image:
    """The part for links of a picture that is ``scale`` times its size, on white."""
    left, top, right, bottom = (side * scale for side in box)
    width = min(PREVIEW_WIDTH, box[2] - box[0])
    height = round((box[3] - box[1]) * width / (box[2] - box[0]))
    if scale == 1 and width == box[2] - box[0]:
        part = image.crop(box)  # type: ignore[arg-type]
    else:
        part = image.resize((width, height), _SMOOTH, box=(left, top, right, bottom))
    if part.mode == "RGBA":
        paper = Image.new("RGB", part.size, "white")
        paper.paste(part, mask=part)
        return paper
    return part


def _as_webp(image: Image.Image, *, exact: bool) -> bytes:
    if exact:
        return _saved(image, "WEBP", lossless=True, quality=20, method=2)
    return _saved(image, "WEBP", quality=_QUALITY, method=_EFFORT)


def _as_jpeg(image: Image.Image) -> bytes:
    return _saved(image, "JPEG", quality=_QUALITY)


def _saved(image: Image.Image, form: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.info = {}  # neither place nor camera nor date
    image.save(out, form, **how)
    return out.getvalue()
