"""Every text of every page is typeset in its language; data keep what authors typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest
from whole_site import Page, Sites

from fp_build.words.typography import EDGE, OBJECT, TAG, typeset

IN_LINE: Final = {"a", "abbr", "cite", "del", "em", "q", "small", "span", "strong", "sub", "sup"}
KEPT: Final = {"code", "pre", "script", "style", "svg"}


@pytest.mark.parametrize("name", ["real", "fixture"])
def test_pages_are_typeset(sites: Sites, name: str) -> None:
    faults = {
        (file, line)
        for file, page in sites[name].pages.items()
        for line in not_typeset(page)
        if page.lang in ("fr", "en")
    }
    assert not faults


def not_typeset(page: Page) -> Iterator[str]:
    """The lines of a page that would be printed otherwise, in the two languages."""
    for language in ("fr", "en"):
        whole = "".join(texts(page.tree, page.lang, language))
        for line in whole.split(EDGE):
            flat = " ".join(line.split(" "))  # what a template breaks into lines is one line
            if typeset(flat, language) != flat:
                yield line


def texts(element: Any, spoken: str, language: str) -> Iterator[str]:
    """The text of an element in that language; marks for tags and for what is no text."""
    if not isinstance(element.tag, str) or element.tag in KEPT:
        yield OBJECT
        return
    spoken = element.get("lang", spoken)
    mark = TAG if element.tag in IN_LINE else EDGE
    yield mark
    yield element.text or "" if spoken == language else OBJECT
    for child in element:
        yield from texts(child, spoken, language)
        yield (child.tail or "") if spoken == language else OBJECT
    yield mark


@pytest.mark.parametrize("path", ["//head/title", "//h1", "//nav[@class='fp-crumbs']"])
def test_a_title_is_typeset_wherever_it_stands(sites: Sites, path: str) -> None:
    page = sites["real"].pages["catalogue/armoire-numerique/index.html"]
    assert typeset(page.one(path).text_content(), "fr") == page.one(path).text_content()


def test_data_keep_what_authors_typed(sites: Sites) -> None:
    rows = json.loads(sites["real"].read("data/catalogue.json"))
    texts = [text for row in rows for text in (*row["title"].values(), *row["summary"].values())]
    assert any("« " in text for text in texts if text)
    assert not any("\u202f" in text or "«\u00a0" in text for text in texts if text)
