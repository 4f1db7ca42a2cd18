"""Lists of records: their pages, their pagers, the ways to browse; the sitemap."""

from __future__ import annotations

from typing import Final

import pytest

from fp_build.publishing.edition import SUMMARY
from fp_build.publishing.list_pages import (
    CARDS_A_PAGE,
    told_of_facet,
)
from fp_build.publishing.sitemap import sitemap
from fp_build.words.addresses import Addresses
from fp_build.words.languages import Language
from publishing.editions import (
    SITE,
    edition_of,
    editions_of,
    list_pages,
    pages_of_catalogue,
    pages_of_term,
    record,
    record_pages,
)

MANY: Final = {
    f"fiche-{n:03}/index.fr.md": record(f"title: Fiche {n:03}", "themes: [ageing]")
    for n in range(3 * CARDS_A_PAGE + 1)
}


def test_an_empty_catalogue_has_one_page() -> None:
    ((file, view),) = pages_of_catalogue(edition_of({}))
    assert file == "catalogue/index.html"
    assert view.count_text == "aucune fiche"
    assert view.cards == () and view.pager.links == ()


@pytest.mark.parametrize(
    ("records", "pages"), [(1, 1), (CARDS_A_PAGE, 1), (CARDS_A_PAGE + 1, 2), (2 * CARDS_A_PAGE, 2)]
)
def test_a_page_holds_so_many_cards(records: int, pages: int) -> None:
    files = dict(list(MANY.items())[:records])
    shown = list(pages_of_catalogue(edition_of(files)))
    assert len(shown) == pages
    assert sum(len(view.cards) for _, view in shown) == records
    assert max(len(view.cards) for _, view in shown) <= CARDS_A_PAGE


def test_pages_lead_to_each_other() -> None:
    shown = list(pages_of_term(edition_of(MANY, "en"), "theme", "ageing"))
    assert [file for file, _ in shown] == [
        "en/catalogue/theme/ageing/index.html",
        "en/catalogue/theme/ageing/page/2/index.html",
        "en/catalogue/theme/ageing/page/3/index.html",
        "en/catalogue/theme/ageing/page/4/index.html",
    ]
    first, second, _, last = (view.pager for _, view in shown)
    assert first.previous == "" and last.next == ""
    assert first.next == "../../../../en/catalogue/theme/ageing/page/2/"
    assert second.previous == "../../../../../../en/catalogue/theme/ageing/"
    assert [link.number for link in first.links if link.current] == [1]
    assert [link.label for link in second.links] == ["Page 1", "Page 2", "Page 3", "Page 4"]


def test_a_pager_names_the_ends_and_the_neighbours() -> None:
    files = {f"fiche-{n:04}/index.fr.md": record() for n in range(10 * CARDS_A_PAGE)}
    shown = [view.pager for _, view in pages_of_catalogue(edition_of(files))]
    assert [link.number for link in shown[0].links] == [1, 2, 3, 10]
    assert [link.number for link in shown[5].links] == [1, 4, 5, 6, 7, 8, 10]


def test_cards_are_by_title() -> None:
    _, view = pages_of_catalogue(edition_of(MANY))[0]
    assert [card.title.text for card in view.cards[:2]] == ["Fiche 000", "Fiche 001"]


def test_a_term_says_where_it_comes_from_and_its_family() -> None:
    edition = edition_of({"essai/index.fr.md": record("territories: ['44']")}, "en")
    ((_, view),) = pages_of_term(edition, "territory", "reg-52")
    assert [term.id for term in view.parents] == ["FR"]
    assert "44" in [term.id for term in view.children]
    assert view.origin is not None and view.origin_text == "Term taken from:"
    assert view.count_text == "1 record"
    ((_, theme),) = pages_of_term(edition, "theme", "ageing")
    assert theme.origin is None and theme.origin_text.startswith("Term chosen")
    assert theme.parents == theme.children == ()


def test_a_long_facet_shows_only_what_has_records() -> None:
    edition = edition_of({"essai/index.fr.md": record("territories: ['44']")})
    ((_, view),) = pages_of_term(edition, "territory", "75")
    assert [term.id for term in view.facets[0].terms] == ["FR", "reg-52", "44", "75"]
    ((_, short),) = pages_of_term(edition, "theme", "ageing")
    assert len(short.facets[0].terms) == len(edition.vocabulary("theme").current_terms)


def test_every_page_has_its_twin() -> None:
    editions = editions_of(MANY)
    french, english = (
        {page.file: page.other_file for page in (*record_pages(edition), *list_pages(edition))}
        for edition in editions.values()
    )
    assert {other: file for file, other in french.items()} == english
    assert "catalogue/page/2/index.html" in french
    assert "catalogue/index.html" not in french  # an editorial page carries it


