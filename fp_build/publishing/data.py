"""The catalogue as open data: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any, Final

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.facets import FACETS
from fp_build.judging.models import Call, Event, Project
from fp_build.judging.record import Record
from fp_build.publishing.edition import Editions
from fp_build.publishing.parts import Remember, anew
from fp_build.words.addresses import record_file
from fp_build.words.dates import Moment, PartialDate
from fp_build.words.languages import LANGUAGES, Language, other

_RISKY: Final = tuple("=+-@\t\r\n＝＋－＠")
"""How a cell begins that spreadsheets take for a formula; full-width signs are read as the others
(OWASP, CSV Injection)."""

_NO_CALL: Final = Call()
_NO_EVENT: Final = Event()

Lines = tuple[bytes, bytes]
"""A record in JSON and in CSV, as files hold it."""


def catalogue_lines(
    catalogue: Catalogue, editions: Editions, remembered: Remember = anew
) -> Iterator[Lines]:
    """The lines of each published or archived record, by slug."""
    for slug in catalogue.records:
        lines = remembered(slug, partial(_lines, slug, catalogue, editions))
        if lines is not None:
            yield lines


def _lines(slug: str, catalogue: Catalogue, editions: Editions) -> Lines | None:
    record = catalogue.records[slug]
    if not record.is_public:
        return None
    row = row_of(record, catalogue, editions)
    return json_line(row).encode(), csv_line(row).encode()


def row_of(record: Record, catalogue: Catalogue, editions: Editions) -> dict[str, Any]:
    """What the data say of a record."""
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
                "start": _date(stage.start),
                "end": _date(stage.end),
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
                    if said
                    and editions[lang].language_of(record, "indicators", indicator.id) == lang
                    else None
                    for lang, said in words.items()
                },
                "unit": {
                    lang: said.indicators[indicator.id][1]
                    if said and editions[lang].language_of(record, "unit", indicator.id) == lang
                    else None
                    for lang, said in words.items()
                },
                "baseline": _number(indicator.baseline),
                "value": _number(indicator.value),
                "date": _date(indicator.date),
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
                "date": _date(source.date),
                "url": source.url,
                "match": source.match,
            }
            for source in facts.sources
        ],
        "call": facts.call if isinstance(facts, Project) else None,
        **_of_call(record),
        **_of_event(record),
        "replies": len(record.replies),
        "related": list(facts.related),
        "replaces": list(facts.replaces),
        "verified_on": _date(facts.verified_on),
    }


def _of_call(record: Record) -> dict[str, Any]:
    """What a call has besides; in every object, so that all have one form."""
    facts = record.facts
    call = facts if isinstance(facts, Call) else _NO_CALL
    ideas = call.ideas
    return {
        "question": _in_each_language(record, "question"),
        "opens": _date(call.opens),
        "closes": _date(call.closes),
        "decided_on": _date(call.decided_on),
        "answer_url": call.answer_url,
        "ideas": ideas
        and {"received": ideas.received, "selected": ideas.selected, "source": ideas.source},
    }


def _of_event(record: Record) -> dict[str, Any]:
    """What an event has besides; its state changes from day to day and is not among it."""
    facts = record.facts
    event = facts if isinstance(facts, Event) else _NO_EVENT
    return {
        "starts": _date(event.starts),
        "ends": _date(event.ends),
        "place": _in_each_language(record, "place"),
        "online": event.online,
        "languages": list(event.languages),
        "registration": event.registration,
    }


def _in_each_language(record: Record, key: str) -> dict[Language, str | None]:
    """A text of the record in each language, nothing where it has none in that language."""
    words = {language: record.words.get(language) for language in LANGUAGES}
    return {language: getattr(said, key, "") or None for language, said in words.items()}


def _date(date: PartialDate | Moment | None) -> str | None:
    return date.text if date else None


def as_json(lines: Iterable[bytes]) -> bytes:
    """The records as a JSON list, each on a line of its own: so a change of one record is one line,
    and the quick encoder of Python serves, which knows no indentation."""
    held = b",\n".join(lines)
    return b"".join((b"[\n", held, b"\n]\n")) if held else b"[]\n"


json_line: Final = json.JSONEncoder(ensure_ascii=False).encode
"""A record in JSON."""


def as_csv(lines: Iterable[bytes]) -> bytes:
    """The records as a table: one line a record, ids of a facet separated by spaces."""
    return b"".join([BOM_UTF8, _csv(_COLUMNS).encode(), *lines])


_COLUMNS: Final = (
    "slug", "status", "language", "url_fr", "url_en", "title_fr", "title_en", "summary_fr",
    "summary_en", "translation_state", *FACETS, "verified_on",
)  # fmt: skip


def csv_line(row: dict[str, Any]) -> str:
    """A record as a line of the table."""
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
    return _csv(_cell(cells[column]) for column in _COLUMNS)


def _csv(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_RISKY) else text


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
