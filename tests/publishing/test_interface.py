"""The words of the interface: complete, used, in both languages; no word stands in a template."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from in_memory import PROJECT

from fp_build.publishing.interface import InterfaceWords, read_interface
from publishing.editions import OVERRIDES, interface

WORDS: Final[dict[str, Any]] = yaml.safe_load((OVERRIDES / "words.yml").read_bytes())
TEMPLATES: Final = sorted(OVERRIDES.rglob("*.html"))

SAME_IN_BOTH: Final = {
    "site-name", "catalogue", "date", "minutes", "page-number", "period", "source", "sources",
    "note", "kind-initiative", "menu", "check-pages", "score-performance", "search-keys",
}  # fmt: skip
"""What reads alike in French and in English."""

_KEY: Final = re.compile(r"""\b(?:fp\.)?(?:other_)?w(?:ords)?\[\s*(['"])([a-z0-9-]+)\1\s*\]""")


def keys_of_templates() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in TEMPLATES:
        for match in _KEY.finditer(path.read_text("utf-8")):
            found.setdefault(match[2], set()).add(path.name)
    return found


def keys_of_code() -> Iterator[str]:
    """The texts in our modules that could be keys; a formatted one stands for all it can make."""
    for path in (PROJECT / "fp_build").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", node.value):
                    yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(v.value) if isinstance(v, ast.Constant) else "[a-z]+(?:-[a-z]+)*"
                    for v in node.values
                ]
                if re.fullmatch(r"[a-z]+\\-(.*)", "".join(map(str, parts))):
                    yield "".join(map(str, parts))


def test_every_word_a_template_asks_for_exists() -> None:
    asked = keys_of_templates()
    assert len(asked) > 40
    assert {key: where for key, where in asked.items() if key not in WORDS} == {}


def test_a_template_is_given_plain_texts_only() -> None:
    plain = interface()["fr"].as_mapping()
    assert {key for key in keys_of_templates() if key not in plain} == set()


def test_every_word_is_used() -> None:
    in_code = re.compile("|".join(sorted(set(keys_of_code()))))
    in_templates = keys_of_templates()
    unused = [key for key in WORDS if key not in in_templates and not in_code.fullmatch(key)]
    assert unused == []


@pytest.mark.parametrize("key", sorted(WORDS))
def test_a_word_is_in_both_languages(key: str) -> None:
    french, english = WORDS[key]["fr"], WORDS[key]["en"]
    assert set(WORDS[key]) == {"fr", "en"}
    assert isinstance(french, dict) is isinstance(english, dict)
    assert (french == english) is (key in SAME_IN_BOTH)
    for text in (*texts(french), *texts(english)):
        assert text == text.strip() and text
        assert "'" not in text and '"' not in text, "typographic quotes and apostrophes"
    for text in texts(french):
        assert not re.search(r"[^\s\u00a0\u202f][;!?»](\s|$)", text), "space before"


@pytest.mark.parametrize("key", sorted(WORDS))
def test_both_languages_fill_the_same_places(key: str) -> None:
    french, english = (set().union(*map(places, texts(WORDS[key][x]))) for x in ("fr", "en"))
    assert french == english
    for language in ("fr", "en"):
        forms = WORDS[key][language]
        if isinstance(forms, dict):
            assert {"one", "other"} <= set(forms) <= {"zero", "one", "other"}
            assert places(forms["other"]) == ({"n"} if not key.startswith("kind-") else set())


def texts(value: Any) -> list[str]:
    return list(value.values()) if isinstance(value, dict) else [value]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def words(language: Any = "fr", **given: Any) -> InterfaceWords:
    data = yaml.safe_dump({key: {"fr": value, "en": value} for key, value in given.items()})
    return read_interface(data.encode())[language]


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [("fr", 0, "0 un"), ("fr", 1, "1 un"), ("fr", 2, "2 des"),
     ("en", 0, "0 des"), ("en", 1, "1 un"), ("en", 2, "2 des")],
)  # fmt: skip
def test_the_form_follows_the_number(language: str, number: int, form: str) -> None:
    said = words(language, x={"one": "{n} un", "other": "{n} des"})
    assert said.count("x", number) == form


def test_none_may_have_a_form_of_its_own() -> None:
    said = words(x={"zero": "rien", "one": "{n} un", "other": "{n} des"})
    assert said.count("x", 0) == "rien"
    assert said.count("x", 1234) == "1\u202f234 des"


def test_a_text_with_a_number_cannot_be_said_without_one() -> None:
    with pytest.raises(KeyError):
        words(x={"one": "un", "other": "des"})["x"]
    assert "x" not in words(x={"one": "un", "other": "des"}).as_mapping()
    assert words(y="a {b}").fill("y", b="c") == "a c"


def test_a_word_in_one_language_only_is_refused() -> None:
    with pytest.raises(ValueError, match="seul"):
        read_interface(b"seul: {fr: Seul}")


# No word stands in a template


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_word_stands_in_a_template(path: Path) -> None:
    text = path.read_text("utf-8")
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.S)
    text = re.sub(r"<!doctype html>|<style.*?</style>", " ", text, flags=re.S)
    for name, value in re.findall(r'\b(alt|title|aria-label|placeholder)="([^"]*)"', text):
        assert not re.search(r"[^\W\d_]{2}", value), (name, value)
    outside = re.sub(r"<[^>]*>", " ", text)
    assert re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", outside)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_use_no_filter_of_our_own(path: Path) -> None:
    """So that another host could render them; ``url`` and ``script_tag`` are MkDocs' own."""
    usual = {"first", "last", "length", "list", "safe", "selectattr", "url", "script_tag", "e"}
    for code in re.findall(r"\{[{%].*?[%}]\}", path.read_text("utf-8"), flags=re.S):
        bare = re.sub(r"\"[^\"]*\"|'[^']*'", "''", code)
        assert set(re.findall(r"\|\s*([a-z_]+)", bare)) <= usual, code
