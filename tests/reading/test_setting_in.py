"""How far lines are set in."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fp_build.reading.setting_in import Misalignment, misalignment, undashed_item

LIST = ["l:", "  - a: b", "    c: d", "  - a: e"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("   - a: f", Misalignment(3, 2)),
        (" - a: f", Misalignment(1, 2)),
        ("   c: f", Misalignment(3, 4)),
        ("     c: f", Misalignment(5, 4)),
        (" m: f", Misalignment(1, 0)),
        ("    c: f", None),
        ("  - a: f", None),
        ("m: f", None),
        ("  c: f", None),  # a dash is missing, or it stands two too far to the left: who knows
        ("   words", None),
    ],
)
def test_a_line_after_a_list(line: str, expected: Misalignment | None) -> None:
    assert misalignment([*LIST, line], len(LIST)) == expected


def test_what_is_closed_is_no_neighbour() -> None:
    assert misalignment(["a:", "    b: c", "d:", " e: f"], 3) == Misalignment(1, 0)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["l:", "    a: b", "    c: d", "  - a: e"], 1),
        (["l:", "    a: b", "", "  - a: e"], 1),
        (["l:", "  - a: b", "  - a: e"], None),
        (["t: x", "  - a: e"], None),
        (["l:", "    a: b", "    c: d"], None),
    ],
)
def test_a_first_item_without_its_dash(lines: list[str], expected: int | None) -> None:
    assert undashed_item(lines, len(lines) - 1) == expected


pieces = st.sampled_from(["a: b", "- a: b", "- b", "a:", "-", "words", "", "# c", "é: b"])


@given(st.lists(st.tuples(st.integers(0, 6), pieces), min_size=1, max_size=8))
def test_a_line_is_never_told_to_stay_where_it_is(parts: list[tuple[int, str]]) -> None:
    lines = [" " * spaces + piece for spaces, piece in parts]
    wrong = misalignment(lines, len(lines) - 1)
    assert wrong is None or wrong.found != wrong.wanted


@given(st.integers(0, 8))
def test_what_it_takes_is_what_mends_it(spaces: int) -> None:
    line = " " * spaces + "- a: f"
    wrong = misalignment([*LIST, line], len(LIST))
    if wrong:
        mended = "\n".join([*LIST, " " * wrong.wanted + line.lstrip()])
        assert len(yaml.safe_load(mended)["l"]) == 3
