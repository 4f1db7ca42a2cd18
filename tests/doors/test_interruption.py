"""A build that is asked to stop ends as an exit does, once."""

from __future__ import annotations

import os
import signal

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
    interruption, done = Interruption.heard(), False
    try:
        with pytest.raises(SystemExit), interruption.held_off():
            os.kill(os.getpid(), signal.SIGTERM)
            done = True
        assert done
    finally:
        interruption.close()


def test_whoever_runs_the_build_may_listen_instead() -> None:
    before = signal.getsignal(signal.SIGTERM)
    interruption = Interruption.none()
    assert signal.getsignal(signal.SIGTERM) == before
    assert not interruption.has_come
    interruption.close()
