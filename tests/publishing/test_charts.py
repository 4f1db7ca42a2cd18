"""Charts count what the data count, and draw what they count."""

from __future__ import annotations

import json
from typing import Any, Final

import lxml.html
import pytest
from in_memory import CASES, vocabulary_files

from fp_build.publishing.charts import GAP, LEAST_LENGTH, Chart, view_chart
from fp_build.publishing.data import as_json, catalogue_lines
from publishing.editions import edition_of, editions_of, record, renderer

HERE: Final = "panorama/index.html"
FACETS: Final = ("theme", "stage", "year", "outcome")

FILES: Final = {
    "une/index.fr.md": record(
        "title: Une",
        "themes: [ageing, disability]",
        "outcome: stopped",
        "stages: [{stage: evaluation, start: 2014-03, end: 2016}]",
        kind="case",
    ),
    "deux/index.fr.md": record(
        "title: Deux",
        "themes: [ageing]",
        "stages: [{stage: generating-ideas, start: 2016}, {stage: evaluation}]",
    ),
    "trois/index.fr.md": record("title: Trois", "themes: [ageing]", "outcome: ongoing"),
    "quatre/index.en.md": record("title: Four", "themes: [education]"),
    "vieille/index.fr.md": record("title: Vieille", "themes: [precarity]", status="archived"),
    "brouillon/index.fr.md": record("title: Brouillon", "themes: [precarity]", status="draft"),
}


def chart(facet: str, files: Any = FILES, language: Any = "fr", **more: Any) -> Chart:
    return view_chart(edition_of(files, language, **more), facet, HERE)


def dated(*stages: str) -> dict[str, str]:
    """A record for each of these stages."""
    return {
        f"fiche-{n}/index.fr.md": record(f"title: Fiche {n}", f"stages: [{stage}]")
        for n, stage in enumerate(stages)
    }


# What is counted


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_counts_are_those_of_the_data(facet: str, language: Any) -> None:
    files: dict[str, Any] = {
        path.relative_to(CASES).as_posix(): path.read_bytes()
        for path in CASES.glob("[!_.]*/*")
        if path.is_file()
    }
    editions = editions_of(files | FILES)
    lines = catalogue_lines(editions["fr"].catalogue, editions)
    rows = json.loads(as_json(line for line, _ in lines))
    given = [row["facets"][facet] for row in rows if row["status"] == "published"]
    expected = {term: sum(term in terms for terms in given) for terms in given for term in terms}
    found = {
        bar.selection_url.rpartition("=")[2]: bar.count
        for bar in view_chart(editions[language], facet, HERE).bars
        if bar.count
    }
    assert found == expected
    assert len(found) > 2


def test_themes_come_by_number_and_then_as_in_their_vocabulary() -> None:
    bars = chart("theme").bars
    assert [(bar.label, bar.count) for bar in bars[:4]] == [
        ("Grand âge et autonomie", 3),
        ("Handicap", 1),
        ("Éducation", 1),
        ("Prestations sociales", 0),
    ]
    assert len(bars) == 8


def test_stages_come_in_their_order_with_those_that_no_record_has() -> None:
    assert [(bar.label, bar.count) for bar in chart("stage", language="en").bars] == [
        ("Identifying problems", 0),
        ("Generating ideas", 1),
        ("Developing proposals", 0),
        ("Implementation", 0),
        ("Evaluation", 2),
        ("Diffusing lessons", 0),
    ]


def test_years_follow_each_other_with_those_without_a_record() -> None:
    files = dated("{stage: evaluation, start: 2012}", "{stage: evaluation, end: 2015-06}")
    assert [(bar.label, bar.count) for bar in chart("year", files).bars] == [
        ("2012", 1), ("2013", 0), ("2014", 0), ("2015", 1),
    ]  # fmt: skip


def test_a_lone_early_year_does_not_stretch_the_chart() -> None:
    late = 1951 + GAP
    files = dated("{stage: evaluation, start: 1950}", f"{{stage: evaluation, start: {late}}}")
    assert len(chart("year", files).bars) == GAP + 2
    files = dated("{stage: evaluation, start: 1950}", f"{{stage: evaluation, start: {late + 1}}}")
    assert [(bar.label, bar.count, bar.term_url) for bar in chart("year", files).bars] == [
        ("1950", 1, "../catalogue/year/1950/"),
        (f"1951–{late}", 0, ""),
        (str(late + 1), 1, f"../catalogue/year/{late + 1}/"),
    ]


def test_a_preview_counts_what_it_lists() -> None:
    shown = {bar.label: bar.count for bar in chart("theme", preview=True).bars}
    assert shown["Précarité"] == 1


# Where a bar leads


def test_a_bar_leads_to_its_selection_and_to_the_page_of_its_term() -> None:
    bars = {bar.label: bar for bar in chart("theme", language="en").bars}
    assert bars["Ageing and autonomy"].selection_url == "../en/catalogue/?theme=ageing"
    assert bars["Ageing and autonomy"].term_url == "../en/catalogue/theme/ageing/"
    assert bars["Precarity"].selection_url == ""
    assert bars["Precarity"].term_url == "../en/catalogue/theme/precarity/"


# How long it is


def test_lengths_are_those_of_the_numbers() -> None:
    files = {
        f"fiche-{n}/index.fr.md": record(f"title: Fiche {n}", f"themes: [{theme}]")
        for n, theme in enumerate(["ageing"] * 8 + ["disability"] * 3 + ["education"])
    }
    drawn = [(bar.length, bar.rest) for bar in chart("theme", files).bars[:4]]
    assert drawn == [("100%", "0%"), ("37.5%", "62.5%"), ("12.5%", "87.5%"), ("0%", "100%")]


