"""What a project may not bring: pages that somebody says a build has kept, links out of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from fp_build.doors.mkdocs.entrance import judge_entrance
from fp_build.doors.mkdocs.places import CACHE


@pytest.fixture
def base(tmp_path: Path) -> Path:
    base = tmp_path / "projet"
    for folder in ("docs/fr", "cases/_vocabulary", f"{CACHE}/pages"):
        (base / folder).mkdir(parents=True)
    (base / "docs/fr/index.md").touch()
    (base / CACHE / "pages/a").touch()
    git(base, "init", "--quiet")
    git(base, "add", "docs")
    return base


def git(base: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", base, *arguments], check=True, capture_output=True)


def told(base: Path, site: str = "site") -> list[str]:
    parts = (base / "docs", base / "cases", base / "overrides", base / site)
    findings = judge_entrance(base, *parts)
    return [f"{finding.place.path} {finding.rule.id}" for finding in findings]


def without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")


def test_what_builds_keep_beside_the_repository(base: Path) -> None:
    assert told(base) == []


@pytest.mark.parametrize("has_git", [True, False])
def test_what_builds_keep_in_the_repository(
    base: Path, monkeypatch: pytest.MonkeyPatch, *, has_git: bool
) -> None:
    git(base, "add", "--force", ".cache")
    if not has_git:
        without_git(monkeypatch)
    assert told(base) == [f"{CACHE} kept-in-repository"]


@pytest.mark.parametrize("has_git", [True, False])
def test_what_other_programs_keep_there(
    base: Path, monkeypatch: pytest.MonkeyPatch, *, has_git: bool
) -> None:
    (base / ".cache/plugin").mkdir()
    (base / ".cache/plugin/a").touch()
    git(base, "add", "--force", ".cache/plugin")
    if not has_git:
        without_git(monkeypatch)
    assert told(base) == []


def test_a_link_to_what_the_repository_holds(base: Path) -> None:
    (base / ".cache").rename(base / "docs/kept")
    (base / ".cache").symlink_to("docs/kept")
    assert told(base) == [f"{CACHE} kept-in-repository"]


def test_a_link_to_another_disk(base: Path, tmp_path: Path) -> None:
    (base / ".cache").rename(tmp_path / "kept")
    (base / ".cache").symlink_to(tmp_path / "kept")
    assert told(base) == []
    git(base, "add", "--force", ".cache")
    assert told(base) == [f"{CACHE} kept-in-repository"]


def test_a_repository_in_the_repository(base: Path) -> None:
    git(base / ".cache", "init", "--quiet")
    git(base / ".cache", "add", ".")
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    git(base / ".cache", *name, "commit", "--quiet", "-m", "x")
    git(base, "add", "--force", ".cache")
    assert told(base) == [f"{CACHE} kept-in-repository"]


def test_a_project_in_a_part_of_a_repository(base: Path) -> None:
    git(base.parent, "init", "--quiet")
    (base / ".git").rename(base.parent / "aside")
    assert told(base) == []
    git(base.parent, "add", "--force", "projet/.cache")
    assert told(base) == [f"{CACHE} kept-in-repository"]


@pytest.mark.parametrize(
    "target", ["/etc", "/etc/hostname", "../../mkdocs.yml", "nulle-part/../../.."]
)
def test_a_link_out_of_the_pages(base: Path, target: str) -> None:
    (base / "docs/fr/lien").symlink_to(target)
    assert told(base) == ["docs/fr/lien not-a-plain-file"]


def test_a_link_to_a_file_among_the_pages(base: Path) -> None:
    (base / "docs/fr/autre.md").symlink_to("index.md")
    assert told(base) == []


@pytest.mark.parametrize("target", [".", "..", "../fr", "lien", "nulle-part.md"])
def test_a_link_that_leads_to_no_file(base: Path, target: str) -> None:
    """Two links to where they lie are walked 2⁴⁰ times before the system says it is enough."""
    (base / "docs/fr/lien").symlink_to(target)
    assert told(base) == ["docs/fr/lien not-a-plain-file"]


@pytest.mark.parametrize("target", [".", "/etc/hostname"])
def test_a_link_among_the_templates(base: Path, target: str) -> None:
    (base / "overrides/assets").mkdir(parents=True)
    (base / "overrides/assets/lien").symlink_to(target)
    assert told(base) == ["overrides/assets/lien not-a-plain-file"]


def test_vocabularies_from_elsewhere(base: Path) -> None:
    (base / "cases/_vocabulary").rmdir()
    (base / "cases/_vocabulary").symlink_to("/etc")
    assert told(base) == ["cases/_vocabulary not-a-plain-file"]


def test_docs_that_are_a_link_themselves(base: Path) -> None:
    """Where they lie is the operator's choice, what lies in them is everybody's."""
    (base / "docs").rename(base / "pages")
    (base / "docs").symlink_to("pages")
    assert told(base) == []
    (base / "docs/fr/lien").symlink_to("/etc")
    assert told(base) == ["docs/fr/lien not-a-plain-file"]


def test_a_site_behind_a_link(base: Path) -> None:
    """Any proposal could have the pages replaced by the site, or what lies beside the project."""
    (base / "site").symlink_to("docs")
    assert told(base) == ["site site-behind-a-link"]
    (base / "public").symlink_to("..")
    assert told(base, "public/site") == ["public site-behind-a-link"]


def test_a_site_that_lies_elsewhere(base: Path, tmp_path: Path) -> None:
    """The operator's own link, outside of what proposals bring."""
    (tmp_path / "released").mkdir()
    (tmp_path / "current").symlink_to("released")
    assert told(base, "../current") == told(base, str(tmp_path / "current")) == []
    (tmp_path / "way").symlink_to(base)
    assert told(tmp_path / "way") == []
