"""The map of territories in a browser: by keyboard, told to screen readers, whole at any width."""

from __future__ import annotations

import gzip
import re
from typing import Any, Final
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect
from whole_site import Sites

from browser.conftest import Hosts
from browser.test_every_kind_of_page import both, opened

PAGE: Final = "territoires/"
SITE: Final = "places"
"""The site with records in many places."""


@both
def test_links_of_the_map_are_reached_in_the_order_of_the_list(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-wide") as (page, faults):
        page.goto(hosts[SITE] + root + PAGE)
        spots = page.locator(".fp-map__country a")
        count = spots.count()
        assert 5 < count < 60
        spots.first.focus()
        for number in range(count):
            expect(spots.nth(number)).to_be_focused()
            page.keyboard.press("Tab")
        expect(page.locator(".fp-map__country a:focus")).to_have_count(0)
        listed = [name(link) for link in page.locator(".fp-map__regions a").all()]
        drawn = [told(spot) for spot in spots.all()]
        assert drawn == [each for each in listed if each in drawn]
        assert faults == []


@both
def test_a_place_leads_to_the_selection_it_counts(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts[SITE] + root + PAGE)
        spot = page.locator(".fp-map__country a:has(text)").first
        number = spot.locator("text").text_content()
        spot.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(rf"/fp/{root}catalogue/\?territory=\w+$"))
        expect(page.locator("#results")).to_have_text(re.compile(rf"^{number}\W(fiche|record)"))


def test_a_badge_can_be_clicked_and_is_large_enough(browser: Browser, hosts: Hosts) -> None:
    for mode in ("light-wide", "light-zoomed"):
        with opened(browser, mode) as (page, _):
            page.goto(hosts[SITE] + PAGE)
            for badge in page.locator(".fp-map__badge rect").all():
                box = badge.bounding_box()
                assert box is not None and min(box["width"], box["height"]) >= 24
            page.locator(".fp-map__country .fp-map__badge").first.click()
            page.wait_for_url(re.compile(r"\?territory="))


def test_a_screen_reader_is_told_name_and_number_and_nothing_of_the_quiet(
    browser: Browser, hosts: Hosts
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"] + PAGE)
        group = page.get_by_role("group", name="Carte des fiches par région et par département")
        shown = group.aria_snapshot().replace("\u00a0", " ")
        assert re.search(r'link "Loire-Atlantique : \d+ fiches?"', shown)
        links = group.get_by_role("link")
        assert shown.count("- ") <= 2 * links.count() + 1, shown


def test_the_place_in_focus_is_marked(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"] + PAGE)
        country = page.locator(".fp-map__country")
        page.locator(".fp-map__country a").first.focus()
        page.keyboard.press("Shift+Tab")
        without = country.screenshot()
        page.keyboard.press("Tab")
        expect(page.locator(".fp-map__country a").first).to_be_focused()
        assert country.screenshot() != without


def test_the_list_needs_no_script(sites: Sites) -> None:
    site = sites[SITE]
    file = f"{PAGE}index.html"
    rows = site.pages[file].tree.xpath("//ul[@class='fp-map__regions']//a")
    assert len(rows) > 10
    for row in rows:
        there = site.file_at(urljoin(urljoin(site.url, file), row.get("href")))
        assert there is not None
        count = site.pages[there].words("//h2[@id='results']")
        said = " ".join((row.tail or "").split()).lstrip(": ")
        assert said.split(" (")[0] == count, there


@pytest.mark.parametrize("site", ["fixture", SITE])
def test_the_page_stays_light(sites: Sites, site: str) -> None:
    page = sites[site].read(f"{PAGE}index.html")
    assert len(gzip.compress(page)) < 40_000


def name(link: Any) -> str:
    """The name that the list gives."""
    return str(link.text_content())


def told(spot: Any) -> str:
    """The name of a link of the map, without its number."""
    return re.split(r"\s?:", str(spot.get_attribute("aria-label")))[0]


def test_light_and_dark_and_forced(browser: Browser, hosts: Hosts) -> None:
    for mode in ("light-wide", "dark-wide", "forced-wide"):
        with opened(browser, mode) as (page, _):
            page.goto(hosts["fixture"] + PAGE)
            assert fills(page)[0] != fills(page)[1] or mode == "forced-wide"


def fills(page: Page) -> list[str]:
    """How a quiet shape and one with records are filled."""
    return [
        str(page.locator(shape).first.evaluate("e => getComputedStyle(e).fill"))
        for shape in ("#map-29", "#map-44")
    ]
