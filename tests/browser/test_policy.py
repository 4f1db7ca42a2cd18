"""Nothing runs in a page that is not ours, and nothing is loaded from elsewhere, whatever stands
in it: the policy holds by the page alone and by the host alone.

That every kind of page passes it is seen wherever a page is opened: what a browser refuses is a
fault in all of these tests (``looking.opened``).
"""

from __future__ import annotations

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Error, Request, Route

from browser.conftest import Hosts
from browser.looking import opened, wait_until

HOSTILE: Final = """
  <script>window.ran = 'script'</script>
  <script src="https://elsewhere.invalid/a.js"></script>
  <script src="data:text/javascript,window.ran='data'"></script>
  <img src="x" onerror="window.ran = 'attribute'" alt="">
  <img src="https://elsewhere.invalid/a.png" alt="">
  <iframe src="https://elsewhere.invalid/"></iframe>
  <iframe srcdoc="<script>top.ran = 'frame'</script>"></iframe>
  <object data="https://elsewhere.invalid/a.svg"></object>
  <svg><script>window.ran = 'drawing'</script></svg>
  <base href="https://elsewhere.invalid/">
  <style>#hostile { color: rgb(1, 2, 3) }</style>
  <p id="hostile" style="color: rgb(1, 2, 3)">texte</p>
  <a id="follow" href="javascript:window.ran='link'">lien</a>
  <form id="form" action="https://elsewhere.invalid/"></form>
"""
HELD: Final = {
    "script-src-elem", "script-src-attr", "img-src", "frame-src", "object-src", "base-uri",
    "style-src-elem", "style-src-attr", "form-action",
}  # fmt: skip
META: Final = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.mark.parametrize("by", ["page", "host"])
def test_what_is_not_ours_does_not_run(browser: Browser, hosts: Hosts, by: str) -> None:
    host = hosts["fixture"]
    asked: list[Request] = []

    def put_in(route: Route) -> None:
        answer = route.fetch()
        headers, body = dict(answer.headers), answer.text()
        if by == "page":
            del headers["content-security-policy"]
        else:
            body = META.sub("", body)
        route.fulfill(
            response=answer, headers=headers, body=body.replace("</main>", f"{HOSTILE}</main>")
        )

    with opened(browser, "light-wide") as (page, faults):
        page.route("**/principes/", put_in)
        page.on("request", lambda request: asked.append(request))
        page.goto(f"{host}principes/", wait_until="load")
        page.click("#follow")
        with page.expect_console_message(lambda said: "policy: form-action" in said.text):
            page.evaluate("document.getElementById('form').submit()")
        wait_until(page, "document.readyState === 'complete'")
        assert page.evaluate("window.ran ?? null") is None
        assert page.evaluate("getComputedStyle(document.getElementById('hostile')).color") != (
            "rgb(1, 2, 3)"
        )
        told = {line.split("against the policy: ")[1] for line in faults if "against" in line}
        assert {line.partition(" ")[0] for line in told} >= HELD - {"object-src", "base-uri"}
        away = {request.url: request.failure for request in asked if "elsewhere" in request.url}
        assert set(away.values()) <= {"csp"}, away  # told, but never sent
        assert page.url == f"{host}principes/"
        with pytest.raises(Error, match="TrustedHTML"):
            page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p>')")
