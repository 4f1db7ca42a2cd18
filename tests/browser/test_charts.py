"""Charts in a browser: reached by keyboard, told to screen readers, whole at any width."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from whole_site import Sites

from browser.conftest import Hosts
from browser.looking import dress
from browser.test_every_kind_of_page import both, opened
from fp_build.publishing.shorthand import terms_in

PAGE: Final = "panorama/"
FACETS: Final = ("theme", "stage", "year", "outcome")

SPACED: Final = (
    "* { letter-spacing: .12em !important; word-spacing: .16em !important;"
    " line-height: 1.5 !important; } p { margin-bottom: 2em !important; }"
)
"""The spacing that a reader may ask for (WCAG 1.4.12)."""


@both
def test_bars_are_reached_one_after_the_other_by_keyboard(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-wide") as (page, faults):
        page.goto(hosts["real"] + root + PAGE)
        bars = page.locator(".fp-chart").first.get_by_role("list").get_by_role("link")
        count = bars.count()
        assert count > 5
        page.locator(".fp-toc a").last.focus()
        page.keyboard.press("Tab")
        while not page.evaluate("document.activeElement.matches('.fp-bar')"):
            page.keyboard.press("Tab")
        for number in range(count):
            expect(bars.nth(number)).to_be_focused()
            outline = bars.nth(number).evaluate("e => getComputedStyle(e).outline")
            assert " solid 3px" in outline
            page.keyboard.press("Tab")
        summary = page.locator(".fp-chart summary").first
        expect(summary).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".fp-chart table").first).to_be_visible()
        bars.first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(rf"/fp/{root}catalogue/\?theme=[a-z-]+$"))
        assert faults == []


def test_a_screen_reader_is_told_the_term_and_the_number(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"] + PAGE)
        chart = page.get_by_role("list", name="Fiches par étape")
        shown = chart.aria_snapshot().replace("\u00a0", " ")
        assert '- listitem: "Repérer les problèmes : aucune fiche"' in shown
        assert 'link "Diffuser les enseignements : 1 fiche"' in shown
        assert "img" not in shown


@pytest.mark.parametrize("facet", FACETS)
@both
def test_a_bar_counts_what_the_page_of_its_term_lists(sites: Sites, facet: str, root: str) -> None:
    site = sites["real"]
    file = f"{root}{PAGE}index.html"
    (chart,) = site.pages[file].tree.xpath(
        f"//figure[.//a[contains(@href, 'catalogue/?{facet}=')]]"
    )
    rows = chart.xpath(".//tbody/tr[.//a]")
    assert rows
    for row in rows:
        there = site.file_at(urljoin(urljoin(site.url, file), row.xpath("string(.//a/@href)")))
        assert there is not None
        listed = len(site.pages[there].tree.xpath("//li[contains(@class, 'fp-card ')]"))
        figure = row.xpath("string(td)")
        assert listed == (int(figure) if figure.isdigit() else 0), (there, figure)


@both
def test_a_bar_leads_to_a_selection_that_finds_what_it_counts(sites: Sites, root: str) -> None:
    site = sites["real"]
    index = json.loads(site.read(f"data/filters-{'en' if root else 'fr'}.json"))
    facets = {facet["id"]: facet for facet in index["facets"]}
    bars = site.pages[f"{root}{PAGE}index.html"].tree.xpath("//a[@class='fp-bar']")
    assert len(bars) > 20
    for bar in bars:
        there = urlsplit(urljoin(f"/{root}{PAGE}", bar.get("href")))
        assert there.path == f"/{index['catalogue']}"
        ((facet, term),) = parse_qsl(there.query, strict_parsing=True)
        number = [known for known, _ in facets[facet]["terms"]].index(term)
        found = [terms for terms in terms_in(facets[facet]["records"]) if number in terms]
        assert bar.xpath("string(.//text[1])") == str(len(found)), there.query


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("spaced", [False, True], ids=["", "spaced"])
@both
def test_nothing_of_a_chart_is_cut(
    browser: Browser, hosts: Hosts, root: str, width: int, spaced: bool
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(hosts["generated"] + root + PAGE)
        if spaced:
            dress(page, SPACED)
        assert overflowing(page, width) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        dress(page, "html { font-size: 200% }")
        assert overflowing(page, width) == []


def overflowing(page: Page, width: int) -> list[Any]:
    """The names and numbers of bars that reach out of the page, or over one another."""
    found: list[Any] = page.evaluate(
        """width => [...document.querySelectorAll('.fp-bar')].flatMap(bar => {
          const name = bar.querySelector('.fp-bar__name');
          const shown = [...bar.querySelectorAll('text')].filter(t => t.getClientRects().length);
          const [a, b] = [name, shown[0]].map(e => e.getBoundingClientRect());
          const apart = a.right <= b.left + 1 || a.bottom <= b.top + 6 || b.bottom <= a.top + 6;
          const inside = [a, b].every(r => r.left >= 0 && r.right <= width + .5);
          const whole = name.scrollWidth <= name.clientWidth + 1;
          return shown.length === 1 && apart && inside && whole ? []
            : [[bar.textContent.trim(), shown.length, apart, inside, whole]];
        })""",
        width,
    )
    return found


@pytest.mark.parametrize(("width", "standing"), [(360, False), (1280, True)])
def test_bars_are_as_long_as_their_numbers(
    browser: Browser, hosts: Hosts, width: int, standing: bool
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(hosts["real"] + PAGE)
        for number, facet in enumerate(FACETS):
            upright = standing and facet == "year"
            drawn: list[list[float]] = page.evaluate(
                """([number, upright]) =>
                  [...document.querySelectorAll('.fp-chart')[number].querySelectorAll('.fp-bar')]
                  .map(bar => [bar, [...bar.querySelectorAll('rect')]
                    .filter(r => r.getClientRects().length && r.getBoundingClientRect().width)])
                  .map(([bar, rects]) => [
                    parseInt(bar.querySelector('text').textContent) || 0,
                    rects.length && rects[0].getBoundingClientRect()[upright ? 'height' : 'width'],
                  ])""",
                [number, upright],
            )
            units = [length / count for count, length in drawn if count]
            assert units and max(units) - min(units) < 1, (facet, drawn)
            assert all(length <= 2 for count, length in drawn if not count), (facet, drawn)


def test_charts_need_no_script(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "dark-narrow", java_script_enabled=False) as (page, faults):
        page.goto(hosts["fixture"] + PAGE)
        page.get_by_text("Voir les chiffres en tableau").nth(1).click()
        page.get_by_role("table", name="Fiches par étape").get_by_role("link").first.click()
        expect(page).to_have_url(re.compile(r"/catalogue/stage/identifying-problems/$"))
        assert faults == []
