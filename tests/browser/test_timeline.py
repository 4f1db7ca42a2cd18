"""The timeline in a browser: read in order, whole at any width, with scripts and without."""

from __future__ import annotations

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Hosts
from browser.looking import MORE_SPACE, dress
from browser.test_every_kind_of_page import both, opened

PAGE: Final = "chronologie/"


def test_a_screen_reader_is_told_lists_in_order(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, faults):
        page.goto(hosts["fixture"] + PAGE)
        years = page.locator(".fp-chronicle")
        shown = years.aria_snapshot().replace("\u00a0", " ").replace("\u202f", " ")
        assert re.match(r"- list:\n  - listitem:\n    - heading \"\d{4}\" \[level=3\]", shown), (
            shown
        )
        entries = years.locator("> li").first.locator("ol > li")
        expect(entries.first).to_contain_text(
            re.compile(r"(Étude de cas|Fiche projet|Rendez-vous)")
        )
        assert faults == []


@both
def test_the_years_are_a_way_in(browser: Browser, hosts: Hosts, root: str) -> None:
    with opened(browser, "dark-narrow") as (page, _):
        page.goto(hosts["generated"] + root + PAGE)
        last = page.locator(".fp-year-jumps a").last
        year = last.inner_text()
        last.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#y-{year}")).to_be_in_viewport()
        further = page.locator(".fp-chronicle__year").last.locator(".fp-further")
        further.click()
        page.wait_for_url(re.compile(rf"/fp/{root}catalogue/\?year={year}$"))
        expect(page.locator(".fp-chosen")).to_contain_text(year)


@both
def test_without_scripts_a_year_leads_to_its_page(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-narrow", java_script_enabled=False) as (page, _):
        page.goto(hosts["generated"] + root + PAGE)
        ways = page.locator(".fp-chronicle__ways").first.locator("a:visible")
        expect(ways).to_have_count(1)
        ways.click()
        page.wait_for_url(re.compile(rf"/fp/{root}catalogue/year/\d{{4}}/$"))
        expect(page.locator(".fp-card").first).to_be_visible()
        page.go_back()
        page.locator(".fp-undated summary").click()
        expect(page.locator(".fp-undated li a").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 800, 1280])
@pytest.mark.parametrize("spaced", [False, True], ids=["", "spaced"])
def test_nothing_is_cut_and_nothing_overlaps(
    browser: Browser, hosts: Hosts, width: int, spaced: bool
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(hosts["generated"] + PAGE)
        if spaced:
            dress(page, MORE_SPACE)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (
            page.evaluate(
                """() => [...document.querySelectorAll('.fp-chronicle__year')].filter(year => {
                  const head = year.querySelector('.fp-chronicle__head').getBoundingClientRect();
                  const rest = year.querySelector('.fp-chronicle__entries');
                  if (!rest) return false;
                  const list = rest.getBoundingClientRect();
                  return head.right > list.left && head.bottom > list.top + 1;
                }).length"""
            )
            == 0
        )
