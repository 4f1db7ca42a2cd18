"""The collector of garbage waits while records are made."""

from __future__ import annotations

import gc

import pytest

from fp_build.doors.collector import without_collector


def test_the_collector_waits_and_goes_on() -> None:
    assert gc.isenabled()
    with without_collector():
        assert not gc.isenabled()
        with without_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError), without_collector():
        raise ValueError
    assert gc.isenabled()
