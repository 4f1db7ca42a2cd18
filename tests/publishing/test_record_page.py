"""What the page of a record shows, in each language."""

from __future__ import annotations

from typing import Final

import pytest

from fp_build.publishing.edition import Settings
from fp_build.publishing.pictures import COVER_SIZES, TEXT_SIZES, WIDTHS, Sizes
from fp_build.publishing.record_page import view_record
from fp_build.publishing.record_views import Glance, RecordView
from fp_build.publishing.views import NamedLink, Said
from fp_build.words.addresses import Addresses
from fp_build.words.languages import Language
from publishing.editions import edition_of, editions_of, record, translated

PICTURE: Final = b"\x89PNG\r\n\x1a\n"


def view(
    files: dict[str, str | bytes], language: Language = "fr", slug: str = "essai"
) -> RecordView:
    edition = edition_of(files, language)
    return view_record(edition.catalogue.records[slug], edition)


def of(*lines: str, body: str = "", language: Language = "fr", **more: str) -> RecordView:
    return view({"essai/index.fr.md": record(*lines, body=body, **more)}, language)


# Words and their languages


def test_a_page_in_the_language_of_its_text_marks_nothing() -> None:
    shown = of("summary: Un résumé.", body="## La situation\n")
    assert shown.title == Said("Un essai")
    assert shown.summary == Said("Un résumé.")
    assert shown.body_lang == ""
    assert shown.contents[0].label == Said("La situation")
    assert shown.state == "original"


def test_a_missing_translation_is_marked_all_over() -> None:
    shown = of(
        "summary: Un résumé.",
        "themes: [ageing]",
        "criteria: {high-stakes: {answer: yes, reason: Une raison.}}",
        "indicators: [{id: i, name: Délai, value: 1, unit: jours}]",
        "links: [{url: 'https://example.org/', label: Une page}]",
        body="## La situation\n",
        language="en",
    )
    assert shown.state == "missing"
    assert shown.title == Said("Un essai", "fr")
    assert shown.summary == Said("Un résumé.", "fr")
    assert shown.body_lang == "fr"
    assert shown.contents[0].label == Said("La situation", "fr")
    assert shown.criteria[0].reason == Said("Une raison.", "fr")
    assert shown.indicators[0].name == Said("Délai", "fr")
    assert shown.links[0].label == Said("Une page", "fr")
    (notice,) = shown.notices
    assert notice.title == "in French only"
    assert [value.label for fact in shown.facts for value in fact.values] == ["Ageing and autonomy"]


def test_what_a_translation_leaves_out_is_marked() -> None:
    files: dict[str, str | bytes] = {
        "essai/index.fr.md": record(
            "summary: Un résumé.",
            "criteria:",
            "  high-stakes: {answer: yes, reason: Une raison.}",
            "  transformation: {answer: yes, reason: Une autre.}",
            "indicators:",
            "  - {id: a, name: Délai, value: 1, unit: jours}",
            "  - {id: b, name: Part, value: 1, unit: '%'}",
            "  - {id: c, name: Coût, value: 1, unit: euros}",
        ),
        "essai/index.en.md": translated(
            "title: A trial",
            "reasons: {high-stakes: A reason.}",
            "indicators: {a: {name: Delay}, b: {name: Share}}",
        ),
    }
    shown = view(files, "en")
    assert shown.title == Said("A trial")
    assert shown.summary == Said("Un résumé.", "fr")
    assert [c.reason for c in shown.criteria[:2]] == [Said("A reason."), Said("Une autre.", "fr")]
    assert [(i.name, i.unit) for i in shown.indicators] == [
        (Said("Delay"), Said("jours", "fr")),
        (Said("Share"), Said("%")),
        (Said("Coût", "fr"), Said("euros", "fr")),
    ]
    french = view(files, "fr")
    assert french.criteria[0].reason == Said("Une raison.")
    assert french.indicators[0].unit == Said("jours")


def test_a_record_may_be_written_in_english() -> None:
    files: dict[str, str | bytes] = {"essai/index.en.md": record("title: A trial")}
    assert view(files, "en").state == "original"
    french = view(files, "fr")
    assert french.title == Said("A trial", "en")
    assert french.notices[0].title == "en anglais seulement"
    assert (french.other_lang, french.other_label) == ("en", "Lire en anglais")


