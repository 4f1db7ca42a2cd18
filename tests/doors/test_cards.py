"""The pictures of links, kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from publishing.editions import editions_of
from publishing.looks import palette

from fp_build.doors import painting
from fp_build.doors.cache import Cache
from fp_build.doors.cards import Cards
from fp_build.publishing.preview import LinkCard, link_cards

PAINTED: list[LinkCard] = []


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    def paint(_: painting.Painter, card: LinkCard) -> bytes:
        PAINTED.append(card)
        return repr(card).encode()

    PAINTED.clear()
    monkeypatch.setattr(painting.Painter, "paint", paint)


def painted(
    folder: Path, cards: list[LinkCard], title: bytes | None = None,
    text: bytes | None = None, logo: bytes | None = None,
) -> dict[str, bytes]:  # fmt: skip
    PAINTED.clear()
    return dict(Cards(Cache(folder), title, text, logo).files(cards))


def cards() -> list[LinkCard]:
    return list(link_cards(editions_of({})["fr"], palette()))


def test_each_card_is_painted_once(tmp_path: Path) -> None:
    first = painted(tmp_path, cards())
    assert cards() == PAINTED and set(first) == {card.file for card in cards()}
    assert painted(tmp_path, cards()) == first
    assert PAINTED == []


@pytest.mark.parametrize("means", [(b"x", None, None), (None, b"x", None), (None, None, b"x")])
def test_a_card_depends_on_what_it_is_painted_with(
    tmp_path: Path, means: tuple[bytes | None, bytes | None, bytes | None]
) -> None:
    painted(tmp_path, cards()[:1])
    painted(tmp_path, cards()[:1], *means)
    assert len(PAINTED) == 1
