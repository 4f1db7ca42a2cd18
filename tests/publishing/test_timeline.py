"""The timeline: what happened each year, told in words, and where each year leads."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import lxml.html
import pytest

from fp_build.publishing import timeline
from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.timeline import A_YEAR, FEWEST, Entry, view_timeline
from publishing.editions import edition_of, record, renderer, translated

HERE: Final = "chronologie/index.html"
FILES: Final = {
    "cas/index.fr.md": record(
        "title: Un cas",
        "stages: [{stage: implementation, start: 2014-10, end: 2016-03-01}]",
        kind="case",
    ),
    "cas/index.en.md": translated("title: A case"),
    "rdv/index.fr.md": record(
        "title: Un rendez-vous", "starts: 2014-11-12", "ends: 2014-11-16",
        "series: public-innovation-week", kind="event",
    ),
    "appel/index.fr.md": record(
        "title: Un appel", "opens: 2026-11-01", "closes: 2026-12-15", kind="call"
    ),
    "sans/index.fr.md": record("title: Sans date"),
}  # fmt: skip


def entries(year: str, language: Any = "fr", **more: Any) -> tuple[Entry, ...]:
    edition = edition_of(FILES, language, **more)
    (found,) = [told for told in view_timeline(edition, HERE) if told.records.label == year]
    return found.entries


def html(files: Any = FILES, language: Any = "fr", **more: Any) -> Any:
    edition = edition_of(files, language, **more)
    text = renderer()("blocks/timeline.html", edition, BLOCKS["timeline"](edition, HERE))
    return lxml.html.fromstring(f"<div>{text}</div>")


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).replace("\u202f", " ").split())


@pytest.mark.parametrize(
    ("year", "language", "expected"),
    [
        ("2014", "fr", [
            ("octobre 2014", "Étude de cas", "début de l’étape « Mettre en œuvre »"),
            ("du 12 au 16 novembre 2014", "Rendez-vous", "Semaine de l’innovation publique"),
        ]),
        ("2014", "en", [
            ("October 2014", "Case study", "stage “Implementation” begins"),
            ("12 to 16 November 2014", "Event", "Public-innovation week"),
        ]),
        ("2015", "fr", []),
        ("2016", "fr", [
            ("1er mars 2016", "Étude de cas", "fin de l’étape « Mettre en œuvre »"),
        ]),
        ("2026", "en", [
            ("1 November 2026", "Call for ideas", "Opens"),
            ("15 December 2026", "Call for ideas", "Closes"),
        ]),
    ],
)  # fmt: skip
def test_a_year_is_told_in_words(year: str, language: Any, expected: Any) -> None:
    found = [(e.when, e.kind.label, e.what) for e in entries(year, language)]
    assert [
        tuple(part.replace("\u202f", " ").replace("\xa0", " ") for part in e) for e in found
    ] == (expected)


def test_a_date_is_never_made_more_precise() -> None:
    assert [e.machine_date for e in entries("2014")] == ["2014-10", ""]
    times = html().xpath("//time/@datetime")
    assert times == ["2014-10", "2016-03-01", "2026-11-01", "2026-12-15"]


def test_what_is_to_come_is_said() -> None:
    assert [e.is_to_come for e in entries("2026")] == [False, True]
    assert [e.is_to_come for e in entries("2026", today=dt.date(2026, 12, 15))] == [False, False]
    assert len(html().xpath("//*[@class='fp-mark']")) == 1


def test_each_year_leads_into_the_catalogue() -> None:
    year = view_timeline(edition_of(FILES, "en"), HERE)[0]
    assert year.records.url == "../en/catalogue/year/2014/"
    assert year.filter_url == "../en/catalogue/?year=2014"
    assert year.show == "See 2 records"


def test_a_title_in_the_other_language_says_so() -> None:
    first, second = entries("2014", "en")
    assert (first.record.label.text, first.record.label.lang) == ("A case", "")
    assert (second.record.label.text, second.record.label.lang) == ("Un rendez-vous", "fr")


def test_it_is_an_ordered_list_of_years_and_of_dates() -> None:
    years = html().xpath("./ol/li")
    assert [words(year.xpath(".//h3")[0]) for year in years] == ["2014", "2015", "2016", "2026"]
    assert [len(year.xpath("./ol/li")) for year in years] == [2, 0, 1, 2]
    assert words(years[0].xpath("./ol/li")[0]) == (
        "octobre 2014 Un cas Étude de cas · début de l’étape « Mettre en œuvre »"
    )
    assert "ce qui a commencé plus tôt se poursuit" in words(years[1])
    assert html().xpath("./nav//a/@href") == ["#y-2014", "#y-2015", "#y-2016", "#y-2026"]


def test_undated_records_are_told_and_named() -> None:
    details = html().xpath("./details")[0]
    assert words(details.xpath("./summary")[0]) == "1 fiche n’a aucune date documentée."
    assert details.xpath("./ul/li/a/text()") == ["Sans date"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "Aucune fiche publiée ne se trouve ici pour l’instant."),
        (
            {"sans/index.fr.md": record("title: Sans date")},
            "Aucune fiche publiée n’a de date documentée pour l’instant.",
        ),
    ],
)
def test_an_empty_timeline_says_so(files: Any, said: str) -> None:
    tree = html(files)
    assert tree.xpath("./ol") == []
    assert said in words(tree)


def test_a_single_year_needs_no_list_of_years() -> None:
    files = {"une/index.fr.md": record("stages: [{stage: evaluation, start: 2014}]")}
    assert html(files).xpath("./nav") == []


def test_a_year_shows_the_first_dates_and_says_how_many_are_left() -> None:
    files = {
        f"fiche-{n:02}/index.fr.md": record(
            f"title: Fiche {n}",
            f"stages: [{{stage: evaluation, start: 2014-{1 + n // 28:02}-{1 + n % 28:02}}}]",
        )
        for n in range(A_YEAR + 3)
    }
    edition = edition_of(files)
    (year,) = view_timeline(edition, HERE)
    assert [e.record.label.text for e in year.entries] == [f"Fiche {n}" for n in range(A_YEAR)]
    assert year.more == "et 3 autres dates"
    link = html(files).xpath("//p[@class='fp-chronicle__more']/a")[0]
    assert (link.get("href"), words(link)) == (
        "../catalogue/year/2014/",
        "et 3 autres dates : 2014",
    )


def test_many_years_share_what_a_page_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "ALL", 10)
    files = {
        f"fiche-{n}/index.fr.md": record(f"stages: [{{stage: evaluation, start: {2000 + n % 5}}}]")
        for n in range(50)
    }
    assert {len(year.entries) for year in view_timeline(edition_of(files), HERE)} == {FEWEST}


def test_titles_are_escaped() -> None:
    title = '<script>alert(1)</script>" {{ 7 * 7 }}'
    files = {
        "une/index.fr.md": record(f"title: '{title}'", "stages: [{stage: evaluation, start: 2014}]")
    }
    tree = html(files)
    assert tree.xpath("//script") == []
    assert "<script>" in words(tree.xpath("//ol")[0])


def test_the_page_of_a_large_catalogue_stays_light() -> None:
    files = {
        f"fiche-{n}/index.fr.md": record(
            f"title: Une fiche dont le titre est aussi long que le veut la règle, numéro {n}",
            f"stages: [{{stage: evaluation, start: {2000 + n % 30}, end: {2003 + n % 30}}}]",
        )
        for n in range(2000)
    }
    edition = edition_of(files)
    text = renderer()("blocks/timeline.html", edition, BLOCKS["timeline"](edition, HERE))
    assert 100_000 < len(text.encode()) < 350_000
