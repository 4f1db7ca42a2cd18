"""The two languages."""

from __future__ import annotations

from fp_build.words.languages import LANGUAGES, Bilingual, as_language, other


def test_languages() -> None:
    assert LANGUAGES == ("fr", "en")
    assert [other(language) for language in LANGUAGES] == ["en", "fr"]
    assert [as_language(code) for code in ("fr", "en", "FR", "de", "")] == [
        "fr",
        "en",
        None,
        None,
        None,
    ]


def test_bilingual() -> None:
    text = Bilingual("oui", "yes")
    assert [text.of(language) for language in LANGUAGES] == ["oui", "yes"]
    assert Bilingual.same("x") == Bilingual("x", "x")
    assert Bilingual.from_mapping({"fr": "oui", "en": "yes"}) == text
