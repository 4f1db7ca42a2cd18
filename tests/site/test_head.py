"""What the head of every page tells browsers, other sites and programs."""

from __future__ import annotations

import io
import json
import re
from typing import Any, Final

import pytest
from in_memory import PROJECT
from PIL import Image
from whole_site import LONE_PAGES, Page, Site, Sites

from fp_build.publishing.palette import FILE, read_palette

ROOTS: Final = ("", "en/")
RECORD: Final = "catalogue/guichet-tout/index.html"


def metas(page: Page) -> dict[str, str]:
    """The contents of the head's ``<meta>`` by property or name; each once, but the colours."""
    found: dict[str, str] = {}
    for meta in page.tree.xpath("//head/meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv")
        key = f"{name} {meta.get('media')}" if meta.get("media") else name
        assert key not in found, (page.file, key)
        found[key] = meta.get("content")
    return found


def things(page: Page) -> list[dict[str, Any]]:
    scripts = page.tree.xpath("//script[@type='application/ld+json']")
    return [json.loads(script.text) for script in scripts]


# Links elsewhere


@pytest.mark.parametrize("name", ["fixture", "real", "fixture-flat", "fixture-deep"])
def test_every_page_says_how_a_link_to_it_is_shown(sites: Sites, name: str) -> None:
    site = sites[name]
    for file, page in site.proper.items():
        found = metas(page)
        assert found["og:site_name"] == "Futurs Publics", file
        assert found["og:title"] and page.one("//head/title").text.startswith(found["og:title"])
        assert found["og:description"] == found["description"], file
        assert found["og:url"] == page.canonical, file
        assert found["twitter:card"] == "summary_large_image"
        here, away = ("en_GB", "fr_FR") if page.lang == "en" else ("fr_FR", "en_GB")
        assert (found["og:locale"], found["og:locale:alternate"]) == (here, away), file
        is_record = bool(page.tree.xpath("//article[contains(@class, 'fp-record')]"))
        assert found["og:type"] == ("article" if is_record else "website"), file


@pytest.mark.parametrize("name", ["fixture", "real"])
def test_the_picture_of_a_link_is_there_and_as_large_as_said(sites: Sites, name: str) -> None:
    site = sites[name]
    named: dict[str, tuple[str, str]] = {}
    for page in site.proper.values():
        found = metas(page)
        named[found["og:image"]] = (found["og:image:width"], found["og:image:height"])
        assert found["og:image:alt"]
    for url, said in named.items():
        file = site.file_at(url)
        assert file in site.files, url
        width, height = Image.open(io.BytesIO(site.read(str(file)))).size
        assert said == (str(width), str(height)), url
    made = {f for f in site.files if f.startswith("assets/previews/")}
    assert {site.file_at(url) for url in named} <= made
    assert len(named) > 2 * len(ROOTS)


def test_the_picture_is_in_the_language_of_the_page(sites: Sites) -> None:
    for file, page in sites["fixture"].proper.items():
        path = metas(page)["og:image"].removeprefix("https://example.org/fp/assets/previews/")
        if not path.endswith(".jpg"):
            assert path.startswith(page.lang), file


def test_the_list_of_a_theme_shows_the_theme(sites: Sites) -> None:
    found = metas(sites["fixture"].proper["catalogue/theme/disability/index.html"])
    assert found["og:image"].endswith("/fr/disability.png")
    assert found["og:image:alt"] == "Thème\u00a0: Handicap"


def test_a_title_in_the_other_language_says_so(sites: Sites) -> None:
    page = sites["fixture"].proper["en/catalogue/sans-anglais/index.html"]
    for name in ("og:title", "og:description"):
        assert page.one(f"//head/meta[@property='{name}']").get("lang") == "fr"


def test_without_an_address_of_the_site_no_address_is_given(sites: Sites) -> None:
    site = sites["fixture-nowhere"]
    assert not [file for file in site.files if file.startswith("assets/previews/")]
    for file, page in site.pages.items():
        if page.is_redirect:
            continue
        found = metas(page)
        assert not {"og:url", "og:image", "og:image:alt"} & set(found), file
        assert found["twitter:card"] == "summary" and found["og:title"], file
        for thing in things(page):
            assert "nowhere.invalid" not in json.dumps(thing)
            assert not re.search(r'"(url|item|contentUrl|@id)": "(?!https://)', json.dumps(thing))
            assert "example.org" not in json.dumps(thing.get("breadcrumb", {}))


