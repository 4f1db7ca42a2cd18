"""How a record is cited, with what is known and without what is not."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.publishing.citation import Cited, cite
from fp_build.publishing.record_views import CitationView
from fp_build.words.dates import PartialDate
from fp_build.words.languages import Language
from publishing.editions import interface

ADDRESS: Final = "https://example.org/fp/catalogue/essai/"


def cited(
    title: str = "Un essai",
    page: Language = "fr",
    *,
    language: Language = "fr",
    publisher: str = "",
    verified: str = "2026-11-21",
    address: str = ADDRESS,
) -> CitationView:
    day = PartialDate.parse(verified) if verified else None
    return cite(Cited("essai", title, language, publisher, day, address), interface()[page], page)


def sentence(view: CitationView) -> str:
    """As it reads, with ordinary spaces."""
    text = f"{view.before}{view.title.text}{view.after} {view.address}"
    return re.sub(r"[\u00a0\u202f]", " ", text).rstrip()


def test_the_catalogue_stands_where_no_publisher_is_known() -> None:
    assert sentence(cited()) == (
        f"Futurs Publics, « Un essai », dernière vérification : 21 novembre 2026. {ADDRESS}"
    )
    assert sentence(cited("A trial", "en", language="en")) == (
        f"Futurs Publics, “A trial”, last verified: 21 November 2026. {ADDRESS}"
    )


def test_a_publisher_is_named_and_the_catalogue_after_it() -> None:
    assert sentence(cited(publisher="Un ministère")).startswith(
        "Un ministère, « Un essai », Futurs Publics, dernière"
    )


@pytest.mark.parametrize("page", ["fr", "en"])
def test_what_is_not_known_is_left_out(page: Language) -> None:
    view = cited(page=page, verified="", address="")
    assert sentence(view) in ("Futurs Publics, « Un essai ».", "Futurs Publics, “Un essai”.")
    assert not re.search(r"^  (year|note|url) ", view.bibtex, re.M)
    assert cited(verified="2026-11").after.endswith("novembre 2026.")


def test_quotes_within_quotes() -> None:
    assert "« Une “armoire” d’essai »" in sentence(cited("Une « armoire » d'essai"))
    assert "“A ‘locker’ tried”" in sentence(cited("A “locker” tried", "en", language="en"))
    assert "“Une « armoire »”" in sentence(cited("Une « armoire »", "en"))


def test_a_title_in_the_other_language_is_marked() -> None:
    assert cited(page="en").title.lang == "fr"
    assert cited(page="fr").title.lang == ""


def test_bibtex() -> None:
    assert cited("Coûts & délais : 50 %", publisher="A_B").bibtex == "\n".join(
        [
            "@misc{essai,",
            r"  author       = {{A\_B}},",
            r"  title        = {{Coûts \& délais : 50 \%}},",
            "  year         = {2026},",
            "  howpublished = {Futurs Publics},",
            "  note         = {dernière vérification~: 21~novembre 2026},",
            f"  url          = {{{ADDRESS}}},",
            "  langid       = {french},",
            "}",
        ]
    )


@pytest.mark.parametrize(
    ("typed", "escaped"),
    [
        ("a_b#c$d%e&f", r"a\_b\#c\$d\%e\&f"),
        ("~^\\", r"\textasciitilde{}\textasciicircum{}\textbackslash{}"),
        ("{x}", r"\textbraceleft{}x\textbraceright{}"),
        ("}", r"\textbraceright{}"),
        ("« mot »\u202f!", r"« mot »\,!"),
    ],
)
def test_what_tex_would_read_is_escaped(typed: str, escaped: str) -> None:
    assert f"{{{{{escaped}}}}}" in cited(typed).bibtex


@given(st.text(), st.text(), st.text())
def test_an_entry_is_whole_whatever_it_holds(title: str, publisher: str, address: str) -> None:
    entry = cited(title, publisher=publisher, address=address).bibtex
    depth = 0
    for character in entry:  # BibTeX counts every brace, with a backslash before it or not
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0 and entry.endswith("}")
    assert re.fullmatch(r"[^@]*@misc\{essai,.*", entry.split("\n")[0])
