"""The pictures that links to the site show: each painted once, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from fp_build.doors.archive import SiteFile
from fp_build.doors.cache import Cache
from fp_build.publishing.preview import LinkCard

if TYPE_CHECKING:
    from fp_build.doors.painting import Painter


class Cards:
    """Paints cards with the typefaces and the logo of the site, given as the bytes of their files,
    and keeps them."""

    def __init__(
        self, cache: Cache, title_font: bytes | None, text_font: bytes | None, logo: bytes | None
    ) -> None:
        self._cache = cache
        self._means = (title_font, text_font, logo)
        code = Path(__file__).with_name("painting.py").read_bytes()
        self._hand = Cache.key(code, PIL.__version__, *(part or b"" for part in self._means))

    def files(self, cards: Iterable[LinkCard]) -> Iterator[SiteFile]:
        """The files to publish, each from the top of the site."""
        for card in cards:
            key = self._cache.key("card", self._hand, repr(card))
            yield card.file, self._cache.made(key, partial(self._painted, card))

    def _painted(self, card: LinkCard) -> bytes:
        return self._painter.paint(card)

    @cached_property
    def _painter(self) -> Painter:
        from fp_build.doors.painting import Painter  # Pillow takes its time to come

        return Painter(*self._means)
