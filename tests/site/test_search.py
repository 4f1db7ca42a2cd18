"""The search of built sites: its files, what they hold, and what happens without the program."""

from __future__ import annotations

import gzip
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from whole_site import Plan, Run, Site, Sites, build, build_anew, environment, lay_out

from fp_build.publishing.shorthand import titles_in

ROOTS = {"fr": "", "en": "en/"}
every_language = pytest.mark.parametrize("language", ROOTS)


def fragments(site: Site, language: str) -> dict[str, Any]:
    """What is shown of each page that can be found, by its id."""
    return {
        Path(name).stem: json.loads(
            gzip.decompress(site.read(name)).decode().removeprefix("pagefind_dcd")
        )
        for name in site.files
        if name.startswith(f"search/{language}/fragment/")
    }


def said(fragment: Any) -> str:
    return str(fragment["content"]).replace("\u200b", "")


@pytest.mark.parametrize("name", ["fixture", "real", "generated", "fixture-flat"])
@every_language
def test_ids_stand_in_the_order_of_the_filter_index(sites: Sites, name: str, language: str) -> None:
    site = sites[name]
    found = fragments(site, language)
    index = json.loads(site.read(f"data/filters-{language}.json"))
    ids = json.loads(site.read(f"search/{language}/records.json"))["records"].split()
    assert len(ids) == len(index["records"]["slug"]) > 0
    titles = titles_in(index["records"]["title"])
    for id, slug, title in zip(ids, index["records"]["slug"], titles, strict=True):
        fragment = found.pop(f"{language}_{id}")
        assert fragment["url"] == index["address"].format(slug=slug)
        assert fragment["meta"]["title"] == title
    assert not any(fragment["meta"]["kind"] for fragment in found.values())


@pytest.mark.parametrize("name", ["fixture", "real", "fixture-flat"])
@every_language
def test_addresses_lead_to_pages_of_that_language_and_never_to_lists(
    sites: Sites, name: str, language: str
) -> None:
    site = sites[name]
    addresses = [fragment["url"] for fragment in fragments(site, language).values()]
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        file = address + "index.html" if not address or address.endswith("/") else address
        assert site.proper[file].lang == language
        assert not re.search(  # the page of an organisation says what it is
            r"catalogue/(index|(?!organisation/)[a-z]+/[\w-]+/|organisation/[\w-]+/page|page/)",
            file.removesuffix("index.html"),
        )
        assert "404" not in file
    editorial = {a for a in addresses if "catalogue/" not in a}
    assert any(re.search(r"principes", address) for address in editorial)


def test_drafts_are_found_in_a_preview_only(sites: Sites) -> None:
    for name, there in (("fixture", False), ("fixture-preview", True)):
        addresses = {fragment["url"] for fragment in fragments(sites[name], "fr").values()}
        assert ("catalogue/encore-brouillon/" in addresses) is there
        assert ("catalogue/encore-en-relecture/" in addresses) is there
        assert "catalogue/ancien-guichet/" not in addresses


def test_a_body_is_found_in_its_own_language_only(sites: Sites) -> None:
    site = sites["fixture"]
    for language, words in (("fr", "Le texte cite sa source"), ("en", "The text cites its source")):
        texts = {
            f["url"].rstrip("/").rpartition("/")[2]: said(f)
            for f in fragments(site, language).values()
        }
        own, foreign = ("sans-anglais", "only-in-english")[:: 1 if language == "fr" else -1]
        assert words in texts[own]
        assert words not in texts[foreign]
        assert "cite" not in texts[foreign]
    foreign = next(f for f in fragments(site, "en").values() if "sans-anglais" in f["url"])
    assert foreign["meta"]["lang"] == "fr"
    assert "Incubate" in said(foreign) and "Incuber" not in said(foreign)


def test_lists_in_a_page_are_not_searched(sites: Sites) -> None:
    site = sites["fixture"]
    for fragment in fragments(site, "fr").values():
        if not fragment["meta"]["kind"]:
            assert "Un projet qui attend sa traduction" not in said(fragment), fragment["url"]


@every_language
def test_pages_hold_no_text_for_the_search(sites: Sites, language: str) -> None:
    page = sites["fixture"].proper[f"{ROOTS[language]}catalogue/guichet-tout/index.html"]
    assert "data-pagefind" not in page.text
    assert not page.tree.xpath("//main//template")


@pytest.mark.parametrize("name", ["fixture", "real"])
def test_the_search_of_the_theme_is_not_shipped(sites: Sites, name: str) -> None:
    site = sites[name]
    left = re.compile(
        r"lunr|search_index|workers?[/.]|pagefind-(ui|modular|component|highlight|worker)|wasm\.unknown"
    )
    assert [file for file in site.files if left.search(file)] == []
    for file, page in site.pages.items():
        assert "lunr" not in page.text and "search_index" not in page.text, file


def test_the_same_site_has_the_same_index(sites: Sites, tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    (project / ".cache").unlink()
    build(project, "-q", "--strict", env=environment(Plan())).check()

    def index(site: Site) -> dict[str, bytes]:
        return {n: site.read(n) for n in site.files if n.startswith("search/")}

    assert index(Site(project / "site")) == index(sites["fixture"])


# Without the program, and where no search is wanted


def built_with(tmp_path: Path, program: str, *flags: str, **more: str) -> tuple[Run, Site]:
    """A build to which ``program`` is the package that brings Pagefind."""
    package = tmp_path / "stub" / "pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(program, encoding="utf-8")
    project = lay_out(Plan(), tmp_path / "project")
    (project / ".cache").unlink()  # where an index may be kept, which needs no program
    path = os.pathsep.join([str(package.parent), os.environ.get("PYTHONPATH", "")])
    env = environment(Plan(), PYTHONPATH=path, **more)
    return build_anew(project, *flags, env=env), Site(project / "site")


MISSING = "raise ImportError"
FAILING = """
from pathlib import Path
def get_executable():
    path = Path(__file__).with_name("pagefind")
    path.write_text("#!/bin/sh\\necho Rien ne va plus >&2\\nexit 3\\n")
    path.chmod(0o755)
    return path
"""


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Pagefind, manque"), ("en", "Pagefind, is missing")]
)
def test_a_missing_program_is_a_warning_and_the_site_does_without(
    tmp_path: Path, language: str, words: str
) -> None:
    run, site = built_with(tmp_path, MISSING, FP_LANG=language)
    assert run.code == 0
    assert "search-missing" in run.output and words in run.output
    assert "Traceback" not in run.output
    assert not any(file.startswith("search/") for file in site.files)
    for page in site.pages.values():
        assert not page.tree.xpath("//*[@data-search-open] | //dialog")
        assert "search_dialog" not in page.text


def test_a_missing_program_fails_a_strict_build(tmp_path: Path) -> None:
    run, site = built_with(tmp_path, MISSING, "--strict")
    assert run.code == 1
    assert "search-missing" in run.output and "Traceback" not in run.output
    assert not site.folder.exists()


def test_a_site_without_search_needs_no_program(tmp_path: Path) -> None:
    run, site = built_with(tmp_path, MISSING, "--strict", "-q", FP_SEARCH="false")
    assert run.check()
    assert not any(file.startswith("search/") for file in site.files)


def test_a_program_that_fails_publishes_nothing(tmp_path: Path) -> None:
    run, site = built_with(tmp_path, FAILING)
    assert run.code == 1
    assert "search-failed" in run.output and "Rien ne va plus" in run.output
    assert "Traceback" not in run.output
    assert not site.folder.exists()
