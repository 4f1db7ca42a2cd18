"""The pictures of links, painted."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from typing import Final

from in_memory import PROJECT
from PIL import Image
from publishing.editions import editions_of
from publishing.looks import palette

from fp_build.doors.painting import Painter
from fp_build.publishing.preview import HEIGHT, WIDTH, LinkCard, link_cards
from fp_build.words.languages import LANGUAGES

OVERRIDES: Final = PROJECT / "overrides"
HEAVIEST: Final = 24 * 1024


@lru_cache(maxsize=1)
def painter() -> Painter:
    title, text = (
        (OVERRIDES / font).read_bytes() for font in (palette().title_font, palette().text_font)
    )
    return Painter(title, text, (OVERRIDES / "assets/images/icon-180.png").read_bytes())


def cards() -> list[LinkCard]:
    editions = editions_of({})
    return [card for language in LANGUAGES for card in link_cards(editions[language], palette())]


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_every_card_is_a_light_picture_of_the_right_size() -> None:
    for card in cards():
        data = painter().paint(card)
        image = opened(data)
        assert (image.format, image.mode, image.size) == ("PNG", "P", (WIDTH, HEIGHT))
        assert len(data) <= HEAVIEST, card.file
        assert image.info == {}, "no date and no name of a program"


def test_the_same_card_is_painted_alike() -> None:
    card = cards()[1]
    assert painter().paint(card) == painter().paint(card)


def test_words_are_painted_and_stay_on_their_side() -> None:
    """A title however long does not reach the drawing, nor the name below it."""
    card = cards()[1]
    bare = opened(painter().paint(replace(card, title="", kicker=""))).convert("RGB")
    for title in ("Été", "Services publics de proximité", "Accompagnement " * 6):
        image = opened(painter().paint(replace(card, title=title))).convert("RGB")
        changed = [
            (x, y)
            for y in range(0, HEIGHT, 5)
            for x in range(0, WIDTH, 5)
            if sum(
                abs(one - other)  # type: ignore[operator]
                for one, other in zip(image.getpixel((x, y)), bare.getpixel((x, y)), strict=True)  # type: ignore[arg-type]
            )
            > 120
        ]
        assert changed, title
        assert max(x for x, _ in changed) < WIDTH - 500, title
        assert max(y for _, y in changed) < HEIGHT - 140, title


def test_a_site_without_typefaces_of_its_own_has_cards_all_the_same() -> None:
    assert opened(Painter(None, None, None).paint(cards()[0])).size == (WIDTH, HEIGHT)
