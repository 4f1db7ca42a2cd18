"""What is searched of a page, and what a result shows of it."""

from __future__ import annotations

import re
from typing import Final

import pytest

from fp_build.publishing.record_page import view_record
from fp_build.publishing.search_text import (
    JOINT,
    Shadow,
    packed,
    search_data,
    sought_page,
    sought_record,
    unpacked,
)
from fp_build.publishing.search_text import shadow_of as shadow_or_nothing
from fp_build.publishing.site_page import SoughtPage, SoughtText
from fp_build.publishing.views import Said
from fp_build.words.languages import Language
from publishing.editions import SITE, edition_of, editions_of, record, translated

BODY: Final = "\n## La situation\n\nÀ l’hôpital[^a].\n\n### Un titre à soi\n\nLe cœur.\n"
LINES: Final = (
    "title: L’été & <b>",
    "summary: Un résumé.",
    "themes: [disability]",
    "stages: [{stage: evaluation}]",
    "criteria: {high-stakes: {answer: partly, reason: Une raison.}}",
    "sources: [{id: a, title: Source, publisher: Éditeur, match: stated}]",
)


def page_of(
    *lines: str, language: Language = "fr", english: str = "", status: str = "published"
) -> SoughtPage | None:
    files = {"essai/index.fr.md": record(*lines, body=BODY, status=status)}
    if english:
        files["essai/index.en.md"] = english
    edition = editions_of(files)[language]
    if "essai" not in edition.catalogue.records:
        return None
    found = edition.catalogue.records["essai"]
    return sought_record(found, view_record(found, edition), edition)


def shadow_of(page: SoughtPage, language: Language = "fr") -> Shadow:
    found = shadow_or_nothing(page, language, SITE)
    assert found is not None
    return found


def spelt(shadow: Shadow) -> list[str]:
    return str(shadow.fragment["content"]).split(JOINT)


def test_a_record_is_searched_in_all_that_it_says() -> None:
    page = page_of(*LINES)
    assert page is not None
    assert page.title == Said("L’été & <b>")
    assert [text.text for text in page.texts] == [
        "Un résumé.", "La situation", "À l’hôpital.", "Un titre à soi", "Le cœur.", "Une raison.",
    ]  # fmt: skip
    assert page.terms == "Fiche projet · Handicap · Évaluer"
    assert (page.slug, page.kind, page.stage) == ("essai", "Fiche projet", "Évaluer")


def test_a_record_that_is_not_translated_is_searched_by_its_title_and_its_labels() -> None:
    page = page_of(*LINES, language="en")
    assert page is not None
    assert page.title == Said("L’été & <b>", "fr")
    assert page.texts == ()
    assert page.terms == "Project record · Disability · Evaluation"


@pytest.mark.parametrize(
    ("kind", "lines", "said", "terms"),
    [
        ("call", "question: Que faire ?", "Que faire\u202f?", "Appel à idées"),
        ("event", "place: À Lyon\nseries: encounter-days", "À Lyon", "Rendez-vous · Journées"),
        ("initiative", "type: prize", "", "Initiative · Prix"),
        ("project", "research: [action-research]", "", "Fiche projet · Recherche-action"),
    ],
)
def test_what_only_some_kinds_say_is_searched_too(
    kind: str, lines: str, said: str, terms: str
) -> None:
    for language, texts in (("fr", [said] if said else []), ("en", [])):
        edition = edition_of({"essai/index.fr.md": record(lines, kind=kind)}, language)  # type: ignore[arg-type]
        found = edition.catalogue.records["essai"]
        page = sought_record(found, view_record(found, edition), edition)
        assert page is not None
        assert [text.text for text in page.texts if text.text] == texts
        if language == "fr":
            assert page.terms.startswith(terms)


def test_a_translation_is_searched_in_its_own_words() -> None:
    english = translated("title: Summer", "summary: Short.", body="\n## The situation\n\nHeart.\n")
    page = page_of(*LINES, language="en", english=english)
    assert page is not None
    assert page.title == Said("Summer")
    assert [text.text for text in page.texts] == ["Short.", "The situation", "Heart."]


@pytest.mark.parametrize("status", ["archived", "draft", "review"])
def test_a_record_that_lists_do_not_show_is_not_searched(status: str) -> None:
    assert page_of(*LINES, status=status) is None


def test_a_page_of_the_site_is_searched_without_its_first_heading() -> None:
    page = sought_page("a/index.html", "Titre", "<h1>Titre</h1><p>Un</p><h2>Deux</h2>")
    assert [text.text for text in page.texts] == ["Un", "Deux"]
    assert page.texts[1].weight > page.texts[0].weight
    assert sought_page("a/index.html", "Titre", "<p>Un</p>").texts == (SoughtText("Un"),)
    assert sought_page("a/index.html", "Accueil", "<h1>Un</h1>").texts == (SoughtText("Un", 2),)
    assert sought_page("a/index.html", "Titre", "").texts == ()


