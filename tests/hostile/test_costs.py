"""No text under the size limits takes more than a second of computing or 300 MB.

Each family is read, judged and rendered at the largest size there is room for, in a process that
the system ends when it has used that up: nothing is measured here, so that nothing depends on how
busy the machine is, but for the second itself.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, Final

import pytest
from in_memory import LIMITS, project_vocabularies, workspace_of

from fp_build.doors import trial
from fp_build.judging.desk import Lectern
from fp_build.judging.study import study_folder
from fp_build.reading.workspace import Folder
from fp_build.words.findings import Place
from hostile.families import BODIES, FRONTS, LINE, Family

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
"""See ``_may_fork``."""

SLOW: Final = float(os.environ.get("FP_SLOW", "2"))
"""How many seconds of a busy machine are one of a machine that has nothing else to do."""

WORST: Final = {
    *("front: brackets", "in_one: numbered lists deep", "in_blocks: paragraphs"),
    *("in_blocks: headings", "in_blocks: ascii quotes", "in_blocks: entities opened"),
    *("in_one: guillemets", "in_one: controls", "in_one: spaces"),
}
"""Those that once took longest, and are looked at each time; the others are in ``make torture``."""


def in_one(family: Family, room: int) -> str:
    return family(room)


def in_blocks(family: Family, room: int) -> str:
    """The same with an empty line now and then, so that no block is too long to be read."""
    done: list[str] = []
    size = 0
    for line in family(room - room // LIMITS.block_characters - 50).split("\n"):
        size += len(line) + 1
        if size > LIMITS.block_characters - 5_000:
            done.append("")
            size = len(line)
        done.append(line)
    return "\n".join(done)


def cut(text: str, size: int) -> str:
    """The beginning of a text, at most so many bytes of it."""
    return text.encode()[:size].decode(errors="ignore")


def body_of(text: str) -> str:
    head = "---\nkind: project\nstatus: draft\ntitle: Un essai\n---\n"
    return head + cut(text, LIMITS.text_bytes - len(head))


def front_of(text: str) -> str:
    head = "---\nkind: project\nstatus: draft\n"
    return f"{head}{text[: LIMITS.front_matter_characters - 40].rstrip(chr(10))}\n---\nUn texte.\n"


@lru_cache(maxsize=1)
def lectern() -> Lectern:
    return Lectern(vocabularies=project_vocabularies(), limits=LIMITS)


def folder_of(text: str) -> Folder:
    return workspace_of({"essai/index.fr.md": text}).folders["essai"]


def each() -> list[Any]:
    found = []
    for name, family in FRONTS.items():
        found.append(one(f"front: {name}", partial(lambda f: front_of(f(65_000)), family)))
    for name, family in BODIES.items():
        for way in (in_one, in_blocks):
            make = partial(lambda f, w: body_of(w(f, LIMITS.text_bytes)), family, way)
            found.append(one(f"{way.__name__}: {name}", make))
    return found


def one(title: str, make: Callable[[], str]) -> Any:
    return pytest.param(make, id=title, marks=() if title in WORST else pytest.mark.torture)


@pytest.fixture(autouse=True)
def _may_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads run beside the tests: they hold nothing that these need."""
    monkeypatch.setattr(trial, "may_fork", lambda: True)


@pytest.mark.parametrize("make", each())
def test_a_text_is_read_and_rendered_in_a_second(make: Callable[[], str]) -> None:
    finding = trial.tried(folder_of(make()), lectern(), least=0, seconds=trial.SECONDS * SLOW)
    assert finding is None


def test_what_takes_longer_is_a_finding() -> None:
    """Whatever nobody has thought of yet."""
    folder = folder_of(body_of("mot " * 120_000))
    finding = trial.tried(folder, lectern(), seconds=0.001)
    assert finding is not None and finding.rule.id == "too-expensive"
    assert finding.place == Place("cases/essai/index.fr.md")
    assert "0.001 s" in finding.message("fr")


def test_what_takes_more_memory_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "study_folder", lambda *_: bytearray(2 * trial.MEMORY))
    folder = folder_of(body_of("mot " * 20_000))
    assert trial.tried(folder, lectern()) is not None


def test_a_usual_text_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "survives", lambda *_: False)
    usual, long = folder_of(body_of("mot " * 1_000)), folder_of(body_of("mot " * 20_000))
    assert trial.study_on_trial(usual, lectern())[0] is not None
    record, (finding,) = trial.study_on_trial(long, lectern())
    assert record is None and finding.rule.id == "too-expensive"


def test_where_no_process_is_to_be_had_there_is_no_trial(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr("os.fork", fork)
    assert trial.tried(folder_of(body_of("mot " * 20_000)), lectern()) is None


def test_an_error_of_ours_is_not_taken_for_a_costly_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes out where the text is then read."""

    def broken(*_: object) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr(trial, "study_folder", broken)
    folder = folder_of(body_of("mot " * 20_000))
    assert trial.tried(folder, lectern()) is None
    with pytest.raises(RuntimeError, match="ours"):
        trial.study_on_trial(folder, lectern())


def test_a_long_line_has_room_in_the_families() -> None:
    assert LIMITS.line_characters > LINE
    assert study_folder(folder_of(body_of("mot\n")), lectern())[0] is not None
