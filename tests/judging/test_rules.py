"""What the examples of the manual do not show of the rules on calls, events and addresses."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest
from in_memory import (
    DRAFT,
    LIMITS,
    TODAY,
    Content,
    draft,
    faults,
    in_short,
    judged,
    rules_of,
    vocabulary_files,
    workspace_of,
)

from fp_build.judging.judge import judge

FR: Final = "essai/index.fr.md"
EN: Final = "essai/index.en.md"
REPLY: Final = "essai/replies/2026-11-20-x.md"


def of_kind(kind: str, *lines: str, status: str = "draft", body: str = "") -> str:
    text = draft(*lines, body=body).replace("kind: project", f"kind: {kind}", 1)
    return text.replace("status: draft", f"status: {status}", 1)


def found(rule: str, files: Any, today: dt.date = TODAY, roles: tuple[str, ...] = ()) -> list[str]:
    """Where a rule finds something, ``path:line:column`` or only ``line:column`` of a lone file."""
    alone = not isinstance(files, dict)
    given = {FR: files} if alone else files
    findings = judge(workspace_of(given), today, LIMITS, role_addresses=roles).findings
    lines = [in_short(f).removesuffix(f" {rule}") for f in findings if f.rule.id == rule]
    return [line.removeprefix(f"{FR}:") if alone else line for line in lines]


# E-mail addresses

ROLE: Final = "contact@exemple.fr"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (draft(body="a@b.fr, puis c@d.fr\n"), ["5:1", "5:14"]),
        (draft("title: a@b.fr"), ["4:8"]),
        (draft("links: [{url: 'https://a.fr', label: a@b.fr}]"), ["4:38"]),
        (draft("# a@b.fr"), ["4:3"]),
        (draft(body="[x](mailto:a%40b.fr)\n"), ["5:12"]),
        (draft(body="[x](mailto:?cc=%61%40b.fr)\n"), ["5:16"]),
        (draft(body="[x](mailto:quelqu-un)\n"), ["5:1"]),
        (draft(body="[x](mailto:)\n"), []),
        (draft(body="<a@b.fr>\n"), ["5:2"]),
        (draft(body="[x]\n\n[x]: mailto:a@b.fr\n"), ["7:13"]),
        (draft(body="`a@b.fr`\n"), ["5:2"]),
        (draft(body="Un compte : @moi@reseau.exemple\n"), []),
    ],
)
def test_addresses_of_persons(text: str, places: list[str]) -> None:
    assert found("personal-address", text) == places


def test_addresses_of_roles_are_allowed_in_the_record_but_not_in_a_reply() -> None:
    body = f"Écrire à {ROLE.upper()}, à [nous](mailto:{ROLE}?subject=x) ou à a@b.fr.\n"
    reply = f"---\nname: X\ndate: 2026-11-20\nlanguage: fr\n---\n{ROLE}\n"
    files = {FR: draft(body=body), REPLY: reply}
    places = found("personal-address", files, roles=("Contact@exemple.fr",))
    assert places == [f"{FR}:5:{body.index('a@b.fr') + 1}", f"{REPLY}:6:1"]
    assert len(found("personal-address", files)) == 4


def test_a_translation_is_read_too() -> None:
    files = {FR: DRAFT, EN: "---\ntitle: T\ntranslation: {state: draft, translator: a@b.fr}\n---\n"}
    assert found("personal-address", files) == [f"{EN}:3:41"]


def test_vocabularies_are_read_too() -> None:
    levels = vocabulary_files()["levels.yml"].decode()
    vocabulary = {**vocabulary_files(), "levels.yml": f"{levels}# {ROLE}, a@b.fr\n".encode()}
    line = levels.count("\n") + 1
    path = f"_vocabulary/levels.yml:{line}"
    workspace = workspace_of({FR: DRAFT}, vocabulary)
    for roles, expected in (((ROLE,), [f"{path}:{len(ROLE) + 5}"]), ((), None)):
        findings = judge(workspace, TODAY, LIMITS, role_addresses=roles).findings
        assert {f.rule.id for f in findings} == {"personal-address"}
        places = [in_short(f).split(" ")[0] for f in findings]
        assert places == (expected or [f"{path}:3", f"{path}:{len(ROLE) + 5}"])


# The dates of calls and events


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"opens": "2013-11", "closes": "2014-01", "decided_on": "2014-03"}, []),
        ({"opens": "2014", "closes": "2014", "decided_on": "2014"}, []),
        ({"opens": "2014-05", "closes": "2014"}, []),
        ({"opens": "2014-05", "closes": "2014-04-30"}, [("closes", "opens")]),
        ({"opens": "2014-05", "decided_on": "2014-04"}, [("decided_on", "opens")]),
        (
            {"opens": "2014-05", "closes": "2014", "decided_on": "2014-03"},
            [("decided_on", "opens")],
        ),
        (
            {"opens": "2014-05", "closes": "2014-04", "decided_on": "2014-03"},
            [("closes", "opens"), ("decided_on", "closes")],
        ),
        ({"closes": "2014-05", "decided_on": "2014-05-01"}, []),
    ],
)
def test_the_dates_of_a_call_follow_each_other(
    dates: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    lines = [f"{key}: {date}" for key, date in dates.items()]
    findings = judged({FR: of_kind("call", *lines)}).findings
    assert [(f.arguments["later"], f.arguments["earlier"]) for f in findings] == expected
    for finding in findings:
        key = finding.arguments["later"]
        assert finding.place.line == 4 + list(dates).index(key)
        assert finding.place.column == len(key) + 3


@pytest.mark.parametrize(
    ("starts", "ends", "wrong"),
    [
        ("2026-11-23", "2026-11-23", False),
        ("2026-11-23 14:30", "2026-11-23", False),
        ("2026-11-23", "2026-11-23 09:00", False),
        ("2026-11-23 14:30", "2026-11-23 14:30", False),
        ("2026-11-23 14:30", "2026-11-23 14:29", True),
        ("2026-11-23 09:00", "2026-11-23 10:00", False),
        ("2026-11-23", "2026-11-22 23:59", True),
        ("2026-11", "2026-11-01", False),
        ("2026-12", "2026-11-30 10:00", True),
        ("2026", "2026-01", False),
    ],
)
def test_an_event_ends_after_it_starts(starts: str, ends: str, wrong: bool) -> None:
    text = of_kind("event", f"starts: {starts}", f"ends: {ends}")
    assert found("dates-out-of-order", text) == (["5:7"] if wrong else [])


def test_a_decision_and_a_reply_are_not_in_the_future() -> None:
    text = of_kind("call", "opens: 2027", "closes: 2027", "decided_on: 2026-11-22")
    assert found("future-date", text) == ["6:13"]
    assert found("future-date", text.replace("-22", "-21")) == []
    assert found("future-date", of_kind("event", "starts: 2027-01-01")) == []


# The numbers of a call


@pytest.mark.parametrize(
    ("ideas", "rule", "places"),
    [
        ("{received: 4, selected: 4}", "more-selected-than-received", []),
        ("{received: 4, selected: 5}", "more-selected-than-received", ["4:32"]),
        ("{received: 0, selected: 1}", "more-selected-than-received", ["4:32"]),
        ("{selected: 5}", "more-selected-than-received", []),
        ("{received: 4}", "more-selected-than-received", []),
        ("{received: x, selected: 5}", "more-selected-than-received", []),
        ("{received: 4, source: s}", "unknown-source", []),
        ("{received: 4, source: t}", "unknown-source", ["4:30"]),
    ],
)
def test_ideas(ideas: str, rule: str, places: list[str]) -> None:
    text = of_kind("call", f"ideas: {ideas}", "sources: [{id: s, title: T}]")
    assert found(rule, text) == places


def test_the_source_of_the_numbers_is_cited() -> None:
    lines = ("ideas: {received: 4, source: s}", "sources: [{id: s, title: T}, {id: t, title: T}]")
    assert found("uncited-source", of_kind("call", *lines, status="review")) == ["5:35"]


# Projects and their call


def project(call: str, named: str) -> dict[str, Content]:
    return {FR: of_kind("project", f"call: {call}"), "autre/index.fr.md": named}


@pytest.mark.parametrize(
    ("files", "rules"),
    [
        (project("autre", of_kind("call")), set()),
        (project("autre", of_kind("project")), {"not-a-call"}),
        (project("essai", of_kind("call")), {"not-a-call"}),
        (project("nulle-part", of_kind("call")), {"unknown-record"}),
        (project("autre", of_kind("apel")), {"unknown-term"}),
        (project("autre", of_kind("appel")), {"replaced-term"}),
        (project("autre", "x"), {"front-matter-missing"}),
        (project("Autre", of_kind("call")), {"bad-id"}),
    ],
)
def test_the_call_of_a_project(files: dict[str, Content], rules: set[str]) -> None:
    assert rules_of(faults(files)) == rules


def test_a_public_project_does_not_name_a_hidden_call() -> None:
    files = project("autre", of_kind("call"))
    files[FR] = of_kind("project", "call: autre", status="published")
    assert found("link-to-hidden", files) == [f"{FR}:4:7"]
    files["autre/index.fr.md"] = of_kind("call", status="published")
    assert found("link-to-hidden", files) == []


# Where events are, and what came of them


@pytest.mark.parametrize(
    ("lines", "today", "places"),
    [
        (("starts: 2026-11-23",), "2026-11-23", ["2:1"]),
        (("starts: 2026-11-23",), "2026-11-24", []),
        (("starts: 2026-11-23", "ends: 2026-11-24"), "2026-11-24", ["2:1"]),
        (("starts: 2026-11",), "2026-11-30", ["2:1"]),
        (("starts: 2026-11-23", "place: Ici"), "2026-11-20", []),
        (("starts: 2026-11-23", 'online: "https://a.fr"'), "2026-11-20", []),
        (("starts: 2026-11-23", "online: a.fr"), "2026-11-20", []),  # said as a bad address
        (("starts: 2026-11-23", "place: ' '"), "2026-11-20", []),
        (("place: Ici",), "2026-11-20", []),
        ((), "2026-11-20", []),
    ],
)
def test_an_event_to_come_has_a_place(
    lines: tuple[str, ...], today: str, places: list[str]
) -> None:
    day = dt.date.fromisoformat(today)
    text = of_kind("event", *lines, status="review")
    assert found("event-without-place", text, day) == places
    assert found("event-without-place", text.replace("review", "draft"), day) == []


@pytest.mark.parametrize(
    ("lines", "body", "today", "places"),
    [
        (("starts: 2026-11-20",), "", "2026-11-21", ["2:1"]),
        (("starts: 2026-11-20",), "", "2026-11-20", []),
        (("starts: 2026-11-20", "ends: 2026-11-22"), "", "2026-11-22", []),
        (("starts: 2026-11-20", "ends: 2026-11-22"), "", "2026-11-23", ["2:1"]),
        (("starts: 2026-11-20", "ends: demain"), "", "2026-11-23", []),
        (("starts: 2026-11-20",), "## Les résultats\n\nx\n", "2026-11-21", []),
        (("starts: 2026-11-20",), "## Le bilan\n\nx\n", "2026-11-21", []),
        (("starts: 2026-11-20",), "### Les résultats\n\nx\n", "2026-11-21", ["2:1"]),
        ((), "", "2026-11-21", []),
    ],
)
def test_what_came_of_a_past_event(
    lines: tuple[str, ...], body: str, today: str, places: list[str]
) -> None:
    day = dt.date.fromisoformat(today)
    text = of_kind("event", *lines, status="published", body=body)
    assert found("past-event-untold", text, day) == places
    assert found("past-event-untold", text.replace("published", "review"), day) == []


# Translations of questions and places


@pytest.mark.parametrize(
    ("kind", "key"), [("call", "question"), ("event", "place"), ("project", "")]
)
def test_a_translation_has_the_question_or_the_place(kind: str, key: str) -> None:
    original = of_kind(kind, "title: T", *([f"{key}: Q"] if key else []), status="review")
    front = "---\ntitle: T\n{}translation: {{state: draft}}\n---\n"
    missing = found("translation-incomplete", {FR: original, EN: front.format("")})
    assert missing == ([f"{EN}:2:1"] if key else [])
    if key:
        whole = {FR: original, EN: front.format(f"{key}: Q\n")}
        assert found("translation-incomplete", whole) == []
        assert found("fact-in-translation", whole) == []
        assert found("unknown-translated-item", whole) == []


@pytest.mark.parametrize("key", ["question", "place"])
def test_a_translation_has_no_question_or_place_of_its_own(key: str) -> None:
    translation = f"---\ntitle: T\n{key}: Q\ntranslation: {{state: draft}}\n---\n"
    for kind in ("project", "call", "event"):
        files = {FR: of_kind(kind, "title: T"), EN: translation}
        assert found("unknown-translated-item", files) == [f"{EN}:3:1"]
    lost = {FR: of_kind("call", "title: T", "question: ' x'", "place: ' y'"), EN: translation}
    assert found("unknown-translated-item", lost) == []


def test_every_item_of_a_translation_is_named_with_its_group() -> None:
    original = draft("title: T", "links: [{url: 'https://a.fr', label: L}]")
    translation = "---\ntitle: T\nlabels: {'https://b.fr': L}\ntranslation: {state: draft}\n---\n"
    findings = judged({FR: original, EN: translation}).findings
    said = [f.found("en") for f in findings if f.rule.id == "unknown-translated-item"]
    assert said == ["The original has nothing to translate that answers to “labels: https://b.fr”."]
