"""``mkdocs serve``: an edit shows after a reload, and a fault never takes the last good pages."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whole_site import Plan, environment, free_port, lay_out, running, until

RECORD = "cases/sans-anglais/index.fr.md"


class Served:
    """A project being served."""

    def __init__(self, project: Path, port: int, log: Path) -> None:
        self.project = project
        self._address = f"http://127.0.0.1:{port}/fp/"
        self._log = log

    def get(self, path: str) -> str:
        """A page, or nothing while there is none."""
        try:
            with urllib.request.urlopen(self._address + path, timeout=30) as answer:
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


def test_edits_show_and_faults_keep_the_last_good_pages(tmp_path: Path) -> None:
    page = "en/catalogue/sans-anglais/"
    with served(lay_out(Plan(), tmp_path / "project")) as here:
        here.shows(page, "Un projet qui attend sa traduction")
        assert here.get("preview-report.txt") == ""

        here.edit(RECORD, "title: Un projet qui attend", "title: Un projet qui espère")
        here.shows(page, "Un projet qui espère sa traduction")

        here.edit("cases/_vocabulary/themes.yml", "en: Ageing and autonomy", "en: Growing old")
        here.shows(page, "Growing old")

        here.edit("overrides/catalogue/record.html", '<h1 id="top"', '<h1 id="top" data-new="1"')
        here.shows(page, 'data-new="1"')

        here.edit(RECORD, "themes: [ageing]", "themes: [nulle-part]")
        here.shows("preview-report.txt", "unknown-term")
        report = here.get("preview-report.txt")
        assert RECORD in report and "nulle-part" in report
        assert "Un projet qui espère" in here.get(page)
        assert "preview-report.txt" in here.get(page)

        here.edit(RECORD, "themes: [nulle-part]", "themes: [disability]")
        here.shows(page, "/theme/disability/")
        here.shows("preview-report.txt", "unknown-term", not_yet=True)

        here.edit("overrides/catalogue/record.html", 'data-new="1"', "{{ record.nowhere }}")
        here.shows("preview-report.txt", "nowhere")
        assert 'data-new="1"' in here.get(page)
        here.edit("overrides/catalogue/record.html", "{{ record.nowhere }}", 'data-new="2"')
        here.shows(page, 'data-new="2"')


def test_a_first_start_with_a_fault_shows_the_report_and_recovers(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    file = project / RECORD
    good = file.read_text("utf-8")
    file.write_text(good.replace("themes: [ageing]", "themes: [nulle-part]"), encoding="utf-8")
    with served(project) as here:
        for home in ("", "en/"):
            here.shows(home, "unknown-term")
            assert f"{RECORD}:" in here.get(home)
        here.edit(RECORD, "themes: [nulle-part]", "themes: [ageing]")
        here.shows("", "Le site d’essai")
        here.shows("catalogue/sans-anglais/", "Un projet qui attend sa traduction")
        assert "unknown-term" not in here.get("")
