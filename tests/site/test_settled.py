"""A build that has nothing to do does nothing, and says what the last one said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from whole_site import Plan, Run, build, environment, lay_out

SAME = "rien n’a changé"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with notices, that was built."""
    project = lay_out(Plan(), tmp_path_factory.mktemp("settled") / "project")
    (project / ".cache").unlink()
    (project / ".cache").mkdir()
    built(project).check()
    return project


def built(project: Path, *arguments: str) -> Run:
    return build(project, *arguments, env=environment(FP_SEARCH="0"))


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def findings(run: Run) -> list[str]:
    """The report, whole."""
    report = run.output.partition("Futurs Publics\n")[2]
    assert report
    return report.partition("INFO    -")[0].splitlines()


def test_a_site_that_stands_is_left_alone(project: Path) -> None:
    inode, before = (project / "site").stat().st_ino, files_of(project / "site")
    runs = [built(project) for _ in range(2)]
    assert [SAME in run.output for run in runs] == [True, True]
    assert findings(runs[0]) == findings(runs[1])
    (project / ".cache").rename(project / "away")
    try:
        clean = built(project)
    finally:
        shutil.rmtree(project / ".cache")
        (project / "away").rename(project / ".cache")
    assert SAME not in clean.output
    assert findings(clean) == findings(runs[0])
    assert clean.code == runs[0].code == 0
    assert files_of(project / "site") == before
    assert (project / "site").stat().st_ino != inode


def test_a_site_that_somebody_altered_is_mended(project: Path) -> None:
    before = files_of(project / "site")
    (project / "site/index.html").write_text("altered", encoding="utf-8")
    (project / "site/en/index.html").unlink()
    (project / "site/more.html").touch()
    assert SAME not in built(project).output
    assert files_of(project / "site") == before
    assert SAME in built(project).output
