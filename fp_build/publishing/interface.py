"""The words of the interface, in both languages, from the one file that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from babel.numbers import format_decimal

from fp_build.words.languages import LANGUAGES, Language
from fp_build.words.typography import typeset

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""In C where there is one: a twentieth of the time."""


class InterfaceWords:
    """The interface in one language. A template reads ``words.catalogue``; what holds a number or
    a name is filled in by the views."""

    def __init__(self, texts: Mapping[str, Any], language: Language) -> None:
        self._texts = texts
        self._language = language

    def __getitem__(self, key: str) -> str:
        text = self._texts[key][self._language]
        if not isinstance(text, str):
            raise KeyError(f"{key} needs a number")
        return text

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def fill(self, key: str, **values: object) -> str:
        """A text with its placeholders filled."""
        return typeset(self[key].format(**values), self._language)

    def count(self, key: str, number: int) -> str:
        """A text that depends on a number: French says the singular for none."""
        forms = self._texts[key][self._language]
        one = number == 1 or (number == 0 and self._language == "fr")
        form = (
            forms["zero"] if number == 0 and "zero" in forms else forms["one" if one else "other"]
        )
        return typeset(str(form).format(n=self.number(number)), self._language)

    def number(self, number: int) -> str:
        """A number as a reader writes it: 2 013 in French, 2,013 in English."""
        return str(number) if abs(number) < 1000 else format_decimal(number, locale=self._language)

    def forms(self, key: str) -> str | dict[str, str]:
        """A text as it stands, placeholders and all; one that depends on a number by its forms."""
        text = self._texts[key][self._language]
        return text if isinstance(text, str) else dict(text)

    def as_mapping(self) -> dict[str, str]:
        """The plain texts, for templates."""
        texts = {key: by_language[self._language] for key, by_language in self._texts.items()}
        return {key: text for key, text in texts.items() if isinstance(text, str)}


def read_interface(data: bytes) -> dict[Language, InterfaceWords]:
    """Read the file of interface words. It belongs to the code: what is wrong in it raises."""
    texts = yaml.load(data, _Loader)
    for key, by_language in texts.items():
        if set(by_language) != set(LANGUAGES):
            raise ValueError(f"interface word {key!r} is not in both languages")
    printed = {
        key: {language: _typeset(text, language) for language, text in by_language.items()}
        for key, by_language in texts.items()
    }
    return {language: InterfaceWords(printed, language) for language in LANGUAGES}


def _typeset(text: Any, language: Language) -> Any:
    """A text, or the forms of one that depends on a number."""
    if isinstance(text, Mapping):
        return {form: typeset(words, language) for form, words in text.items()}
    return typeset(text, language)
