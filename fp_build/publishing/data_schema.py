"""The form of the open data, as JSON Schema has it: what each object holds, and what it may say."""

from __future__ import annotations

import json
from typing import Any

from fp_build.arranging.facets import FACETS
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.languages import LANGUAGES


def schema(vocabularies: Vocabularies) -> str:
    """The JSON Schema of the JSON data, with the ids of the vocabularies as they stand."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    number = {"type": ["number", "null"]}
    count = {"type": ["integer", "null"], "minimum": 0}
    day = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
    maybe_date = {
        **maybe, "pattern": f"^{day}$", "description": "YYYY, YYYY-MM or YYYY-MM-DD.",
    }  # fmt: skip
    maybe_moment = {
        **maybe,
        "pattern": f"^{day}( [0-9]{{2}}:[0-9]{{2}})?$",
        "description": "A date, or a day and the time of day in Paris: YYYY-MM-DD HH:MM.",
    }

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
            " the criteria it answers with yes or partly, the years that its dates cover.",
            **facets,
        ),
        stages=many(group(stage=term("stages"), start=maybe_date, end=maybe_date)),
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
                date=maybe_date,
                source=maybe,
            )
        ),
        sources=many(
            group(
                id=text,
                document=maybe_term("documents"),
                title=maybe,
                publisher=maybe,
                date=maybe_date,
                url=maybe,
                match=maybe_term("matches"),
            )
        ),
        call={**maybe, "description": "The slug of the call for ideas that a project came from."},
        question=group("What a call asks.", fr=maybe, en=maybe),
        opens=maybe_date,
        closes=maybe_date,
        decided_on=maybe_date,
        answer_url=maybe,
        ideas={
            "description": "How many ideas a call brought and how many were selected, with the id"
            " of the source.",
            "anyOf": [group(received=count, selected=count, source=maybe), {"type": "null"}],
        },
        starts=maybe_moment,
        ends=maybe_moment,
        place=group("Where an event is.", fr=maybe, en=maybe),
        online={**maybe, "description": "The address at which an event can be followed."},
        languages=many({"enum": list(LANGUAGES)}),
        registration=maybe,
        replies={"type": "integer", "minimum": 0, "description": "How many readers replied."},
        related=many(text),
        replaces=many(text),
        verified_on=maybe_date,
    )
    form = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Futurs Publics: catalogue",
        "description": "The published and archived records, one object each. The CSV holds the same"
        " records, a line each; there a cell that begins with = + - @ (full-width too), a tab or"
        " the end of a line has an apostrophe put before it, so that no spreadsheet takes it for a"
        " formula.",
        **many(record),
    }
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"
