"""Each generator in its folder: what it forgets, and where its records are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.contest import Generator
from bench.hugo import Hugo
from bench.material import Material
from bench.ours import Ours

KEPT = {
    "ours": {"site", ".cache"},
    "hugo": {"public", "resources", "cache"},
    "material": {"site"},
}
"""What each has made, by its folder."""


def _generator(name: str, folder: Path) -> Generator:
    if name == "hugo":
        return Hugo(folder, Path("hugo"))
    return Ours(folder) if name == "ours" else Material(folder, Path("python"))


@pytest.mark.parametrize("name", KEPT)
def test_a_cold_build_finds_nothing_of_the_last_one(name: str, tmp_path: Path) -> None:
    for made in (*KEPT[name], "docs"):
        (tmp_path / made / "deep").mkdir(parents=True)
    _generator(name, tmp_path).forget()
    assert {path.name for path in tmp_path.iterdir()} == {"docs"}


@pytest.mark.parametrize("name", KEPT)
def test_a_cold_build_may_come_first(name: str, tmp_path: Path) -> None:
    _generator(name, tmp_path).forget()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", KEPT)
def test_a_record_has_a_file_for_each_language(name: str, tmp_path: Path) -> None:
    generator = _generator(name, tmp_path)
    files = {generator.file_of("slug", language).name for language in ("fr", "en")}
    assert files == {"index.fr.md", "index.en.md"}
    assert generator.file_of("slug", "fr").is_relative_to(tmp_path)


def test_text_search_is_not_timed_with_the_pages(tmp_path: Path) -> None:
    ours = Ours(tmp_path)
    assert ours.build.environment["FP_SEARCH"] == "0"
    assert ours.search.environment["FP_SEARCH"] == "1"


def test_what_hugo_keeps_lies_in_its_folder(tmp_path: Path) -> None:
    arguments = Hugo(tmp_path, Path("hugo")).build.arguments
    assert arguments[arguments.index("--cacheDir") + 1] == str(tmp_path / "cache")
