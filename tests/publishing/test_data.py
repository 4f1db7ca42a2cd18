"""The catalogue as open data."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from typing import Any, Final

import jsonschema
import pytest
from hypothesis import strategies as st
from in_memory import project_vocabularies, property_of

from fp_build.arranging.facets import FACETS
from fp_build.publishing.data import (
    as_csv,
    as_json,
    catalogue_lines,
    csv_line,
    json_line,
)
from fp_build.publishing.data_schema import schema
from fp_build.words.addresses import Addresses
from publishing.editions import editions_of, record, translated


def rows_of(files: dict[str, str], **more: Any) -> list[dict[str, Any]]:
    editions = editions_of(files, **more)
    lines = catalogue_lines(editions["fr"].catalogue, editions)
    rows: list[dict[str, Any]] = json.loads(as_json(json for json, _ in lines))
    validator().validate(rows)
    return rows


def lines_of(rows: list[dict[str, Any]]) -> list[bytes]:
    return [json_line(row).encode() for row in rows]


def table_of(rows: list[dict[str, Any]]) -> str:
    return as_csv(csv_line(row).encode() for row in rows).decode("utf-8-sig")


def validator() -> Any:
    form = json.loads(schema(project_vocabularies()))
    jsonschema.Draft202012Validator.check_schema(form)
    return jsonschema.Draft202012Validator(form)


def test_an_empty_catalogue_is_an_empty_list() -> None:
    assert json.loads(as_json(lines_of(rows_of({})))) == []


def test_the_json_has_a_line_for_each_record() -> None:
    rows = [{"slug": "a", "title": "é\u2028\n"}, {"slug": "b", "facets": {"theme": ["x"]}}]
    first, *lines, last, end = as_json(lines_of(rows)).decode().split("\n")
    assert (first, last, end) == ("[", "]", "")
    assert [json.loads(line.removesuffix(",")) for line in lines] == rows
    assert json.loads(as_json(lines_of(rows))) == rows
    assert as_json([]) == b"[]\n"


@pytest.mark.parametrize("preview", [False, True])
def test_only_public_records_are_data(preview: bool) -> None:
    files = {
        f"{status}/index.fr.md": record(status=status)
        for status in ("draft", "review", "published", "archived")
    }
    rows = rows_of(files, preview=preview)
    assert [row["slug"] for row in rows] == ["archived", "published"]


def test_every_facet_is_a_list_of_ids() -> None:
    (row,) = rows_of(
        {
            "essai/index.fr.md": record(
                "themes: [ageing]",
                "territories: ['44']",
                "lead: sgmap",
                "criteria: {high-stakes: {answer: yes}, transformation: {answer: no}}",
                "outcome: stopped",
            )
        }
    )
    assert set(row["facets"]) == set(FACETS)
    assert row["facets"] == {
        "kind": ["project"], "theme": ["ageing"], "stage": [], "intervention": [], "audience": [],
        "outcome": ["stopped"], "level": [], "territory": ["44", "reg-52", "FR"],
        "organisation": ["sgmap"], "principle": [], "criterion": ["high-stakes"],
        "type": [], "research": [], "series": [], "year": [],
    }  # fmt: skip
    for facet, terms in row["facets"].items():
        assert row[facet] == (terms if facet != "kind" else "project")
    assert row["territories"] == ["44"]
    assert row["criteria"] == {"high-stakes": "yes", "transformation": "no"}


CALL: Final = (
    "question: Que changer ?",
    "opens: 2013-11",
    "closes: 2014-01-31",
    "decided_on: 2014",
    'answer_url: "https://example.org/"',
    "ideas: {received: 120, selected: 4}",
)
EVENT: Final = (
    "starts: 2014-11-07 09:30",
    "ends: 2014-11-08",
    "place: Paris",
    'online: "https://example.org/"',
    "series: encounter-days",
    "languages: [fr, en]",
    'registration: "https://example.org/x"',
)
REPLY: Final = "---\nname: X\ndate: 2026-11-20\nlanguage: fr\n---\nMerci.\n"


def test_the_facts_of_calls_events_and_initiatives() -> None:
    rows = rows_of(
        {
            "appel/index.fr.md": record(*CALL, kind="call"),
            "appel/index.en.md": translated("title: A call", "question: What to change?"),
            "projet/index.fr.md": record("call: appel", "research: [action-research]"),
            "projet/replies/2026-11-20-x.md": REPLY,
            "projet/replies/2026-11-20-y.md": REPLY,
            "prix/index.fr.md": record("type: prize", kind="initiative"),
            "rencontre/index.fr.md": record(*EVENT, kind="event"),
        }
    )
    call, prize, project, event = rows
    own = ("question", "opens", "closes", "decided_on", "answer_url", "ideas")
    assert {key: call[key] for key in own} == {
        "question": {"fr": "Que changer ?", "en": "What to change?"},
        "opens": "2013-11",
        "closes": "2014-01-31",
        "decided_on": "2014",
        "answer_url": "https://example.org/",
        "ideas": {"received": 120, "selected": 4, "source": None},
    }
    own = ("starts", "ends", "place", "online", "languages", "registration", "series")
    assert {key: event[key] for key in own} == {
        "starts": "2014-11-07 09:30",
        "ends": "2014-11-08",
        "place": {"fr": "Paris", "en": None},
        "online": "https://example.org/",
        "languages": ["fr", "en"],
        "registration": "https://example.org/x",
        "series": ["encounter-days"],
    }
    assert (project["call"], project["research"]) == ("appel", ["action-research"])
    assert (project["replies"], event["replies"]) == (2, 0)
    assert prize["type"] == ["prize"]
    assert not {"state", "call_state", "event_state"} & {*call, *event}


def test_every_object_has_the_same_keys() -> None:
    rows = rows_of(
        {
            f"{kind}/index.fr.md": record(kind=kind)
            for kind in ("project", "case", "initiative", "call", "event")
        }
    )
    assert len({tuple(row) for row in rows}) == 1
    for row in rows:
        assert row["ideas"] is row["opens"] is row["starts"] is row["call"] is None
        assert row["question"] == row["place"] == {"fr": None, "en": None}


def test_the_schema_refuses_what_is_no_date() -> None:
    (row,) = rows_of({"appel/index.fr.md": record(*CALL, kind="call")})
    for wrong in (
        {"opens": "12 mai 2014"},
        {"opens": "2014-05-12 10:00"},
        {"starts": "2014-05-12T10:00"},
        {"ideas": {"received": 1}},
        {"ideas": {"received": -1, "selected": 1, "source": None}},
        {"replies": None},
    ):
        assert not validator().is_valid([{**row, **wrong}]), wrong


def test_words_are_in_both_languages_or_null() -> None:
    (row,) = rows_of({"essai/index.fr.md": record("summary: Un résumé.")})
    assert row["title"] == {"fr": "Un essai", "en": None}
    assert row["summary"] == {"fr": "Un résumé.", "en": None}
    assert (row["language"], row["translation_state"]) == ("fr", "missing")


def test_what_a_translation_leaves_out_is_null() -> None:
    (row,) = rows_of(
        {
            "essai/index.fr.md": record(
                "indicators:",
                "  - {id: a, name: Délai, value: 45.50, unit: jours}",
                "  - {id: b, name: Part, value: 3, unit: '%'}",
                "  - {id: c, name: Coût, baseline: 1, unit: euros}",
            ),
            "essai/index.en.md": translated(
                "title: A trial", "indicators: {a: {name: Delay, unit: days}, b: {name: Share}}"
            ),
        }
    )
    assert [(i["name"], i["unit"]) for i in row["indicators"]] == [
        ({"fr": "Délai", "en": "Delay"}, {"fr": "jours", "en": "days"}),
        ({"fr": "Part", "en": "Share"}, {"fr": "%", "en": "%"}),
        ({"fr": "Coût", "en": None}, {"fr": "euros", "en": None}),
    ]
    assert [i["value"] for i in row["indicators"]] == [45.5, 3, None]
    assert isinstance(row["indicators"][1]["value"], int)


def test_addresses_are_full_where_that_of_the_site_is_known() -> None:
    files = {"essai/index.fr.md": record()}
    (row,) = rows_of(files)
    assert row["urls"] == {
        "fr": "https://example.org/fp/catalogue/essai/",
        "en": "https://example.org/fp/en/catalogue/essai/",
    }
    (row,) = rows_of(files, addresses=Addresses(None, False))
    assert row["urls"]["en"] == "/en/catalogue/essai/index.html"


def test_the_schema_refuses_what_is_no_term() -> None:
    (row,) = rows_of({"essai/index.fr.md": record()})
    for wrong in ({"status": "draft"}, {"kind": "film"}, {"slug": "A b"}, {"more": 1}):
        assert not validator().is_valid([{**row, **wrong}])
    assert not validator().is_valid([{k: v for k, v in row.items() if k != "urls"}])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    rows = rows_of(
        {"essai/index.fr.md": record(f"title: '{start}1+1'", f"summary: '{start}cmd|x'")}
    )
    (line,) = csv.DictReader(io.StringIO(table_of(rows)))
    assert line["title_fr"] == f"'{start}1+1"
    assert line["summary_fr"] == f"'{start}cmd|x"
    assert rows[0]["title"]["fr"] == f"{start}1+1"


@lru_cache(maxsize=1)
def one_row() -> dict[str, Any]:
    return rows_of({"essai/index.fr.md": record()})[0]


@property_of(st.text(max_size=40), examples=100)
def _cells(text: str) -> None:
    rows = [{**one_row(), "title": {"fr": text, "en": None}}]
    (line,) = csv.DictReader(io.StringIO(table_of(rows), newline=""))
    assert line["title_fr"] in (text, f"'{text}")
    assert not line["title_fr"].startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert line["title_en"] == ""


test_any_text_is_one_cell, test_any_text_is_one_cell_at_length = _cells


def test_the_table_has_a_line_a_record_and_ids_by_spaces() -> None:
    rows = rows_of(
        {
            "une/index.fr.md": record("themes: [ageing, disability]", "summary: 'a, \"b\"'"),
            "deux/index.fr.md": record(),
        }
    )
    text = table_of(rows)
    assert text.count("\r\n") == 3
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["slug"] for line in lines] == ["deux", "une"]
    assert lines[1]["theme"] == "ageing disability"
    assert lines[1]["summary_fr"] == 'a, "b"'
    assert lines[1]["kind"] == "project"
