"""What stands where: two sources of one file, former names of pages, addresses not listed yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_memory import judged
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from publishing.editions import editions_of

from fp_build.doors.editorial_pages import editorial_pages
from fp_build.doors.mkdocs.editorial import judge_files
from fp_build.doors.mkdocs.languages import place_files
from fp_build.doors.mkdocs.site_addresses import (
    Moved,
    judge_clashes,
    judge_unlisted,
    other_addresses,
    read_moved,
)
from fp_build.reading.address_list import AddressList
from fp_build.words.findings import Finding

RECORDS = {"x/index.fr.md": "---\nkind: project\nstatus: published\ntitle: X\n---\n"}
CATALOGUE = editions_of(RECORDS)["fr"].catalogue
USUAL = ("fr/index.md", "en/index.md", "fr/catalogue/index.md", "fr/photo.jpg")


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    theme = tmp_path / "theme" / "assets"
    theme.mkdir(parents=True)
    (theme / "main.js").touch()
    config.load_dict(
        {
            "docs_dir": str(tmp_path / "docs"),
            "site_dir": str(tmp_path / "site"),
            "site_name": "x",
            "theme": {"name": None, "custom_dir": str(tmp_path / "theme")},
        }
    )
    config.validate()
    return config


def files_of(config: MkDocsConfig, *names: str) -> Files:
    found = [File(n, config.docs_dir, config.site_dir, use_directory_urls=True) for n in names]
    found.append(
        File("assets/style.css", config.theme.dirs[0], config.site_dir, use_directory_urls=True)
    )
    return place_files(Files(found), config)


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule.id, finding.place.path) for finding in findings]


def clashes(config: MkDocsConfig, *names: str) -> list[Finding]:
    return list(judge_clashes(files_of(config, *USUAL, *names), config, CATALOGUE))


def test_usual_pages_clash_with_nothing(config: MkDocsConfig) -> None:
    assert clashes(config) == []


@pytest.mark.parametrize(
    ("name", "holder"),
    [
        ("fr/catalogue/x.md", "la fiche « x »"),
        ("en/catalogue/X/index.md", "la fiche « x »"),
        ("fr/catalogue/theme/ageing.md", "les listes du catalogue"),
        ("fr/data/catalogue.json", "les données du catalogue"),
        ("en/agenda.ics", "les données du catalogue"),
        ("fr/assets/style.css", "un fichier du thème"),
        ("fr/assets/Style.css", "un fichier du thème"),
        ("assets/main.js", "un fichier du thème"),
    ],
)
def test_a_file_that_another_source_writes_is_found(
    config: MkDocsConfig, name: str, holder: str
) -> None:
    (found,) = clashes(config, name)
    assert told([found]) == [("same-address", f"docs/{name}")]
    assert holder in found.message("fr")
    assert found.message("en") != found.message("fr")


@pytest.mark.parametrize(
    "twin",
    ["fr/Photo.jpg", "fr/Index.html", "fr/e\u0301te\u0301.jpg", "photo.JPG", "fr/en/index.md"],
)
def test_names_that_a_disk_may_take_for_one_are_found(config: MkDocsConfig, twin: str) -> None:
    files = files_of(config, *USUAL, "fr/\u00e9t\u00e9.jpg", twin)
    rules = {finding.rule.id for finding in judge_files(files, config)}
    assert "same-address" in rules


def pages(config: MkDocsConfig, **texts: str) -> Files:
    docs = Path(config.docs_dir)
    for name, text in texts.items():
        (docs / "fr").mkdir(parents=True, exist_ok=True)
        (docs / "fr" / f"{name}.md").write_text(text, encoding="utf-8")
    return files_of(config, "fr/index.md", *(f"fr/{name}.md" for name in texts))


def moved(config: MkDocsConfig, files: Files) -> tuple[dict[str, str], list[Finding]]:
    found = editorial_pages(Path(config.docs_dir), "docs", directories=True)
    redirects, findings = read_moved(found, files, CATALOGUE)
    return dict(redirects), findings


def test_a_former_name_leads_to_its_page(config: MkDocsConfig) -> None:
    files = pages(config, neuf="---\nredirect_from: [vieux, catalogue/fermee]\n---\n")
    redirects, findings = moved(config, files)
    assert findings == []
    assert redirects == {
        "vieux/index.html": "neuf/index.html",
        "catalogue/fermee/index.html": "neuf/index.html",
    }
    stand = other_addresses(files, Moved(redirects, []))
    assert {"/", "/neuf/", "/vieux/", "/data/catalogue.json"} <= stand


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../x", "pas le nom d’une page"),
        ("a//b", "pas le nom d’une page"),
        ('"a?b"', "pas le nom d’une page"),
        ("neuf", "une page l’a aujourd’hui"),
        ("Neuf", "une page l’a aujourd’hui"),
        ("index", "une page l’a aujourd’hui"),
        ("pris", "une autre page le donne aussi"),
        ("catalogue/x", "pris par la fiche « x »"),
        ("catalogue/theme/ageing", "pris par les listes du catalogue"),
    ],
)
def test_a_former_name_that_cannot_lead_on_is_found(
    config: MkDocsConfig, name: str, reason: str
) -> None:
    files = pages(
        config, autre="---\nredirect_from: pris\n---\n", neuf=f"---\nredirect_from: [{name}]\n---\n"
    )
    redirects, (found,) = moved(config, files)
    assert told([found]) == [("former-page", "docs/fr/neuf.md")]
    assert (found.place.line, found.place.column) == (2, 17)
    assert reason in found.message("fr")
    assert list(redirects) == ["pris/index.html"]


def test_what_the_list_lacks_is_told_once(config: MkDocsConfig) -> None:
    files = files_of(config, *USUAL)
    none = read_moved((), files, CATALOGUE)
    judgement = judged(RECORDS)
    (found,) = judge_unlisted(None, files, none, judgement, CATALOGUE)
    assert told([found]) == [("unlisted-address", "cases")]
    count = int(found.arguments["count"])
    listed = AddressList("cases/_addresses.txt", {"/": 1, "/catalogue/x/": 2})
    (found,) = judge_unlisted(listed, files, none, judgement, CATALOGUE)
    assert told([found]) == [("unlisted-address", "cases/_addresses.txt")]
    assert found.arguments["count"] == count - 2
    assert "/photo.jpg" not in found.message("fr")
