"""A build that takes what earlier ones made gives what a clean one gives, byte for byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from whole_site import Plan, Run, build, environment, lay_out

ESSAI: Final = "cases/guichet-tout/index.fr.md"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def nothing(project: Path) -> None:
    """All is as it was; only the times of the files are others."""
    for path in (project / "cases").rglob("*"):
        os.utime(path, (1, 1))


def a_body(project: Path) -> None:
    page = project / ESSAI
    page.write_text(page.read_text("utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")


def a_title(project: Path) -> None:
    text = (project / ESSAI).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    edit(project / ESSAI, title, "title: Zone d’essai")


def a_fault(project: Path) -> None:
    edit(project / "cases/sans-anglais/index.fr.md", "[^presentation]", "")


def a_term(project: Path) -> None:
    themes = project / "cases/_vocabulary/themes.yml"
    label = next(line for line in themes.read_text("utf-8").splitlines() if "  fr: " in line)
    edit(themes, label, "  fr: Un autre nom")


def a_word(project: Path) -> None:
    edit(project / "overrides/words.yml", "Accessibility: not compliant", "Accessibility: none")


def a_template(project: Path) -> None:
    edit(project / "overrides/catalogue/macros.html", "fp-card", "fp-card fp-other")


def a_frame(project: Path) -> None:
    edit(project / "overrides/base.html", "<body ", "<body data-new ")


def a_setting(project: Path) -> None:
    options = "  - futurs-publics:\n"
    edit(project / "base.yml", options, f"{options}      settings: {{publisher: Un éditeur}}\n")


def an_address(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "site_url: https://example.net/x/\n", "utf-8")


def a_page(project: Path) -> None:
    page = project / "docs/fr/methode.md"
    page.write_text(page.read_text("utf-8") + "\nUne phrase.\n", encoding="utf-8")


def a_picture(project: Path) -> None:
    icon = project / "overrides/assets/images/icon-180.png"
    shutil.copy(icon, project / "cases/guichet-tout/plan.png")


def a_record_that_comes(project: Path) -> None:
    shutil.copytree(project / "cases/sans-anglais", project / "cases/avec-rien")


def a_record_that_goes(project: Path) -> None:
    shutil.rmtree(project / "cases/written-in-english")


def a_dependency(project: Path) -> None:
    """A package of another version, where Python looks for packages."""
    (project / "anything-2.0.dist-info").mkdir()


GROUPS: Final = (
    (nothing,),
    (a_body, a_fault),
    (a_term, a_record_that_comes),
    (a_word, a_setting),
    (a_template, a_title),
    (a_frame, a_picture),
    (an_address, a_dependency),
    (a_page, a_record_that_goes),
)
"""Changes one after the other, of which none hides what another should have changed."""


def built(project: Path) -> tuple[Run, dict[str, bytes]]:
    run = build(project, env=environment(FP_SEARCH="0"))
    site = project / "site"
    files = [path for path in site.rglob("*") if path.is_file()] if site.is_dir() else []
    return run, {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def with_own_cache(project: Path) -> Path:
    (project / ".cache").unlink()
    (project / ".cache").mkdir()
    return project


@pytest.fixture(scope="module")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, with what the build has kept."""
    project = with_own_cache(lay_out(Plan(), tmp_path_factory.mktemp("once") / "project"))
    run, _ = built(project)
    run.check()
    return project


@pytest.mark.parametrize("changes", GROUPS, ids=lambda group: "-".join(c.__name__ for c in group))
def test_a_warm_build_equals_a_clean_one(
    once_built: Path, tmp_path: Path, changes: tuple[Callable[[Path], None], ...]
) -> None:
    warm, clean = tmp_path / "warm" / "project", tmp_path / "clean" / "project"
    shutil.copytree(once_built, warm)
    shutil.copytree(once_built, clean, ignore=shutil.ignore_patterns(".cache", "site"))
    for project in (warm, clean):
        for change in changes:
            change(project)
    found, expected = built(warm), built(clean)
    assert found[0].code == expected[0].code
    assert found[1].keys() == expected[1].keys()
    assert [file for file in found[1] if found[1][file] != expected[1][file]] == []
    assert said(found[0]) == said(expected[0])


def test_the_site_before_last_is_brought_up_to_date(once_built: Path, tmp_path: Path) -> None:
    warm, clean = tmp_path / "warm" / "project", tmp_path / "clean" / "project"
    shutil.copytree(once_built, warm)
    shutil.copytree(once_built, clean, ignore=shutil.ignore_patterns(".cache", "site"))
    built(warm)
    a_record_that_goes(warm)
    built(warm)
    for project in (warm, clean):
        a_title(project)
        a_record_that_comes(project)
    a_record_that_goes(clean)
    found, expected = built(warm)[1], built(clean)[1]
    assert found.keys() == expected.keys()
    assert [file for file in found if found[file] != expected[file]] == []


def said(run: Run) -> list[str]:
    """What a build has to say of its content: the same, however it was built."""
    # All but lines of the host that name folders, and those that tell of the time.
    hosts = (
        "Building documentation",
        "Documentation built",
        "Cleaning site",
        "Futurs Publics\u00a0:",
        "Pages du catalogue",  # how far a long one is
    )
    lines = run.output.splitlines()
    return [line for line in lines if not any(said in line for said in hosts)]


def test_kept_pages_are_taken(once_built: Path, tmp_path: Path) -> None:
    """The other tests would pass as well if nothing was ever taken."""
    project = tmp_path / "project"
    shutil.copytree(once_built, project)
    page = "catalogue/guichet-tout/index.html"
    inode = (once_built / "site" / page).stat().st_ino
    files = (path for path in (once_built / ".cache").rglob("*") if path.is_file())
    (kept,) = (path for path in files if path.stat().st_ino == inode)
    built(project)
    copy = project / kept.relative_to(once_built)
    assert os.path.samefile(copy, project / "site" / page)