def test_the_shortest_bar_can_still_be_seen() -> None:
    edition = edition_of(FILES)
    many = tuple(f"fiche-{n}" for n in range(12345))
    edition.catalogue.__dict__["found_under"] = {
        "theme": {"ageing": many, "disability": ("fiche-1",)}
    }
    bars = view_chart(edition, "theme", HERE).bars
    assert [(bar.length, bar.figure) for bar in bars[:3]] == [
        ("100%", "12\u202f345"), (f"{LEAST_LENGTH:g}%", "1"), ("0%", "aucune"),
    ]  # fmt: skip
    assert bars[0].count_text == "12\u202f345 fiches"
    english = edition_of(FILES, "en")
    english.catalogue.__dict__["found_under"] = {"theme": {"ageing": many}}
    assert view_chart(english, "theme", HERE).bars[0].figure == "12,345"


# What is said


def test_what_is_not_counted_is_said() -> None:
    assert chart("theme").notes == (
        "4 fiches sur 4.",
        "1 fiche a plusieurs thèmes et compte pour chacun.",
    )
    assert chart("stage", language="en").notes == (
        "2 records of 4.",
        "2 records have no documented stage.",
        "1 record has gone through several stages and counts under each.",
    )
    assert chart("year").notes == (
        "2 fiches sur 4, de 2014 à 2016.",
        "2 fiches n’ont aucune date documentée.",
        "1 fiche couvre plusieurs années et compte pour chacune.",
    )
    assert chart("outcome").notes == ("2 fiches sur 4.", "2 fiches ne disent rien de l’issue.")


def test_one_year_is_no_span() -> None:
    assert chart("year", dated("{stage: evaluation, start: 2014}")).notes == ("1 fiche sur 1.",)


@pytest.mark.parametrize("facet", FACETS)
def test_an_empty_catalogue_says_so(facet: str) -> None:
    found = chart(facet, {})
    assert found.bars == ()
    assert found.notes == ("Aucune fiche publiée ne se trouve ici pour l’instant.",)
    assert "<svg" not in html(facet, {})


def test_a_facet_that_no_record_fills_has_no_bars() -> None:
    files = {"une/index.fr.md": record("title: Une")}
    assert chart("year", files).bars == ()
    assert chart("year", files).notes == ("1 fiche n’a aucune date documentée.",)


# How it is drawn


def html(facet: str, files: Any = FILES, language: Any = "fr", **more: Any) -> str:
    edition = edition_of(files, language, **more)
    values = {"chart": view_chart(edition, facet, HERE)}
    return str(renderer()(f"blocks/chart-{facet}.html", edition, values))


def test_the_name_of_a_bar_says_its_term_and_its_number() -> None:
    links = lxml.html.fromstring(html("theme")).xpath("//a[@class='fp-bar']")
    names = ["".join(link.xpath("./span//text()")) for link in links]
    assert names[:2] == ["Grand âge et autonomie\u00a0: 3 fiches", "Handicap\u00a0: 1 fiche"]


def test_only_bars_with_records_are_links() -> None:
    tree = lxml.html.fromstring(html("stage"))
    assert len(tree.xpath("//ol/li")) == 6
    assert len(tree.xpath("//ol/li/a")) == 2
    none = tree.xpath("//ol/li/div")[0]
    assert "".join(none.xpath("./span//text()")) == "Repérer les problèmes\u00a0: aucune fiche"
    assert none.xpath(".//text[1]/text()") == ["aucune"]


@pytest.mark.parametrize("facet", FACETS)
def test_the_table_says_what_the_bars_say(facet: str) -> None:
    tree = lxml.html.fromstring(html(facet))
    bars = [
        (
            "".join(item.xpath(".//*[@class='fp-bar__name']//text()")),
            item.xpath(".//text/text()")[0],
        )
        for item in tree.xpath("//ol/li")
    ]
    rows = [(row.xpath("string(th)"), row.xpath("string(td)")) for row in tree.xpath("//tbody/tr")]
    assert rows == bars


def test_years_are_drawn_lying_and_standing_and_other_bars_lying() -> None:
    tree = lxml.html.fromstring(html("year"))
    assert len(tree.xpath("//svg")) == 3
    lying, standing = tree.xpath("//svg[1]//rect")[:2]
    assert (lying.get("width"), lying.get("height")) == ("50%", "100%")
    assert (standing.get("y"), standing.get("height")) == ("50%", "50%")
    assert "fp-bar__standing" not in html("stage")


def test_labels_are_escaped() -> None:
    hostile = "\"><script>alert('x')</script>&amp; </svg>{{ 7 * 7 }}"
    themes = vocabulary_files()["themes.yml"].decode()
    spoilt = themes.replace(
        "fr: Grand âge et autonomie", f"fr: '{hostile.replace(chr(39), chr(39) * 2)}'"
    )
    assert spoilt != themes
    vocabulary = {**vocabulary_files(), "themes.yml": spoilt.encode()}
    found = html("theme", vocabulary=vocabulary)
    assert "<script" not in found
    assert "style=" not in found
    tree = lxml.html.fromstring(found)
    assert tree.xpath("string(//ol/li[1]//*[@class='fp-bar__name'])") == hostile
    assert tree.xpath("string(//tbody/tr[1]/th)") == hostile
