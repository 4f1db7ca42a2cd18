"""The forms of the kinds of records."""

from __future__ import annotations

import pytest
from in_memory import faults, judged, project_vocabularies

from fp_build.judging.models import (
    DISTINCT,
    FACT_KEYS,
    KINDS,
    TERMS,
    AnyKind,
    Call,
    Facts,
    Project,
    form_of,
)
from fp_build.reading.vocabulary_forms import REQUIRED

EVERY_KEY = {
    "initiative": "type: prize\n",
    "call": "question: Laquelle ?\nopens: 2013\ncloses: 2013-12\ndecided_on: 2014-01-07\n"
    'answer_url: "https://exemple.org/"\nideas: {received: 120, selected: 4, source: s}\n',
    "event": "starts: 2026-11-23 14:30\nends: 2026-11-24\nplace: Ici\n"
    'online: "https://exemple.org/"\nseries: community-gathering\nlanguages: [fr, en]\n'
    'registration: "https://exemple.org/x"\n',
    "project": "call: appel\nresearch: [steering-committee, action-research]\n",
    "case": "",
}


def front(kind: str, lines: str) -> str:
    sources = "sources: [{id: s, title: T}]\n"
    return f"---\nkind: {kind}\nstatus: draft\ntitle: Un\n{sources}{lines}---\n"


def test_every_kind_is_a_term_and_every_term_a_kind() -> None:
    assert set(KINDS) == set(REQUIRED["kinds"]) == set(project_vocabularies()["kinds"])


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_key_of_a_kind_is_read(kind: str) -> None:
    own = KINDS[kind].model_fields.keys() - Facts.model_fields.keys()
    lines = EVERY_KEY[kind]
    assert {line.partition(":")[0] for line in lines.splitlines()} == own
    files = {
        "essai/index.fr.md": front(kind, lines),
        "appel/index.fr.md": front("call", ""),
    }
    assert faults(files) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_knows_no_key_of_another(kind: str) -> None:
    for other, lines in EVERY_KEY.items():
        if other == kind:
            continue
        found = faults({"essai/index.fr.md": front(kind, lines)})
        assert found == [
            f"essai/index.fr.md:{number}:1 key-of-other-kind"
            for number, _ in enumerate(lines.splitlines(), 6)
        ]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_a_kind_needs_it_has(kind: str) -> None:
    form = KINDS[kind]
    assert set(form.needs) <= form.model_fields.keys()
    text = f"---\nkind: {kind}\nstatus: review\n---\n"
    found = judged({"essai/index.fr.md": text}).findings
    missing = {f.arguments["key"] for f in found if f.rule.id == "missing-for-kind"}
    assert missing == set(form.needs)


def test_what_calls_events_and_initiatives_need() -> None:
    assert {kind: KINDS[kind].needs for kind in ("initiative", "call", "event")} == {
        "initiative": ("title", "summary", "type", "sources"),
        "call": ("title", "summary", "question", "opens", "closes"),
        "event": ("title", "summary", "starts", "sources"),
    }


def test_a_kind_that_is_not_known_may_be_any() -> None:
    for kind in (None, "", "appel", ["call"], {}):
        assert form_of(kind) is AnyKind
    assert form_of("call") is Call
    assert AnyKind.model_fields.keys() == FACT_KEYS
    assert AnyKind.needs == Facts.needs and AnyKind.needs_sections == ()


def test_sources_of_figures() -> None:
    given = {
        "indicators": ({"id": "a", "name": "A", "source": "s"}, {"id": "b", "name": "B"}),
        "ideas": {"received": "3", "source": "t"},
    }
    call = Call.model_validate(given)
    assert list(call.sources_of_figures) == [
        (("indicators", 0, "source"), "s"),
        (("ideas", "source"), "t"),
    ]
    assert list(AnyKind.model_validate(given).sources_of_figures) == list(call.sources_of_figures)
    assert list(Call.model_validate({"ideas": {"selected": "3"}}).sources_of_figures) == []
    assert list(Project().sources_of_figures) == []


def test_patterns_of_terms_are_those_of_some_field() -> None:
    assert {pattern[0] for pattern in TERMS} <= FACT_KEYS
    assert set(DISTINCT) <= FACT_KEYS