@pytest.mark.parametrize(
    ("state", "label"),
    [("draft", "Draft translation"), ("machine", "Machine translation, not reviewed")],
)
def test_a_translation_that_nobody_reviewed_points_to_the_original(state: str, label: str) -> None:
    shown = view(
        {
            "essai/index.fr.md": record(),
            "essai/index.en.md": translated("title: A trial", state=state),
        },
        "en",
    )
    (notice,) = shown.notices
    assert notice.title == shown.state_label == label
    assert [link.url for link in notice.links] == ["../../../catalogue/essai/"]


# Status


@pytest.mark.parametrize(("status", "label"), [("draft", "Brouillon"), ("review", "En relecture")])
def test_a_preview_says_that_a_record_is_not_published(status: str, label: str) -> None:
    edition = edition_of({"essai/index.fr.md": record(status=status)}, preview=True)
    shown = view_record(edition.catalogue.records["essai"], edition)
    assert shown.status == status
    assert shown.notices[0].title == label and shown.notices[0].tone == "warning"


def test_a_replaced_record_leads_to_what_replaces_it() -> None:
    files: dict[str, str | bytes] = {
        "essai/index.fr.md": record(status="archived"),
        "suite/index.fr.md": record("title: La suite", "replaces: [essai]"),
    }
    (notice,) = view(files).notices
    assert "une autre la remplace" in notice.text
    assert [(link.url, link.label.text) for link in notice.links] == [
        ("../../catalogue/suite/", "La suite")
    ]
    assert [card.title.text for card in view(files, slug="suite").related] == ["Un essai"]


def test_an_archived_record_that_nothing_replaces_says_so_too() -> None:
    (notice,) = of(status="archived").notices
    assert notice.links == () and "plus tenue à jour" in notice.text


# Facts


def test_what_is_not_given_is_not_shown() -> None:
    shown = of()
    assert (shown.facts, shown.steps, shown.criteria, shown.indicators) == ((), (), (), ())
    assert (shown.pictures, shown.links, shown.sources) == ((), (), ())
    assert shown.glance == Glance((), None, None, None, "")
    assert (shown.previous, shown.next) == (None, None)
    assert (shown.related, shown.notices, shown.contents) == ((), (), ())
    assert (shown.verified, shown.translator, shown.edit_url, shown.report_url) == ("",) * 4


def test_facts_agree_in_number() -> None:
    one = of("themes: [ageing]", "territories: [FR]")
    two = of("themes: [ageing, disability]")
    assert [fact.name for fact in one.facts] == ["Thème", "Territoire"]
    assert [fact.name for fact in two.facts] == ["Thèmes"]


def test_a_glance_tells_for_whom_and_what_came_of_it() -> None:
    shown = of(
        "audiences: [individuals, rural-residents]",
        "outcome: stopped",
        "stages: [{stage: diffusing}, {stage: implementation, start: 2016}]",
        "indicators:",
        "  - {id: a, name: Sans valeur}",
        "  - {id: b, name: Délai, baseline: 45, value: 30, unit: jours}",
    ).glance
    assert [term.id for term in shown.audiences] == ["individuals", "rural-residents"]
    assert shown.outcome is not None and shown.outcome.definition.startswith("L’action a été")
    assert shown.stage is not None and shown.stage.label == "Diffuser les enseignements"
    assert shown.figure is not None and (shown.figure.name, shown.figure.value) == (
        Said("Délai"),
        "30",
    )
    assert shown.before == "avant\u00a0: 45"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_records_beside_are_those_of_the_list(language: Language) -> None:
    files: dict[str, str | bytes] = {
        "a/index.fr.md": record("title: Alpha"),
        "a/index.en.md": translated("title: Zulu"),
        "b/index.fr.md": record("title: Bravo"),
        "c/index.fr.md": record("title: Charlie"),
        "d/index.fr.md": record("title: Delta", status="archived"),
        "e/index.fr.md": record("title: Echo", status="draft"),
    }
    order = {"fr": ["a", "b", "c"], "en": ["b", "c", "a"]}[language]
    for slug in "abcd":
        shown = view(files, language, slug)
        around = [None, *order, None]
        at = around.index(slug) if slug in order else 0
        beside = (around[at - 1], around[at + 1]) if at else (None, None)
        urls = [
            link and link.url.rstrip("/").rpartition("/")[2]
            for link in (shown.previous, shown.next)
        ]
        assert tuple(urls) == beside
    assert view(files, "en", "c").previous == NamedLink(
        "../../../en/catalogue/b/", Said("Bravo", "fr")
    )


def test_partners_say_as_what_they_take_part() -> None:
    shown = of(
        "lead: sgmap", "partners: [{organisation: ditp, type: operator}, {organisation: sgmap}]"
    )
    lead, partners = shown.facts
    assert lead.name == "Porteur" and lead.values[0].id == "sgmap"
    assert [(p.id, bool(p.note)) for p in partners.values] == [("ditp", True), ("sgmap", False)]


