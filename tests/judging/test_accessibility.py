"""What the site may say of its accessibility, and who says more."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from in_memory import TODAY

from fp_build.judging.accessibility import compliance, false_claims, freshness
from fp_build.reading.audits import AutomaticAudit, Content, HumanAudit
from fp_build.reading.source import Source
from fp_build.words.dates import PartialDate
from fp_build.words.languages import Bilingual


def audit(rate: str = "87.5", date: str = "2026-03-15", **more: Any) -> HumanAudit:
    return HumanAudit.model_construct(
        rate=Decimal(rate), date=PartialDate.parse(date), failing=more.get("failing", ())
    )


@pytest.mark.parametrize(
    ("given", "state"),
    [
        (None, "none"),
        (audit("49.99"), "none"),
        (audit("50"), "partial"),
        (audit("99.9"), "partial"),
        (audit("100"), "full"),
        (audit("100", failing=("something",)), "partial"),
        (audit(date="2023-11-21"), "none"),
        (audit(date="2023-11-22"), "partial"),
        (audit(date="2026-11-22"), "none"),
    ],
)
def test_the_state_follows_from_a_valid_audit_only(given: Any, state: str) -> None:
    assert compliance(given, TODAY) == state


def test_an_audit_of_a_leap_day_expires_too() -> None:
    assert compliance(audit(date="2024-02-29"), dt.date(2027, 2, 28)) == "partial"
    assert compliance(audit(date="2024-02-29"), dt.date(2027, 3, 1)) == "none"


def test_what_the_automatic_audit_still_says() -> None:
    now = Content(frame="a", records="b")

    def seen(**content: str) -> AutomaticAudit:
        return AutomaticAudit.model_construct(content=Content(**content))

    assert freshness(None, now) == "absent"
    assert freshness(seen(frame="a", records="b"), now) == "current"
    assert freshness(seen(frame="a", records="x"), now) == "records"
    assert freshness(seen(frame="x", records="b"), now) == "stale"


CLAIMS = [
    ("Accessibilité : partiellement conforme", "partial"),
    ("Accessibilité\u00a0: **totalement** conforme", "full"),
    ("accessibilité : conforme", "full"),
    ("Ce site est partiellement\nconforme au RGAA.", "partial"),
    ("Ce site est entièrement&nbsp;conforme.", "full"),
    ("conformité totale", "full"),
    ("Accessibility: partially compliant", "partial"),
    ("The site is <b>fully</b> compliant.", "full"),
    ("Full compliance with RGAA", "full"),
    ("Accessibilité : non conforme", "none"),
    ("Accessibility: not compliant", "none"),
]


@pytest.mark.parametrize("state", ["none", "partial", "full"])
@pytest.mark.parametrize(("text", "claimed"), CLAIMS)
def test_a_claim_is_false_unless_it_is_what_the_audit_shows(
    text: str, claimed: str, state: Any
) -> None:
    source = Source("docs/fr/index.md", f"Une ligne.\n\nPuis : {text}\n")
    found = list(false_claims(source, state, Bilingual("dire ceci", "say this")))
    assert len(found) == (claimed != state)
    for finding in found:
        assert finding.rule.id == "false-accessibility-claim"
        assert finding.place.line == 3
        assert "dire ceci" in finding.message("fr") and "say this" in finding.message("en")
        assert "{{ accessibility.claim }}" in finding.message("fr")


@pytest.mark.parametrize(
    "text",
    [
        "Ce site est non conforme au RGAA.",
        "« Non conforme » ne veut pas dire qu’un défaut a été constaté.",
        "Les réponses sont partielles.",
        "L’accessibilité : un sujet",
        "This is not compliant with anything.",
        "{{ accessibility.claim }}",
    ],
)
def test_other_words_claim_nothing(text: str) -> None:
    found = false_claims(Source("a.md", text), "none", Bilingual("", ""))
    assert list(found) == []
