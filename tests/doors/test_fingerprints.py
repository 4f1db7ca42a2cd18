"""The same contents give the same fingerprint, and others another."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from in_memory import workspace_of

from fp_build.doors import fingerprints
from fp_build.doors.disk import open_workspace
from fp_build.doors.fingerprints import of_files, of_folder, of_program, of_values
from fp_build.reading.workspace import Folder


def folder(path: Path) -> Folder:
    return open_workspace(path, "cases", path / "_vocabulary", "v").folders["essai"]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    (tmp_path / "essai").mkdir()
    (tmp_path / "essai" / "index.fr.md").write_text("---\ntitle: Essai\n---\n")
    (tmp_path / "essai" / "photo.png").write_bytes(b"png")
    return tmp_path


def test_neither_times_nor_places_count(cases: Path, tmp_path: Path) -> None:
    before = of_folder(folder(cases))
    os.utime(cases / "essai" / "index.fr.md", (1, 1))
    assert of_folder(folder(cases)) == before
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(cases / "essai", elsewhere / "essai")
    assert of_folder(folder(elsewhere)) == before


@pytest.mark.parametrize("file", ["index.fr.md", "photo.png", "index.en.md", "sub/new.txt"])
def test_what_is_in_a_file_counts(cases: Path, file: str) -> None:
    before = of_folder(folder(cases))
    path = cases / "essai" / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"other")
    assert of_folder(folder(cases)) != before


def test_what_a_file_is_called_counts(cases: Path) -> None:
    before = of_folder(folder(cases))
    (cases / "essai" / "photo.png").rename(cases / "essai" / "image.png")
    assert of_folder(folder(cases)) != before


def test_two_files_are_not_one(cases: Path) -> None:
    one = workspace_of({"essai/a.md": "ab", "essai/b.md": "c"}).folders["essai"]
    other = workspace_of({"essai/a.md": "a", "essai/b.md": "bc"}).folders["essai"]
    assert of_folder(one) != of_folder(other)


def test_a_file_that_vanishes_while_it_is_read_is_no_fault(cases: Path) -> None:
    found = folder(cases)
    (cases / "essai" / "photo.png").unlink()
    assert len(of_folder(found)) == 32


def test_templates_count(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "card.html").write_text("a")
    before = of_files(tmp_path)
    assert of_files(tmp_path) == before
    (tmp_path / "catalogue" / "card.html").write_text("b")
    assert of_files(tmp_path) != before


def test_the_program_is_the_same_for_as_long_as_it_is() -> None:
    assert of_program() == of_program()


def test_values_count() -> None:
    assert of_values(1, "a") == of_values(1, "a")
    assert of_values(1, "a") != of_values("1", "a")


def test_a_name_that_is_no_text_has_a_fingerprint_too(tmp_path: Path) -> None:
    """As every name with an accent, where a build runs in the locale C."""
    name = os.fsdecode(b"\xe9t\xe9")
    (tmp_path / name).write_text("a")
    before = of_files(tmp_path)
    (tmp_path / name).rename(tmp_path / os.fsdecode(b"\xe8t\xe9"))
    assert of_files(tmp_path) != before


@pytest.mark.parametrize("what", ["another version", "one more", "another Python"])
def test_versions_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    def program() -> str:
        fingerprints._packages.cache_clear()
        of_program.cache_clear()
        return of_program()

    (tmp_path / "anything-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    before = program()
    assert program() == before
    if what == "another version":
        (tmp_path / "anything-1.0.dist-info").rename(tmp_path / "anything-1.0.1.dist-info")
    elif what == "one more":
        (tmp_path / "other-1.0.dist-info").mkdir()
    else:
        monkeypatch.setattr(sys, "version", "3.11.99 (main)")
    assert program() != before
    fingerprints._packages.cache_clear()
    of_program.cache_clear()
