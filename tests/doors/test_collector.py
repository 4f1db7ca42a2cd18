"""The collector of garbage waits while records are made."""

from __future__ import annotations

import gc
import subprocess
import sys

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


def test_what_is_kept_is_looked_at_no_more() -> None:
    """In a process of its own: it lasts."""
    code = (
        "import gc\n"
        "from fp_build.doors.collector import keep_all\n"
        "keep_all()\n"
        "assert gc.isenabled() and not gc.get_objects()[100:]\n"
        "assert gc.get_threshold()[0] > 700\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_is_left_to_the_system_is_not_taken_apart() -> None:
    """In a process of its own: it lasts."""
    code = (
        "import gc\n"
        "from fp_build.doors.collector import leave_to_the_system\n"
        "class Thing:\n"
        "    def __del__(self): print('taken apart')\n"
        "leave_to_the_system(Thing())\n"
        "gc.collect()\n"
        "usual = Thing()\n"
        "del usual\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout.split("\n") == ["taken apart", ""]  # the usual one alone
