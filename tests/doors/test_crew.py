"""Work shared between processes answers what one process would."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fp_build.doors import crew
from fp_build.doors.crew import Crew, Errand, hands, shared


@pytest.fixture
def two_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer with two processors, however many this one has."""
    if sys.platform != "linux":
        pytest.skip("work is shared on Linux only")
    monkeypatch.setattr(crew, "hands", lambda: 2)


def test_the_order_of_answers_is_that_of_the_items(two_hands: None) -> None:
    assert shared(range(7), lambda item: item * item) == [0, 1, 4, 9, 16, 25, 36]


@settings(max_examples=20)
@given(st.lists(st.text()), st.integers(1, 5))
def test_more_hands_find_the_same(items: list[str], processes: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "hands", lambda: processes if sys.platform == "linux" else 1)
        assert shared(items[:40], str.upper) == [item.upper() for item in items[:40]]


@pytest.mark.parametrize("frozen", [True, False])
def test_what_the_collector_was_told_to_pass_over_it_goes_on_passing_over(
    two_hands: None, frozen: bool
) -> None:
    gc.unfreeze()
    try:
        if frozen:
            gc.freeze()
        assert shared(range(7), str) == list(map(str, range(7)))
        assert bool(gc.get_freeze_count()) is frozen
    finally:
        gc.freeze()  # as the suite has it


def test_another_process_takes_part(two_hands: None) -> None:
    assert len(set(shared(range(4), lambda _: os.getpid()))) == 2


def test_little_work_stays_here(two_hands: None) -> None:
    assert set(shared(range(4), lambda _: os.getpid(), least=3)) == {os.getpid()}


def test_the_others_begin_before_this_process_does_and_leave_nothing_for_it(
    two_hands: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, write = os.pipe()

    def work(item: int) -> int:
        os.write(write, bytes([item]))
        return os.getpid()

    started = noted_forks(monkeypatch)
    with closing(Crew(range(4), work)) as crew:
        crew.begin()
        assert [os.read(read, 1)[0] for _ in range(4)] == [2, 3, 0, 1]  # their own stretch first
        crew.begin()  # they have
        makers = crew.answers()
    assert makers == started * 4
    assert_none_is_left(started)


def test_what_was_begun_and_never_asked_for_is_ended(
    two_hands: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = noted_forks(monkeypatch)
    with pytest.raises(ValueError, match="elsewhere"), closing(Crew(range(2), time.sleep)) as crew:
        crew.begin()
        raise ValueError("elsewhere")
    assert_none_is_left(started)


def test_beside_other_threads_there_is_one_process() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert hands() == 1
    finally:
        done.set()
        thread.join()


def test_elsewhere_than_on_linux_there_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert hands() == 1


@pytest.mark.parametrize("faulty", [0, 1])
def test_what_goes_wrong_in_any_process_is_raised(two_hands: None, faulty: int) -> None:
    def work(item: int) -> int:
        if item == faulty:
            raise OSError(28, "No space left on device")
        return item

    with pytest.raises(OSError, match="No space left"):
        shared(range(2), work)


def test_what_cannot_travel_is_said_all_the_same(two_hands: None) -> None:
    class Odd(Exception):
        """A class that no other process can name."""

    def work(item: int) -> int:
        if item == 1:
            raise Odd("strange")
        return item

    with pytest.raises(RuntimeError, match="Odd: strange"):
        shared(range(2), work)


def test_a_process_that_is_killed_is_no_silent_loss(two_hands: None) -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(ChildProcessError):
        shared(range(2), work)


def noted_forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the processes that are started from now on."""
    started: list[int] = []
    fork = os.fork

    def noted() -> int:
        pid = fork()
        started.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", noted)
    return started


def assert_none_is_left(started: list[int]) -> None:
    (helper,) = started
    with pytest.raises(ChildProcessError):  # nobody waits for it any more
        os.waitpid(helper, os.WNOHANG)


def test_no_process_is_left_behind(two_hands: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(item: int) -> int:
        if item == 0:
            raise ValueError("here")
        return item

    started = noted_forks(monkeypatch)
    with pytest.raises(ValueError, match="here"):
        shared(range(2), work)
    assert_none_is_left(started)


def test_it_is_told_how_much_is_done(two_hands: None) -> None:
    told: list[int] = []
    shared(range(10), lambda item: item, tell=told.append)
    assert told == sorted(told)
    assert told[-1] == 10


def test_an_errand_is_run_by_another_process(two_hands: None) -> None:
    assert Errand(os.getpid).answer() != os.getpid()


def test_an_errand_that_could_not_be_run_is_run_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "hands", lambda: 1)
    assert Errand(os.getpid).answer() == os.getpid()


def test_where_something_has_kept_it_from_its_work_it_is_done_here(two_hands: None) -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert Errand(work).answer() == "done"


def test_what_is_at_fault_in_an_errand_is_raised_here(two_hands: None) -> None:
    def work() -> None:
        raise ValueError("here")

    with pytest.raises(ValueError, match="here"):
        Errand(work).answer()


def test_an_errand_whose_answer_nobody_wants_is_stopped(
    two_hands: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = noted_forks(monkeypatch)
    Errand(signal.pause).close()
    assert_none_is_left(started)


@pytest.mark.parametrize("forks", [0, 1])
def test_where_no_more_processes_are_to_be_had_this_one_does_the_work(
    monkeypatch: pytest.MonkeyPatch, forks: int
) -> None:
    monkeypatch.setattr(crew, "hands", lambda: 3 if sys.platform == "linux" else 1)
    left = [None] * forks

    def fork(work: Callable[[], None]) -> int:
        if not left:
            raise BlockingIOError(errno.EAGAIN, "no more processes")
        left.pop()
        return forked(work)

    forked = crew._forked
    started = noted_forks(monkeypatch)
    monkeypatch.setattr(crew, "_forked", fork)
    with closing(Crew(range(9), lambda item: (item, os.getpid()))) as work:
        work.begin()
        assert work.answers() == [(item, os.getpid()) for item in range(9)]
    assert Errand(os.getpid).answer() == os.getpid()
    if started:
        assert_none_is_left(started)


def test_where_no_file_is_to_be_had_this_process_does_the_work(
    two_hands: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(crew.tempfile, "TemporaryFile", refuse)
    assert shared(range(4), lambda _: os.getpid()) == [os.getpid()] * 4
    assert Errand(os.getpid).answer() == os.getpid()
