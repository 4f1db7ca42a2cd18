"""Shapes: what is written as SVG is what is painted."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from fp_build.publishing.shapes import (
    HALF,
    Area,
    Disc,
    Drawing,
    Hills,
    Quarter,
    Ring,
    Shape,
    mirrored,
)

EACH: tuple[Shape, ...] = (
    Disc(10, 20, 5, "#000001"),
    Ring(10, 20, 5, "#000002", 3),
    Area(((0, 0), (10, 0), (10, 10)), "#000003", 0.5),
    Quarter((0, 0), (10, 0), (0, 8), "#000004"),
    Hills(0, 100, 20, 200, "#000005"),
)


@pytest.mark.parametrize("shape", EACH, ids=lambda shape: type(shape).__name__)
def test_a_shape_is_one_element_in_its_colour(shape: Shape) -> None:
    element = ElementTree.fromstring(shape.svg())
    assert shape.colour in (element.get("fill"), element.get("stroke"))


def test_a_faint_shape_says_so() -> None:
    assert 'fill-opacity="0.5"' in EACH[2].svg()
    assert "opacity" not in EACH[3].svg()


def test_a_mirror_turns_left_and_right() -> None:
    disc, ring, area = mirrored([EACH[0], EACH[1], EACH[2]], 100)  # type: ignore[list-item]
    assert isinstance(disc, Disc) and (disc.x, disc.y) == (90, 20)
    assert isinstance(ring, Ring) and (ring.x, ring.breadth) == (90, 3)
    assert isinstance(area, Area) and area.points == ((100, 0), (90, 0), (90, 10))


def test_a_quarter_stays_within_its_corner() -> None:
    outline = Quarter((0, 0), (10, 0), (0, 8), "#000000").outline()
    assert outline[0] == (0, 0) and outline[1] == (10, 0)
    assert outline[-1] == pytest.approx((0, 8))
    assert all((x / 10) ** 2 + (y / 8) ** 2 == pytest.approx(1) for x, y in outline[1:])


def test_hills_rise_and_fall_about_their_base() -> None:
    outline = Hills(0, 100, 20, 200, "#000000").outline()
    heights = {round(x): y for x, y in outline[:-2]}
    assert heights[HALF // 2] == pytest.approx(80, abs=0.5)
    assert heights[HALF + HALF // 2 + 1] == pytest.approx(120, abs=0.5)
    assert outline[-2:] == ((6 * HALF, 200), (0, 200))


def test_a_drawing_lays_shapes_on_its_ground() -> None:
    drawing = Drawing(480, 200, "#abcdef", EACH)
    svg = ElementTree.fromstring(f"<svg>{drawing.svg()}</svg>")
    assert svg[0].get("fill") == "#abcdef" and len(svg) == 1 + len(EACH)
