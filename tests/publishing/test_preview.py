"""What a link to a page shows."""

from __future__ import annotations

from fp_build.publishing.pictures import Sizes
from fp_build.publishing.preview import link_cards, of_record, of_site, of_theme
from fp_build.words.languages import LANGUAGES
from publishing.editions import edition_of, editions_of, record
from publishing.looks import palette

FILES = {
    "avec/index.fr.md": record("themes: [ageing, disability]"),
    "sans/index.fr.md": record("title: Sans thème"),
}


def test_a_record_shows_its_first_theme() -> None:
    edition = edition_of(FILES)
    shown = of_record(edition, edition.catalogue.records["avec"])
    assert shown.kind == "article"
    assert shown.picture.file == "assets/previews/fr/ageing.png"
    assert shown.picture.alt == "Thème\u00a0: Grand âge et autonomie"


def test_a_record_without_a_theme_shows_the_general_picture() -> None:
    edition = edition_of(FILES, "en")
    shown = of_record(edition, edition.catalogue.records["sans"])
    assert shown.kind == "article"
    assert shown.picture == of_site(edition).picture
    assert shown.picture.file == "assets/previews/en.png"


def test_a_record_shows_its_own_picture_where_it_is_large_enough() -> None:
    medium = "media: [{id: a, file: vue.jpg, alt: La vue, credit: Nous}]"
    files = {"essai/index.fr.md": record("themes: [ageing]", medium), "essai/vue.jpg": b""}
    large = Sizes(2000, 1500, ((480, "x.webp"),), "assets/previews/records/x.jpg", 1200, 630)
    small = Sizes(48, 20, ((48, "x.webp"),))
    for sizes, file, alt in (
        (large, "assets/previews/records/x.jpg", "La vue"),
        (small, "assets/previews/fr/ageing.png", "Thème\u00a0: Grand âge et autonomie"),
    ):
        edition = edition_of(files, pictures={("essai", "vue.jpg"): sizes})
        shown = of_record(edition, edition.catalogue.records["essai"])
        assert (shown.picture.file, shown.picture.alt) == (file, alt)


def test_every_picture_that_a_page_may_name_is_painted_once() -> None:
    files = []
    for language, edition in editions_of(FILES).items():
        cards = list(link_cards(edition, palette()))
        files += [card.file for card in cards]
        themes = edition.catalogue.vocabularies["themes"]
        named = [of_theme(edition, theme).picture.file for theme in themes]
        assert [card.file for card in cards] == [of_site(edition).picture.file, *named]
        assert {card.title for card in cards[1:]} == {themes.label(t, language) for t in themes}
    assert len(files) == len(set(files)) > len(LANGUAGES)


def test_a_card_is_in_the_inks_of_its_theme() -> None:
    cards = list(link_cards(edition_of({}), palette()))
    assert [card.ground for card in cards[1:]] == [
        inks.ground for inks in palette().covers[: len(cards) - 1]
    ]
    assert cards[0].ground == palette().site.ground
