"""What a build says of its progress: a bar on a terminal, lines elsewhere, nothing when quiet."""

from __future__ import annotations

import io

import pytest

from fp_build.doors.progress import PATIENCE, PAUSE, Counts, Progress, ending
from fp_build.words.languages import Language


class Screen(io.StringIO):
    """A terminal that remembers all that was shown."""

    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def told(
    stream: io.StringIO, seconds: float, language: Language = "fr", quiet: bool = False
) -> list[str]:
    """The lines said while ten pages are made, one in so many seconds."""
    clock, lines = Clock(), list[str]()
    with Progress(language, None if quiet else lines.append, stream, clock) as progress:
        for done in range(1, 11):
            clock.now += seconds
            progress(done, 10)
    return lines


def test_on_a_terminal_a_bar_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    assert told(screen, PATIENCE) == []
    assert "Pages du catalogue" in screen.getvalue()
    assert "10/10" in screen.getvalue()


def test_a_short_build_draws_nothing() -> None:
    screen = Screen()
    assert told(screen, PATIENCE / 20) == []
    assert screen.getvalue() == ""


def test_elsewhere_a_line_is_said_now_and_then() -> None:
    stream = io.StringIO()
    assert told(stream, PAUSE / 2) == [
        f"Pages du catalogue : {done} sur 10" for done in (2, 4, 6, 8)
    ]
    assert told(stream, PAUSE / 2, "en")[0] == "Pages of the catalogue: 2 of 10"
    assert told(stream, PAUSE / 20) == []
    assert stream.getvalue() == ""


def test_a_quiet_build_says_nothing() -> None:
    screen = Screen()
    assert told(screen, PAUSE, quiet=True) == []
    assert screen.getvalue() == ""


def test_the_end_says_what_there_is() -> None:
    assert ending("fr", Counts(28, 1, taken=0, warnings=0), 1.26) == (
        "Futurs Publics\u00a0: 28 fiches, 1 page du catalogue, 0 avertissement, 1,3\u00a0s"
    )
    assert ending("en", Counts(1, 300, taken=299, warnings=2), 0.5) == (
        "Futurs Publics: 1 record, 300 pages of the catalogue (299 of them from the last build),"
        " 2 warnings, 0.5\u00a0s"
    )
    told = ending("fr", Counts(1, 2, taken=1, warnings=0), 1)
    assert "dont 1 reprise du passage précédent" in told
    told = ending("fr", Counts(1, 2, taken=1, warnings=0), 0.4, same=True)
    assert "2 pages du catalogue (rien n’a changé), 0 avertissement, 0,4\u00a0s" in told
