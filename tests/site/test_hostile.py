"""Whatever a record contains is shown as its author typed it, at every door of the site.

=============================  =====================================================================
where a text lands             what proves it
=============================  =====================================================================
title, headings, attributes    ``test_every_page_is_built_of_what_our_templates_are_built_of``
meta, Open Graph               ``test_the_head_of_a_page_says_the_title_as_it_was_typed``
JSON-LD                        the same; ``tests/publishing/test_linked_data.py``
the page itself                ``test_a_page_shows_each_text_as_it_was_typed``
data: JSON, CSV                ``test_data_keep_each_text``; ``tests/publishing/test_data.py``
filters, summaries             ``test_what_scripts_read_keeps_each_text``
Atom feeds, calendars          ``test_feeds_and_calendars_keep_each_text``
search index                   ``test_what_scripts_read_keeps_each_text``
BibTeX                         ``tests/publishing/test_citation.py``
SVG, painted cards             ``tests/publishing/test_covers.py``, ``test_charts.py``,
                               ``tests/doors/test_painting.py``
file names, ids, redirects     their form: ``tests/judging/test_folders.py``,
                               ``tests/publishing/test_body.py``
reports, annotations           ``tests/hostile/test_findings.py``, ``tests/doors/test_report.py``
a real browser                 ``tests/browser/test_hostile.py``
=============================  =====================================================================
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import pytest
from hostile_strings import HARMLESS, TEXTS, slug_of
from icalendar import Calendar
from lxml import etree
from whole_site import Page, Site, Sites

from fp_build.words.typography import typeset

ATOM: Final = {"a": "http://www.w3.org/2005/Atom"}
EACH: Final = [(slug_of(number), text) for number, text in enumerate(TEXTS)]
LOADED: Final = {"script": "src", "img": "src", "source": "src", "iframe": "src", "embed": "src"}


@pytest.fixture
def site(sites: Sites) -> Site:
    return sites["hostile"]


def bare(text: str) -> str:
    """What typography leaves as it is: neither spaces nor quotation marks, apostrophes or dots."""
    return re.sub(r"[\s'’\"“”«»…]|\.\.\.", "", text)


def code_of(page: Page) -> list[str]:
    """What stands in the blocks of code of a page."""
    return [str(code.text_content()) for code in page.tree.xpath("//pre/code")]


def parts(page: Page) -> Iterator[tuple[str, str]]:
    """The elements of a page, each alone and with each of its attributes."""
    for element in page.tree.iter("*"):
        yield element.tag, ""
        for name in element.attrib:
            yield element.tag, name


@lru_cache(maxsize=1)
def parts_of(sites: Sites) -> set[tuple[str, str]]:
    """The parts of pages of harmless records."""
    pages = [page for name in ("fixture", "agenda") for page in sites[name].pages.values()]
    return {part for page in pages for part in parts(page)}


def test_every_page_is_built_of_what_our_templates_are_built_of(sites: Sites, site: Site) -> None:
    """No element and no attribute stands there that pages of harmless records do not have."""
    known = parts_of(sites)
    for file, page in site.pages.items():
        assert set(parts(page)) <= known, file


@pytest.mark.parametrize(
    "part", ["<script>1</script>x", "<p onclick=x>", "<svg onload=x>", "<iframe>", "<b style=x>"]
)
def test_a_part_that_is_not_ours_is_found(sites: Sites, part: str) -> None:
    """Else the test above could not fail."""
    text = sites["fixture"].pages["index.html"].text
    page = Page("x.html", text.replace("</main>", f"{part}</main>").encode())
    foreign = set(parts(page)) - parts_of(sites)
    scripts = [s for s in page.tree.iter("script") if s.text and not s.get("type")]
    assert foreign or scripts


def test_nothing_is_loaded_from_elsewhere_and_no_script_is_not_ours(site: Site) -> None:
    for file, page in site.pages.items():
        for element in page.tree.iter(*LOADED, "link"):
            address = element.get("href" if element.tag == "link" else LOADED[element.tag])
            if element.tag == "link" and element.get("rel") not in (
                "stylesheet",
                "icon",
                "preload",
            ):
                continue
            if element.tag == "script" and element.get("type") == "application/ld+json":
                continue
            assert address and re.match(r"(?:(?:\.\.?/)*|/fp/)assets/", address), (file, address)
        for element in page.tree.iter("script"):
            ours = element.get("type") == "application/ld+json" or not (element.text or "").strip()
            assert ours, (file, element.text)


@pytest.mark.parametrize("root", ["", "en/"], ids=["fr", "en"])
def test_a_page_shows_each_text_as_it_was_typed(site: Site, root: str) -> None:
    for slug, text in EACH:
        page = site.pages[f"{root}catalogue/{slug}/index.html"]
        assert bare(page.words("//h1")) == bare(text)
        assert f"{text}\n" in code_of(page)
        assert bare(text) in bare(page.words("//main"))
        shown = [bare(part.text_content()) for part in page.tree.xpath("//main//dt | //main//li")]
        assert any(bare(text) in part for part in shown), text


def test_the_head_of_a_page_says_the_title_as_it_was_typed(site: Site) -> None:
    for slug, text in EACH:
        page = site.pages[f"catalogue/{slug}/index.html"]
        printed = typeset(text, "fr")
        assert page.one("//head/title").text.startswith(printed)
        assert page.one("//head/meta[@name='description']").get("content") == printed
        assert page.one("//head/meta[@property='og:title']").get("content") == printed
        things = [
            json.loads(s.text) for s in page.tree.xpath("//script[@type='application/ld+json']")
        ]
        assert any(text in texts_in(thing) for thing in things), text


def texts_in(value: Any) -> set[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        return {value}
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for item in inside for text in texts_in(item)}


def test_data_keep_each_text(site: Site) -> None:
    """The JSON as it is; in a cell of the CSV, an apostrophe keeps spreadsheets from reckoning."""
    rows = {row["slug"]: row for row in json.loads(site.read("data/catalogue.json"))}
    cells = csv.DictReader(io.StringIO(site.read("data/catalogue.csv").decode("utf-8-sig")))
    by_slug = {row["slug"]: row for row in cells}
    for slug, text in EACH:
        assert rows[slug]["title"] == {"fr": text, "en": text}
        assert rows[slug]["summary"]["fr"] == text
        risky = text.startswith(("=", "+", "-", "@", "\t", "\r"))
        found = [value for name, value in by_slug[slug].items() if name.startswith("title")]
        assert found == [f"'{text}" if risky else text] * 2
        assert not any(value.startswith(("=", "+", "-", "@")) for value in by_slug[slug].values())


def test_what_scripts_read_keeps_each_text(site: Site) -> None:
    for language in ("fr", "en"):
        read = [json.loads(site.read(f"data/filters-{language}.json"))]
        summaries = [f for f in site.files if re.match(rf"data/summaries-{language}/", f)]
        read += [json.loads(site.read(file)) for file in summaries]
        said = {
            bare(text) for value in read for whole in texts_in(value) for text in whole.split("\n")
        }
        assert all(any(bare(text) in one for one in said) for _, text in EACH)


def test_feeds_and_calendars_keep_each_text(site: Site) -> None:
    for slug, text in EACH:
        file = f"catalogue/{slug}/{slug}.ics"
        if file not in site.files:
            continue
        (event,) = Calendar.from_ical(site.read(file)).walk("VEVENT")
        assert not event.errors
        assert bare(str(event["SUMMARY"])).endswith(bare(text))
        assert bare(text) in bare(str(event["DESCRIPTION"]))
        raw = site.read(file)
        assert raw.count(b"\nBEGIN:VEVENT") == 1 and b"\nBEGIN:VALARM" not in raw
        assert max(map(len, raw.split(b"\r\n"))) <= 75 and b"\n" not in raw.replace(b"\r\n", b"")
    titles: list[str] = []
    for file in ("appels.atom", "fiches.atom"):
        tree = etree.fromstring(site.read(file))
        titles += (t.text for t in tree.xpath("a:entry/a:title", namespaces=ATOM))
    assert titles and set(titles) <= set(TEXTS)


def test_what_is_harmless_is_the_same_in_pages_and_data(site: Site) -> None:
    """Letter for letter, where typography has nothing to say."""
    rows = {row["slug"]: row for row in json.loads(site.read("data/catalogue.json"))}
    for slug, text in EACH:
        if text in HARMLESS:
            assert rows[slug]["title"]["fr"] == text
            page = site.pages[f"catalogue/{slug}/index.html"]
            assert f"{text}\n" in code_of(page)
            assert "".join(page.one("//h1").itertext()).strip() == typeset(text, "fr")
