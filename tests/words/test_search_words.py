"""The words under which a text is sought."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.words.languages import LANGUAGES, Language
from fp_build.words.search_words import IGNORED, forms, sought, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’Hôpital", ["hopital"]),
        ("l'hopital", ["hopital"]),
        ("Cœur, ŒUVRE et æ", ["coeur", "oeuvre", "et", "ae"]),
        ("jusqu’à l’île", ["a", "ile"]),
        ("Aujourd’hui", ["aujourdhui"]),
        ("Côtes-d’Armor", ["cotes", "armor"]),
        ("agent(e)s, agent·e·s", ["agents", "agent"]),
        ("service-public.fr", ["service", "public", "fr"]),
        ("1\u202f500 €", ["1", "500"]),
        ("m² n° ½", ["m2", "n", "1", "2"]),
        ("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]),
        ("snake_case", ["snake", "case"]),
        ("— … !", []),
        ("", []),
    ],
)
def test_forms(text: str, found: list[str]) -> None:
    assert forms(text, "fr") == found


@pytest.mark.parametrize(
    "alike",
    [
        ["évalué", "evalue"],
        ["évaluée", "évaluées", "evaluees", "évaluer"],
        ["première", "premières", "premier"],
        ["employé", "employée", "employés", "employées", "employer"],
        ["vérifié", "vérifiée", "vérifier", "vérification", "vérifications"],
        ["publié", "publiée", "publier", "publient"],
        ["créé", "créée", "créées", "créer", "crée"],
        ["travail", "travaux"],
        ["enjeu", "enjeux"],
        ["jeu", "jeux"],
        ["lieu", "lieux"],
    ],
)
def test_words_that_the_stemmer_would_tell_apart_without_their_accents(alike: list[str]) -> None:
    assert len({tuple(forms(word, "fr")) for word in alike}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("données", "donner"), ("année", "annuler"), ("jeu", "jeune"), ("lieu", "lieue")],
)
def test_words_that_are_not_alike(one: str, other: str) -> None:
    assert forms(one, "fr") != forms(other, "fr")


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("organising", "organizing"),
        ("behaviours", "behaviors"),
        ("programme", "program"),
        ("centres", "centers"),
    ],
)
def test_both_spellings_of_english(british: str, american: str) -> None:
    assert forms(british, "en") == forms(american, "en")


@pytest.mark.parametrize("word", ["size", "prize", "hour", "four", "your"])
def test_english_words_that_only_look_so(word: str) -> None:
    assert forms(word, "en") == [word]


def test_an_english_genitive() -> None:
    assert forms("A citizen’s rights, citizens’ rights", "en") == [
        "a", "citizen", "rights", "citizens", "rights",
    ]  # fmt: skip


def test_tokens_keep_what_the_author_wrote() -> None:
    spelt, indexed = tokens("« L’Hôpital », dit-il : 1\u202f500 € pour l’ŒUVRE !", "fr")
    assert spelt == ["« L’Hôpital », ", "dit-il : ", "1\u202f500 € ", "pour ", "l’ŒUVRE !"]
    assert indexed == ["hopital", "dit-il", "1-500", "", "oeuvre"]


def test_signs_alone_are_a_token_without_a_form() -> None:
    assert tokens("— …", "fr") == (["— …"], [""])
    assert tokens(" ", "fr") == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_ignored_words_hold_their_place(language: Language) -> None:
    for word in IGNORED[language].split():
        assert sought(word, language) == ""
        assert sought(word.upper(), language) == ""


@given(st.text(), st.sampled_from(LANGUAGES))
def test_nothing_of_a_text_is_lost(text: str, language: Language) -> None:
    spelt, indexed = tokens(text, language)
    assert "".join(spelt).strip() == text.strip()
    assert len(spelt) == len(indexed)
    for form in indexed:
        assert all(part.isalnum() for part in form.split("-") if form)
