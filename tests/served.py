"""A project being served by the real command, to be edited meanwhile."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from whole_site import environment, free_port, running, until

RECORD: Final = "cases/sans-anglais/index.fr.md"


class Served:
    """A project being served."""

    def __init__(self, project: Path, port: int, log: Path) -> None:
        self.project = project
        self.address = f"http://127.0.0.1:{port}/fp/"
        self._log = log

    def get(self, path: str) -> str:
        """A page, or nothing while there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            error.close()
            return ""
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def shows(self, path: str, text: str, *, not_yet: bool = False) -> None:
        until(lambda: (text in self.get(path)) is not not_yet, self._log.read_text)

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.project / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@contextmanager
def served(project: Path) -> Iterator[Served]:
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload"]
    command += ["--dev-addr", f"127.0.0.1:{port}"]
    log = project.parent / "serve.log"
    # A temporary folder of its own, so that what a stopped server leaves goes with the test.
    (project.parent / "tmp").mkdir()
    env = environment(TMPDIR=str(project.parent / "tmp"))
    with running(command, project, env, log):
        yield Served(project, port, log)
