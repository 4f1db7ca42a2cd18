"""Watches the files of a project while an author is served: the system says what has changed.

MkDocs looks at every file again and again, and waits for a quarter of a second or more after the
last change. Here a change is known within milliseconds, and so is where it was.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from typing import Any, Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

log = logging.getLogger(f"mkdocs.plugins.{__name__}")

QUIET: Final = 0.03
"""For so many seconds nothing may change before a build begins: editors write in several steps."""

_CHANGES: Final[list[type[FileSystemEvent]]] = [
    FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent,
    DirCreatedEvent, DirMovedEvent, DirDeletedEvent,
]  # fmt: skip
"""What counts: that a file was opened and read does not, or each build would cause the next."""


class Watcher:
    """Takes the place of the observer of MkDocs' server, with as much of it as the server uses."""

    def __init__(self, interval: float = 0.5) -> None:
        self._interval = interval
        """How often to look at every file where the system does not say what changes."""
        self._wanted: dict[str, tuple[_Handler, str, bool]] = {}
        self._observer: Any = None
        self._lock = threading.Lock()
        self._changed: set[str] = set()

    def changed(self) -> set[str]:
        """What has changed since this was last asked: the full paths of files and folders."""
        with self._lock:
            changed, self._changed = self._changed, set()
        return changed

    # What the server asks of an observer

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> str:
        """Watch a file or folder, from :meth:`start` on."""
        real = os.path.realpath(path)
        self._wanted[path] = (_Handler(handler, self._note), real, recursive)
        if self._observer is not None:
            _watch(self._observer, *self._wanted[path])
        return path

    def unschedule(self, watch: str) -> None:
        """Forget about it: what changes there is heard no more."""
        handler, _, _ = self._wanted.pop(watch)
        handler.forget()

    def start(self) -> None:
        """Begin to watch. Where the system cannot say what changes, or not of so many folders,
        every file is looked at now and then."""
        try:
            self._observer = self._started(Observer())
        except OSError as error:
            log.info("Files are looked at every %s s (%s).", self._interval, error)
            self._observer = self._started(PollingObserver(timeout=self._interval))

    def _started(self, observer: Any) -> Any:
        try:
            for wanted in self._wanted.values():
                _watch(observer, *wanted)
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise
        return observer

    def stop(self) -> None:
        """End."""
        if self._observer is not None:
            self._observer.stop()

    def join(self) -> None:
        """Wait until it has ended."""
        if self._observer is not None:
            self._observer.join()

    def _note(self, path: str) -> None:
        with self._lock:
            self._changed.add(path)


def _watch(observer: Any, handler: FileSystemEventHandler, path: str, recursive: bool) -> None:
    observer.schedule(handler, path, recursive=recursive, event_filter=_CHANGES)


class _Handler(FileSystemEventHandler):
    """Notes what has changed, then tells the server that something has."""

    def __init__(self, server: FileSystemEventHandler, note: Callable[[str], None]) -> None:
        self._server: FileSystemEventHandler | None = server
        self._note = note

    def forget(self) -> None:
        """Hear nothing any more."""
        self._server = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """A file was written, or a file or folder came, went or got another name."""
        server = self._server
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        paths = [path for path in paths if not _is_aside(path)]
        if server is None or not paths:
            return
        for path in paths:
            self._note(path)
        server.dispatch(FileModifiedEvent(paths[0]))  # of a folder the server would not hear


def _is_aside(path: str) -> bool:
    """True for what an editor lays beside a file while it is open: hidden, and no text."""
    name = os.path.basename(path)
    return name.startswith(".") and not name.lower().endswith(".md")
