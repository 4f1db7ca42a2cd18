"""The generated parts of editorial pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import pytest
from in_memory import PROJECT, TODAY, judged

from fp_build.arranging.catalogue import Catalogue
from fp_build.judging.models import KINDS
from fp_build.judging.record import Record, ShelvedRecord
from fp_build.publishing.blocks import BLOCKS, HIGHLIGHTS, NAMED
from fp_build.publishing.edition import Edition, Settings
from fp_build.words.languages import LANGUAGES
from publishing.editions import (
    OVERRIDES,
    SITE,
    edition_of,
    editions_of,
    interface,
    outlines,
    record,
    renderer,
    translated,
)

HERE: Final = "principes/index.html"
FILES: Final = {
    "une/index.fr.md": record(
        "title: Une",
        "themes: [ageing]",
        "principles: [tangible]",
        "criteria: {high-stakes: {answer: yes}, transformation: {answer: no}}",
        "verified_on: 2026-01-01",
        kind="case",
    ),
    "une/index.en.md": translated("title: One"),
    "deux/index.fr.md": record(
        "title: Deux", "principles: [tangible]", "criteria: {high-stakes: {answer: unknown}}"
    ),
    "vieille/index.fr.md": record("title: Vieille", "principles: [tangible]", status="archived"),
}

SILENT: Final = {"open-calls", "next-events"}
"""Blocks of the home page that say nothing where there is nothing to say."""


def block(name: str, language: Any = "fr", files: Any = FILES) -> dict[str, Any]:
    return BLOCKS[name](edition_of(files, language), HERE)


@pytest.mark.parametrize("name", sorted(BLOCKS))
@pytest.mark.parametrize("files", [{}, FILES], ids=["empty", "filled"])
def test_every_block_fills_its_template(name: str, files: Any) -> None:
    for edition in editions_of(files).values():
        html = renderer()(f"blocks/{name}.html", edition, BLOCKS[name](edition, HERE))
        assert html.strip() or name in SILENT


def test_every_template_of_a_block_is_one_that_pages_ask_for() -> None:
    templates = {path.stem for path in (OVERRIDES / "blocks").glob("*.html")}
    assert set(BLOCKS) <= templates
    asked = {
        name
        for page in (PROJECT / "docs").rglob("*.md")
        for name in re.findall(r"\{\{ ?block\.([\w-]+) ?\}\}", page.read_text("utf-8"))
    }
    assert templates <= asked


def test_principles_name_the_records_that_illustrate_them() -> None:
    shown = {p.term.id: p.illustrated_by for p in block("principles", "en")["principles"]}
    assert [(r.label.text, r.label.lang) for r in shown["tangible"].records] == [
        ("Deux", "fr"),
        ("One", ""),
    ]
    assert shown["tangible"].records[0].url == "../en/catalogue/deux/"
    assert (shown["tangible"].count, shown["tangible"].more) == (2, "")
    assert (shown["openness"].records, shown["openness"].count) == ((), 0)


def test_a_principle_names_some_of_many_records() -> None:
    files = {
        f"fiche-{n:03}/index.fr.md": record(f"title: Fiche {n:03}", "principles: [tangible]")
        for n in range(NAMED + 2)
    }
    shown = {p.term.id: p.illustrated_by for p in block("principles", files=files)["principles"]}
    assert len(shown["tangible"].records) == NAMED
    assert shown["tangible"].records[0].label.text == "Fiche 000"
    assert (shown["tangible"].count, shown["tangible"].more) == (NAMED + 2, "et 2 autres")


def test_criteria_are_all_five_with_the_answers_of_records() -> None:
    shown = {c.term.id: c for c in block("criteria")["criteria"]}
    assert len(shown) == 5
    given = {
        group.id: [r.record.label.text for r in group.records]
        for group in shown["high-stakes"].groups
    }
    assert given == {"yes": ["Une"], "partly": [], "no": [], "unknown": ["Deux"], "none": []}


def test_the_principle_that_accepts_error_leads_to_what_did_not_last() -> None:
    shown = {p.term.id: p.outcomes for p in block("principles")["principles"]}
    assert [term.id for term in shown["initiative"]] == ["inconclusive", "stopped"]
    assert [name for name, outcomes in shown.items() if outcomes] == ["initiative"]


def test_highlights_are_cases_first_then_the_last_verified() -> None:
    files = {
        f"fiche-{n}/index.fr.md": record(f"title: Fiche {n}", f"verified_on: 2026-01-{n:02}")
        for n in range(1, 10)
    } | {"cas/index.fr.md": record("title: Cas", kind="case")}
    titles = [card.title.text for card in block("highlights", files=files)["cards"]]
    assert titles == ["Cas", *(f"Fiche {n}" for n in (9, 8, 7, 6, 5))]
    assert len(titles) == HIGHLIGHTS


def test_figures_count_each_kind_that_there_is() -> None:
    kinds = {kind.label: kind.count for kind in block("figures")["kinds"]}
    assert kinds == {"étude de cas": 1, "fiche projet": 1}
    two = {f"{n}/index.fr.md": record(kind="case") for n in ("un", "deux")}
    assert [(k.label, k.count) for k in block("figures", files=two)["kinds"]] == [
        ("études de cas", 2)
    ]


def test_every_kind_has_its_name_for_one_and_for_several() -> None:
    for kind in KINDS:
        for language in LANGUAGES:
            assert interface()[language].count(f"kind-{kind}", 2)


def test_documents_are_in_their_own_language() -> None:
    shown = {d.title.text: d for d in block("documents", "fr")["documents"]}
    article = next(d for title, d in shown.items() if title.startswith("Futurs Publics: Harness"))
    assert article.title.lang == "en" and article.language == "anglais"
    assert article.date == "19\u00a0juin 2014"


def test_words_of_a_vocabulary_without_pages() -> None:
    assert [term.label for term in block("sections", "en")["terms"]][:2] == [
        "The situation",
        "The action",
    ]


def test_the_catalogue_on_an_editorial_page_is_its_first_page() -> None:
    assert [card.title.text for card in block("catalogue")["list"].cards] == ["Deux", "Une"]


def test_downloads_name_the_files_that_are_written() -> None:
    files = [file.url for file, _ in block("downloads")["files"]]
    assert files == [
        "../data/catalogue.json",
        "../data/catalogue.csv",
        "../data/catalogue.schema.json",
    ]


MANY: Final = {
    f"fiche-{number:03}/index.fr.md": record(
        f"title: Fiche {number:03}",
        f"themes: [{('ageing', 'education')[number % 2]}]",
        "territories: [FR-84]",
        f"stages: [{{stage: evaluation, start: {2010 + number % 10}}}]",
        f"verified_on: 2026-01-{1 + number % 28:02}",
        kind=("project", "case")[number % 3 == 0],
    )
    for number in range(400)
}


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_a_block_opens_the_records_that_it_shows_and_no_other(name: str) -> None:
    """A change of one record would open all of them, else."""
    opened = set()

    def shelved(record: Record) -> Record:
        def fetch(part: str) -> Mapping[str, Any]:
            opened.add(record.slug)
            return vars(record)

        return ShelvedRecord(record.slug, record.folder, record.brief, fetch)

    judgement = judged(MANY)
    records = [shelved(record) for record in judgement.records.values()]
    terms = Catalogue.arrange(judgement.records.values(), judgement.vocabularies, TODAY).terms
    catalogue = Catalogue.arrange(records, judgement.vocabularies, TODAY, known=terms)
    edition = Edition("fr", catalogue, interface()["fr"], SITE, Settings(), {}, outlines())
    html = renderer()(f"blocks/{name}.html", edition, BLOCKS[name](edition, HERE))
    assert opened <= set(re.findall(r"fiche-[0-9]{3}", html))
    assert len(opened) <= 200
