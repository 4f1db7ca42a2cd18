"""What changes on disk is told to the server, and where it was."""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from fp_build.doors.mkdocs import watching
from fp_build.doors.mkdocs.watching import Watcher

SOON = 20
"""Seconds after which a change that was not told is taken not to have been noticed."""


class Server(FileSystemEventHandler):
    """What MkDocs' server does of a change, noted; like it, it hears nothing of folders."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher
        self._told: queue.Queue[FileSystemEvent] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self._told.put(event)

    def hears_of(self, *paths: Path) -> set[str]:
        """Wait until all these have changed; answers all that has."""
        changed: set[str] = set()
        while not changed >= {os.fspath(path) for path in paths}:
            self._told.get(timeout=SOON)
            changed |= self._watcher.changed()
        return changed


@pytest.fixture(params=["told by the system", "looking at every file"])
def server(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    """A server that hears of a folder of records and of a single file beside it."""
    if request.param == "looking at every file":
        monkeypatch.setattr(watching, "Observer", _none)
    (tmp_path / "cases" / "one").mkdir(parents=True)
    (tmp_path / "cases" / "one" / "index.fr.md").write_text("before")
    (tmp_path / "mkdocs.yml").write_text("before")
    watcher = Watcher(interval=0.05)
    server = Server(watcher)
    watcher.schedule(server, str(tmp_path / "cases"), recursive=True)
    watcher.schedule(server, str(tmp_path / "mkdocs.yml"), recursive=False)
    watcher.start()
    yield server
    watcher.stop()
    watcher.join()


def _none() -> None:
    raise OSError(28, "inotify watch limit reached")


def test_a_file_that_is_written_in_place(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "cases" / "one" / "index.fr.md"
    file.write_text("after, and longer")
    assert server.hears_of(file) == {str(file)}


def test_a_file_that_takes_the_place_of_another(server: Server, tmp_path: Path) -> None:
    aside, file = (tmp_path / "cases" / "one" / name for name in (".4913", "index.fr.md"))
    aside.write_text("after, and longer")
    aside.replace(file)
    assert server.hears_of(file) == {str(file)}


def test_a_folder_that_comes_and_goes(server: Server, tmp_path: Path) -> None:
    new, other = tmp_path / "cases" / "two", tmp_path / "cases" / "three"
    new.mkdir()
    (new / "index.fr.md").write_text("new")
    server.hears_of(new, new / "index.fr.md")
    new.rename(other)
    server.hears_of(other)
    (other / "index.fr.md").unlink()
    other.rmdir()
    server.hears_of(other)


def test_reading_is_no_change_nor_is_a_file_beside(server: Server, tmp_path: Path) -> None:
    (tmp_path / "cases" / "one" / "index.fr.md").read_text()
    (tmp_path / "other.yml").write_text("beside")
    (tmp_path / "mkdocs.yml").write_text("after, and longer")
    assert server.hears_of(tmp_path / "mkdocs.yml") == {str(tmp_path / "mkdocs.yml")}


def test_what_is_forgotten_is_not_told(tmp_path: Path) -> None:
    kept, forgotten = tmp_path / "kept", tmp_path / "forgotten"
    kept.mkdir()
    forgotten.mkdir()
    watcher = Watcher()
    server = Server(watcher)
    watcher.schedule(server, str(kept), recursive=True)
    watch = watcher.schedule(server, str(forgotten), recursive=True)
    watcher.unschedule(watch)
    watcher.start()
    try:
        (forgotten / "file").write_text("x")
        (kept / "file").write_text("x")
        assert server.hears_of(kept / "file") == {str(kept / "file")}
    finally:
        watcher.stop()
        watcher.join()
