"""The pictures of records in the sizes that pages ask for, and how a page names them.

A picture is published twice: the file as its author made it, at its own address, and WebP files of
several widths, of which a browser takes the one that fits. Sizes are never larger than the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from fp_build.publishing.site_page import PreviewPicture

WIDTHS: Final = (480, 960, 1600)
"""In pixels: a card or a telephone, a column of text, the same on a fine screen."""

_WORTH: Final = 0.8
"""A size is worth making where it is at most this part of the next."""

PREVIEW_RATIO: Final = 1200 / 630
PREVIEW_LEAST: Final = 600
"""The least width of a picture that can stand for a link; below, other sites show a stamp."""

PREVIEW: Final = "preview"
"""What the picture that stands for links is called, beside widths."""

FOLDER: Final = "assets/pictures"
PREVIEWS: Final = "assets/previews/records"

COVER_SIZES: Final = "(min-width: 64rem) 27rem, 94vw"
TEXT_SIZES: Final = "(min-width: 64rem) 50rem, 94vw"
"""How wide the style sheet shows a picture at the head of a record, and in its text."""

CARD_WIDTH: Final = WIDTHS[0]
USUAL_WIDTH: Final = WIDTHS[1]
"""What a browser gets that does not choose."""


def widths_of(width: int) -> tuple[int, ...]:
    """The widths in which to make a picture that is ``width`` pixels wide, rising."""
    top = min(width, WIDTHS[-1])
    return (*(w for w in WIDTHS if w <= top * _WORTH), top)


def preview_box(width: int, height: int) -> tuple[int, int, int, int] | None:
    """The middle of a picture in the form that links ask for: left, top, right and bottom in
    pixels; ``None`` where it would be too small."""
    across = min(width, round(height * PREVIEW_RATIO))
    if across < PREVIEW_LEAST:
        return None
    down = min(height, round(across / PREVIEW_RATIO))
    left, top = (width - across) // 2, (height - down) // 2
    return left, top, left + across, top + down


@dataclass(frozen=True, slots=True)
class Sizes:
    """What was made of one picture. Files are named from the top of the site."""

    width: int
    height: int
    """Of the picture as it is looked at, in pixels."""
    files: tuple[tuple[int, str], ...]
    """Each width with its file, rising."""
    preview: str = ""
    preview_width: int = 0
    preview_height: int = 0

    def at_least(self, width: int) -> str:
        """The smallest file that is so wide, else the largest."""
        return next((file for made, file in self.files if made >= width), self.files[-1][1])

    def source_set(self, address: Callable[[str], str]) -> str:
        """All files with their widths, as ``srcset`` of ``<img>`` has them; nothing for one."""
        if len(self.files) == 1:
            return ""
        return ", ".join(f"{address(file)} {width}w" for width, file in self.files)

    def preview_picture(self, alt: str) -> PreviewPicture | None:
        """The picture of a link to the page, where there is one."""
        if not self.preview:
            return None
        return PreviewPicture(self.preview, alt, self.preview_width, self.preview_height)


Pictures = Mapping[tuple[str, str], Sizes]
"""What was made of the pictures of records, by slug and file name."""


def size_file(digest: str, width: int) -> str:
    """Where a size stands. Its name follows from what it shows, so that browsers may keep it."""
    return f"{FOLDER}/{digest}-{width}.webp"


def preview_file(digest: str) -> str:
    """Where the picture of a link stands."""
    return f"{PREVIEWS}/{digest}.jpg"
