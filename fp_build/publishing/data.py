"""The catalogue as open data: JSON, CSV, and the schema of both."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any, Final

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.facets import FACETS
from fp_build.judging.record import Record
from fp_build.publishing.edition import Editions
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.addresses import record_file
from fp_build.words.languages import LANGUAGES, other

JSON_FILE: Final = "data/catalogue.json"
CSV_FILE: Final = "data/catalogue.csv"
SCHEMA_FILE: Final = "data/catalogue.schema.json"

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that spreadsheets take for a formula."""


def catalogue_rows(catalogue: Catalogue, editions: Editions) -> list[dict[str, Any]]:
    """One object for each published or archived record, by slug."""
    return [
        _row(record, catalogue, editions)
        for record in catalogue.records.values()
        if record.is_public
    ]


def _row(record: Record, catalogue: Catalogue, editions: Editions) -> dict[str, Any]:
    facts = record.facts
    addresses = editions["fr"].addresses
    urls = {
        language: addresses.absolute(record_file(language, record.slug))
        or "/" + addresses.path(record_file(language, record.slug))
        for language in LANGUAGES
    }
    words = {language: record.words.get(language) for language in LANGUAGES}
    facets = {facet: list(terms) for facet, terms in catalogue.terms[record.slug].items()}
    return {
        "slug": record.slug,
        "status": facts.status,
        "language": record.language,
        "urls": urls,
        "title": {lang: said.title if said else None for lang, said in words.items()},
        "summary": {lang: said.summary if said else None for lang, said in words.items()},
        "translation_state": record.state(other(record.language)),
        **facets,
        "kind": facts.kind,
        "facets": facets,
        "stages": [
            {
                "stage": stage.stage,
                "start": stage.start.text if stage.start else None,
                "end": stage.end.text if stage.end else None,
            }
            for stage in facts.stages
        ],
        "territories": list(facts.territories),
        "lead": facts.lead,
        "partners": [{"organisation": p.organisation, "type": p.type} for p in facts.partners],
        "criteria": {name: given.answer for name, given in facts.criteria.items()},
        "indicators": [
            {
                "id": indicator.id,
                "name": {
                    lang: said.indicators[indicator.id][0]
                    if said and editions[lang].told(record, "indicators", indicator.id) == lang
                    else None
                    for lang, said in words.items()
                },
                "unit": {
                    lang: said.indicators[indicator.id][1]
                    if said and editions[lang].told(record, "unit", indicator.id) == lang
                    else None
                    for lang, said in words.items()
                },
                "baseline": _number(indicator.baseline),
                "value": _number(indicator.value),
                "date": indicator.date.text if indicator.date else None,
                "source": indicator.source,
            }
            for indicator in facts.indicators
        ],
        "sources": [
            {
                "id": source.id,
                "document": source.document,
                "title": source.title,
                "publisher": source.publisher,
                "date": source.date.text if source.date else None,
                "url": source.url,
                "match": source.match,
            }
            for source in facts.sources
        ],
        "related": list(facts.related),
        "replaces": list(facts.replaces),
        "verified_on": facts.verified_on.text if facts.verified_on else None,
    }


def as_json(rows: list[dict[str, Any]]) -> str:
    """The rows as a JSON list."""
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: list[dict[str, Any]]) -> str:
    """The rows as a table: one line a record, ids of a facet separated by spaces."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = [
        "slug", "status", "language", "url_fr", "url_en", "title_fr", "title_en", "summary_fr",
        "summary_en", "translation_state", *FACETS, "verified_on",
    ]  # fmt: skip
    writer.writerow(columns)
    for row in rows:
        paired = {
            f"{name}_{language}": row[key][language]
            for name, key in (
                ("url", "urls"),
                ("title", "title"),
                ("summary", "summary"),
            )
            for language in LANGUAGES
        }
        facets = {facet: " ".join(row["facets"][facet]) for facet in FACETS}
        cells = {**row, **paired, **facets}
        writer.writerow([_cell(cells[column]) for column in columns])
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_RISKY) else text


def schema(vocabularies: Vocabularies) -> str:
    """The JSON Schema of the JSON data, with the ids of the vocabularies as they stand."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    number = {"type": ["number", "null"]}

    def term(name: str) -> dict[str, Any]:
        return {"type": "string", "enum": list(vocabularies[name])}

    def maybe_term(name: str) -> dict[str, Any]:
        return {"anyOf": [term(name), {"type": "null"}]}

    def many(item: dict[str, Any]) -> dict[str, Any]:
        return {"type": "array", "items": item}

    def group(about: str = "", /, **properties: Any) -> dict[str, Any]:
        form = {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
        return {"description": about, **form} if about else form

    year = {**text, "pattern": "^[0-9]{4}$"}
    facets = {
        facet: many(year if facet == "year" else term(vocabulary))
        for facet, vocabulary in FACETS.items()
    }
    record = group(
        slug={**text, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60},
        status={"enum": ["published", "archived"]},
        language={"enum": list(LANGUAGES), "description": "The language it was written in."},
        urls=group(fr=text, en=text),
        title=group("Null where there is no text in that language.", fr=maybe, en=maybe),
        summary=group("Null where there is no text in that language.", fr=maybe, en=maybe),
        translation_state={
            "enum": ["draft", "machine", "reviewed", "missing", "outdated"],
            "description": "Of the text in the language it was not written in.",
        },
        **{**facets, "kind": term("kinds")},
        facets=group(
            "Under which terms the record is found: the territories that hold its own among them,"
            " the criteria it answers with yes or partly, the years that its dated stages cover.",
            **facets,
        ),
        stages=many(group(stage=term("stages"), start=maybe, end=maybe)),
        territories={**many(term("territories")), "description": "As the record gives them."},
        lead=maybe_term("organisations"),
        partners=many(group(organisation=term("organisations"), type=maybe_term("partner-types"))),
        criteria={"type": "object", "additionalProperties": term("answers")},
        indicators=many(
            group(
                id=text,
                name=group(fr=maybe, en=maybe),
                unit=group(fr=maybe, en=maybe),
                baseline=number,
                value=number,
                date=maybe,
                source=maybe,
            )
        ),
        sources=many(
            group(
                id=text,
                document=maybe_term("documents"),
                title=maybe,
                publisher=maybe,
                date={**maybe, "description": "YYYY, YYYY-MM or YYYY-MM-DD."},
                url=maybe,
                match=maybe_term("matches"),
            )
        ),
        related=many(text),
        replaces=many(text),
        verified_on=maybe,
    )
    form = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Futurs Publics: catalogue",
        "description": "The published and archived records, one object each. The CSV holds the same"
        " records, a line each; there a cell that begins with = + - @, a tab or a carriage return"
        " has an apostrophe put before it, so that no spreadsheet takes it for a formula.",
        **many(record),
    }
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
