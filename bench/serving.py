"""From saving a record to the new page over HTTP, for a program that serves the site."""

from __future__ import annotations

import socket
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from bench.contest import Generator
from bench.corpus import Entry, reword_body
from bench.measure import Command, Failed

EVERY: Final = 0.01
"""Seconds between two looks at the page."""

PATIENCE: Final = 120.0
"""Seconds after which a page that has not come is given up."""


class Served(Generator, Protocol):
    """A generator that can serve."""

    def serve(self, port: int) -> Command:
        """What serves the site to its authors, reloading."""


def delays(generator: Served, entries: Sequence[Entry], runs: int) -> list[float]:
    """How long authors wait, so many times, each time for another record."""
    with _served(generator) as port:
        return [
            _delay(generator, entry, number, port)
            for number, entry in enumerate(_spread(entries, runs), start=1)
        ]


def _spread(entries: Sequence[Entry], runs: int) -> Iterator[Entry]:
    for number in range(runs):
        yield entries[(number * 41 + 3) % len(entries)]


@contextmanager
def _served(generator: Served) -> Iterator[int]:
    port = free_port()
    with tempfile.TemporaryFile() as said:
        server = generator.serve(port).start(said.fileno())
        try:
            _wait_for(_address(port, ""), "", PATIENCE)
            yield port
        finally:
            server.terminate()
            try:
                server.wait(10)
            except Exception:
                server.kill()
                server.wait()


def _delay(generator: Served, entry: Entry, number: int, port: int) -> float:
    path = generator.file_of(entry.slug, entry.language)
    before = path.read_text(encoding="utf-8")
    prefix = "en/" if entry.language == "en" else ""
    address = _address(port, f"{prefix}catalogue/{entry.slug}/")
    _wait_for(address, "", PATIENCE)
    number += 7000
    save(path, reword_body(before, number))
    started = time.perf_counter()
    _wait_for(address, f"Phrase ajoutée {number}.", PATIENCE)
    return time.perf_counter() - started


def save(path: Path, text: str) -> None:
    """As an editor does."""
    path.write_text(text, encoding="utf-8")


def _address(port: int, page: str) -> str:
    return f"http://127.0.0.1:{port}/fp/{page}"


def _wait_for(address: str, words: str, patience: float) -> None:
    """Until the page is there and has these words. Raises Failed when it takes too long."""
    until = time.perf_counter() + patience
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=patience) as answer:
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(EVERY)
    raise Failed(f"{address}: {words!r} never came")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