def test_a_record_named_by_a_word_comes_before_another_page_that_is() -> None:
    weights = [
        int(re.search(r'<h1 data-pagefind-weight="(\d+)"', shadow_of(page).html)[1])  # type: ignore[index]
        for page in (
            SoughtPage("catalogue/essai/index.html", Said("Maison"), (), slug="essai"),
            SoughtPage("catalogue/organisation/mdph/index.html", Said("Maison"), ()),
        )
    ]
    assert weights[0] > weights[1] > 1


def test_the_shadow_holds_forms_and_the_fragment_what_the_author_wrote() -> None:
    page = SoughtPage(
        "catalogue/essai/index.html",
        Said("L’Œuvre de l’été"),
        (SoughtText("« Sans » la fin"), SoughtText("À l’hôpital.", 2)),
        terms="Fiche projet · Handicap",
        slug="essai",
        kind="Fiche projet",
    )
    shadow = shadow_of(page)
    assert re.findall(r'<(\w+) data-pagefind-weight="(\d+)">([^<]*)', shadow.html) == [
        ("h1", "10", "oeuvre . ete"),
        ("p", "1", "sans . fin"),
        ("p", "2", ". hopital"),
        ("p", "2", "fiche projet handicap"),
    ]
    assert "".join(spelt(shadow)) == (
        "L’Œuvre de l’été\u00a0· « Sans » la fin\u00a0· À l’hôpital. Fiche projet · Handicap"
    ).replace("été\u00a0· ", "été ")
    assert len(spelt(shadow)) == shadow.fragment["word_count"] == 11
    assert shadow.fragment["url"] == "catalogue/essai/"
    assert shadow.fragment["meta"] == {
        "title": "L’Œuvre de l’été", "lang": "", "kind": "Fiche projet", "stage": "",
        "text": "3", "terms": "8",
    }  # fmt: skip


def test_a_shadow_is_well_formed_whatever_its_text() -> None:
    hostile = (
        '</p><script>alert(1)</script> &lt; "x" data-pagefind-ignore \u200b___PAGEFIND_ANCHOR___'
    )
    shadow = shadow_of(SoughtPage("a/index.html", Said(hostile), (SoughtText(hostile),)))
    assert re.sub(r"</?(?:html|body|h1|p)\b[^<>]*>|<!doctype html>", "", shadow.html).isascii()
    assert re.findall(r"<(?!/?(?:html|body|h1|p)\b|!doctype)", shadow.html) == []
    assert "___" not in shadow.html
    assert len(spelt(shadow)) == shadow.fragment["word_count"]
    assert "&lt;" not in "".join(spelt(shadow)).replace("&amp;lt;", "")


def test_shadows_are_named_after_all_they_hold() -> None:
    page = SoughtPage("b/index.html", Said("Titre"), (SoughtText("Texte"),), kind="A")
    other = shadow_of(page._replace(file="a/index.html"))
    assert (other.fragment["url"], shadow_of(page).fragment["url"]) == ("a/", "b/")
    assert other.name != shadow_of(page).name
    for change in ({"kind": "B"}, {"stage": "C"}, {"title": Said("TITRE")}, {"terms": "D"}):
        assert shadow_of(page._replace(**change)).name != shadow_of(page).name  # type: ignore[arg-type]
    assert shadow_of(page) == shadow_of(page)


def test_a_page_without_a_word_has_no_shadow() -> None:
    page = SoughtPage("a/index.html", Said("…"), (SoughtText("à la"), SoughtText(" ")))
    assert shadow_or_nothing(page, "fr", SITE) is None
    shadow = shadow_of(SoughtPage("b/index.html", Said(""), (SoughtText("Un mot"),)))
    assert shadow.fragment["meta"]["text"] == "0"
    assert spelt(shadow) == ["Un ", "mot"]
    assert search_data("fr", ["un", "a", "b"], {"b": "fr_1", "un": "fr_2"})["records"] == "2  1"


def test_data_name_the_ids_in_the_order_of_the_records() -> None:
    data = search_data("fr", ["b", "a"], {"a": "fr_111", "b": "fr_222"})
    assert data["records"] == "222 111"
    assert all(len(rewriting) == 2 for rewriting in data["rewritings"])
    assert " le " in data["ignored"]


def test_a_page_comes_out_of_its_bytes_as_it_went_in() -> None:
    page = SoughtPage(
        "a/index.html", Said("L’été", "fr"), (SoughtText("Un\u00a0\"mot\"", 4), SoughtText("")),
        terms="T", slug="a", kind="K", stage="S",
    )  # fmt: skip
    for whole in (page, SoughtPage("b/index.html", Said("B"), ())):
        assert unpacked(packed(whole)) == whole
    assert packed(page._replace(stage="T")) != packed(page)
