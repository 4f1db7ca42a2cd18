"""The map of territories: what is counted where, and that the list says the same."""

from __future__ import annotations

from typing import Any, Final

from in_memory import PROJECT

from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.territory_map import NEAR, TerritoryMap, view_map
from fp_build.words.languages import Language
from publishing.editions import edition_of, record, renderer

HERE: Final = "territoires/index.html"
VOCABULARY: Final = {
    path.name: path.read_bytes() for path in (PROJECT / "cases/_vocabulary").glob("*.yml")
}
FILES: Final = {
    "un/index.fr.md": record("title: Un", 'territories: ["14"]'),
    "deux/index.fr.md": record("title: Deux", 'territories: ["14", "75"]'),
    "trois/index.fr.md": record("title: Trois", "territories: [reg-28]"),
    "pays/index.fr.md": record("title: Pays", "territories: [FR]"),
    "ile/index.fr.md": record("title: Île", 'territories: ["974", reg-02]'),
    "nulle-part/index.fr.md": record("title: Nulle part"),
    "vieille/index.fr.md": record("title: Vieille", 'territories: ["29"]', status="archived"),
}


def shown(files: Any = FILES, language: Language = "fr", **more: Any) -> TerritoryMap:
    return view_map(edition_of(files, language, vocabulary=VOCABULARY, **more), HERE)


def html(files: Any = FILES, language: Language = "fr", **more: Any) -> str:
    edition = edition_of(files, language, **{"vocabulary": VOCABULARY, **more})
    return renderer()("blocks/map.html", edition, BLOCKS["map"](edition, HERE))


def test_a_spot_is_a_link_into_the_filtered_catalogue() -> None:
    spots = {spot.place.id: spot.place for spot in shown().drawing.spots}
    assert spots["14"].label == "Calvados\u00a0: 2 fiches"
    assert spots["14"].selection_url == "../catalogue/?territory=14"
    assert spots["14"].term_url == "../catalogue/territory/14/"
    assert spots["reg-28"].label == "Normandie\u00a0: 3 fiches"
    assert "29" not in spots and "FR" not in spots


def test_the_list_says_what_the_map_says() -> None:
    found = shown()
    drawn = {spot.place.id: spot.place.count for spot in found.drawing.spots}
    drawn |= {spot.place.id: spot.place.count for spot in found.near.spots} if found.near else {}
    drawn |= {tile.id: tile.count for tile in found.tiles if tile.count}
    listed = {
        place.id: place.count
        for region in found.found
        for place in (*([region.place] if region.place else []), *region.found)
    }
    assert listed == {
        "reg-28": 3, "14": 2, "reg-11": 1, "75": 1, "reg-02": 1, "reg-04": 1, "974": 1,
    }  # fmt: skip
    assert drawn.items() <= listed.items()
    assert set(listed) - set(drawn) == {"reg-04"}  # the same place as 974, which has the tile


def test_links_of_the_map_come_in_the_order_of_the_list() -> None:
    found = shown()
    listed = [
        place.id
        for region in found.found
        for place in (*([region.place] if region.place else []), *region.found)
    ]
    drawn = [spot.place.id for spot in found.drawing.spots]
    assert drawn == [place for place in listed if place in drawn] == ["reg-11", "reg-28", "14"]


def test_every_département_is_drawn_or_has_a_tile() -> None:
    found = shown()
    assert len(found.drawing.shapes) == 96
    assert [tile.id for tile in found.tiles] == ["971", "973", "974", "reg-02", "976"]
    assert found.near is not None
    assert [shape.id for shape in found.near.shapes] == [f"map-near-{code}" for code in NEAR]


def test_a_quiet_shape_is_named_all_the_same() -> None:
    shapes = {shape.id: shape for shape in shown().drawing.shapes}
    assert shapes["map-29"].title == "Finistère\u00a0: aucune fiche"
    assert (shapes["map-29"].shade, shapes["map-29"].in_region) == (0, False)
    assert (shapes["map-50"].shade, shapes["map-50"].in_region) == (0, True)
    assert shapes["map-14"].shade == 2


def test_shades_have_their_meaning_and_only_those_that_occur() -> None:
    many = {
        f"n-{n}/index.fr.md": record(
            f"title: N {n}", 'territories: ["29", "35"]' if n < 7 else 'territories: ["29"]'
        )
        for n in range(12)
    }
    assert shown().shades == (
        (1, "Département\u00a0: 1"),
        (2, "Département\u00a0: 2 à 4"),
    )
    assert [text for _, text in shown(many, "en").shades] == [
        "Département: 5 to 9", "Département: 10 or more",
    ]  # fmt: skip


def test_records_of_a_whole_region_are_told_apart() -> None:
    (normandy,) = [r for r in shown().found if r.place and r.place.id == "reg-28"]
    assert normandy.whole == "dont 1 pour la région entière"


def test_records_of_the_whole_country_colour_nothing_and_are_named() -> None:
    country = {"pays/index.fr.md": FILES["pays/index.fr.md"]}
    found = shown(country)
    assert found.drawing.spots == () and found.found == () and found.shades == ()
    assert found.country == "1 fiche vaut pour tout le pays."
    assert "Pays</a>" in html(country)
    assert shown().unplaced == "1 fiche ne nomme aucun territoire."


def test_without_any_territory_the_page_says_so() -> None:
    for files in ({}, {"nulle-part/index.fr.md": FILES["nulle-part/index.fr.md"]}):
        page = html(files)
        assert "Aucune fiche n’est encore rattachée" in page
        assert "?territory=" not in page and "<svg" in page


def test_the_page_names_whose_outlines_it_shows() -> None:
    for language in ("fr", "en"):
        page = html(language=language)
        assert "Victor Cazanave" in page
        assert 'rel="license" href="https://creativecommons.org/licenses/by/4.0/"' in page


def test_a_small_vocabulary_draws_the_whole_country() -> None:
    fixture = PROJECT / "tests/fixtures/project/cases/_vocabulary"
    vocabulary = {path.name: path.read_bytes() for path in fixture.glob("*.yml")}
    found = view_map(edition_of({}, vocabulary=vocabulary), HERE)
    assert len(found.drawing.shapes) == 96
    assert len([shape for shape in found.drawing.shapes if shape.title]) == 2


def test_a_département_of_no_region_and_one_without_an_outline_are_shown() -> None:
    territories = VOCABULARY["territories.yml"] + (
        b'\n"988":\n  fr: Nouvelle\n  en: New\n  type: department\n'
        b"  definition: {fr: Une., en: One.}\n  source: editorial\n"
    )
    files = {"une/index.fr.md": record("title: Une", 'territories: ["988"]')}
    found = view_map(
        edition_of(files, vocabulary={**VOCABULARY, "territories.yml": territories}), HERE
    )
    assert found.tiles[-1].label == "Nouvelle\u00a0: 1 fiche"
    assert found.found[-1].place is None
    assert [place.name for place in found.found[-1].found] == ["Nouvelle"]


def test_a_label_of_the_vocabulary_is_text() -> None:
    territories = VOCABULARY["territories.yml"].replace(
        b"fr: Calvados", b'fr: "<b>Calva</b>\\" x="'
    )
    page = html(vocabulary={**VOCABULARY, "territories.yml": territories})
    assert "<b>Calva" not in page and "&lt;b&gt;Calva" in page
