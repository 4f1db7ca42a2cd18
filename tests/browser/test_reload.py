"""While an author is served: what is saved shows in the browser, under the policy of all pages."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect
from served import RECORD, served
from whole_site import Plan, lay_out

from browser.looking import opened


def test_a_page_reloads_when_its_record_is_saved(browser: Browser, tmp_path: Path) -> None:
    with (
        served(lay_out(Plan(), tmp_path / "project")) as here,
        opened(browser, "light-wide") as (page, faults),
    ):
        path = "catalogue/sans-anglais/"
        here.shows(path, "Un projet qui attend sa traduction")
        page.goto(here.address + path)
        title = page.locator("h1")
        expect(title).to_contain_text("Un projet qui attend")

        here.edit(RECORD, "title: Un projet qui attend", "title: Un projet qui espère")
        expect(title).to_contain_text("Un projet qui espère", timeout=30_000)

        here.edit(RECORD, "themes: [ageing]", "themes: [nulle-part]")
        expect(page.locator(".fp-report summary")).to_be_visible(timeout=30_000)
        here.edit(RECORD, "themes: [nulle-part]", "themes: [disability]")
        expect(page.locator("main")).to_contain_text("Handicap", timeout=30_000)
        expect(page.locator(".fp-report")).to_have_count(0)
        assert faults == []
