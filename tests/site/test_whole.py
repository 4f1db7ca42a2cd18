"""The published folder is whole, whatever goes wrong with a build."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import mkdocs.utils
import pytest
from in_memory import TODAY, at_noon
from mkdocs.commands import build as host
from mkdocs.config import load_config
from site_faults import Break, beside, build, nth
from whole_site import Plan, Site, lay_out

from fp_build.doors import bindery, cache, crew, data_files, kept_pages, press, spare, staging
from fp_build.doors.mkdocs import receipt
from fp_build.doors.pagefind import SearchFailed
from fp_build.words.addresses import JSON_FILE


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site that was published, and a cache of its own."""
    project = lay_out(Plan(), tmp_path_factory.mktemp("whole") / "project")
    (project / ".cache").unlink()
    (project / "site" / ".git").mkdir(parents=True)
    (project / "site" / ".git" / "HEAD").write_text("ref: refs/heads/pages\n")
    with pytest.MonkeyPatch.context() as patch:
        run = build(project, patch)
    assert run.code == 0, run.output
    return project


@pytest.fixture
def project(published: Path) -> Iterator[Path]:
    """The same, with something new to publish, so that a build has something to do."""
    page = published / "docs" / "fr" / "methode.md"
    before = page.read_text("utf-8")
    page.write_text(f"{before}\nUne phrase de plus.\n", encoding="utf-8")
    yield published
    page.write_text(before, encoding="utf-8")


# Faults


def full(path: Any = None, *rest: Any, **more: Any) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def refused(*rest: Any, **more: Any) -> Any:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "site")


def read_only(*rest: Any, **more: Any) -> Any:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), "site")


