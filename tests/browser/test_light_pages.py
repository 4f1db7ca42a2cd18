"""Pages are light: what a first visit asks for, how much of it, and from whom."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Response
from whole_site import PROJECT, Sites

from browser.conftest import Hosts
from browser.test_every_kind_of_page import both, opened

COMPRESSED: Final = ("text/", "application/json", "application/javascript", "image/svg+xml")
"""What hosts compress; pictures and typefaces are so already."""

MARK: Final = "assets/images/icon.svg"
"""Readers' browsers always ask for it; without a window some do not."""

KILOBYTE: Final = 1024


@dataclass(frozen=True)
class Asked:
    """One answer of a first visit."""

    url: str
    kind: str
    size: int
    """In bytes, as it travels from a host that compresses."""


def first_visit(page: Page, host: str, path: str) -> list[Asked]:
    """All that a page asks for before the reader does anything."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(host + path, wait_until="networkidle")
    asked = [_weighed(answer) for answer in answers]
    if not any(one.url.endswith(MARK) for one in asked):
        asked.append(Asked(f"{host}{MARK}", "image/svg+xml", 0))
    return asked


def _weighed(answer: Response) -> Asked:
    kind = answer.headers.get("content-type", "")
    body = answer.body()
    return Asked(
        answer.url, kind, len(gzip.compress(body, 6) if kind.startswith(COMPRESSED) else body)
    )


def weight(asked: list[Asked]) -> int:
    """All but pictures, in bytes."""
    return sum(one.size for one in asked if not one.kind.startswith("image/"))


def told(asked: list[Asked]) -> str:
    return "\n".join(f"{one.size:>7} {one.url}" for one in asked)


@both
@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("real", "demande-unique"),
        ("real", "mes-aides"),
        ("real", "maison-du-handicap"),
        ("fixture", "guichet-tout"),
    ],
)
def test_a_record_is_light(browser: Browser, hosts: Hosts, name: str, slug: str, root: str) -> None:
    with opened(browser, "light-wide") as (page, faults):
        asked = first_visit(page, hosts[name], f"{root}catalogue/{slug}/")
        assert weight(asked) <= 120 * KILOBYTE, told(asked)
        assert len(asked) <= 12, told(asked)
        assert faults == []


@both
@pytest.mark.parametrize("name", ["real", "generated"])
def test_the_catalogue_is_light(browser: Browser, hosts: Hosts, name: str, root: str) -> None:
    with opened(browser, "light-wide") as (page, _):
        asked = first_visit(page, hosts[name], f"{root}catalogue/")
        assert weight(asked) <= 250 * KILOBYTE, told(asked)


@both
def test_the_home_page_asks_for_little(browser: Browser, hosts: Hosts, root: str) -> None:
    with opened(browser, "light-wide") as (page, _):
        asked = first_visit(page, hosts["real"], root)
        assert weight(asked) <= 120 * KILOBYTE, told(asked)
        assert len(asked) <= 15, told(asked)


def test_the_longest_record_is_light_too(sites: Sites, browser: Browser, hosts: Hosts) -> None:
    """However many the records: those of a large catalogue are as long as any."""
    site = sites["generated"]
    records = [file for file in site.proper if file.startswith("catalogue/") and "exemple-" in file]
    longest = max(records, key=lambda file: len(site.read(file)))
    with opened(browser, "light-wide") as (page, _):
        asked = first_visit(page, hosts["generated"], longest.removesuffix("index.html"))
        assert weight(asked) <= 120 * KILOBYTE, told(asked)


@pytest.mark.parametrize("path", ["", "catalogue/", "catalogue/guichet-tout/", "en/principes/"])
def test_a_visit_stays_on_the_site_and_leaves_no_cookie(
    browser: Browser, hosts: Hosts, path: str
) -> None:
    host = hosts["fixture"]
    with opened(browser, "dark-narrow") as (page, _):
        asked = first_visit(page, host, path)
        assert [one.url for one in asked if not one.url.startswith((host, "data:"))] == []
        assert page.context.cookies() == [] and page.evaluate("document.cookie") == ""
        assert sum(one.url.endswith(".woff2") for one in asked) <= 2


# Pictures


@pytest.mark.parametrize(("mode", "scale"), [("light-wide", 1), ("dark-narrow", 2)])
def test_a_browser_takes_the_size_that_fits_and_nothing_moves(
    browser: Browser, hosts: Hosts, sites: Sites, mode: str, scale: int
) -> None:
    site = sites["generated"]
    path = next(
        file.removesuffix("index.html")
        for file, page in site.proper.items()
        if page.tree.xpath("//figure//img[@srcset and contains(@srcset, ' 800w')]")
    )
    with opened(browser, mode, device_scale_factor=scale) as (page, faults):
        page.add_init_script(
            "new PerformanceObserver(list => { for (const shift of list.getEntries())"
            " window.moved = (window.moved || 0) + shift.value })"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        asked = first_visit(page, hosts["generated"], path)
        shown = page.locator(".fp-record__cover img")
        seen = shown.evaluate("i => [i.naturalWidth / i.naturalHeight, i.width / i.height]")
        assert shown.evaluate("i => i.complete && i.naturalWidth > 0")
        assert seen[0] == pytest.approx(16 / 9, rel=0.02)
        taken = [one.url for one in asked if "/assets/pictures/" in one.url]
        assert taken and all(one.endswith(("-480.webp", "-800.webp")) for one in taken)
        needed = shown.evaluate("i => i.clientWidth") * scale
        assert taken[0].endswith("-480.webp" if needed <= 480 else "-800.webp")
        assert page.evaluate("window.moved || 0") < 0.02
        assert faults == []


@pytest.mark.parametrize("name", ["futurs-publics", "palette"])
def test_a_shortened_style_sheet_says_the_same(browser: Browser, hosts: Hosts, name: str) -> None:
    """Rule by rule, as the browser understands both."""
    file = f"assets/stylesheets/{name}.css"
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"])
        published, written = page.evaluate(
            """async ([address, text]) => {
              const rules = (text) => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(text);
                return [...sheet.cssRules].map((rule) => rule.cssText);
              };
              return [rules(await (await fetch(address)).text()), rules(text)];
            }""",
            [hosts["fixture"] + file, (PROJECT / "overrides" / file).read_text("utf-8")],
        )
        assert len(written) > 3
        assert [*map(bare, published)] == [*map(bare, written)]


def bare(rule: str) -> str:
    """A rule without the spaces that custom properties keep as they were written."""
    return re.sub(r"\s*([,/*])\s*", r"\1", rule)
