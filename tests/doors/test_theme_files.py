"""The host lists of a theme what it would publish, without looking at what it would not."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from jinja2 import DictLoader, FileSystemLoader
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from fp_build.doors.mkdocs.theme_files import VisibleFiles, list_visible_files

OVERRIDES = Path(__file__).parents[2] / "overrides"


def listed(theme: Theme) -> list[str]:
    """The files that the host takes from a theme."""
    config = SimpleNamespace(theme=theme, use_directory_urls=True, site_dir="site")
    files = Files([])
    files.add_files_from_theme(theme.get_env(), cast("Any", config))
    return sorted(file.src_uri for file in files)


def test_the_host_takes_the_same_files() -> None:
    theme = Theme(name="material", custom_dir=str(OVERRIDES))
    before = listed(theme)
    list_visible_files(theme)
    assert listed(theme) == before
    assert "assets/stylesheets/futurs-publics.css" in before


def test_only_hidden_files_at_the_top_are_left_out(tmp_path: Path) -> None:
    for name in ("a.html", "b/c.html", "b/.d/e.html", ".icons/f.svg", ".g"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    every = FileSystemLoader(tmp_path).list_templates()
    assert VisibleFiles(tmp_path).list_templates() == [n for n in every if n[0] != "."]
    assert VisibleFiles(tmp_path).list_templates() == ["a.html", "b/.d/e.html", "b/c.html"]


def test_a_hidden_file_can_still_be_named(tmp_path: Path) -> None:
    (tmp_path / ".icons").mkdir()
    (tmp_path / ".icons" / "f.svg").write_text("<svg/>", encoding="utf-8")
    theme = Theme(custom_dir=str(tmp_path))
    list_visible_files(theme)
    assert theme.get_env().get_template(".icons/f.svg").render() == "<svg/>"


def test_whoever_loads_otherwise_goes_on(tmp_path: Path) -> None:
    theme, env = Theme(custom_dir=str(tmp_path)), Theme(custom_dir=str(tmp_path)).get_env()
    env.loader = DictLoader({".a": "b"})
    theme.get_env = lambda: env  # type: ignore[method-assign]
    list_visible_files(theme)
    assert theme.get_env().list_templates() == [".a"]
