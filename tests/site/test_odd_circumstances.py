"""A site is built wherever its source lies, whoever asks for it, and whatever is still missing.

The long form is the command itself on a fresh copy: as an ordinary user who may write nowhere else,
without git's history, then without a network and behind a cache that cannot be written. The short
ones inject the same faults into one build.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from whole_site import PROJECT, Plan, Site, build, build_anew, environment, lay_out

OFFLINE: Final = dict.fromkeys(("http_proxy", "https_proxy", "PIP_INDEX_URL"), "http://127.0.0.1:9")
"""Whoever asks the network all the same is told no at once."""

NOBODY: Final = 65534


def test_far_from_home_with_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "Été à la mer" / "l’essai")
    (project / ".cache").unlink()
    (project / ".cache").touch()  # no folder can be made there, whoever asks, root included
    away = {"HOME": "/nonexistent", "TMPDIR": str(tmp_path), "FP_SEARCH": "0"}
    done = build_anew(project, "-q", "--strict", env=environment(**OFFLINE, **away))
    assert (done.code, done.output) == (0, "")
    assert Site(project / "site").broken() == []
    assert (project / ".cache").read_bytes() == b""
    left = {path.name for path in tmp_path.iterdir()} - {"Été à la mer"}
    assert left == set()


def test_a_catalogue_without_a_record_is_built_and_says_how_to_begin(tmp_path: Path) -> None:
    project = lay_out(Plan(files={}), tmp_path / "project")
    page = project / "docs/fr/methode.md"
    page.write_text(f"{page.read_text('utf-8')}\n[À venir](case:a-venir)\n", encoding="utf-8")
    for _ in range(2):  # and again, where nothing has changed
        done = build(project, "-q", "--strict", env=environment(FP_SEARCH="0"))
        assert done.code == 0, done.output
        assert "encore aucune fiche dans « cases »" in done.output
        assert "« cases/ma-premiere-fiche/ »" in done.output
        assert len(done.output.splitlines()) < 6
    site = Site(project / "site")
    assert site.broken() == []
    assert "À venir" in site.pages["methode/index.html"].words()


def test_without_vocabularies_one_finding_says_so(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    shutil.rmtree(project / "cases")
    done = build(project, "-q", env=environment(FP_LANG="en"))
    assert done.code == 1
    assert done.output.count("[vocabulary-missing]") == 1
    assert "git checkout -- cases/_vocabulary" in done.output
    assert "Traceback" not in done.output


@pytest.mark.torture
@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes another user")
def test_the_command_itself(tmp_path: Path) -> None:
    python = shutil.which("python3", path="/usr/bin:/bin")
    if python is None or subprocess.run([python, "-c", "import ensurepip"], check=False).returncode:
        pytest.skip("an ordinary user has no Python with venv here")
    base = Path("/tmp") / f"fp été à la mer {os.getpid()}"  # pytest's own folder is root's alone
    project, home = base / "copie", base / "home"
    try:
        kept = shutil.ignore_patterns(".*", "site", "build", "node_modules", "__pycache__")
        shutil.copytree(PROJECT, project, ignore=kept)
        home.mkdir(mode=0o555)
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(project)], check=True)
        make(project, home)
        for cache in ("gone", "read-only", "read-only and filled"):
            shutil.rmtree(project / "site")
            if cache != "read-only and filled":
                shutil.rmtree(project / ".cache", ignore_errors=True)
            if cache == "read-only":
                (project / ".cache").mkdir(mode=0o555)
            if cache == "read-only and filled":
                subprocess.run(["chown", "-R", f"{NOBODY}", str(project / ".cache")], check=True)
                subprocess.run(["chmod", "-R", "u+w", str(project / ".cache")], check=True)
                make(project, home)
                shutil.rmtree(project / "site")
                subprocess.run(["chown", "-R", "0:0", str(project / ".cache")], check=True)
                subprocess.run(["chmod", "-R", "a-w", str(project / ".cache")], check=True)
            make(project, home, OFFLINE, "unshare", "--net")
            assert (project / "site/en/catalogue/demande-unique/index.html").is_file()
    finally:
        shutil.rmtree(base)


def make(project: Path, home: Path, more: Mapping[str, str] | None = None, *around: str) -> None:
    known = {key: value for key, value in os.environ.items() if key.startswith("PIP_")}
    env = {**known, "PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", **(more or {})}
    user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    done = subprocess.run(
        [*around, *user, "make", "site"],
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Le site est prêt" in done.stdout


def test_pages_that_a_proposal_says_were_kept_are_not_published(tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    (project / ".cache").unlink()
    assert build(project, "-q", env=environment(FP_SEARCH="0")).code == 0
    before = (project / "site/index.html").stat()
    for command in ("init --quiet", "add --force .cache"):
        subprocess.run(["git", *command.split()], cwd=project, check=True, capture_output=True)
    done = build(project, "-q", env=environment(FP_SEARCH="0"))
    assert done.code == 1
    assert "[kept-in-repository]" in done.output and "Traceback" not in done.output
    assert (project / "site/index.html").stat() == before


def test_what_lies_beside_the_project_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("hunter2")
    project = lay_out(Plan(), tmp_path / "project")
    (project / "docs/fr/secret.txt").symlink_to(tmp_path / "secret.txt")
    (project / "docs/fr/etc").symlink_to("/etc")
    done = build(project, "-q", env=environment(FP_SEARCH="0", FP_LANG="en"))
    assert done.code == 1
    assert done.output.count("[not-a-plain-file]") == 2 and "Traceback" not in done.output
    assert not (project / "site").exists()
