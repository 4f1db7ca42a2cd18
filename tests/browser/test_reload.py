"""While an author is served: what is saved shows in the browser, under the policy of all pages."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect
from served import RECORD, served
from whole_site import Plan, lay_out

from browser.looking import opened


def test_a_page_reloads_when_something_is_saved(browser: Browser, tmp_path: Path) -> None:
    project = lay_out(Plan(), tmp_path / "project")
    record = project / RECORD
    good = record.read_text("utf-8")
    record.write_text(good.replace("themes: [ageing]", "themes: [nulle-part]"), encoding="utf-8")
    with served(project) as here, opened(browser, "light-wide") as (page, faults):
        here.shows("", "unknown-term")
        page.goto(here.address)
        expect(page.locator("main")).to_contain_text("unknown-term")
        record.write_text(good, encoding="utf-8")
        expect(page.locator("main")).to_contain_text("Le site d’essai")

        page.goto(f"{here.address}catalogue/sans-anglais/")
        here.edit(RECORD, "title: Un projet qui attend", "title: Un projet qui espère")
        expect(page.locator("h1")).to_contain_text("Un projet qui espère")

        here.edit(RECORD, "themes: [ageing]", "themes: [nulle-part]")
        expect(page.locator(".fp-report summary")).to_be_visible()
        here.edit(RECORD, "themes: [nulle-part]", "themes: [disability]")
        expect(page.locator("main")).to_contain_text("Handicap")
        expect(page.locator(".fp-report")).to_have_count(0)
        assert faults == []
