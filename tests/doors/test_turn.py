"""One build at a time publishes into a folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fp_build.doors.turn import PATIENCE, Turn

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no file is locked there")

HOLDER = """
import sys, time
from pathlib import Path
from fp_build.doors.turn import Turn
turn = Turn(Path(sys.argv[1]))
print(turn.take(0, lambda: None), turn.is_alone, flush=True)
time.sleep(60)
"""


class Time:
    """A clock that goes on while one sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.said: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def say(self) -> None:
        self.said.append(self.now)


def test_the_second_waits_says_so_and_gives_up(tmp_path: Path) -> None:
    first, time = Turn(tmp_path / "site"), Time()
    second = Turn(tmp_path / "site", time)
    assert first.take(0, time.say) and first.is_alone
    assert not second.take(3, time.say, time.sleep)
    assert not second.is_alone
    assert time.said == [pytest.approx(PATIENCE, abs=0.2)]
    assert time.now == pytest.approx(3, abs=0.2)
    first.give()
    assert second.take(0, time.say) and second.is_alone
    second.give()
    assert list(tmp_path.iterdir()) == []


def test_two_names_of_a_folder_are_one(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").symlink_to("here")
    first, second = Turn(tmp_path / "here" / "site"), Turn(tmp_path / "there" / "site")
    assert first.take(0, lambda: None)
    assert not second.take(0, lambda: None)
    first.give()


def test_other_folders_do_not_wait(tmp_path: Path) -> None:
    turns = [Turn(tmp_path / name) for name in ("site", "demo-site")]
    assert all(turn.take(0, lambda: None) for turn in turns)
    for turn in turns:
        turn.give()


def test_whoever_is_killed_holds_up_nobody(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "site")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True True\n"
        turn = Turn(tmp_path / "site")
        assert not turn.take(0, lambda: None)
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        assert turn.take(0, lambda: None)
        turn.give()


def test_a_lock_that_was_removed_counts_for_nothing(tmp_path: Path) -> None:
    """The one who waited has opened a file that is no longer there."""
    turn = Turn(tmp_path / "site")
    stale = os.open(tmp_path / ".site-building.lock", os.O_CREAT | os.O_RDWR)
    os.unlink(tmp_path / ".site-building.lock")
    assert not turn._is_still_there(stale)
    os.close(stale)


def test_where_nothing_can_be_written_there_is_nothing_to_wait_for(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    turn = Turn(tmp_path / "file" / "site")
    assert turn.take(0, lambda: None)
    assert not turn.is_alone
    turn.give()
