"""What ``mkdocs.yml`` says, read without the host."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_memory import PROJECT

from fp_build.doors.host_settings import FILE, plugin_options, read_settings


def settings(folder: Path, text: str, name: str = FILE) -> dict[str, Any]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_settings(folder / name)


def test_everything_is_a_text_and_tags_are_passed_over(tmp_path: Path) -> None:
    read = settings(tmp_path, "docs_dir: texts\nuse_directory_urls: no\nx: !ENV [A, b]\n")
    assert read == {"docs_dir": "texts", "use_directory_urls": "no", "x": ["A", "b"]}


def test_what_is_inherited_is_below_what_is_said(tmp_path: Path) -> None:
    settings(tmp_path, "docs_dir: a\ntheme: {name: material, font: x}\n", "base.yml")
    read = settings(tmp_path, "INHERIT: base.yml\ntheme: {font: y}\n")
    assert (read["docs_dir"], read["theme"]) == ("a", {"name": "material", "font": "y"})
    assert settings(tmp_path, f"INHERIT: {FILE}\na: b\n")["a"] == "b"


@pytest.mark.parametrize("text", ["", "[", "- a", "\x00", "a: &x b"])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, text: str) -> None:
    assert "docs_dir" not in settings(tmp_path, text)
    assert read_settings(tmp_path / "nowhere.yml") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plugins: [search]", None),
        ("plugins: [futurs-publics]", {}),
        ("plugins: {futurs-publics: {cases_dir: x}}", {"cases_dir": "x"}),
        ("plugins:\n  - futurs-publics: {cases_dir: x}", {"cases_dir": "x"}),
        ("site_name: x", None),
    ],
)
def test_the_options_of_our_plugin(tmp_path: Path, text: str, expected: Any) -> None:
    assert plugin_options(settings(tmp_path, text)) == expected


def test_the_project_s_own_file_is_read() -> None:
    assert plugin_options(read_settings(PROJECT / FILE)) is not None