def instead(owner: Any, name: str, fault: Callable[..., Any], after: int = 0) -> Break:
    """A door that fails once it has been used so many times."""

    def do(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(owner, name, nth(after, getattr(owner, name), fault))

    do.__name__ = f"{name}-{fault.__name__}"
    return do


def odd(*rest: Any, **more: Any) -> Any:
    raise KeyError("something that no record did")


def search_fails(*rest: Any, **more: Any) -> Any:
    raise SearchFailed("no more memory")


def killed_worker(patch: pytest.MonkeyPatch) -> None:
    """The system stops a process that makes pages, as it does when memory runs out."""
    parent, write = os.getpid(), bindery._write

    def killing(path: str, data: bytes) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        write(path, data)

    patch.setattr(crew, "hands", lambda: 2)
    patch.setattr(bindery, "WORTH_SHARING", 1)
    patch.setattr(bindery, "_write", killing)
    patch.setattr(kept_pages.KeptPages, "_right", lambda *rest: None)


def worker_on_a_full_disk(patch: pytest.MonkeyPatch) -> None:
    parent, write = os.getpid(), bindery._write

    def filling(path: str, data: bytes) -> None:
        full(path) if os.getpid() != parent else write(path, data)

    patch.setattr(crew, "hands", lambda: 2)
    patch.setattr(bindery, "WORTH_SHARING", 1)
    patch.setattr(bindery, "_write", filling)
    patch.setattr(kept_pages.KeptPages, "_right", lambda *rest: None)


def full_after(number: int) -> Break:
    """The disk fills while pages are made."""

    def do(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(bindery, "_write", nth(number, bindery._write, full))
        patch.setattr(kept_pages.KeptPages, "_right", lambda *rest: None)

    do.__name__ = f"page-{number}-full"
    return do


def cut_off(patch: pytest.MonkeyPatch) -> None:
    """Pages that are not all there, of which nothing was said."""
    write = bindery._write
    patch.setattr(bindery, "_write", lambda path, data: write(path, data[:-100]))
    patch.setattr(kept_pages.KeptPages, "_right", lambda *rest: None)


def half_a_catalogue(patch: pytest.MonkeyPatch) -> None:
    """Data that tell of fewer records than there are."""
    kept = data_files.DataFiles._kept

    def shorter(self: data_files.DataFiles, *about: Any) -> Iterator[tuple[str, bytes]]:
        for file, data in kept(self, *about):
            yield file, b"[]" if file == JSON_FILE else data

    patch.setattr(data_files.DataFiles, "_kept", shorter)


FULL: Final = "Le disque est plein"
CLOSED: Final = "Le système refuse"
FAULTS: Final[list[tuple[Break, str]]] = [
    (instead(staging.tempfile, "mkdtemp", full), FULL),
    (instead(staging.tempfile, "mkdtemp", refused), CLOSED),
    (instead(staging.tempfile, "mkdtemp", read_only), CLOSED),
    (instead(mkdocs.utils, "copy_file", full, 3), FULL),
    (instead(mkdocs.utils, "write_file", full, 5), FULL),
    (full_after(7), FULL),
    (instead(press, "lay", full), FULL),
    (instead(staging, "_copy", full), FULL),
    (instead(staging, "_exchange", full), FULL),
    (instead(press.Press, "write", search_fails), "[search-failed]"),
    (instead(press.Press, "besides", odd), "[build-failed]"),
    (cut_off, "[site-page-missing]"),
    (half_a_catalogue, "[site-file-malformed]"),
    (killed_worker, "(SIGKILL)"),
    (worker_on_a_full_disk, FULL),
]


@pytest.mark.parametrize(
    ("fault", "said"), FAULTS, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_build_that_fails_changes_nothing_and_says_why(
    project: Path, monkeypatch: pytest.MonkeyPatch, fault: Break, said: str
) -> None:
    before = Site(project / "site").content()
    with pytest.MonkeyPatch.context() as patch:
        fault(patch)
        run = build(project, patch)
    assert run.code == 1, run.output
    assert said in run.output
    assert "Traceback" not in run.output
    assert run.output.count(" erreur [") == (1 if "site-" not in said else run.output.count(said))
    assert Site(project / "site").content() == before
    assert beside(project) == []


def test_what_can_be_found_out_meanwhile_is_found_out_by_another_process(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, looks = os.getpid(), []

    def elsewhere(look: Callable[..., Any]) -> Callable[..., Any]:
        def looked(*arguments: Any) -> Any:
            if os.getpid() == here:
                looks.append(look)
            return look(*arguments)

        return looked

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "hands", lambda: 2)
        patch.setattr(spare, "_ready", elsewhere(spare._ready))
        patch.setattr(receipt, "_is_untouched", elsewhere(receipt._is_untouched))
        patch.setattr(kept_pages.KeptPages, "_tidy", elsewhere(kept_pages.KeptPages._tidy))
        run = build(project, patch)
    assert run.code == 0, run.output
    assert looks == []


def test_an_author_is_shown_a_page_with_a_dead_link_and_told(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = project / "docs" / "fr" / "methode.md"
    page.write_text(f"{page.read_text('utf-8')}\n[Bientôt](demain.html)\n", encoding="utf-8")
    caplog.set_level(logging.WARNING, "mkdocs")
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at_noon(TODAY))))
    config = load_config(site_dir=str(tmp_path / "served"))
    config.plugins.on_startup(command="serve", dirty=False)
    host.build(config)
    served = (tmp_path / "served" / "methode" / "index.html").read_text("utf-8")
    assert "Bientôt" in served
    (said,) = [record.getMessage() for record in caplog.records if "dead-link" in record.msg]
    assert "docs/fr/methode.md:" in said and "avertissement [dead-link]" in said


def test_a_cache_that_is_full_only_costs_time(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(project, tmp_path / "p", ignore=shutil.ignore_patterns(".cache", "site"))
    copy = tmp_path / "p"
    (copy / ".cache").mkdir()
    whole = cache.Path.write_bytes

    def write(path: Path, data: bytes) -> int:
        return full(path) if ".cache" in path.parts else whole(path, data)

    def link(there: str, here: str) -> None:
        full(here)

    monkeypatch.setattr(kept_pages, "_link", link)
    monkeypatch.setattr(cache.Path, "write_bytes", write)
    run = build(copy, monkeypatch)
    assert run.code == 0, run.output
    monkeypatch.undo()
    expected = build(project, monkeypatch, "--site-dir", str(tmp_path / "expected"))
    assert expected.code == 0
    assert Site(copy / "site").content() == Site(tmp_path / "expected").content()


SIZES: Final = 10


@pytest.mark.torture
def test_a_disk_that_fills_leaves_the_published_site(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small disk of ten sizes, from no room at all to enough. Without the right to mount one,
    writing fails after so many bytes instead."""
    disk = tmp_path / "disk"
    disk.mkdir()
    target = disk / "site"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "none", disk], capture_output=True)
    if mounted.returncode != 0:
        print("no right to mount a small disk: its fault is injected where files are written")
    try:
        run = build(project, monkeypatch, "--site-dir", str(target))
        assert run.code == 0, run.output
        old = Site(target).content()
        used = sum(len(data) + 4096 for data in old.values()) + 4096 * len(list(target.rglob("*")))
        outcomes = []
        for size in range(SIZES):
            page = project / "docs" / "fr" / "methode.md"
            page.write_text(f"{page.read_text('utf-8')}\nEncore {size}.\n", encoding="utf-8")
            room = used * size * 2 // SIZES
            with pytest.MonkeyPatch.context() as patch:
                if mounted.returncode == 0:
                    about = os.statvfs(disk)
                    full_now = (about.f_blocks - about.f_bfree) * about.f_frsize
                    options = f"remount,size={full_now + room}"
                    subprocess.run(["mount", "-o", options, disk], check=True)
                else:
                    fill_after(patch, room, disk)
                run = build(project, patch, "--site-dir", str(target))
            outcomes.append(run.code)
            if run.code == 0:
                old = Site(target).content()
                assert f"Encore {size}." in old["methode/index.html"].decode()
            else:
                assert run.code == 1
                assert FULL in run.output and run.output.count("erreur [") == 1
                assert "Traceback" not in run.output
                assert Site(target).content() == old
            assert [path.name for path in disk.iterdir()] == ["site"]
        assert outcomes[0] == 1 and outcomes[-1] == 0
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", disk], check=True)


def fill_after(patch: pytest.MonkeyPatch, room: int, disk: Path) -> None:
    """Files below a folder take so many bytes, and no more."""
    left = [room]
    whole = Path.write_bytes

    def take(path: Any, data: bytes) -> None:
        if str(path).startswith(str(disk)):
            left[0] -= len(data) + 4096
            if left[0] < 0:
                full(path)

    def write(path: str, data: bytes) -> None:
        take(path, data)
        written(path, data)

    def write_bytes(path: Path, data: bytes) -> int:
        take(path, data)
        return whole(path, data)

    written = bindery._write
    patch.setattr(bindery, "_write", write)
    patch.setattr(Path, "write_bytes", write_bytes)