def test_every_page_has_a_title_and_a_description() -> None:
    for edition in editions_of({"essai/index.fr.md": record("summary: Un résumé.")}).values():
        for page in (*record_pages(edition), *list_pages(edition)):
            assert page.title.strip() and page.description.strip(), page.file
            assert page.content.count("<h1") == 1, page.file


def test_templates_escape_what_records_say() -> None:
    nasty = "<script>alert(1)</script>"
    edition = edition_of(
        {
            "essai/index.fr.md": record(
                f"title: '{nasty}'",
                f"summary: '{nasty}'",
                "themes: [ageing]",
                f"criteria: {{high-stakes: {{answer: yes, reason: '{nasty}'}}}}",
                f"indicators: [{{id: i, name: '{nasty}', value: 1, unit: '{nasty}'}}]",
                f"links: [{{url: 'https://example.org/', label: '{nasty}'}}]",
                f"sources: [{{id: s, title: '{nasty}', publisher: '{nasty}'}}]",
                f"media: [{{id: m, file: x.png, alt: '{nasty}', credit: '{nasty}'}}]",
            )
        }
    )
    for page in (*record_pages(edition), *list_pages(edition)):
        assert "<script>" not in page.content, page.file
        if page.file.endswith(("/essai/index.html", "/theme/ageing/index.html")):
            assert "&lt;script&gt;" in page.content, page.file


# Redirects


# Sitemap


def test_a_sitemap_pairs_the_languages_and_escapes() -> None:
    site = Addresses("https://example.org/a&b/", True)
    text = sitemap([("en", "en/x/index.html", "x/index.html")], site)
    assert "<loc>https://example.org/a&amp;b/en/x/</loc>" in text
    assert 'hreflang="fr" href="https://example.org/a&amp;b/x/"' in text
    assert 'hreflang="en" href="https://example.org/a&amp;b/en/x/"' in text


def test_a_sitemap_needs_the_address_of_the_site() -> None:
    assert "<url>" not in sitemap([("fr", "x.html", "en/x.html")], Addresses(None, True))
    assert "<url>" in sitemap([("fr", "x.html", "en/x.html")], SITE)


# What cards and pages of terms say


@pytest.mark.parametrize(("outcome", "said"), [("stopped", "Arrêté"), ("unknown", ""), (None, "")])
def test_a_card_tells_an_outcome_that_is_known(outcome: str | None, said: str) -> None:
    files = {"une/index.fr.md": record(*([f"outcome: {outcome}"] if outcome else []))}
    assert edition_of(files).card("une", "index.html").outcome == said


def test_a_card_shows_a_summary_that_ends_at_a_word() -> None:
    files = {
        "longue/index.fr.md": record("summary: " + "Un résumé sans point " * 20 + "."),
        "phrases/index.fr.md": record("summary: " + "Une phrase de trente lettres. " * 12 + "Fin."),
    }
    edition = edition_of(files)
    longue, phrases = (
        edition.card(slug, "index.html").summary.text for slug in ("longue", "phrases")
    )
    assert longue.endswith(("point…", "résumé…", "sans…", "Un…")) and len(longue) <= SUMMARY + 1
    assert phrases.endswith("lettres.") and SUMMARY / 2 < len(phrases) <= SUMMARY


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Fiches de 2014"), ("en", "Records of 2014")]
)
def test_the_page_of_a_year_says_what_it_is(language: Language, title: str) -> None:
    files = {"une/index.fr.md": record("stages: [{stage: evaluation, start: 2014}]")}
    edition = edition_of(files, language)
    ((_, view),) = pages_of_term(edition, "year", "2014")
    assert view.title == title
    pages = {page.file: page.title for page in list_pages(edition)}
    root = "en/" if language == "en" else ""
    assert pages[f"{root}catalogue/year/2014/index.html"] == title
    assert pages[f"{root}catalogue/theme/ageing/index.html"] != title


@pytest.mark.parametrize(
    ("themes", "told"),
    [
        (
            ["ageing", "ageing", ""],
            "2 fiches sur 3 s’y rangent. Choisissez une entrée pour les voir.",
        ),
        (["", ""], "Aucune fiche ne s’y range pour l’instant."),
        ([], "Aucune fiche ne s’y range pour l’instant."),
    ],
)
def test_the_page_of_a_facet_says_how_many_records_it_has(themes: list[str], told: str) -> None:
    files = {
        f"fiche-{n}/index.fr.md": record(f"themes: [{theme}]") for n, theme in enumerate(themes)
    }
    edition = edition_of(files)
    assert told_of_facet(edition, "theme") == told
    pages = {page.file: str(page.content) for page in list_pages(edition)}
    assert told in pages["catalogue/theme/index.html"]
