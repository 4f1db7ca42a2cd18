"""Every address of every page leads somewhere, however the site is built."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from whole_site import LONE_PAGES, PLANS, Page, Site, Sites

ADDRESSED: Final = sorted(set(PLANS) - {"fixture-nowhere", "agenda-nowhere"})

LONG: Final = ("large",)
"""Those that only the long tests look at: each build has looked at its own links already."""


def _named(names: Iterable[str]) -> pytest.MarkDecorator:
    long = [pytest.param(name, marks=pytest.mark.torture) for name in LONG]
    return pytest.mark.parametrize("name", [*sorted(set(names) - set(LONG)), *long])


every_site = _named(PLANS)
every_addressed = _named(ADDRESSED)


@every_site
def test_every_link_and_anchor_resolves(sites: Sites, name: str) -> None:
    assert sites[name].broken() == []


@every_site
def test_ids_are_unique(sites: Sites, name: str) -> None:
    for file, page in sites[name].pages.items():
        ids = page.tree.xpath("//@id")
        assert len(ids) == len(set(ids)), (file, sorted(i for i in ids if ids.count(i) > 1))


@every_site
def test_nothing_is_loaded_from_elsewhere(sites: Sites, name: str) -> None:
    loads = (
        "//script/@src | //img/@src | //img/@srcset | //source/@src | //source/@srcset"
        " | //iframe/@src | //object/@data | //embed/@src | //video/@src | //audio/@src"
        " | //link[not(@rel='canonical') and not(@rel='alternate')]/@href"
    )
    for file, page in sites[name].pages.items():
        for address in page.tree.xpath(loads):
            if file in LONE_PAGES:
                assert address.startswith("/") and not address.startswith("//"), (file, address)
            else:
                assert not re.match(r"[a-z]+:|/", address), (file, address)


def test_styles_load_nothing_from_elsewhere(sites: Sites) -> None:
    site = sites["real"]
    styles = [file for file in site.files if file.endswith((".css", ".svg"))]
    assert styles
    for file in styles:
        text = site.read(file).decode()
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", text):
            target = next(filter(None, address))
            assert not re.match(r"(https?:)?//", target), (file, target)
            if not target.startswith(("data:", "#")):
                found = site.file_at(urljoin(urljoin(site.url, file), target.partition("#")[0]))
                assert found in site.files, (file, target)


def test_pages_without_directory_urls_name_their_files(sites: Sites) -> None:
    site = sites["fixture-flat"]
    assert "catalogue/guichet-tout/index.html" in site.files
    assert "principes.html" in site.files
    for file, page in site.proper.items():
        for where, address in page.addresses():
            inside = not re.match(r"[a-z]+:|#", address)
            if inside and where == "a@href":
                assert not address.partition("#")[0].endswith("/"), (file, address)


# hreflang


@every_addressed
def test_alternates_pair_every_page_both_ways(sites: Sites, name: str) -> None:
    site = sites[name]
    for file, page in site.proper.items():
        alternates = page.alternates()
        assert set(alternates) == {"fr", "en"}, file
        assert alternates[page.lang] == page.canonical, file
        assert site.file_at(page.canonical) == file
        away = "en" if page.lang == "fr" else "fr"
        twin = site.proper[str(site.file_at(alternates[away]))]
        assert twin.lang == away
        assert twin.alternates() == alternates


@every_addressed
def test_sitemap_names_every_page_and_its_twin(sites: Sites, name: str) -> None:
    site = sites[name]
    entries = sitemap_of(site)
    assert set(entries) == {page.canonical for page in site.proper.values()}
    for page in site.proper.values():
        assert entries[page.canonical] == page.alternates()


def test_without_an_address_nothing_is_absolute(sites: Sites) -> None:
    site = sites["fixture-nowhere"]
    assert sitemap_of(site) == {}
    for page in site.pages.values():
        assert page.alternates() == {}
        assert not page.tree.xpath("//link[@rel='canonical']")


def sitemap_of(site: Site) -> dict[str, dict[str, str]]:
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    root = ElementTree.fromstring(site.read("sitemap.xml"))
    found: dict[str, dict[str, str]] = {}
    for url in root.findall("s:url", names):
        address = url.findtext("s:loc", "", names)
        assert address not in found
        links = url.findall("x:link", names)
        found[address] = {link.attrib["hreflang"]: link.attrib["href"] for link in links}
    return found


# The language switch and the pages of their own


@every_addressed
def test_the_language_switch_leads_to_the_same_page(sites: Sites, name: str) -> None:
    site = sites[name]
    for file, page in site.proper.items():
        away = "en" if page.lang == "fr" else "fr"
        switches = page.tree.xpath(f"//header//a[@hreflang='{away}'][@lang='{away}']")
        assert [target(site, page, link.get("href")) for link in switches] == [
            site.file_at(page.alternates()[away])
        ], file


@pytest.mark.parametrize(("file", "lang"), [("404.html", "fr"), ("en/404.html", "en")])
@pytest.mark.parametrize("name", ["fixture", "fixture-deep", "fixture-flat", "real"])
def test_the_404_speaks_its_language_from_any_address(
    sites: Sites, name: str, file: str, lang: str
) -> None:
    site = sites[name]
    page = site.pages[file]
    assert page.lang == lang
    assert ("introuvable" in page.words("//h1")) == (lang == "fr")
    homes = {target(site, page, a.get("href")) for a in page.tree.xpath("//main//a")}
    assert {"index.html", "en/index.html"} <= homes
    for _, address in page.addresses():
        assert address.startswith(("/", "#", "http", "mailto:")), address
    assert not page.tree.xpath("//link[@rel='canonical' or @rel='alternate']")


def test_redirects_lead_to_the_new_address(sites: Sites) -> None:
    site = sites["fixture"]
    moved = {
        "catalogue/premier-guichet/index.html": "catalogue/guichet-tout/index.html",
        "catalogue/theme/vieillesse/index.html": "catalogue/theme/ageing/index.html",
        "catalogue/theme/old-age/index.html": "catalogue/theme/ageing/index.html",
    }
    for old, new in moved.items():
        for root, lang in (("", "fr"), ("en/", "en")):
            page = site.pages[root + old]
            assert page.is_redirect
            assert page.lang == lang
            assert {
                target(site, page, a) for where, a in page.addresses() if "link" not in where
            } == {root + new}
            assert page.canonical == site.proper[root + new].canonical
            assert page.one("//meta[@name='robots']").get("content") == "noindex"


def target(site: Site, page: Page, address: str) -> str | None:
    return site.file_at(urljoin(urljoin(site.url, page.file), address).partition("#")[0])
