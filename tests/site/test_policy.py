"""Every page says what it may do in a browser, and asks for nothing that this forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from header_file import headers_of, read_headers
from whole_site import Page, Sites

from fp_build.publishing.page_kinds import REDIRECT, REPORT
from fp_build.publishing.policy import header_policy, page_policy

NAME: Final = "Content-Security-Policy"
DATA: Final = "application/ld+json"
"""A script of this type is data: it is not run."""


def unruly(page: Page) -> Iterator[str]:
    """What the policy forbids."""
    head = list(page.tree.find("head"))
    if [element.get("charset", element.get("http-equiv")) for element in head[:2]] != [
        "utf-8",
        NAME,
    ]:
        yield "the policy does not stand before all that it rules"
    for script in page.tree.iter("script"):
        if script.get("type") != DATA and (not script.get("src") or script.text):
            yield "a script in the page"
    for element in page.tree.iter("style", "base", "iframe", "frame", "object", "embed", "applet"):
        yield f"<{element.tag}>"
    for element in page.tree.iter("*"):
        for name, value in element.items():
            if name.startswith("on") or name == "style":
                yield f"<{element.tag} {name}>"
            elif re.match(r"\s*(?:javascript|data|vbscript):", value, re.I):
                yield f"<{element.tag} {name}={value[:20]}>"


@pytest.mark.parametrize("name", ["fixture", "fixture-settings", "report"])
def test_no_page_asks_for_what_the_policy_forbids(sites: Sites, name: str) -> None:
    found = {file: list(unruly(page)) for file, page in sites[name].pages.items()}
    assert {file: faults for file, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "fault",
    [
        "<script>1</script>",
        "<p onclick=x>",
        "<a href=' JavaScript:x'>",
        "<p style='color: red'>",
        "<style>p{}</style>",
        "<iframe></iframe>",
    ],
)
def test_a_fault_is_found(sites: Sites, fault: str) -> None:
    """Else the test above could not fail."""
    text = sites["fixture"].pages["index.html"].text.replace("</main>", f"{fault}</main>")
    assert len(list(unruly(Page("index.html", text.encode())))) == 1
    late = text.replace(NAME, "x")
    assert len(list(unruly(Page("index.html", late.encode())))) == 2


@pytest.mark.parametrize("name", ["fixture", "report"])
def test_every_page_has_the_policy_of_the_site(sites: Sites, name: str) -> None:
    for file, page in sites[name].pages.items():
        kind = page.tree.find("body").get("data-kind")
        searched = kind not in (REDIRECT.id, REPORT.id)
        said = page.one(f"//meta[@http-equiv='{NAME}']").get("content")
        assert said == page_policy(search=searched), file


def test_the_headers_of_hosts_say_the_same(sites: Sites) -> None:
    site = sites["fixture"]
    sent = dict(headers_of("/fp/catalogue/", read_headers(site.read("_headers").decode())))
    assert sent[NAME] == header_policy(search=True)
    for file in (".htaccess", "_nginx/headers.conf"):
        assert header_policy(search=True) in site.read(file).decode()
