"""Whole pages as they are meant to be, in ``tests/golden/``.

What a template or a view changes shows there as a difference to read before it is accepted. With
``FP_REFRESH=1`` in the environment the files are written anew instead of compared. Only what stands
in ``<main>`` is kept, with the head: the menus are those of every page.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from whole_site import Page, Sites

GOLDEN: Final = Path(__file__).resolve().parent.parent / "golden"
REFRESH: Final = os.environ.get("FP_REFRESH") == "1"

PAGES: Final = {
    "record-fr": "catalogue/guichet-tout/index.html",
    "record-en": "en/catalogue/guichet-tout/index.html",
    "record-missing-en": "en/catalogue/sans-anglais/index.html",
    "record-hostile-fr": "catalogue/texte-piege/index.html",
    "record-archived-fr": "catalogue/ancien-guichet/index.html",
    "term-fr": "catalogue/theme/disability/index.html",
    "facet-en": "en/catalogue/theme/index.html",
    "organisation-fr": "catalogue/organisation/sgmap/index.html",
    "principles-fr": "principes/index.html",
    "charts-fr": "panorama/index.html",
    "ecosystem-fr": "ecosysteme/index.html",
    "research-en": "en/recherche/index.html",
    "initiative-en": "en/catalogue/prix-d-essai/index.html",
    "project-of-research-fr": "catalogue/premier-jet/index.html",
    "timeline-en": "en/chronologie/index.html",
    "redirect-en": "en/catalogue/premier-guichet/index.html",
}

VOID: Final = {"br", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "wbr"}
OF_THE_AGENDA: Final = {
    "call-fr": "catalogue/appel-ouvert/index.html",
    "call-en": "en/catalogue/appel-ouvert/index.html",
    "call-decided-fr": "catalogue/appel-decide/index.html",
    "event-fr": "catalogue/rencontre/index.html",
    "event-en": "en/catalogue/rencontre/index.html",
    "event-past-fr": "catalogue/rassemblement/index.html",
    "project-of-call-en": "en/catalogue/projet-ne/index.html",
    "agenda-fr": "agenda/index.html",
    "agenda-en": "en/agenda/index.html",
    "calls-fr": "appels/index.html",
    "calls-en": "en/appels/index.html",
}
"""Pages of the site that shows calls and events."""

FLOWING: Final = {"a", "strong", "em", "span", "code", "sup", "del", "cite", "q", "title"}
"""Elements that stand within a line."""


@pytest.mark.parametrize("name", sorted({**PAGES, **OF_THE_AGENDA}))
def test_a_page_is_as_it_is_meant_to_be(sites: Sites, name: str) -> None:
    if name in PAGES:
        page = sites["fixture"].pages[PAGES[name]]
    else:
        page = sites["agenda"].pages[OF_THE_AGENDA[name]]
    found = "\n".join(pretty(page)) + "\n"
    golden = GOLDEN / f"{name}.html"
    if REFRESH:
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert golden.exists(), "FP_REFRESH=1 writes it"
    assert found.split("\n") == golden.read_text("utf-8").split("\n")


def test_every_golden_file_has_its_page() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{name}.html" for name in (*PAGES, *OF_THE_AGENDA)
    }


def pretty(page: Page) -> Iterator[str]:
    """A page, one element or line of text a line."""
    for part in (page.tree.find("head"), page.one("//main")):
        yield from lines_of(part, 0)


def lines_of(element: Any, depth: int) -> Iterator[str]:
    if not isinstance(element.tag, str) or generator(element):
        return
    pad = "  " * depth
    if all(child.tag in FLOWING | VOID for child in element.iter() if child is not element):
        yield pad + " ".join(in_line(element).split()).replace("> </", "></")
        return
    yield pad + opening(element)
    yield from text_lines(element.text, depth + 1)
    for child in element:
        yield from lines_of(child, depth + 1)
        yield from text_lines(child.tail, depth + 1)
    yield f"{pad}</{element.tag}>"


def in_line(element: Any) -> str:
    inside = escape(element.text or "")
    for child in element:
        inside += in_line(child) + escape(child.tail or "")
    return opening(element) + (inside + f"</{element.tag}>" if element.tag not in VOID else "")


def opening(element: Any) -> str:
    given = "".join(f' {k}="{escape(v).replace(chr(34), "&quot;")}"' for k, v in element.items())
    return f"<{element.tag}{given}>"


def text_lines(text: str | None, depth: int) -> Iterator[str]:
    words = " ".join((text or "").split())
    if words:
        yield "  " * depth + escape(words)


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def generator(element: Any) -> bool:
    """The host's name and version, which change without us."""
    return bool(element.get("name") == "generator")
