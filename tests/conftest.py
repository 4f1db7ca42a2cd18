"""What many tests are given."""

from __future__ import annotations

import datetime as dt
import gc
import shutil
import signal
from pathlib import Path

import in_memory
import pytest
from hypothesis import settings

from fp_build.reading.vocabulary import Vocabularies

# The same examples each time, however busy the machine: nobody is blocked but by their own change.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

# A shell that starts the suite in the background has it pass over Ctrl-C, and so would the builds
# that are to be interrupted.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Thousands of tests and the sites they share stay until the end: to look through them for
    garbage again and again took a quarter of the time."""
    gc.freeze()
    gc.set_threshold(2_000, 20, 100)


@pytest.fixture
def today() -> dt.date:
    return in_memory.TODAY


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    """The project's own."""
    return in_memory.project_vocabularies()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project on disk with the vocabularies, as the current folder, on the day of the
    tests."""
    (tmp_path / "cases").mkdir()
    shutil.copytree(in_memory.CASES / "_vocabulary", tmp_path / "cases" / "_vocabulary")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(in_memory.at_noon(in_memory.TODAY))))
    monkeypatch.delenv("FP_LANG", raising=False)
    return tmp_path
