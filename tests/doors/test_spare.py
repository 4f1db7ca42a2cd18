"""What a spare holds does not matter: what comes of it is what was built and what stands."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fp_build.doors import crew, staging
from fp_build.doors.spare import MOST, Spare
from fp_build.doors.staging import Staging

NAMES = st.sampled_from(["a", "b/index.html", "b/c/index.html", "b/c/d", "e/f", "g"])


def fill(folder: Path, files: Collection[str], text: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text} {name}")
    return folder


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def with_spare(target: Path, folder: Path) -> Staging:
    return Staging(target, Spare(folder, target))


def taken(folder: Path, target: Path, *, alone: bool = False) -> Spare:
    """A spare that has been taken and looked at."""
    spare = Spare(folder, target, alone=alone)
    assert spare.is_there is spare.taken.is_dir()
    return spare


def published(folder: Path, built: Collection[str], standing: Collection[str] = ()) -> Path:
    """A build that publishes these files."""
    target = folder / "site"
    staging = with_spare(target, folder / "before")
    fill(staging.folder, built, "new")
    staging.publish(standing)
    return target


def test_without_a_spare_what_was_built_is_published(tmp_path: Path) -> None:
    assert files_of(published(tmp_path, ["a"])) == {"a": "new a"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(NAMES), st.sets(NAMES), st.data())
def test_all_that_was_built_and_all_that_stands(
    tmp_path_factory: pytest.TempPathFactory,
    spare: set[str],
    built: set[str],
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.mktemp("spare")
    standing = data.draw(st.sets(st.sampled_from(sorted(spare)))) if spare else set()
    standing -= built
    published(folder, ["old"])
    published(folder, ["newer"])
    (aside,) = (folder / "before").iterdir()
    for path in aside.iterdir():
        path.unlink()
    fill(aside, spare, "kept")
    site = published(folder, built, standing)
    expected = {name: f"new {name}" for name in built} | {n: f"kept {n}" for n in standing}
    assert files_of(site) == expected
    assert all(any(path.rglob("*")) for path in site.rglob("*") if path.is_dir()), "empty folders"


def test_what_stands_is_not_written_again(tmp_path: Path) -> None:
    published(tmp_path, ["a", "b"])
    published(tmp_path, ["a", "b"])
    (aside,) = (tmp_path / "before").iterdir()
    before = (aside / "a").stat()
    site = published(tmp_path, ["b"], ["a"])
    assert (site / "a").stat() == before


def test_hidden_files_of_the_site_stay(tmp_path: Path) -> None:
    site = published(tmp_path, ["a"])
    (site / ".nojekyll").touch()
    for _ in range(3):
        assert ".nojekyll" in files_of(published(tmp_path, ["a"]))


def test_two_builds_do_not_take_the_same_spare(tmp_path: Path) -> None:
    target = published(tmp_path, ["a"])
    published(tmp_path, ["a"])
    one, other = (taken(tmp_path / "before", target) for _ in range(2))
    assert one.taken.is_dir()
    other.taken = other.taken.with_name("other")
    assert not other.taken.is_dir()


def test_a_build_that_fails_gives_the_spare_back(tmp_path: Path) -> None:
    target = published(tmp_path, ["a"])
    published(tmp_path, ["a"])
    staging = with_spare(target, tmp_path / "before")
    staging.discard()
    assert taken(tmp_path / "before", target).taken.is_dir()
    assert files_of(target) == {"a": "new a"}


def test_after_a_first_build_one_is_laid_of_the_site_as_it_stands(tmp_path: Path) -> None:
    site = published(tmp_path, ["a", "b/c/index.html"])
    (site / ".git").mkdir()
    (site / ".git" / "config").touch()
    before = (site / "b/c/index.html").stat()
    spare = taken(tmp_path / "before", site)
    assert set(spare.files) == {"a", "b/c/index.html"}
    assert spare.files["b/c/index.html"][0] == before.st_ino
    assert files_of(site) == {**files_of(spare.taken), ".git/config": ""}
    spare.give_back()
    fill(site, ["b/d"], "since then")
    assert set(taken(tmp_path / "before", site).files) == {"a", "b/c/index.html"}, "once is enough"


def test_the_site_that_readers_see_stays_as_it_is_until_the_exchange(tmp_path: Path) -> None:
    site = published(tmp_path, ["a", "b/c", "b/d"])
    before = files_of(site)
    spare = taken(tmp_path / "before", site)
    spare.hand_over(fill(tmp_path / "built", ["a", "b/c"], "newer"), ["b/d"])
    assert files_of(site) == before


def test_where_the_site_cannot_be_exchanged_what_stands_is_not_copied_onto_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of a spare that was laid are those of the site."""

    def exchange(one: Path, other: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(staging, "_exchange", exchange)
    site = published(tmp_path, ["a", "b/c", "b/d"])
    published(tmp_path, ["b/c"], ["a"])
    assert files_of(site) == {"a": "new a", "b/c": "new b/c"}


def test_where_files_cannot_be_linked_none_is_laid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = published(tmp_path, ["a", "b/c"])
    linked = []

    def link(source: str, target: str, *, follow_symlinks: bool) -> None:
        linked.append(source)
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(crew, "hands", lambda: 1)
    spare = taken(tmp_path / "before", site)
    assert (spare.files, spare.is_there) == ({}, False)
    assert list((tmp_path / "before").iterdir()) == []


def test_on_another_disk_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if "before" in os.fspath(target):
            raise OSError(18, "Invalid cross-device link")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    for _ in range(3):
        published(tmp_path, ["a"])
    assert list((tmp_path / "before").iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["before", "site"]


def test_few_are_put_aside(tmp_path: Path) -> None:
    for number in range(MOST + 2):
        target = tmp_path / f"site-{number}"
        for _ in range(2):
            staging = with_spare(target, tmp_path / "before")
            fill(staging.folder, ["a"], "new")
            staging.publish()
    assert len(list((tmp_path / "before").iterdir())) == MOST


def test_what_a_killed_build_had_taken_is_taken_over_by_one_that_is_alone(tmp_path: Path) -> None:
    published(tmp_path, ["a"])
    published(tmp_path, ["a"])
    killed = taken(tmp_path / "before", tmp_path / "site").taken
    assert killed.is_dir()
    killed = killed.rename(f"{killed}1")  # of another process
    assert taken(tmp_path / "before", tmp_path / "site").taken != killed
    next_one = taken(tmp_path / "before", tmp_path / "site", alone=True)
    assert files_of(next_one.taken) == {"a": "new a"}
    assert not killed.exists()


def test_where_none_can_be_put_aside_nothing_stands(tmp_path: Path) -> None:
    (tmp_path / "before").touch()
    for _ in range(2):
        published(tmp_path, ["a"])
    assert taken(tmp_path / "before", tmp_path / "site").files == {}
