"""What a build gathers for its search."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from in_memory import TODAY, project_vocabularies
from markupsafe import Markup

from fp_build.arranging.catalogue import Catalogue
from fp_build.doors.cache import Cache
from fp_build.doors.searching import Searching
from fp_build.words.addresses import Addresses
from fp_build.words.languages import LANGUAGES

CATALOGUE = Catalogue.arrange((), project_vocabularies(), TODAY)


def written(searching: Searching, site: Path) -> dict[str, Any]:
    """What is shown of each page that can be found, by its address."""
    searching.begin(CATALOGUE, Addresses(None, directories=True))
    try:
        for language in LANGUAGES:
            searching.finish(language)
        searching.write(site)
    finally:
        searching.stop()
    fragments = [
        json.loads(gzip.decompress(path.read_bytes()).decode().removeprefix("pagefind_dcd"))
        for path in site.glob("search/*/fragment/*")
    ]
    return {fragment["url"]: fragment for fragment in fragments}


def test_editorial_pages_but_for_the_list(tmp_path: Path) -> None:
    searching = Searching(True, Cache(tmp_path / "cache"))
    for language, file in (
        ("fr", "a/index.html"),
        ("fr", "catalogue/index.html"),
        ("en", "en/catalogue/index.html"),
        ("en", "en/a/index.html"),
    ):
        searching.take_editorial(language, file, "Un titre", "<p>Texte</p>")  # type: ignore[arg-type]
    assert set(written(searching, tmp_path)) == {"a/", "en/a/"}


@pytest.mark.parametrize(
    ("title", "shown"),
    [(Markup("R&amp;D"), "R&D"), ("R&amp;D", "R&amp;D"), (None, ""), ("<b>", "<b>")],
)
def test_a_title_is_text(tmp_path: Path, title: str | None, shown: str) -> None:
    searching = Searching(True, Cache(tmp_path / "cache"))
    for language in ("fr", "en"):
        searching.take_editorial(language, f"{language}/index.html", title, "<p>Texte</p>")  # type: ignore[arg-type]
    assert written(searching, tmp_path)["fr/"]["meta"]["title"] == shown


def test_nothing_is_written_where_no_search_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = Searching(False, Cache(tmp_path / "cache"))
    assert not without.on and list(without.findings("mkdocs.yml")) == []
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    missing = Searching(True, Cache(tmp_path / "cache"))
    assert not missing.on
    assert [finding.rule.id for finding in missing.findings("mkdocs.yml")] == ["search-missing"]
    for searching in (without, missing):
        searching.take_editorial("fr", "a/index.html", "Un titre", "<p>Texte</p>")
        assert written(searching, tmp_path) == {}
