"""The accessibility statement, as it follows from what the repository holds of audits."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from in_memory import TODAY
from reading.test_audits import AUTOMATIC, HUMAN

from fp_build.publishing.page_kinds import BLOCK
from fp_build.publishing.statement import NO_AUDITS, Audits, StatementView, claim, view_statement
from fp_build.reading.audits import Content, read_automatic_audit, read_human_audit
from fp_build.words.languages import LANGUAGES
from publishing.editions import edition_of, interface, renderer

NOW = Content(frame="f", records="r")


def audits(human: str = "", automatic: Any = None, now: Content = NOW) -> Audits:
    made = read_human_audit("rgaa.yml", human.encode())[0] if human else None
    data = json.dumps(automatic).encode() if automatic else b""
    return Audits(made, read_automatic_audit("automatic.json", data)[0], now, TODAY)


def view(given: Audits, language: Any = "fr") -> StatementView:
    return view_statement(given, interface()[language], language)


def test_without_an_audit_the_site_is_said_not_to_comply() -> None:
    for given in (NO_AUDITS, audits(automatic=AUTOMATIC)):
        assert claim(given, interface()["fr"]) == "Accessibilité\u00a0: non conforme"
        assert claim(given, interface()["en"]) == "Accessibility: not compliant"
        assert "aucun résultat d’audit" in view(given).reason
        assert view(given).result.startswith("Aucun audit")


def test_an_audit_made_by_people_is_said_with_its_day_its_maker_and_its_rate() -> None:
    seen = view(audits(HUMAN))
    assert seen.state == "Accessibilité\u00a0: partiellement conforme"
    assert "15 mars 2026" in seen.result.replace("\u00a0", " ")
    assert "Un organisme" in seen.result and "87,5" in seen.result
    assert "87.5" in view(audits(HUMAN), "en").result
    assert seen.failing == ("1.1 : Une image sans texte.",)
    old = view(audits(HUMAN.replace("2026", "2020", 1)))
    assert old.state == "Accessibilité\u00a0: non conforme" and "trois ans" in old.reason
    low = view(audits(HUMAN.replace("87.5", "12")))
    assert "moins de la moitié" in low.reason


@pytest.mark.parametrize(
    ("now", "word"),
    [
        (NOW, "Rien de ce que le site contient n’a changé"),
        (Content(frame="f", records="x"), "des fiches ont été ajoutées"),
        (Content(frame="x", records="r"), "ne valent plus"),
    ],
)
def test_the_page_says_how_much_the_checks_still_mean(now: Content, word: str) -> None:
    seen = view(audits(automatic=AUTOMATIC, now=now))
    assert word in seen.changed
    assert "22 novembre 2026" in seen.automatic.replace("\u00a0", " ")


def test_the_page_says_that_no_check_is_on_record() -> None:
    assert view(NO_AUDITS).changed.startswith("Aucun contrôle automatique")
    assert view(NO_AUDITS).checks == ()


def test_a_fault_that_was_found_is_shown() -> None:
    found = AUTOMATIC | {"checks": [{"id": "html", "pages": 1, "views": 1, "faults": 2}]}
    check = view(audits(automatic=found)).checks[0]
    assert not check.is_good and check.faults == "2 défauts" and check.pages == "1 page"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in BLOCK if name.startswith("accessibility-")])
@pytest.mark.parametrize(
    "given",
    [
        NO_AUDITS,
        audits(HUMAN, AUTOMATIC),
        replace(audits(HUMAN, AUTOMATIC), now=Content(frame="", records="")),
    ],
    ids=["none", "both", "stale"],
)
def test_every_part_fills_its_template(given: Audits, name: str, language: Any) -> None:
    values = {"statement": view(given, language)}
    assert renderer()(BLOCK[name].template, edition_of({}, language), values).strip()
