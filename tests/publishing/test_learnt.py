"""What was learnt comes first where something did not last, and nowhere else."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from hypothesis import strategies as st
from in_memory import faults, property_of, rules_of

from fp_build.judging.models import ENDED_SHORT
from fp_build.publishing.learnt import (
    ACCEPT_ERROR,
    NAMED,
    first_lesson,
    lessons_first,
    view_learning,
)
from fp_build.publishing.record_page import view_record
from fp_build.publishing.record_views import RecordView
from fp_build.publishing.search_text import sought_record
from fp_build.reading.outline import Outline, read_outline
from fp_build.reading.source import Source
from fp_build.words.languages import Language
from publishing.editions import edition_of, pages_of_term, record, renderer, translated

BODY: Final = """## La situation

Un guichet[^un].

## L’action

### Un détail

Un essai[^deux].

## Les enseignements

Voici ce que l’on retient :

- **Écrire d’abord** : un accord[^deux] avant d’ouvrir.
- Le reste.

## La reprise ailleurs

Rien.
"""
SOURCES: Final = "sources: [{id: un, title: Un}, {id: deux, title: Deux}]"


def section(words: str) -> str | None:
    return edition_of({}).catalogue.vocabularies["sections"].by_words(words)


def outline(text: str) -> Outline:
    return read_outline(Source("index.fr.md", text), 0)


def view(
    *lines: str, body: str = BODY, language: Language = "fr", english: str = "", kind: str = "case"
) -> RecordView:
    files: dict[str, Any] = {"essai/index.fr.md": record(SOURCES, *lines, body=body, kind=kind)}
    if english:
        files["essai/index.en.md"] = translated("title: A trial", body=english)
    edition = edition_of(files, language)
    return view_record(edition.catalogue.records["essai"], edition)


def ids(html: str) -> list[str]:
    return re.findall(r'<h\d id="([^"]+)"', html)


# The page of a record


@pytest.mark.parametrize("outcome", ENDED_SHORT)
@pytest.mark.parametrize("kind", ["case", "project"])
def test_lessons_stand_first_where_something_did_not_last(outcome: str, kind: str) -> None:
    shown = view(f"outcome: {outcome}", kind=kind)
    assert ids(shown.learnt) == ["s-lessons"]
    assert ids(shown.body) == ["s-situation", "s-action", "h-un-detail", "s-reuse"]
    assert [link.url for link in shown.first_contents] == ["#s-lessons"]
    assert [link.url for link in shown.contents] == ["#s-situation", "#s-action", "#s-reuse"]
    (notice,) = (n for n in shown.notices if n.tone == "learnt")
    assert notice.title == "Ce que l’on en a appris, d’abord"
    assert [link.url for link in notice.links] == [f"../../catalogue/principle/{ACCEPT_ERROR}/"]


@pytest.mark.parametrize("outcome", ["ongoing", "reintegrated", "unknown"])
def test_they_stand_where_they_were_written_elsewhere(outcome: str) -> None:
    shown = view(f"outcome: {outcome}")
    assert shown.learnt == ""
    assert shown.first_contents == ()
    assert ids(shown.body)[-2:] == ["s-lessons", "s-reuse"]
    assert [n for n in shown.notices if n.tone == "learnt"] == []


def test_notes_are_numbered_as_they_are_read() -> None:
    shown = view("outcome: stopped")
    assert [(source.number, source.id) for source in shown.sources] == [(1, "deux"), (2, "un")]
    assert 'href="#note-1" id="ref-1"' in shown.learnt
    assert (shown.learnt + shown.body).count('id="ref-1"') == 1


def test_the_page_has_them_before_the_stages_and_in_its_contents() -> None:
    files = {
        "essai/index.fr.md": record(
            SOURCES, "outcome: stopped", "stages: [{stage: evaluation}]", body=BODY, kind="case"
        )
    }
    for language in ("fr", "en"):
        edition = edition_of(files, language)
        shown = view_record(edition.catalogue.records["essai"], edition)
        html = renderer()("catalogue/case.html", edition, {"record": shown, "catalogue_url": ""})
        at = [html.index(f'id="{name}"') for name in ("s-lessons", "timeline", "s-situation")]
        assert at == sorted(at)
        contents = html[html.index('id="contents"') :]
        named = [contents.index(f'href="#{name}"') for name in ("s-lessons", "timeline")]
        assert named == sorted(named)
        assert html.index("fp-notice--learnt") < at[0]


def test_a_translation_is_read_in_the_same_order() -> None:
    english = BODY.replace("Les enseignements", "Lessons learnt").replace("La situation", "Context")
    shown = view("outcome: stopped", language="en", english=english)
    assert ids(shown.learnt) == ["s-lessons"]
    assert "Lessons learnt" in shown.learnt and shown.body_lang == ""
    french_only = view("outcome: stopped", language="en")
    assert french_only.body_lang == "fr" and ids(french_only.learnt) == ["s-lessons"]


def test_a_record_without_lessons_says_so_above() -> None:
    shown = view("outcome: inconclusive", body="## L’action\n\nUn essai.\n")
    assert shown.learnt == ""
    (notice,) = (n for n in shown.notices if n.tone == "learnt")
    assert notice.title == "Sans conclusion"
    assert "n’est pas documenté" in notice.text


def test_what_stands_above_the_first_heading_keeps_its_place() -> None:
    shown = view("outcome: stopped", body=f"Un mot d’abord.\n\n{BODY}")
    assert "Un mot d’abord." in shown.learnt and ids(shown.learnt) == ["s-lessons"]


def test_a_record_of_lessons_only_has_no_other_body() -> None:
    shown = view("outcome: stopped", body="## Les enseignements\n\nUn accord.\n")
    assert "Un accord." in shown.learnt and shown.body == ""


def test_lessons_are_searched_like_the_rest() -> None:
    files = {"essai/index.fr.md": record(SOURCES, "outcome: stopped", body=BODY, kind="case")}
    edition = edition_of(files)
    found = edition.catalogue.records["essai"]
    sought = sought_record(found, view_record(found, edition), edition)
    assert sought is not None
    texts = " ".join(text.text for text in sought.texts)
    assert "Écrire d’abord" in texts and "Un guichet" in texts


# Moving a section


def test_a_heading_in_a_quotation_or_in_code_is_no_section() -> None:
    text = "## A\n\n> ## Les enseignements\n\n```\n## Les enseignements\n```\n"
    moved, front = lessons_first(outline(text), section)
    assert (moved.body, front) == (text, None)


def test_headings_inside_the_lessons_go_with_them() -> None:
    text = "## A\n\na\n\nLes enseignements\n---\n\n### B\n\n> ## C\n\n## D\n"
    moved, front = lessons_first(outline(text), section)
    assert [mark.text for mark in moved.of_kind("heading")] == [
        "Les enseignements",
        "B",
        "C",
        "A",
        "D",
    ]
    assert front == 3


def test_an_unclosed_fence_leaves_the_body_as_it_was() -> None:
    text = "## A\n\na\n\n## Les enseignements\n\n```\nsans fin\n"
    moved, front = lessons_first(outline(text), section)
    assert (moved.body, front) == (text, None)


LINES: Final = st.sampled_from(
    ["## Les enseignements", "## A", "### B", "# C", "texte", "> ## D", "- ## E", "```", "    code",
     "", "A\n---", "[x]: y", "| a |\n|---|", "é œ", "[^un]", "\t## F", "1. x"]
)  # fmt: skip


@property_of(st.lists(LINES, max_size=12), examples=60)
def holds(lines: list[str]) -> None:
    text = "\n".join(lines)
    before = outline(text)
    moved, front = lessons_first(before, section)
    words = sorted(mark.text for mark in before.of_kind("heading"))
    assert sorted(mark.text for mark in moved.of_kind("heading")) == words
    if front is not None:
        assert 0 < front <= len(words)
    else:
        assert moved is before


test_any_body_keeps_its_headings, test_any_body_at_length = holds


# Lists


def test_the_first_lesson_is_not_what_announces_it() -> None:
    assert first_lesson(outline(BODY), section) == "Écrire d’abord : un accord avant d’ouvrir."
    assert first_lesson(outline("## A\n\nUn.\n"), section) == ""
    assert first_lesson(outline("## Les enseignements\n\n## A\n\nUn.\n"), section) == ""


FILES: Final = {
    "arrete/index.fr.md": record("title: Arrêté", "outcome: stopped", body=BODY),
    "ouvert/index.fr.md": record("title: Ouvert", "outcome: inconclusive", body="## L’action\n"),
    "repris/index.fr.md": record("title: Repris", "outcome: reintegrated", body=BODY),
    "vieux/index.fr.md": record("outcome: stopped", body=BODY, status="archived"),
}


def test_the_page_of_the_principle_shows_what_was_learnt() -> None:
    edition = edition_of(FILES)
    (_, page), *_ = pages_of_term(edition, "principle", ACCEPT_ERROR)
    assert page.learning is not None and page.meaning.startswith("Une fiche")
    shown = [
        (r.record.label.text, r.record.url, r.outcome, r.learnt.text) for r in page.learning.records
    ]
    lesson = "Écrire d’abord\xa0: un accord avant d’ouvrir."
    assert shown == [
        ("Arrêté", "../../../catalogue/arrete/#s-lessons", "Arrêté", lesson),
        ("Ouvert", "../../../catalogue/ouvert/", "Sans conclusion", ""),
    ]
    assert [term.count for term in page.learning.outcomes] == [1, 1]
    (_, other), *_ = pages_of_term(edition, "principle", "tangible")
    assert other.learning is None and other.meaning
    for language in ("fr", "en"):
        edition = edition_of(FILES, language)
        (_, page), *_ = pages_of_term(edition, "principle", ACCEPT_ERROR)
        assert "fp-learning" in renderer()("catalogue/list.html", edition, {"list": page})


def test_of_many_records_some_are_named() -> None:
    files = {f"f-{n:03}/index.fr.md": record("outcome: stopped") for n in range(NAMED + 2)}
    shown = view_learning(edition_of(files), "index.html")
    assert (len(shown.records), shown.more) == (NAMED, "et 2 autres")


# The rule


@pytest.mark.parametrize(
    ("status", "outcome", "body", "told"),
    [
        ("review", "stopped", "", True),
        ("published", "inconclusive", "## L’action\n", True),
        ("archived", "stopped", "", True),
        ("draft", "stopped", "", False),
        ("published", "reintegrated", "", False),
        ("published", "stopped", "## Les leçons\n", False),
    ],
)
def test_lessons_that_are_not_told_are_a_warning(
    status: str, outcome: str, body: str, told: bool
) -> None:
    found = faults(record(f"outcome: {outcome}", body=body, status=status))
    assert ("lessons-untold" in rules_of(found)) is told


def test_a_case_is_told_of_its_missing_section_once() -> None:
    found = rules_of(faults(record("outcome: stopped", kind="case")))
    assert "needed-section" in found and "lessons-untold" not in found
