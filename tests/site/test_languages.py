"""A page in one language never shows an unmarked word of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from whole_site import (
    FIXTURE,
    PROJECT,
    Page,
    Plan,
    Site,
    Sites,
    build,
    language_at,
    lay_out,
    words_of,
)

SPOKEN_ATTRIBUTES: Final = ("alt", "title", "aria-label", "placeholder")
NO_TEXT: Final = ("script", "style", "title", "svg", "code", "pre", "cite")
"""What is not in the page's language by its nature, or cannot be marked within a page's head."""


@pytest.mark.parametrize("name", ["fixture", "real", "generated", "fixture-preview"])
def test_the_language_of_a_page_follows_its_address(sites: Sites, name: str) -> None:
    for file, page in sites[name].pages.items():
        assert page.lang == ("en" if file.startswith("en/") else "fr"), file


@pytest.mark.parametrize("name", ["fixture", "real", "generated", "fixture-preview"])
def test_no_word_of_the_other_language_is_unmarked(sites: Sites, name: str) -> None:
    project = FIXTURE if name.startswith("fixture") else PROJECT
    foreign = foreign_words(project)
    found = {
        f"{file}: “{text}” stands in {language!r}"
        for file, page in sites[name].pages.items()
        for text, language in spoken(page)
        if text in foreign[language]
        # A single word of an editorial page may well be a word of both languages.
        and (" " in text or "catalogue/" in file)
    }
    assert sorted(found) == []


def test_the_check_above_sees_an_unmarked_word() -> None:
    page = Page("x.html", b"<html lang='en'><p>Prestations <b>Handicap</b></p>")
    assert ("Handicap", "en") in set(spoken(page))
    assert "Handicap" in foreign_words(FIXTURE)["en"]


def spoken(page: Page) -> Iterator[tuple[str, str]]:
    """Every text of a page, with the language that a reader is told it is in."""
    for element in page.tree.iter("*"):
        if element.tag not in NO_TEXT:
            yield from with_language(element, element.text)
        for name in SPOKEN_ATTRIBUTES:
            yield from with_language(element, element.get(name))
        parent = element.getparent()
        if parent is not None and parent.tag not in NO_TEXT:
            yield from with_language(parent, element.tail)


def with_language(element: Any, text: str | None) -> Iterator[tuple[str, str]]:
    words = " ".join((text or "").split())
    if words:
        yield words, language_at(element)


@lru_cache(maxsize=2)
def foreign_words(project: Path) -> Mapping[str, frozenset[str]]:
    """For each language the words of vocabularies and interface that only the other one has."""
    said: dict[str, set[str]] = {"fr": set(), "en": set()}
    for path in (project / "cases" / "_vocabulary").glob("*.yml"):
        for term in yaml.load(path.read_bytes(), yaml.BaseLoader).values():
            for about in (term, term["definition"], term.get("plural", {})):
                for language, words in said.items():
                    words.update({about[language]} if language in about else ())
    words_file = PROJECT / "overrides" / "words.yml"
    for key, texts in yaml.safe_load(words_file.read_bytes()).items():
        for language, words in said.items():
            if key != "switch-language" and isinstance(texts[language], str):
                words.add(texts[language])
    return {
        "fr": frozenset(said["en"] - said["fr"]),
        "en": frozenset(said["fr"] - said["en"]),
    }


# A record that is not translated


MISSING: Final = [
    ("en/catalogue/sans-anglais/index.html", "en", "fr", "Un projet qui attend sa traduction"),
    ("catalogue/only-in-english/index.html", "fr", "en", "A project that awaits its translation"),
]


@pytest.mark.parametrize(("file", "lang", "other", "title"), MISSING)
def test_a_missing_translation_has_its_page(
    sites: Sites, file: str, lang: str, other: str, title: str
) -> None:
    site = sites["fixture"]
    page = site.proper[file]
    assert page.lang == lang
    assert site.file_at(page.canonical) == file
    assert page.words("//h1") == title
    assert language_at(page.one("//h1")) == other
    section = page.one("//*[@id='s-situation']")
    assert language_at(section) == other
    assert language_at(section.getnext()) == other
    summary = page.one("//h1/following-sibling::p[1]")
    assert language_at(summary) == other


def test_a_missing_translation_is_said(sites: Sites) -> None:
    site = sites["fixture"]
    english = site.proper["en/catalogue/sans-anglais/index.html"]
    (notice,) = english.tree.xpath("//main//*[@role='note']")
    assert "in French only" in words_of(notice)
    assert "not been translated into English yet" in words_of(notice)
    french = site.proper["catalogue/only-in-english/index.html"]
    (notice,) = french.tree.xpath("//main//*[@role='note']")
    assert "en anglais seulement" in words_of(notice)
    original = site.proper["catalogue/sans-anglais/index.html"]
    assert original.tree.xpath("//main//*[@role='note']") == []


def test_facts_of_a_missing_translation_are_in_the_language_of_the_page(sites: Sites) -> None:
    page = sites["fixture"].proper["en/catalogue/sans-anglais/index.html"]
    facts = page.one("//section[@aria-labelledby='facts']")
    assert "Ageing and autonomy" in words_of(facts)
    assert "Grand âge" not in words_of(facts)


def test_cards_mark_what_is_not_translated(sites: Sites) -> None:
    for file, slug, mark, other in (
        ("en/catalogue/index.html", "sans-anglais", "in French only", "fr"),
        ("catalogue/index.html", "only-in-english", "en anglais seulement", "en"),
    ):
        page = sites["fixture"].proper[file]
        link = page.one(f"//main//h3/a[contains(@href, '/{slug}/')]")
        assert language_at(link) == other
        card = link.xpath("ancestor::li")[0]
        assert mark in words_of(card)
        assert words_of(page.one("//main")).count(mark) == 1


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("en/catalogue/premier-jet/index.html", "first draft"),
        ("catalogue/written-in-english/index.html", "automatiquement"),
        ("en/catalogue/traduction-perimee/index.html", "has changed since"),
    ],
)
def test_the_state_of_a_translation_is_said(sites: Sites, file: str, said: str) -> None:
    site = sites["fixture"]
    page = site.proper[file]
    notice = page.one("//main//*[@role='note']")
    assert said in words_of(notice)
    twin = file.removeprefix("en/") if page.lang == "en" else f"en/{file}"
    assert notice.xpath(".//a/@href")
    assert "role='note'" not in site.proper[twin].text
    assert site.proper[twin].tree.xpath("//main//*[@role='note']") == []


def test_a_translation_that_leaves_words_out_marks_those_of_the_original(sites: Sites) -> None:
    """What a translation does not say is shown in the original's language, and marked so."""

    def make(target: Path) -> None:
        project = lay_out(Plan(), target)
        file = project / "cases" / "guichet-tout" / "index.en.md"
        text = file.read_text(encoding="utf-8")
        start, end = text.index("reasons:"), text.index("translation:")
        file.write_text(text[:start] + text[end:], encoding="utf-8")
        build(project, "-q").check()

    page = Site(sites.once("incomplete", make) / "site").proper[
        "en/catalogue/guichet-tout/index.html"
    ]
    wanted = {
        "L’essai touche un million de personnes.",
        "Les deux textes décrivent un guichet semblable.",
        "Délai moyen",
        "jours",
        "Usagers reçus",
        "La page du guichet",
        "Le plan du guichet d’essai",
    }
    # The body has the English alternative text of its own picture; the gallery has the record's.
    found = {(text, language) for text, language in spoken(page) if text in wanted}
    assert found == {(text, "fr") for text in wanted}