@pytest.mark.parametrize("file", LONE_PAGES)
def test_a_page_at_any_address_has_no_address(sites: Sites, file: str) -> None:
    found = metas(sites["fixture"].pages[file])
    assert "og:url" not in found and found["og:title"] in ("Page introuvable", "Page not found")


# Programs


@pytest.mark.parametrize("root", ROOTS)
def test_pages_say_what_they_are(sites: Sites, root: str) -> None:
    pages = sites["real"].proper
    kinds = {
        "": "WebSite",
        "catalogue/": "CollectionPage",
        "catalogue/theme/": "WebPage",
        "catalogue/theme/disability/": "CollectionPage",
        "catalogue/demande-unique/": "WebPage",
        "donnees/": "Dataset",
    }
    for path, kind in kinds.items():
        (thing,) = things(pages[f"{root}{path}index.html"])
        assert thing["@type"] == kind, path
    assert things(pages[f"{root}mentions-legales/index.html"]) == []


def test_what_programs_are_told_is_what_readers_read(sites: Sites) -> None:
    for root in ROOTS:
        page = sites["fixture"].proper[root + RECORD]
        (thing,) = things(page)
        text = thing["mainEntity"]
        assert text["headline"] == page.words("//h1")
        assert text["abstract"] == page.words("//main//p[contains(@class, 'fp-lead')]")
        assert thing["url"] == page.canonical
        shown = page.words("//main")
        for name in [*text["keywords"], *(place["name"] for place in text["spatialCoverage"])]:
            assert name in shown
        for source in text["citation"]:
            assert source["name"] in shown
        trail = [step["name"] for step in thing["breadcrumb"]["itemListElement"]]
        assert trail[-2] in page.words("//main//nav[contains(@class, 'fp-crumbs')]")


def test_a_hostile_title_stays_in_its_script(sites: Sites) -> None:
    page = sites["fixture"].proper["catalogue/texte-piege/index.html"]
    (thing,) = things(page)
    assert thing["name"] == "=SOMME(A1) <script>alert('é')</script> & fpslot0content0"
    raw = page.one("//script[@type='application/ld+json']").text
    assert not set("<>&") & set(raw)
    assert metas(page)["og:title"] == thing["name"]


# The mark of the site, and its colours


@pytest.mark.parametrize("name", ["fixture", "real"])
def test_every_page_has_the_mark_of_the_site(sites: Sites, name: str) -> None:
    site = sites[name]
    for page in site.proper.values():
        icons = {
            (link.get("rel"), link.get("type")): site.file_at(absolute(site, page, link))
            for link in page.tree.xpath("//head/link[contains(@rel, 'icon')]")
        }
        assert icons == {
            ("icon", "image/png"): "assets/images/icon-32.png",
            ("icon", "image/svg+xml"): "assets/images/icon.svg",
            ("apple-touch-icon", None): "assets/images/icon-180.png",
        }, page.file


def absolute(site: Site, page: Page, link: Any) -> str:
    from urllib.parse import urljoin

    return urljoin(site.url + page.file, link.get("href"))


def test_marks_are_as_large_as_their_names_say(sites: Sites) -> None:
    for size in (32, 180):
        data = sites["real"].read(f"assets/images/icon-{size}.png")
        assert Image.open(io.BytesIO(data)).size == (size, size) and len(data) < 4000
    assert b"prefers-color-scheme:dark" in sites["real"].read("assets/images/icon.svg")


def test_the_colour_of_the_theme_is_that_of_the_palette(sites: Sites) -> None:
    deep = read_palette((PROJECT / "overrides" / FILE).read_text(encoding="utf-8")).deep
    for page in sites["fixture"].proper.values():
        found = metas(page)
        assert found["theme-color (prefers-color-scheme: light)"] == deep.light
        assert found["theme-color (prefers-color-scheme: dark)"] == deep.dark


def test_the_typefaces_fetched_first_are_those_of_the_palette(sites: Sites) -> None:
    site = sites["fixture"]
    fonts = {f for f in site.files if f.endswith((".woff2", ".woff", ".ttf", ".otf"))}
    assert 0 < len(fonts) <= 2
    for page in site.proper.values():
        links = page.tree.xpath("//head/link[@rel='preload'][@as='font']")
        assert {site.file_at(absolute(site, page, link)) for link in links} == fonts
