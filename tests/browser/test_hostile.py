"""Hostile records in a real browser: nothing of them runs, and nothing is asked for elsewhere."""

from __future__ import annotations

from typing import Final

import pytest
from hostile_strings import ATTACKS, slug_of
from playwright.sync_api import Browser, Dialog, Request, Route

from browser.conftest import Hosts
from browser.looking import opened

LISTS: Final = (
    "",
    "catalogue/",
    "catalogue/page/2/",
    "en/agenda/",
    "appels/",
    "catalogue/theme/ageing/",
)
SOME: Final = (0, 2, 12, 17, 22, 60)
"""A text of each family; ``make torture`` opens them all."""


SHOWN: Final[dict[str, str]] = {}
"""Pages that a test shows in the place of the site’s."""


def show(route: Route, text: str) -> None:
    route.fulfill(body=text, content_type="text/html")


def look(browser: Browser, host: str, addresses: list[str]) -> list[str]:
    """What goes wrong on these pages, hovered and focused all over."""
    with opened(browser, "light-wide") as (page, faults):

        def refuse(dialog: Dialog) -> None:
            faults.append(f"{page.url}: dialog {dialog.message}")
            dialog.dismiss()

        def watch(request: Request) -> None:
            if not request.url.startswith((host, "data:image/")):
                faults.append(f"{page.url}: asks for {request.url}")

        page.on("dialog", refuse)
        page.on("request", watch)
        page.on("popup", lambda other: faults.append(f"{page.url}: opens {other.url}"))
        for address, text in SHOWN.items():
            page.route(host + address, lambda route, _, text=text: show(route, text))
        for address in addresses:
            page.goto(host + address)
            page.evaluate(
                "for (const part of document.querySelectorAll('main *'))"
                " for (const name of ['mouseover', 'focus', 'toggle', 'pointerover'])"
                " part.dispatchEvent(new Event(name, {bubbles: true}))"
            )
            if page.evaluate("'__pwned' in window"):
                faults.append(f"{page.url}: a script of the record has run")
        return faults


def test_no_script_runs_and_no_request_leaves(browser: Browser, hosts: Hosts) -> None:
    pages = [*LISTS, *(f"catalogue/{slug_of(number)}/" for number in SOME)]
    assert look(browser, hosts["hostile"], pages) == []


def test_what_runs_or_asks_elsewhere_is_seen(
    browser: Browser, hosts: Hosts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the test above could not fail: the same eyes on a page that does both."""
    bad = "<main><p onmouseover='window.__pwned=1'>x</p><img src='http://127.0.0.1:9/x.png'></main>"
    monkeypatch.setitem(SHOWN, "bad.html", bad)
    told = "\n".join(look(browser, hosts["hostile"], ["bad.html"]))
    assert "a script of the record has run" in told and "asks for http://127.0.0.1:9/x.png" in told


@pytest.mark.torture
def test_no_script_runs_and_no_request_leaves_at_length(browser: Browser, hosts: Hosts) -> None:
    pages = [f"{root}catalogue/{slug_of(n)}/" for root in ("", "en/") for n in range(len(ATTACKS))]
    assert look(browser, hosts["hostile"], pages) == []
