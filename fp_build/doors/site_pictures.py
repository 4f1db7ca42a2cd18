"""The pictures of a site: those of records, drawn covers, and those that links to pages show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from fp_build.arranging.catalogue import Catalogue
from fp_build.doors.archive import SiteFile
from fp_build.doors.cache import Cache
from fp_build.doors.cards import Cards
from fp_build.judging.record import Record
from fp_build.publishing.covers import sheets
from fp_build.publishing.edition import Edition
from fp_build.publishing.palette import Palette
from fp_build.publishing.preview import link_cards
from fp_build.reading.bare_picture import bare
from fp_build.words.addresses import medium_file

ICON: Final = "assets/images/icon-180.png"
"""The mark of the site as a square, as the pictures of links and telephones show it."""


def covers(catalogue: Catalogue, palette: Palette) -> Iterator[SiteFile]:
    """The covers of records without a picture, one sheet a theme."""
    for name, sheet in sheets(list(catalogue.vocabularies["themes"]), palette.covers):
        yield name, sheet.encode()


def originals(records: Mapping[str, Record]) -> Iterator[SiteFile]:
    """The pictures of records as they were given, without what cameras write into them."""
    for slug, record in records.items():
        for name in record.brief.media:
            entry = record.folder.entries.get(name)
            if entry is not None and entry.kind == "file":
                yield medium_file(slug, name), bare(entry.read())


def link_pictures(
    edition: Edition, palette: Palette, overrides: Path, cache: Cache
) -> Iterator[SiteFile]:
    """The pictures that links to the pages of a language show, each painted once."""
    cards = Cards(
        cache,
        _asset(overrides, palette.title_font),
        _asset(overrides, palette.text_font),
        _asset(overrides, ICON),
    )
    yield from cards.files(link_cards(edition, palette))


def _asset(overrides: Path, file: str) -> bytes | None:
    path = overrides / file
    return path.read_bytes() if file and path.is_file() else None
