"""The editorial pages of a site, told from its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from fp_build.doors.editorial_pages import (
    EditorialPage,
    beside_records,
    editorial_pages,
    pages_around,
)


def put(docs: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    return docs


PAGES = {
    "fr/index.md": "# Accueil",
    "fr/principes.md": "---\nredirect_from: [valeurs, /contribuer/idees/]\n---\n# Principes",
    "fr/contribuer/README.md": "---\ntitle: redirect_from\n---\n",
    "en/principes.md": "---\nredirect_from: values\n---\n# Principles",
    "decisions/0001.md": "---\nredirect_from: [x]\n---\n",
}


def found(docs: Path, *, directories: bool = True) -> dict[str, EditorialPage]:
    return {page.source: page for page in editorial_pages(docs, "docs", directories=directories)}


def test_pages_stand_where_the_host_puts_them(tmp_path: Path) -> None:
    pages = found(put(tmp_path, PAGES))
    assert {name: page.file for name, page in pages.items()} == {
        "fr/index.md": "index.html",
        "fr/principes.md": "principes/index.html",
        "fr/contribuer/README.md": "contribuer/index.html",
        "en/principes.md": "en/principes/index.html",
    }
    flat = found(tmp_path, directories=False)
    assert flat["en/principes.md"].file == "en/principes.html"
    assert flat["fr/contribuer/README.md"].file == "contribuer/index.html"


def test_former_names_have_their_places(tmp_path: Path) -> None:
    pages = found(put(tmp_path, PAGES))
    told = [(f, p.path, p.line, p.column) for f, p in pages["fr/principes.md"].former]
    assert told == [
        ("valeurs/index.html", "docs/fr/principes.md", 2, 17),
        ("contribuer/idees/index.html", "docs/fr/principes.md", 2, 26),
    ]
    assert [f for f, _ in pages["en/principes.md"].former] == ["en/values/index.html"]
    assert pages["fr/contribuer/README.md"].former == ()


@pytest.mark.parametrize("odd", ["redirect_from: {a: b}", "redirect_from:", "redirect_from: [", ""])
def test_odd_front_matter_names_nothing(tmp_path: Path, odd: str) -> None:
    docs = put(tmp_path, {"fr/x.md": f"---\n{odd}\n---\nredirect_from"})
    assert found(docs)["fr/x.md"].former == ()


def test_addresses_beside_the_records(tmp_path: Path) -> None:
    stand = beside_records(found(put(tmp_path, PAGES)).values())
    assert {"/", "/principes/", "/valeurs/", "/en/values/", "/data/catalogue.json"} <= stand
    odd = put(tmp_path / "odd", {"fr/x.md": "---\nredirect_from: [../../y, a?b]\n---\n"})
    assert "y" not in "".join(beside_records(found(odd).values()) - stand)


def test_a_cases_folder_belongs_to_the_site_around_it(tmp_path: Path) -> None:
    put(tmp_path / "site" / "texts", PAGES)
    cases = tmp_path / "site" / "build" / "cases"
    cases.mkdir(parents=True)
    assert pages_around(cases) is None
    (tmp_path / "site" / "mkdocs.yml").write_text(
        "docs_dir: texts\nuse_directory_urls: false\nplugins: [futurs-publics]\n"
    )
    files = {page.file for page in pages_around(cases) or []}
    assert "principes.html" in files