def test_the_timeline_shows_all_stages_once_one_is_given() -> None:
    shown = of(
        "stages:",
        "  - {stage: implementation, start: 2014-01-01, end: 2014-03}",
        "  - {stage: implementation, start: 2016}",
        "  - {stage: evaluation, end: 2017-06}",
        "  - {stage: diffusing}",
        "  - {stage: generating-ideas, start: 2013, end: 2013}",
    )
    assert [(step.periods, step.reached) for step in shown.steps] == [
        ((), False),
        (("2013",), True),
        ((), False),
        (("1er\u00a0janvier 2014 – mars 2014", "début\u00a0: 2016"), True),
        (("fin\u00a0: juin 2017",), True),
        ((), True),
    ]


def test_criteria_are_all_shown_once_one_is_answered() -> None:
    shown = of("criteria: {transformation: {answer: partly}}")
    assert len(shown.criteria) == 5
    assert [(c.answer, c.answer_label) for c in shown.criteria[:2]] == [
        ("none", "Sans réponse"),
        ("partly", "En partie"),
    ]


@pytest.mark.parametrize(
    ("language", "number"), [("fr", "1\u202f234\u202f567,5"), ("en", "1,234,567.5")]
)
def test_numbers_are_written_as_a_reader_writes_them(language: Language, number: str) -> None:
    (indicator,) = of(
        "indicators: [{id: i, name: Usagers, value: 1234567.5}]", language=language
    ).indicators
    assert indicator.value == number
    assert indicator.baseline == indicator.date == indicator.note_url == ""


def test_figures_and_sources_share_their_numbers() -> None:
    shown = of(
        "indicators: [{id: i, name: Délai, value: 3, source: trois}]",
        "sources:",
        "  - {id: un, title: Premier}",
        "  - {id: deux, title: Deuxième, publisher: Un éditeur, date: 2014-05}",
        "  - {id: trois, document: opsi-article-2014, match: inferred, reason: Une raison.}",
        body="Un mot[^deux].\n",
    )
    assert [(s.number, s.id, s.cited) for s in shown.sources] == [
        (1, "deux", True),
        (2, "un", False),
        (3, "trois", False),
    ]
    assert shown.sources[0].date == "mai 2014"
    assert shown.sources[2].title.lang == "en"
    assert shown.sources[2].match_label == "Rapprochement probable"
    assert shown.sources[2].reason == Said("Une raison.")
    assert shown.indicators[0].note_url == "#note-3"


def test_related_records_are_named_from_both_sides_and_never_the_record_itself() -> None:
    files: dict[str, str | bytes] = {
        "essai/index.fr.md": record("related: [deux, disparue, cachee]"),
        "deux/index.fr.md": record("title: Deux"),
        "trois/index.fr.md": record("title: Trois", "related: [essai]"),
        "cachee/index.fr.md": record(status="draft"),
    }
    assert [card.title.text for card in view(files).related] == ["Deux", "Trois"]
    assert [card.title.text for card in view(files, slug="deux").related] == ["Un essai"]


# Pictures, body


def test_pictures_stand_beside_the_record() -> None:
    files: dict[str, str | bytes] = {
        "essai/index.fr.md": record(
            "media:",
            "  - {id: a, file: une.png, alt: Une image, credit: Une autrice, licence: etalab-2.0}",
            "  - {id: b, file: autre.png}",
            body="![Une image](une.png) ![Rien](rien.png)\n",
        ),
        "essai/une.png": PICTURE,
        "essai/autre.png": PICTURE,
    }
    shown = view(files, "en")
    assert shown.picture.src == "../../../catalogue/essai/une.png"
    assert shown.picture.alt == Said("Une image", "fr")
    assert shown.picture.credit == "Une autrice" and not shown.picture.generated
    assert [picture.src.rpartition("/")[2] for picture in shown.pictures] == [
        "une.png",
        "autre.png",
    ]
    assert 'src="../../../catalogue/essai/une.png"' in shown.body
    assert "rien.png" not in shown.body


