"""Using the site: by keyboard, by touch, without JavaScript, in the other language, in the dark."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Hosts
from browser.looking import wait_until
from browser.test_every_kind_of_page import both, opened

RECORD = "catalogue/guichet-tout/"


@pytest.mark.parametrize("path", ["", RECORD, "principes/"])
def test_the_skip_link_comes_first_and_works(browser: Browser, hosts: Hosts, path: str) -> None:
    with opened(browser, "light-wide") as (page, faults):
        page.goto(hosts["fixture"] + path)
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_have_text("Aller au contenu")
        expect(focused).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main:focus")).to_have_count(1)
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
        assert faults == []


@both
def test_the_menu_of_a_small_screen_opens_by_keyboard(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-narrow") as (page, faults):
        page.goto(hosts["fixture"] + root)
        button = page.get_by_role("button", name="Menu")
        menu = page.get_by_role("navigation", name="Menu principal" if root == "" else "Main menu")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(menu).to_be_hidden()
        for _ in range(12):
            page.keyboard.press("Tab")
            if button.evaluate("b => b === document.activeElement"):
                break
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(menu.get_by_role("link").first).to_be_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('header')")
        page.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
        button.click()
        menu.get_by_role("link").nth(1).click()
        page.wait_for_url(f"**/fp/{root}catalogue/")
        assert faults == []


def test_a_wide_screen_needs_no_menu_button(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"])
        expect(page.get_by_role("button", name="Menu")).to_be_hidden()
        expect(page.get_by_role("navigation", name="Menu principal")).to_be_visible()


@pytest.mark.parametrize(
    "path", [RECORD, "catalogue/sans-anglais/", "principes/", "catalogue/theme/"]
)
@pytest.mark.parametrize("mode", ["light-wide", "dark-narrow"])
def test_the_language_switch_leads_to_the_same_page_and_back(
    browser: Browser, hosts: Hosts, path: str, mode: str
) -> None:
    with opened(browser, mode) as (page, _):
        page.goto(hosts["fixture"] + path)
        page.locator("header").get_by_role("link", name="English", exact=True).click()
        page.wait_for_url(f"{hosts['fixture']}en/{path}")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.locator("header").get_by_role("link", name="Français", exact=True).click()
        page.wait_for_url(hosts["fixture"] + path)


def test_the_display_follows_the_system_and_then_the_reader(browser: Browser, hosts: Hosts) -> None:
    grounds = {}
    for mode in ("light-wide", "dark-wide"):
        with opened(browser, mode) as (page, _):
            page.goto(hosts["fixture"])
            grounds[mode] = brightness(page)
    assert grounds["light-wide"] > 200 > 80 > grounds["dark-wide"]
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"])
        dark = page.get_by_role("button", name="Affichage sombre")
        dark.click()
        expect(dark).to_have_attribute("aria-pressed", "true")
        assert brightness(page) == grounds["dark-wide"]
        page.goto(hosts["fixture"] + "en/" + RECORD)
        assert brightness(page) == grounds["dark-wide"]
        page.get_by_role("button", name="As the system").click()
        assert brightness(page) == grounds["light-wide"]


def brightness(page: Page) -> float:
    """Of the ground of the page, from 0 to 255."""
    colour: list[float] = page.evaluate(
        """() => {
          const of = e => getComputedStyle(e).backgroundColor;
          const ground = [document.body, document.documentElement].map(of)
            .find(c => c !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
          const drawing = document.createElement('canvas').getContext('2d');
          drawing.fillStyle = ground;
          drawing.fillRect(0, 0, 1, 1);
          return [...drawing.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }"""
    )
    return sum(colour) / 3


@pytest.mark.parametrize("mode", ["light-wide", "dark-narrow"])
@pytest.mark.parametrize("path", ["", RECORD, "en/catalogue/theme/"])
def test_pages_can_be_read_without_javascript(
    browser: Browser, hosts: Hosts, path: str, mode: str
) -> None:
    with opened(browser, mode, java_script_enabled=False) as (page, faults):
        page.goto(hosts["fixture"] + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("button", name="Menu")).to_be_hidden()
        menu = page.locator("header").get_by_role("navigation").get_by_role("link")
        assert menu.count() >= 4
        for link in menu.all():
            expect(link).to_be_visible()
        assert len(page.get_by_role("main").inner_text()) > 150
        for button in page.get_by_role("button").all():
            expect(button).to_be_hidden()  # what needs a script is not offered
        assert faults == []


def test_a_moved_page_leads_on_without_javascript(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide", java_script_enabled=False) as (page, _):
        page.goto(hosts["fixture"] + "catalogue/premier-guichet/")
        page.wait_for_url(hosts["fixture"] + RECORD)


@both
def test_a_note_leads_to_its_source_and_back(browser: Browser, hosts: Hosts, root: str) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"] + root + RECORD)
        page.locator("a[href='#note-1']").first.click()
        expect(page.locator("#note-1")).to_be_in_viewport()
        page.locator("#note-1 a[href='#ref-1']").click()
        expect(page.locator("#ref-1")).to_be_in_viewport()


def test_pictures_are_shown(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        for path in ("catalogue/", RECORD, "en/" + RECORD):
            page.goto(hosts["fixture"] + path)
            page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
            wait_until(page, "[...document.images].every(i => i.complete)")
            sizes: list[Any] = page.evaluate(
                "[...document.images].map(i => [i.src, i.naturalWidth])"
            )
            assert len(sizes) > 1
            assert [src for src, width in sizes if not width] == []
