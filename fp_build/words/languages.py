"""The two languages of the catalogue, and values that exist in both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Language = Literal["fr", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")
"""In the order of the site: French stands at the root, English under ``en/``."""


def other(language: Language) -> Language:
    """The language that is not this one."""
    return "en" if language == "fr" else "fr"


def as_language(code: str) -> Language | None:
    """The language with this code, or ``None`` when the catalogue has no such language."""
    return next((language for language in LANGUAGES if language == code), None)


class Bilingual(NamedTuple):
    """One text in both languages."""

    fr: str
    en: str

    def of(self, language: Language) -> str:
        """The text in that language."""
        return self.fr if language == "fr" else self.en

    @classmethod
    def same(cls, text: str) -> Bilingual:
        """A text that reads alike in both, such as a proper name."""
        return cls(text, text)

    @classmethod
    def from_mapping(cls, values: Mapping[str, str]) -> Bilingual:
        """From ``{"fr": …, "en": …}``."""
        return cls(values["fr"], values["en"])
