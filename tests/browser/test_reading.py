"""Reading a record: its opening, its contents, the links to its parts, citing it, printing it."""

from __future__ import annotations

import itertools
import re
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import Hosts
from browser.test_every_kind_of_page import both, opened

RECORD: Final = "catalogue/guichet-tout/"
LEAST: Final = 24
"""The smallest side of a target, in pixels (WCAG 2.2, 2.5.8)."""


@both
def test_the_opening_says_for_whom_and_what_came_of_it(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-wide") as (page, faults):
        page.goto(hosts["fixture"] + root + RECORD)
        name = "En bref" if root == "" else "At a glance"
        glance = page.get_by_role("region", name=name)
        expect(glance).to_be_in_viewport(ratio=1)
        expect(glance.get_by_role("term")).to_have_count(4)
        glance.get_by_role("link", name="chiffres" if root == "" else "figures").click()
        expect(page.locator("#indicators")).to_be_in_viewport()
        assert faults == []


def test_contents_stay_beside_the_text_of_a_wide_screen(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["real"] + "catalogue/coffre-fort-numerique/")
        contents = page.get_by_role("navigation", name="Sur cette page")
        expect(contents.locator("summary")).to_be_hidden()
        page.locator("#sources").scroll_into_view_if_needed()
        expect(contents.get_by_role("link", name="Sources")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_what_stands_beside_the_text_is_folded_on_a_small_screen(
    browser: Browser, hosts: Hosts, script: bool
) -> None:
    with opened(browser, "dark-narrow", java_script_enabled=script) as (page, _):
        page.goto(hosts["fixture"] + RECORD)
        contents = page.get_by_role("navigation", name="Sur cette page")
        link = contents.get_by_role("link", name="Les résultats")
        expect(contents.get_by_role("heading")).to_have_text("Sur cette page")
        expect(link).to_be_hidden()
        contents.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(link).to_be_visible()
        link.click()
        expect(page).to_have_url(re.compile("#s-results$"))
        expect(page.locator("#s-results")).to_be_in_viewport()


@both
def test_a_figure_is_seen_with_its_source_on_a_small_screen(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-narrow") as (page, _):
        page.goto(hosts["real"] + root + "catalogue/laboratoires-innovation-territoriale/")
        table = page.get_by_role("table").and_(page.locator(".fp-indicators"))
        edge = page.viewport_size["width"]  # type: ignore[index]
        for cell in table.get_by_role("cell").all():
            box = cell.bounding_box()
            assert box is None or box["x"] + box["width"] <= edge
        expect(table.locator("td").first).to_have_attribute("role", "cell")
        heads = [head.inner_text() for head in table.get_by_role("columnheader").all()]
        assert len(heads) == 5 and all(heads)
        assert table.get_by_role("rowheader").count() == table.get_by_role("row").count() - 1
        before = "Avant : 12" if root == "" else "Before: 12"
        expect(table.get_by_role("cell", name=before)).to_be_visible()


@pytest.mark.parametrize("display", ["light-narrow", "dark-narrow"])
def test_a_shade_says_on_which_side_a_table_goes_on(
    browser: Browser, hosts: Hosts, display: str
) -> None:
    with opened(browser, display) as (page, _):
        page.goto(hosts["fixture"] + RECORD)
        table = page.locator(".fp-table").first
        assert shaded(table) == (False, False)  # all of it is seen
        table.evaluate("e => e.firstElementChild.style.minWidth = '200%'")
        assert shaded(table) == (False, True)
        table.evaluate("e => e.scrollLeft = e.scrollWidth / 4")
        assert shaded(table) == (True, True)
        table.evaluate("e => e.scrollLeft = e.scrollWidth")
        assert shaded(table) == (True, False)


def shaded(table: Locator) -> tuple[bool, bool]:
    """Whether the left and the right edge of a table differ from the ground of its middle, on a
    line of pixels on which nothing is written."""
    picture = Image.open(BytesIO(table.screenshot())).convert("RGB")
    pixels = [picture.getpixel((x, 1)) for x in range(picture.width)]
    middle = pixels[len(pixels) // 2]
    return pixels[1] != middle, pixels[-2] != middle


# Permalinks


@pytest.mark.parametrize(
    ("name", "path", "heading", "label"),
    [
        ("fixture", RECORD, "#s-results", "Lien vers la section Les résultats"),
        ("fixture", "en/" + RECORD, "#sources", "Link to the section Sources"),
        ("real", "programme/", "#h-deux-axes", "Lien vers la section Deux axes"),
        ("real", "en/programme/", "#h-a-laboratory", "Link to the section A laboratory"),
        ("fixture", "regles/", "#r-unknown-key", None),
    ],
)
def test_a_heading_has_a_link_that_the_keyboard_reaches(
    browser: Browser, hosts: Hosts, name: str, path: str, heading: str, label: str | None
) -> None:
    with opened(browser, "light-wide") as (page, faults):
        page.goto(hosts[name] + path)
        link = page.locator(f".fp-heading:has({heading}) > a")
        if label:
            expect(link).to_have_accessible_name(label)
            expect(page.locator(heading)).to_have_accessible_name(label.partition("section ")[2])
        assert opacity(link) == "0"
        page.locator(heading).hover()
        assert opacity(link) == "1"
        page.mouse.move(0, 0)
        link.focus()
        assert opacity(link) == "1"
        box = link.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= LEAST
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"{heading}$"))
        assert faults == []


def opacity(link: Locator) -> str:
    return str(link.evaluate("link => getComputedStyle(link).opacity"))


def test_links_beside_headings_show_where_nothing_hovers(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-narrow", has_touch=True, is_mobile=True) as (page, _):
        page.goto(hosts["fixture"] + RECORD)
        assert opacity(page.locator(".fp-heading:has(#s-results) > a")) == "1"


# Citing


CITED: Final = {
    "": "Futurs Publics, « Un guichet",
    "en/": "Futurs Publics, “",
}


@both
def test_a_citation_is_copied(browser: Browser, hosts: Hosts, root: str) -> None:
    with opened(browser, "light-wide", permissions=["clipboard-read", "clipboard-write"]) as (
        page,
        faults,
    ):
        page.goto(hosts["fixture"] + root + RECORD)
        section = page.locator("[aria-labelledby=cite]")
        said = section.get_by_role("status").first
        expect(said).to_be_empty()
        section.get_by_role("button").first.click()
        expect(said).to_have_text("Copié." if root == "" else "Copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#citation").inner_text()
        assert plain(copied).startswith(CITED[root])
        assert copied.endswith(f" https://example.org/fp/{root}{RECORD}")
        section.locator("summary").click()
        section.get_by_role("button").last.click()
        expect(section.get_by_role("status").last).not_to_be_empty()
        entry = page.evaluate("navigator.clipboard.readText()")
        assert entry.startswith("@misc{guichet-tout,\n") and entry.endswith("\n}")
        assert faults == []


def plain(text: str) -> str:
    return re.sub(r"[\u00a0\u202f]", " ", text)


def test_a_text_that_cannot_be_copied_is_selected(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.add_init_script(
            "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
        )
        page.goto(hosts["fixture"] + RECORD)
        section = page.locator("[aria-labelledby=cite]")
        section.get_by_role("button").first.click()
        expect(section.get_by_role("status").first).to_contain_text("copiez-le vous-même")
        selected = page.evaluate("String(getSelection())")
        assert selected.strip() == page.locator("#citation").inner_text()


def test_without_a_script_no_button_is_dead(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide", java_script_enabled=False) as (page, _):
        page.goto(hosts["fixture"] + RECORD)
        page.locator(".fp-cite__more > summary").click()
        expect(page.locator("#bibtex")).to_be_visible()
        for button in page.get_by_role("main").get_by_role("button").all():
            expect(button).to_be_hidden()


# The records beside


@both
def test_the_records_beside_lead_through_the_list_and_back(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"] + root + "catalogue/")
        titles = page.locator(".fp-card__title a").all_text_contents()
        assert len(set(titles)) > 2
        here = page.get_by_role("heading", level=1)
        onward = page.locator("[data-neighbours] [data-neighbour=next]")
        page.locator(".fp-card__title a").first.click()
        for title in titles[:-1]:
            expect(here).to_have_text(title)
            onward.click()
        expect(here).to_have_text(titles[-1])
        page.wait_for_load_state()
        expect(onward).to_have_count(0)
        page.locator("[data-neighbour=previous]").click()
        expect(here).to_have_text(titles[-2])


# Paper


@pytest.mark.parametrize("path", [RECORD, "methode/", "en/" + RECORD])
@pytest.mark.parametrize("mode", ["dark-wide", "light-narrow"])
def test_paper_holds_the_text_and_nothing_to_click(
    browser: Browser, hosts: Hosts, path: str, mode: str
) -> None:
    with opened(browser, mode) as (page, faults):
        page.goto(hosts["fixture"] + path)
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        page.emulate_media(media="print")
        for gone in ("nav:not(.fp-crumbs)", "button", "footer", "summary", ".fp-permalink"):
            for part in page.locator(gone).all():
                expect(part).to_be_hidden()
        expect(page.get_by_text(f"https://example.org/fp/{path}").first).to_be_visible()
        expect(page.locator(".fp-brand__name")).to_be_visible()
        for heading in page.locator("main :is(h1, h2):visible").all():
            assert colour(heading, "color") == (0, 0, 0)
        assert colour(page.locator("body"), "background-color") == (255, 255, 255)
        assert faults == []


def colour(part: Locator, name: str) -> tuple[int, ...]:
    found = part.evaluate("(part, name) => getComputedStyle(part).getPropertyValue(name)", name)
    return tuple(map(int, re.findall(r"\d+", found)[:3]))


def test_paper_gives_the_facts_and_the_addresses_of_sources(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-narrow") as (page, _):
        page.goto(hosts["real"] + "catalogue/coffre-fort-numerique/")
        expect(page.locator(".fp-facts").first).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".fp-facts").first).to_be_visible()
        expect(page.get_by_role("heading", name="Les faits")).to_be_visible()
        after = "link => getComputedStyle(link, '::after').content"
        assert "https://" in page.locator(".fp-sources a[href^=http]").first.evaluate(after)
        assert page.locator(".fp-body a").first.evaluate(after) == "none"


def test_a_record_prints_on_a_few_pages_of_a4(
    browser: Browser, hosts: Hosts, tmp_path: Path
) -> None:
    with opened(browser, "dark-wide") as (page, _):
        page.goto(hosts["real"] + "catalogue/coffre-fort-numerique/")
        data = page.pdf(path=tmp_path / "record.pdf", prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert 2 <= len(sizes) <= 4
    for width, height in sizes:
        assert abs(float(width) - 595.3) < 1 and abs(float(height) - 841.9) < 1


@pytest.mark.parametrize("path", ["catalogue/coffre-fort-numerique/", "en/programme/"])
def test_headings_are_in_order_and_one_is_first(browser: Browser, hosts: Hosts, path: str) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["real"] + path)
        levels = levels_of(page)
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def levels_of(page: Page) -> list[int]:
    names: Any = page.locator("main").evaluate(
        "main => [...main.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => h.tagName)"
    )
    return [int(name[1]) for name in names]
