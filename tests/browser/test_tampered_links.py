"""A link that somebody has prepared: what its address carries is shown as text or not at all, runs
nothing and leads nowhere else."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser

from browser.conftest import Hosts
from browser.looking import opened, wait_until

PAYLOADS: Final = (
    '"><img src=x onerror=window.ran=1><svg onload=window.ran=1><a href=javascript:window.ran=1>',
    "javascript:window.ran=1//https://elsewhere.invalid/",
)
PLACES: Final = (
    "catalogue/?q={0}",
    "catalogue/?theme={0}&kind={0}&{0}={0}&__proto__={0}&constructor={0}&page={0}",
    "catalogue/#{0}",
    "catalogue/guichet-tout/?q={0}&theme={0}#{0}",
    "autoevaluation/?criterion={0}#{0}",
    "plan-du-site/?q={0}&redirect={0}&url={0}#{0}",
    "{0}/",
)
SHOWN: Final = (
    "!document.querySelector('[data-catalogue]')"
    " || !document.documentElement.classList.contains('fp-waiting')"
)


def test_what_an_address_carries_is_only_text(browser: Browser, hosts: Hosts) -> None:
    host = hosts["fixture"]
    with opened(browser, "light-wide") as (page, faults):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for place in PLACES:
            for payload in PAYLOADS:
                page.goto(f"{host}{place.format(quote(payload, safe=''))}", wait_until="load")
                wait_until(page, SHOWN)
                assert page.evaluate("window.ran ?? null") is None, (place, payload)
                made = page.locator("main img[src=x], main svg[onload], a[href^='javascript:']")
                assert made.count() == 0, (place, payload)
                assert page.url.startswith(host), (place, payload)
        assert {urlsplit(url).netloc for url in asked} == {urlsplit(host).netloc}
        assert [fault for fault in faults if "404" not in fault] == []
