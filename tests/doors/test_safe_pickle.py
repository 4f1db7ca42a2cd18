"""Values read back from a cache are the ones that were put there, and no code."""

from __future__ import annotations

import datetime as dt
import os
import pickle
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fp_build.doors.kept_pages import KeptPage
from fp_build.doors.safe_pickle import loads
from fp_build.words.findings import Place


def test_values_come_back() -> None:
    page = KeptPage(b"a", "b", 1, 2, 3, "")
    assert loads(pickle.dumps({"x": page}), dict, KeptPage) == {"x": page}
    told = (Place("a.md", 1, 2), Decimal("1.5"), dt.date(2026, 1, 2))
    assert loads(pickle.dumps(told), tuple, "fp_build.words.") == told


def test_nothing_comes_of_nothing() -> None:
    assert loads(None, dict) is None
    assert loads(b"", dict) is None
    assert loads(b"garbage", dict) is None
    assert loads(pickle.dumps([1]), dict) is None


@pytest.mark.parametrize("code", [os.getcwd, eval, dt.datetime, Path, KeptPage])
def test_no_other_value_is_made(code: Callable[..., Any]) -> None:
    assert loads(pickle.dumps([code]), list, "fp_build.words.") is None


def test_no_code_is_reached_through_a_module_of_ours() -> None:
    """By a name with dots, or by what the module has imported."""
    for module, name in (("fp_build.reading.source", "re.compile"), ("fp_build.words.text", "re")):
        head = bytes([0x8C, len(module)]) + module.encode() + bytes([0x8C, len(name)])
        assert loads(b"\x80\x04" + head + name.encode() + b"\x93.", object, "fp_build.") is None
