"""The sizes of pictures, and how a page names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.publishing.pictures import (
    PREVIEW_LEAST,
    PREVIEW_RATIO,
    WIDTHS,
    Sizes,
    preview_box,
    preview_file,
    size_file,
    widths_of,
)
from fp_build.publishing.preview import HEIGHT, WIDTH

MADE = Sizes(
    2000, 1500, tuple((w, size_file("abc", w)) for w in widths_of(2000)), "p.jpg", 1200, 630
)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, (1,)), (48, (48,)), (480, (480,)), (500, (500,)), (600, (480, 600)), (960, (480, 960)),
        (1000, (480, 1000)), (1200, (480, 960, 1200)), (1600, (480, 960, 1600)),
        (1700, (480, 960, 1600)), (9000, (480, 960, 1600)),
    ],
)  # fmt: skip
def test_a_picture_is_made_in_the_widths_that_are_worth_it(
    width: int, widths: tuple[int, ...]
) -> None:
    assert widths_of(width) == widths


@given(st.integers(1, 30_000))
def test_no_size_is_larger_than_the_picture(width: int) -> None:
    found = widths_of(width)
    assert list(found) == sorted(set(found))
    assert found[-1] == min(width, WIDTHS[-1])


@given(st.integers(1, 6000), st.integers(1, 6000))
def test_the_part_for_links_lies_in_the_picture(width: int, height: int) -> None:
    box = preview_box(width, height)
    if box is None:
        assert min(width, height * PREVIEW_RATIO) < PREVIEW_LEAST + 1
        return
    left, top, right, bottom = box
    assert 0 <= left < right <= width and 0 <= top < bottom <= height
    assert right - left >= PREVIEW_LEAST
    assert (right - left) / (bottom - top) == pytest.approx(PREVIEW_RATIO, rel=0.01)
    assert abs(left - (width - right)) <= 1 and abs(top - (height - bottom)) <= 1


def test_links_ask_for_the_same_form_in_both_places() -> None:
    assert PREVIEW_RATIO == WIDTH / HEIGHT


def test_the_smallest_that_is_wide_enough_is_taken() -> None:
    assert MADE.at_least(100) == MADE.at_least(480) == "assets/pictures/abc-480.webp"
    assert MADE.at_least(481) == "assets/pictures/abc-960.webp"
    assert MADE.at_least(5000) == "assets/pictures/abc-1600.webp"


def test_a_browser_is_given_the_choice() -> None:
    assert MADE.source_set(lambda file: f"../{file}") == (
        "../assets/pictures/abc-480.webp 480w, ../assets/pictures/abc-960.webp 960w, "
        "../assets/pictures/abc-1600.webp 1600w"
    )
    assert Sizes(48, 20, ((48, "x.webp"),)).source_set(str) == ""


def test_a_picture_that_is_large_enough_stands_for_links() -> None:
    shown = MADE.preview_picture("Un plan")
    assert shown is not None
    assert (shown.file, shown.alt, shown.width, shown.height) == ("p.jpg", "Un plan", 1200, 630)
    assert Sizes(48, 20, ((48, "x.webp"),)).preview_picture("x") is None
    assert preview_file("abc") == "assets/previews/records/abc.jpg"
