"""Covers of records without a picture."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

from fp_build.publishing.covers import (
    HEIGHT,
    VARIANTS,
    WIDTH,
    draw,
    part_of,
    sheet_file,
    sheets,
)
from publishing.looks import palette

SVG: Final = "{http://www.w3.org/2000/svg}"
THEMES: Final = [f"theme-{n}" for n in range(12)]


def drawn() -> dict[str, str]:
    return dict(sheets(THEMES, palette().covers))


def test_a_cover_is_always_the_same() -> None:
    assert drawn() == drawn()
    assert part_of("essai") == part_of("essai")


def test_every_theme_has_a_sheet_and_records_without_a_theme_too() -> None:
    assert list(drawn()) == [sheet_file(theme) for theme in (*THEMES, "none")]


def test_every_cover_that_a_record_may_have_is_on_the_sheet() -> None:
    named = {part_of(f"fiche-{n}").removeprefix("#") for n in range(200)}
    for sheet in drawn().values():
        root = ElementTree.fromstring(sheet)
        views = root.findall(f"{SVG}view")
        assert {view.get("id") for view in views} == named and len(named) == VARIANTS
        places = [cover.get("y") for cover in root.findall(f"{SVG}svg")]
        boxes = [view.get("viewBox") for view in views]
        assert boxes == [f"0 {y} {WIDTH} {HEIGHT}" for y in places]
        assert root.get("viewBox") == boxes[0]


def test_covers_differ_by_theme_and_variant() -> None:
    covers = palette().covers
    found = {draw(t, v, covers).svg() for t in range(len(covers)) for v in range(VARIANTS)}
    assert len(found) == len(covers) * VARIANTS


def test_covers_are_drawings_without_words_or_scripts() -> None:
    for name, sheet in drawn().items():
        tags = {element.tag.partition("}")[2] for element in ElementTree.fromstring(sheet).iter()}
        assert tags <= {"svg", "view", "path", "circle"}, name
        assert len(sheet) < 12_000, name
        assert "nan" not in sheet.lower() and "url(" not in sheet, name
