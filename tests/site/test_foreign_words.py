"""No word of the interface in the other language: neither ours nor what the theme would bring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from audit.record import note
from mkdocs.theme import Theme
from publishing.editions import interface
from whole_site import Page, Sites, language_at

from fp_build.words.languages import LANGUAGES, Language, other

OF_THE_HOST: Final = frozenset({"page not found", "permanent link", "search results", "skip to"})
"""What MkDocs and its Markdown extensions put into pages by themselves."""

SPOKEN: Final = ("aria-label", "title", "alt", "placeholder", "aria-roledescription")
"""Attributes that are read to somebody."""


def foreign(language: Language) -> frozenset[str]:
    """What the interface says in the other language only."""
    said = {one: {_plain(text) for text in _texts(one)} for one in LANGUAGES}
    return frozenset(said[other(language)] - said[language] - {""})


def _texts(language: Language) -> Iterator[str]:
    yield from interface()[language].as_mapping().values()
    yield from _of_the_theme(language).values()
    if language == "en":
        yield from OF_THE_HOST


def _of_the_theme(language: str) -> Mapping[str, str]:
    (folder, *_) = Theme(name="material").dirs
    text = (Path(folder) / "partials" / "languages" / f"{language}.html").read_text("utf-8")
    found = dict(re.findall(r'^\s*"([\w.]+)": "(.*)",?$', text, re.M))
    return {
        key: word for key, word in found.items() if not key.startswith(("search.config", "lang"))
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split()).casefold()


def heard(page: Page) -> Iterator[tuple[str, Any]]:
    """Every text that is read to somebody, with the element that holds it."""
    for element in page.tree.iter("*"):
        if element.tag in ("script", "style", "code", "pre"):
            continue
        yield element.text or "", element
        for name in SPOKEN:
            yield element.get(name) or "", element
        for child in element:
            yield child.tail or "", element


def faults(page: Page, words: frozenset[str]) -> list[str]:
    return [
        f"{page.file}: {text.strip()!r} in <{element.tag} class={element.get('class')!r}>"
        for text, element in heard(page)
        if _plain(text) in words and language_at(element) == page.lang
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name",
    [
        "real",
        "fixture",
        pytest.param("real", marks=pytest.mark.audit, id="real-again"),
        pytest.param("generated", marks=pytest.mark.audit),
    ],
)
def test_no_page_says_a_word_in_the_other_language(
    sites: Sites, name: str, language: Language
) -> None:
    words = foreign(language)
    assert len(words) > 100
    pages = [page for page in sites[name].pages.values() if page.lang == language]
    found = []
    for page in pages:
        wrong = faults(page, words)
        note("words", name, page.file, wrong)
        found += wrong
    assert "\n".join(found) == ""


@pytest.mark.parametrize(
    "text",
    ["<a>Back to top</a>", '<a title="Permanent link">¶</a>', "<p>Search</p>"],
)
def test_a_word_in_the_other_language_is_found(text: str) -> None:
    """Else the test above could not fail."""
    whole = f'<html lang="fr"><body><p>Bonjour</p>{text}<p lang="en">Search</p></body></html>'
    assert len(faults(Page("a.html", whole.encode()), foreign("fr"))) == 1
