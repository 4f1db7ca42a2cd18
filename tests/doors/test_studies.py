"""A folder is studied once, and what is remembered is what studying it again would find."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest
from in_memory import CASES, LIMITS, TODAY, workspace_of

from fp_build.doors import studies, trial
from fp_build.doors.cache import Cache
from fp_build.doors.disk import VOCABULARY, open_workspace
from fp_build.doors.fingerprints import of_folder
from fp_build.doors.studies import Studies, of_face
from fp_build.judging.judge import Judgement, judge
from fp_build.judging.record import Record

WRONG = "---\nkind: projet\nstatus: published\ntitel: Un essai\n---\n\nVoir [ça](case:rien).\n"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Three records of the project, and one full of faults."""
    folder = tmp_path / "cases"
    for path in sorted(CASES.glob("[!_]*/"))[:3]:
        shutil.copytree(path, folder / path.name)
    (folder / "fautive").mkdir()
    (folder / "fautive" / "index.fr.md").write_text(WRONG, encoding="utf-8")
    return folder


class Reading:
    """Judges a folder with what is remembered in a cache beside it."""

    def __init__(self, cases: Path) -> None:
        self.cases = cases
        self.last = Studies(Cache(cases), "")

    def judgement(self, *, way: str = "way", remembering: bool = True) -> Judgement:
        workspace = open_workspace(self.cases, "cases", CASES / VOCABULARY, "cases/_vocabulary")
        if not remembering:
            return judge(workspace, TODAY, LIMITS)
        self.last = Studies(Cache(self.cases.parent / "cache"), way)
        return judge(workspace, TODAY, LIMITS, study=self.last)

    def same(self) -> None:
        """What is remembered is what is found anew."""
        warm, cold = self.judgement(), self.judgement(remembering=False)
        assert warm.findings == cold.findings
        assert [described(r) for r in warm.records.values()] == [
            described(r) for r in cold.records.values()
        ]


def described(record: Record) -> tuple[Any, ...]:
    return (
        record.slug,
        record.language,
        record.facts,
        repr(record.words),
        record.translation,
        record.fingerprint,
        {language: text.outline.body for language, text in record.manuscripts.items()},
        sorted(record.folder.entries),
    )


BILINGUAL = {
    "essai/index.fr.md": "---\nkind: project\ntitle: Essai\n---\n## La situation\n",
    "essai/index.en.md": "---\ntitle: Trial\ntranslation: {state: reviewed}\n---\n## Situation\n",
    "essai/photo.png": b"png",
}


def face(files: dict[str, str | bytes]) -> bytes:
    workspace = workspace_of(files)
    record = judge(workspace, TODAY, LIMITS).records["essai"]
    return of_face(record, workspace.folders["essai"])


@pytest.mark.parametrize("file", ["essai/index.fr.md", "essai/index.en.md"])
def test_a_text_is_not_the_face_of_a_record(file: str) -> None:
    assert face({**BILINGUAL, file: f"{BILINGUAL[file]!s}Et plus.\n"}) == face({**BILINGUAL})


@pytest.mark.parametrize(
    "change",
    [
        {"essai/index.fr.md": "---\nkind: project\ntitle: Autre\n---\n## La situation\n"},
        {"essai/index.en.md": "---\ntitle: Other\ntranslation: {state: reviewed}\n---\n"},
        {"essai/index.en.md": "---\ntitle: Trial\ntranslation: {state: machine}\n---\n"},
        {"essai/photo.png": b"other"},
        {"essai/more.png": b"png"},
    ],
)
def test_all_else_is(change: dict[str, str | bytes]) -> None:
    assert face({**BILINGUAL, **change}) != face({**BILINGUAL})


def test_a_translation_that_is_outdated_shows_on_the_face() -> None:
    files: dict[str, str | bytes] = {**BILINGUAL}
    source = judge(workspace_of(files), TODAY, LIMITS).records["essai"].fingerprint
    noted = str(files["essai/index.en.md"]).replace("reviewed", f"reviewed, source_hash: {source}")
    files["essai/index.en.md"] = noted
    assert face({**files, "essai/index.fr.md": f"{files['essai/index.fr.md']!s}Plus.\n"}) != face(
        files
    )


@pytest.fixture
def reading(cases: Path) -> Reading:
    return Reading(cases)


def test_the_second_time_nothing_is_studied(reading: Reading) -> None:
    reading.same()
    assert reading.last.remembered == 0
    reading.same()
    assert reading.last.remembered == 4
    assert set(reading.last.digests) == {path.name for path in reading.cases.iterdir()}