def test_a_picture_that_was_made_in_sizes_leaves_the_choice() -> None:
    medium = "media: [{id: a, file: été.jpg, alt: L’été, credit: Nous}]"
    files = {
        "essai/index.fr.md": record(medium, body="![L’été](été.jpg)\n\n[le fichier](été.jpg)\n"),
        "essai/été.jpg": PICTURE,
    }
    sizes = Sizes(2000, 1500, tuple((w, f"assets/pictures/x-{w}.webp") for w in WIDTHS))
    edition = edition_of(files, pictures={("essai", "été.jpg"): sizes})
    shown = view_record(edition.catalogue.records["essai"], edition)
    top = "../../assets/pictures"
    assert shown.picture.src == f"{top}/x-960.webp"
    assert (shown.picture.width, shown.picture.height) == (2000, 1500)
    assert shown.picture.srcset.startswith(f"{top}/x-480.webp 480w, ")
    assert shown.picture.sizes == COVER_SIZES
    assert f'src="{top}/x-960.webp"' in shown.body and f'sizes="{TEXT_SIZES}"' in shown.body
    assert 'href="../../catalogue/essai/%C3%A9t%C3%A9.jpg"' in shown.body
    card = edition.card("essai", "index.html").picture
    assert card == "assets/pictures/x-480.webp"


def test_a_record_without_a_picture_has_a_drawn_cover() -> None:
    shown = of("themes: [ageing]")
    assert shown.picture.generated and shown.picture.alt == Said("")
    assert "assets/covers/ageing.svg#v" in shown.picture.src
    assert "assets/covers/none.svg#v" in of().picture.src
    assert shown.pictures == ()


def test_links_of_a_body_stay_in_the_language_of_the_page() -> None:
    body = "[a](case:autre) [b](case:autre#results) [c](case:cachee) [d](https://example.org/)\n"
    files: dict[str, str | bytes] = {
        "essai/index.fr.md": record(body=body),
        "autre/index.fr.md": record(),
        "cachee/index.fr.md": record(status="draft"),
    }
    assert 'href="../../catalogue/autre/"' in view(files).body
    english = view(files, "en").body
    assert 'href="../../../en/catalogue/autre/"' in english
    assert 'href="../../../en/catalogue/autre/#s-results"' in english
    assert "<a>c</a>" in english and 'href="https://example.org/"' in english


def test_a_section_is_said_by_the_vocabulary_in_the_language_of_the_text() -> None:
    files: dict[str, str | bytes] = {
        "essai/index.fr.md": record(body="## Le contexte\n"),
        "essai/index.en.md": translated("title: A trial", body="## Context\n"),
    }
    assert [link.label.text for link in view(files).contents] == ["La situation"]
    assert [link.label.text for link in view(files, "en").contents] == ["The situation"]
    assert {link.url for link in view(files).contents} == {"#s-situation"}
    assert view(files).contents[0].url == view(files, "en").contents[0].url


def test_reading_takes_a_minute_at_least() -> None:
    assert of(body="Un mot.\n").reading_time == "1\u00a0minute"
    assert of(body="mot " * 1000).reading_time == "5\u00a0minutes"


# The repository


def test_links_to_the_repository() -> None:
    settings = Settings(
        edit_url="https://forge.example/edit/{path}",
        report_url="https://forge.example/new?title={title}&body={page}",
    )
    files = {"essai/index.fr.md": record(), "essai/index.en.md": translated("title: A trial")}
    editions = editions_of(files, settings=settings)
    for language, edition in editions.items():
        shown = view_record(edition.catalogue.records["essai"], edition)
        assert shown.edit_url == f"https://forge.example/edit/essai/index.{language}.md"
        assert "title=" in shown.report_url and " " not in shown.report_url
        assert "https%3A%2F%2Fexample.org%2Ffp%2F" in shown.report_url
    nowhere = editions_of(
        {"essai/index.fr.md": record()}, settings=settings, addresses=Addresses(None, True)
    )["en"]
    shown = view_record(nowhere.catalogue.records["essai"], nowhere)
    assert shown.edit_url.endswith("/index.fr.md")
    assert shown.report_url.endswith("body=en%2Fcatalogue%2Fessai%2Findex.html")


@pytest.mark.parametrize(
    ("language", "url"),
    [
        ("fr", "../../catalogue/essai/plan.png"),
        ("en", "../../../catalogue/essai/plan.png"),
    ],
)
def test_a_link_to_a_picture_leads_to_where_it_is_published(language: Language, url: str) -> None:
    """It is published once, beside the French page, whatever page links to it."""
    medium = "media: [{id: plan, file: plan.png, alt: Un plan, credit: Nous}]"
    files: dict[str, str | bytes] = {
        "essai/index.fr.md": record(medium, body="## La situation\n\n[le plan](plan.png)\n"),
        "essai/plan.png": PICTURE,
    }
    assert f'<a href="{url}">le plan</a>' in view(files, language).body
