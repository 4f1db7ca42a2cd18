"""What other sites and messengers show of a link to a page: Open Graph and cards.

A page shows a picture: the record's own where it has one, else one painted for its theme, else the
general one of its language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fp_build.judging.record import Record
from fp_build.publishing.covers import ARCHES, draw, figure
from fp_build.publishing.edition import Edition
from fp_build.publishing.palette import Palette
from fp_build.publishing.rendering import COLON
from fp_build.publishing.shapes import Drawing
from fp_build.publishing.site_page import Preview, PreviewPicture
from fp_build.words.languages import Language

WIDTH: Final = 1200
HEIGHT: Final = 630
"""The size that those who show links ask for, in pixels."""

FOLDER: Final = "assets/previews"
"""Where these pictures stand on the site."""

LOCALES: Final = {"fr": "fr_FR", "en": "en_GB"}
"""The languages as Open Graph names them."""

_LIGHT_VARIANT: Final = 5
"""The cover of which a card shows a part: on the light ground, what stands out in full."""


@dataclass(frozen=True, slots=True)
class LinkCard:
    """A picture to be painted: a drawing at the right, words at the left. Colours are
    ``#rrggbb``."""

    file: str
    kicker: str
    """What the title is, in a word, such as “Theme”; may be empty."""
    title: str
    name: str
    """Of the catalogue."""
    line: str
    """What the catalogue is; nothing where the title says so."""
    drawing: Drawing
    ground: str
    ink: str
    muted: str
    accent: str


def of_site(edition: Edition) -> Preview:
    """The preview of a page that has no picture of its own."""
    words = edition.words
    alt = f"{words['site-name']} – {words['site-tagline']}"
    return Preview("website", PreviewPicture(_file(edition.language), alt))


def of_theme(edition: Edition, theme: str) -> Preview:
    """The preview of the list of a theme."""
    return Preview("website", _theme_picture(edition, theme))


def of_record(edition: Edition, record: Record) -> Preview:
    """The preview of a record's page: its first picture, if it is large enough."""
    for medium in record.facts.media[:1]:
        made = edition.pictures.get((record.slug, medium.file))
        alt = edition.alternative(record, medium).text
        picture = made.preview_picture(alt) if made else None
        if picture:
            return Preview("article", picture)
    themes = record.facts.themes
    if themes:
        return Preview("article", _theme_picture(edition, themes[0]))
    return Preview("article", of_site(edition).picture)


def _theme_picture(edition: Edition, theme: str) -> PreviewPicture:
    alt = f"{_kicker(edition)}{COLON[edition.language]} {edition.label('themes', theme)}"
    return PreviewPicture(_file(edition.language, theme), alt)


def _kicker(edition: Edition) -> str:
    return edition.label("facets", "theme")


def _file(language: Language, theme: str = "") -> str:
    return f"{FOLDER}/{language}/{theme}.png" if theme else f"{FOLDER}/{language}.png"


def link_cards(edition: Edition, palette: Palette) -> Iterator[LinkCard]:
    """Every card of a language: the general one, then one for each theme."""
    words = edition.words
    site = palette.site
    yield LinkCard(
        file=_file(edition.language),
        kicker="",
        title=words["site-tagline"],
        name=words["site-name"],
        line="",
        drawing=figure(ARCHES, _LIGHT_VARIANT, site),
        ground=site.ground,
        ink=palette.deep_ink,
        muted=site.far,
        accent=site.accent,
    )
    for index, theme in enumerate(edition.catalogue.vocabularies["themes"]):
        inks = palette.covers[index % len(palette.covers)]
        yield LinkCard(
            file=_file(edition.language, theme),
            kicker=_kicker(edition),
            title=edition.label("themes", theme),
            name=words["site-name"],
            line=words["site-tagline"],
            drawing=draw(index, _LIGHT_VARIANT, palette.covers),
            ground=inks.ground,
            ink=palette.deep_ink,
            muted=inks.far,
            accent=inks.accent,
        )