def test_a_folder_that_changed_is_studied_again(reading: Reading) -> None:
    reading.judgement()
    (reading.cases / "fautive" / "index.fr.md").write_text(
        WRONG.replace("projet", "project"), encoding="utf-8"
    )
    reading.same()
    assert reading.last.remembered == 3


def test_a_picture_that_came_is_seen(reading: Reading) -> None:
    reading.judgement()
    (reading.cases / "fautive" / "photo.gif").write_bytes(b"GIF89a")
    reading.same()
    assert reading.last.remembered == 3


def test_another_way_of_judging_studies_all_again(reading: Reading) -> None:
    reading.judgement()
    reading.judgement(way="other")
    assert reading.last.remembered == 0


def test_a_copy_elsewhere_needs_no_study(reading: Reading, tmp_path: Path) -> None:
    reading.judgement()
    there = tmp_path / "elsewhere"
    shutil.copytree(reading.cases, there / "cases")
    shutil.copytree(tmp_path / "cache", there / "cache")
    copy = Reading(there / "cases")
    copy.same()
    assert copy.last.remembered == 4


def test_pictures_are_read_where_they_lie_now(reading: Reading) -> None:
    picture = reading.cases / "fautive" / "photo.png"
    picture.write_bytes(b"one")
    reading.judgement()
    record = reading.judgement().records["fautive"]
    picture.write_bytes(b"two")
    assert record.folder.entries["photo.png"].read() == b"two"


def test_two_processes_find_what_one_does(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studies, "WORTH_SHARING", 1)
    monkeypatch.setattr("fp_build.doors.crew.hands", lambda: 2 if hasattr(os, "fork") else 1)
    reading.same()
    reading.same()
    assert reading.last.remembered == 4


def test_a_damaged_memory_is_no_memory(reading: Reading) -> None:
    reading.judgement()
    for path in (reading.cases.parent / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    reading.same()
    assert reading.last.remembered == 0


def test_what_cannot_be_read_is_studied(reading: Reading) -> None:
    reading.judgement()
    cache = Cache(reading.cases.parent / "cache")
    workspace = open_workspace(reading.cases, "cases", CASES / VOCABULARY, "cases/_vocabulary")
    for folder in workspace.folders.values():
        key = cache.key("study", "way", folder.path, of_folder(folder))
        assert cache.holds(key)
        cache.put(key, bytes(32) + pickle.dumps(os.getcwd))
    reading.same()
    assert reading.last.remembered == 0


def test_a_record_whose_file_has_gone_is_read_again(reading: Reading) -> None:
    reading.judgement()
    cache = Cache(reading.cases.parent / "cache")
    workspace = open_workspace(reading.cases, "cases", CASES / VOCABULARY, "cases/_vocabulary")
    judgement = reading.judgement()
    for folder in workspace.folders.values():
        key = cache.key("study", "way", folder.path, of_folder(folder))
        (cache._folder / key[:2] / key[2:]).unlink()
    cold = reading.judgement(remembering=False)
    assert [described(r) for r in judgement.records.values()] == [
        described(r) for r in cold.records.values()
    ]


LONG = "---\nkind: project\ntitle: Essai\n---\n## La situation\n\n" + "mot " * 20_000


@pytest.fixture
def long(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """A record that is tried before it is read."""
    monkeypatch.setattr(trial, "may_fork", lambda: True)
    (reading.cases / "fautive" / "index.fr.md").write_text(LONG, encoding="utf-8")
    return reading


def ids(judgement: Judgement) -> set[str]:
    return {f.rule.id for f in judgement.findings if f.place.path.startswith("cases/fautive/")}


def test_a_trial_that_failed_is_made_again(long: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have failed because the machine was busy."""
    with monkeypatch.context() as busy:
        busy.setattr(trial, "survives", lambda *_: False)
        failed = long.judgement()
        long.last.note(failed.workspace.folders.values())
        assert ids(failed) == {"too-expensive"}
    again = long.judgement()
    assert "too-expensive" not in ids(again) and "fautive" in again.records
    assert long.last.remembered == 3


def test_what_could_not_be_tried_is_tried_later(
    long: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While an author is served nothing is tried, and what was found then is no promise."""
    with monkeypatch.context() as serving:
        serving.setattr(trial, "may_fork", lambda: False)
        untried = long.judgement()
        long.last.note(untried.workspace.folders.values())
        assert "fautive" in untried.records and untried.records["fautive"].text
    monkeypatch.setattr(trial, "survives", lambda *_: False)
    assert ids(long.judgement()) == {"too-expensive"}


def test_what_was_tried_is_not_tried_again(long: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    found = long.judgement()
    long.last.note(found.workspace.folders.values())
    monkeypatch.setattr(trial, "survives", lambda *_: False)
    assert ids(long.judgement()) == ids(found)
    assert long.last.remembered == 4
