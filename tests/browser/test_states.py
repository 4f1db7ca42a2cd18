"""Hovered, focused, with more space in the text: pages stay readable and the reader knows where
they are."""

from __future__ import annotations

import itertools
from typing import Any, Final

import pytest
from audit.record import note
from playwright.sync_api import Browser, Page
from whole_site import Sites

from browser.conftest import Hosts
from browser.interaction import CONTROLS, faults_of_states
from browser.looking import dress, opened, violations
from browser.sample import samples
from browser.test_every_kind_of_page import both

PAGES: Final = (
    ("real", ""),
    ("real", "catalogue/"),
    ("fixture", "catalogue/guichet-tout/"),
    ("fixture", "catalogue/theme/disability/"),
)
"""Which pages are looked at without « make audit », that looks at each kind."""
SHARDS: Final = 3
LIGHT_AND_DARK: Final = ("light-wide", "dark-wide", "light-narrow", "dark-narrow")


@pytest.mark.parametrize(("mode", "pages"), [("light-wide", PAGES[:2]), ("dark-narrow", PAGES[2:])])
def test_hovered_and_focused(
    browser: Browser, hosts: Hosts, mode: str, pages: tuple[tuple[str, str], ...]
) -> None:
    found = []
    with opened(browser, mode) as (page, faults):
        for name, path in pages:
            found += states_of(page, hosts[name] + path)
        assert "\n".join([*found, *faults]) == ""


@pytest.mark.audit
@both
@pytest.mark.parametrize("mode", LIGHT_AND_DARK)
@pytest.mark.parametrize("shard", range(SHARDS))
def test_hovered_and_focused_on_every_kind_of_page(
    browser: Browser, hosts: Hosts, sites: Sites, root: str, mode: str, shard: int
) -> None:
    found = []
    with opened(browser, mode) as (page, faults):
        for sample in samples(sites, root)[shard::SHARDS]:
            if not sample.leaves:
                wrong = states_of(page, hosts[sample.site] + sample.path)
                note("states", sample.site, sample.path, wrong)
                found += wrong
        assert "\n".join([*found, *faults]) == ""


def states_of(page: Page, address: str) -> list[str]:
    page.goto(address, wait_until="networkidle")  # scripts have made what they make
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    return [f"{address}: {fault}" for fault in faults_of_states(page)]


def test_a_fault_of_a_state_is_found(browser: Browser, hosts: Hosts) -> None:
    """Else the tests above could not fail."""
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"])
        assert violations(page) == []
        dress(
            page,
            ".fp-nav a:hover { color: #bbb !important }"
            " .fp-footer a:focus { color: #2a6274 !important }"
            " .fp-brand:focus-visible { outline: none !important }",
        )
        found = faults_of_states(page)
        assert any("hovered" in line and "<a" in line for line in found)
        assert any("focused" in line for line in found)
        assert any("focus marked" in line and "fp-brand" in line for line in found)


# Order and names, as the keyboard and a screen reader have them


@both
@pytest.mark.parametrize(
    ("name", "path"),
    [("real", ""), ("real", "catalogue/"), ("fixture", "catalogue/guichet-tout/")],
    ids=["home", "catalogue", "record"],
)
def test_the_keyboard_reaches_everything_in_the_order_of_the_page(
    browser: Browser, hosts: Hosts, root: str, name: str, path: str
) -> None:
    with opened(browser, "light-wide", reduced_motion="reduce") as (page, _):
        page.goto(hosts[name] + root + path, wait_until="networkidle")
        assert page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0
        expected: int = page.evaluate(
            """controls => {
              const all = [...document.querySelectorAll(controls)].filter(e =>
                e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0);
              all.forEach((e, number) => { e.dataset.stop = number; });
              return all.length;
            }""",
            CONTROLS,
        )
        seen: list[Any] = []
        for _ in range(expected + 1):
            page.keyboard.press("Tab")
            stop = page.evaluate(
                """() => {
                  const e = document.activeElement;
                  const box = e.getBoundingClientRect();
                  const shown = box.width > 0 && box.height > 0 && box.bottom > 0
                    && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                  return [Number(e.dataset.stop ?? -1), shown, e.outerHTML.slice(0, 120)];
                }"""
            )
            if stop[0] < 0:
                break
            seen.append(stop)
        assert [stop for stop in seen if not stop[1]] == []
        assert [number for number, _, _ in seen] == sorted({number for number, _, _ in seen})
        assert len(seen) >= expected - 1  # of a group of radio buttons one is reached


@both
@pytest.mark.parametrize(
    ("name", "path"),
    [("real", ""), ("real", "catalogue/"), ("fixture", "catalogue/guichet-tout/")],
    ids=["home", "catalogue", "record"],
)
def test_the_tree_of_a_screen_reader(
    browser: Browser, hosts: Hosts, root: str, name: str, path: str
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts[name] + root + path, wait_until="networkidle")
        session = page.context.new_cdp_session(page)
        nodes = [
            (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")).strip(), node)
            for node in session.send("Accessibility.getFullAXTree")["nodes"]
            if not node.get("ignored")
        ]
        roles = [role for role, _, _ in nodes]
        for landmark in ("banner", "main", "contentinfo"):
            assert roles.count(landmark) == 1, landmark
        named = {"link", "button", "navigation", "textbox", "searchbox", "checkbox", "combobox",
                 "heading", "region", "dialog", "DisclosureTriangle", "group"}  # fmt: skip
        nameless = [role for role, said, _ in nodes if role in named - {"group"} and not said]
        assert nameless == []
        navigations = [said for role, said, _ in nodes if role == "navigation"]
        assert len(navigations) == len(set(navigations)) >= 3
        levels = [
            int(prop["value"]["value"])
            for role, _, node in nodes
            if role == "heading"
            for prop in node.get("properties", [])
            if prop["name"] == "level"
        ]
        assert levels.count(1) == 1 and levels[0] <= 2
        inside = levels[levels.index(1) :]
        assert all(after <= before + 1 for before, after in itertools.pairwise(inside))
