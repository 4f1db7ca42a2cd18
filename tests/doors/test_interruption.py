"""A build that is asked to stop ends as an exit does, once."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from fp_build.doors.interruption import Interruption


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_request_ends_it_and_the_second_is_passed_over(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    interruption = Interruption.heard()
    try:
        with pytest.raises(SystemExit) as ended:
            os.kill(os.getpid(), number)
        assert ended.value.code == 128 + number
        assert interruption.has_come
        os.kill(os.getpid(), number)
    finally:
        interruption.close()
    assert signal.getsignal(number) == before


def test_what_holds_it_off_is_done_to_its_end() -> None:
    """Also where another thread runs, to which the system may give the signal as well."""
    interruption, done, over = Interruption.heard(), False, threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        with pytest.raises(SystemExit) as ended, interruption.held_off():
            signal.pthread_kill(other.ident or 0, signal.SIGTERM)
            while not interruption.has_come:
                over.wait(0.001)
            done = True
        assert done
        assert ended.value.code == 128 + signal.SIGTERM
    finally:
        over.set()
        other.join()
        interruption.close()


def test_what_fails_meanwhile_is_told_as_such() -> None:
    interruption = Interruption.heard()
    try:
        with pytest.raises(ValueError), interruption.held_off():
            signal.raise_signal(signal.SIGTERM)
            raise ValueError
        assert interruption.has_come
    finally:
        interruption.close()


def test_whoever_runs_the_build_may_listen_instead() -> None:
    before = signal.getsignal(signal.SIGTERM)
    interruption = Interruption.none()
    assert signal.getsignal(signal.SIGTERM) == before
    assert not interruption.has_come
    interruption.close()
