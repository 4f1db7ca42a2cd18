"""Outlines of départements: read, drawn on a grid, and what lies between them."""

from __future__ import annotations

import re
from typing import Final

import pytest
import yaml
from in_memory import PROJECT

from fp_build.publishing.outlines import FILE, Outline, borders, read_outlines
from publishing.editions import OVERRIDES, outlines

SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg"><path id="d01" d="{}"/></svg>'
SQUARE: Final = Outline((((0, 0), (10, 0), (10, 10), (0, 10)),))
RIGHT: Final = Outline((((10, 0), (20, 0), (20, 10), (10, 10)),))


def read(path: str) -> Outline:
    return read_outlines(SVG.format(path).encode())["01"]


def test_a_ring_is_a_place_and_steps() -> None:
    assert read("M5 6l10 0 0 10-10 0z").rings == (((5, 6), (15, 6), (15, 16), (5, 16)),)
    assert len(read("M0 0l9 0 0 9zM20 20l9 0 0 9z").rings) == 2


@pytest.mark.parametrize(
    "path", ["", "M0 0", "M0 0l1 1", "M0 0c1 1 2 2z", '"><script>', "M0 0l1 1 z"]
)
def test_any_other_path_raises(path: str) -> None:
    with pytest.raises(ValueError):
        read(path.replace('"', "&quot;").replace("<", "&lt;"))


def test_a_path_is_drawn_as_it_was_read() -> None:
    drawn = "M5 6l10 0 0 10-10 0z"
    assert read(drawn).path() == drawn


def test_a_grid_leaves_out_what_is_smaller() -> None:
    land_and_rock = read("M0 0l50 0 0 50-50 0zM60 60l1 0 0 1z")
    assert land_and_rock.path(5) == "M0 0l10 0 0 10-10 0z"


def test_the_middle_does_not_follow_the_number_of_corners() -> None:
    assert SQUARE.middle == (5, 5)
    assert Outline((((0, 0), (1, 0), (2, 0), (3, 0), (10, 0), (10, 10), (0, 10)),)).middle == (5, 5)
    assert SQUARE.frame == (0, 0, 10, 10)


def test_a_border_is_what_two_groups_share() -> None:
    assert borders([[SQUARE], [RIGHT]], 1) == "M10 0l0 10"
    assert borders([[SQUARE, RIGHT]], 1) == ""


def test_the_drawing_holds_every_département_but_those_overseas() -> None:
    territories = yaml.safe_load((PROJECT / "cases/_vocabulary/territories.yml").read_bytes())
    known = {name for name, term in territories.items() if term["type"] == "department"}
    assert known - set(outlines()) == {"971", "972", "973", "974", "976"}
    assert set(outlines()) - known == set()


def test_neighbours_share_their_sides() -> None:
    """Else borders of régions would have gaps."""
    sides: dict[frozenset[tuple[int, int]], int] = {}
    for outline in outlines().values():
        for ring in outline.rings:
            for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
                side = frozenset((one, other))
                sides[side] = sides.get(side, 0) + 1
    shared = sum(number == 2 for number in sides.values())
    assert shared > 4400 and sum(number > 2 for number in sides.values()) < 5


def test_the_drawing_names_its_source_and_its_licence() -> None:
    drawing = (OVERRIDES / FILE).read_text("utf-8")
    notice = (OVERRIDES / FILE).with_name("NOTICE.txt").read_text("utf-8")
    for text in (drawing, notice):
        assert "Victor Cazanave" in text
        assert "https://creativecommons.org/licenses/by/4.0/" in text
        assert re.search(r"rounded", text)
