"""Every kind of page in a browser: accessible, self-contained, readable wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from whole_site import LONE_PAGES, Sites

from browser.conftest import Hosts

MODES: Final[dict[str, dict[str, Any]]] = {
    "light-wide": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark-narrow": {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}},
    "dark-wide": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "light-narrow": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
}

KINDS: Final = (
    ("real", ""),
    ("real", "catalogue/"),
    ("real", "programme/"),
    ("real", "criteres/"),
    ("real", "contribuer/ecrire/"),
    ("real", "sources/"),
    ("real", "plan-du-site/"),
    ("fixture", "regles/"),
    ("fixture", "principes/"),
    ("fixture", "catalogue/guichet-tout/"),
    ("fixture", "catalogue/sans-anglais/"),
    ("fixture", "catalogue/texte-piege/"),
    ("fixture", "catalogue/ancien-guichet/"),
    ("fixture", "catalogue/theme/"),
    ("fixture", "catalogue/theme/disability/"),
    ("fixture", "catalogue/territory/reg-11/"),
    ("generated", "catalogue/page/2/"),
    ("agenda", ""),
    ("agenda", "agenda/"),
    ("agenda", "appels/"),
    ("agenda", "catalogue/appel-ouvert/"),
    ("agenda", "catalogue/appel-decide/"),
    ("agenda", "catalogue/rencontre/"),
    ("agenda", "catalogue/projet-ne/"),
    ("agenda", "catalogue/kind/event/"),
    ("fixture", "of/no/such/page/"),
)
every_kind = pytest.mark.parametrize(("name", "path"), KINDS, ids=lambda v: v or "home")
both = pytest.mark.parametrize("root", ["", "en/"], ids=["fr", "en"])

SHARDS: Final = 8

ONLY_FAULTS: Final = {"resultTypes": ["violations"]}
"""Axe need not describe all that is well, which takes it longer than to look."""


@every_kind
@pytest.mark.parametrize(
    ("root", "mode"), [("", "light-wide"), ("en/", "dark-narrow")], ids=["fr-wide", "en-narrow"]
)
def test_a_page_of_each_kind(
    browser: Browser, hosts: Hosts, name: str, path: str, root: str, mode: str
) -> None:
    with opened(browser, mode) as (page, faults):
        faults += judged(page, hosts[name], root + path, is_lost="no/such" in path)
        assert faults == []


@pytest.mark.audit
@every_kind
@pytest.mark.parametrize(
    ("root", "mode"), [("en/", "light-wide"), ("", "dark-narrow")], ids=["en-wide", "fr-narrow"]
)
def test_a_page_of_each_kind_the_other_way_round(
    browser: Browser, hosts: Hosts, name: str, path: str, root: str, mode: str
) -> None:
    with opened(browser, mode) as (page, faults):
        faults += judged(page, hosts[name], root + path, is_lost="no/such" in path)
        assert faults == []


@pytest.mark.audit
@pytest.mark.parametrize("shard", range(SHARDS))
@pytest.mark.parametrize(
    ("name", "mode"),
    [*(("fixture", mode) for mode in MODES), ("real", "light-wide"), ("real", "dark-narrow")],
)
def test_every_page(
    browser: Browser, hosts: Hosts, sites: Sites, name: str, mode: str, shard: int
) -> None:
    files = [file for file in sites[name].proper if file not in LONE_PAGES][shard::SHARDS]
    with opened(browser, mode) as (page, faults):
        for file in files:
            faults += judged(page, hosts[name], file.removesuffix("index.html"))
    assert faults == []


@contextmanager
def opened(browser: Browser, mode: str, **more: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the list of what goes wrong in it."""
    context = browser.new_context(**MODES[mode], **more)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            message.type == "error"
            and "404" not in message.text
            and faults.append(f"{page.url}: {message.text}")
        ),
    )
    try:
        yield page, faults
    finally:
        context.close()


def judged(page: Page, host: str, path: str, *, is_lost: bool = False) -> list[str]:
    """What is wrong with a page: what it loads, what axe finds, what does not fit."""
    asked: list[str] = []
    failed: list[str] = []
    seen = (("request", lambda r: asked.append(r.url)), ("response", note_failure(failed)))
    for event, heard in seen:
        page.on(event, heard)  # type: ignore[call-overload]
    page.goto(host + path, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = [
        f"{path}: {violation['id']} ({violation['impact']}): {node['html'][:200]} "
        f"{node['failureSummary']}"
        for violation in Axe().run(page, options=ONLY_FAULTS).response["violations"]
        for node in violation["nodes"]
    ]
    width = page.viewport_size["width"] if page.viewport_size else 0
    for narrow in {width, 320} if width < 400 else {width}:
        page.set_viewport_size({"width": narrow, "height": 740})
        taken = page.evaluate("document.documentElement.scrollWidth")
        if taken > narrow:
            found.append(f"{path}: {taken} pixels wide on a screen of {narrow}: {widest(page)}")
    page.set_viewport_size({"width": width, "height": 740})
    found += [f"{path}: asks for {url}" for url in asked if not url.startswith((host, "data:"))]
    found += [f"{path}: {line}" for line in failed if not (is_lost and line.endswith(path))]
    for event, heard in seen:
        page.remove_listener(event, heard)
    return found


def note_failure(failed: list[str]) -> Any:
    return lambda answer: answer.status >= 400 and failed.append(f"{answer.status} {answer.url}")


def widest(page: Page) -> str:
    """The element that reaches farthest to the right."""
    return str(
        page.evaluate(
            """() => [...document.body.querySelectorAll('*')]
              .filter(e => !e.closest('[tabindex]:not(main)') || e.matches('[tabindex]'))
              .map(e => [e.getBoundingClientRect().right, e.outerHTML.slice(0, 160)])
              .sort((a, b) => b[0] - a[0])[0]"""
        )
    )
