"""Pressed: what a button or a fold shows from the state in which its page comes is as good as the
page itself. States that a reader arranges first are looked at where they are tested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from audit.record import note
from playwright.sync_api import Browser, Page
from whole_site import Sites

from browser.conftest import Hosts
from browser.looking import faults_in, opened
from browser.sample import samples
from browser.test_every_kind_of_page import both

BUTTONS: Final = "button:visible:enabled, summary:visible"
MODES: Final = ("light-wide", "dark-narrow")


def test_pressed(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "dark-narrow") as (page, faults):
        found = [*each_pressed(page, hosts["real"] + "catalogue/", set())]
        assert "\n".join([*(fault for _, each in found for fault in each), *faults]) == ""


@pytest.mark.audit
@both
@pytest.mark.parametrize("mode", MODES)
def test_pressed_on_every_kind_of_page(
    browser: Browser, hosts: Hosts, sites: Sites, root: str, mode: str
) -> None:
    found: list[str] = []
    seen: set[str] = set()
    with opened(browser, mode) as (page, faults):
        for sample in samples(sites, root):
            if sample.leaves:
                continue
            for button, wrong in each_pressed(page, hosts[sample.site] + sample.path, seen):
                note("pressed", sample.site, sample.path, wrong)
                found += [f"{sample.path}: {button}: {fault}" for fault in wrong]
        assert "\n".join([*found, *faults]) == ""


def each_pressed(page: Page, address: str, seen: set[str]) -> Iterator[tuple[str, list[str]]]:
    """What is wrong after each button that nobody has ``seen``, pressed on the page as it comes."""
    page.goto(address, wait_until="networkidle")
    looks = page.locator(BUTTONS).evaluate_all("all => all.map(e => e.outerHTML)")
    for place, button in enumerate(looks):
        if button in seen:
            continue
        seen.add(button)
        page.goto(address, wait_until="networkidle")
        page.locator(BUTTONS).nth(place).click()
        page.wait_for_load_state("networkidle")
        yield button, faults_in(page)


def test_a_fault_behind_a_button_is_found(browser: Browser, hosts: Hosts) -> None:
    """Else the tests above could not fail."""
    with opened(browser, "dark-narrow") as (page, _):
        page.add_init_script(
            """addEventListener('click', (event) => {
              if (event.target.closest('.fp-filter-button'))
                document.querySelector('.fp-panel__foot').append(document.createElement('button'));
            }, true)"""
        )
        found = dict(each_pressed(page, hosts["real"] + "catalogue/", set()))
        told = [button for button, wrong in found.items() if "button-name" in "".join(wrong)]
        assert len(told) == 1 and "fp-filter-button" in told[0]
