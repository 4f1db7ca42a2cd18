"""The files of audits: one that people write, one that a command writes."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from fp_build.reading.audits import read_automatic_audit, read_human_audit

HUMAN: Final = """\
standard: RGAA 4.1.2
date: 2026-03-15
by: Un organisme
rate: 87.5
pages: ["https://example.org/fp/"]
tools: [Firefox, NVDA]
failing:
  - {criterion: "1.1", fr: Une image sans texte., en: A picture without text.}
"""

AUTOMATIC: Final[dict[str, Any]] = {
    "date": "2026-11-22",
    "content": {"frame": "f", "records": "r"},
    "tools": {"axe-core": "4.12.1"},
    "checks": [{"id": "axe", "pages": 2, "views": 16, "faults": 0}],
    "scores": [],
    "pages": ["", "catalogue/"],
}


def test_an_audit_made_by_people() -> None:
    audit, findings = read_human_audit("rgaa.yml", HUMAN.encode())
    assert findings == [] and audit is not None
    assert str(audit.rate) == "87.5" and audit.date.text == "2026-03-15"
    assert audit.failing[0].criterion == "1.1" and audit.failing[0].of("en").startswith("A pic")


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("RGAA 4.1.2", "RGAA 3", "unknown-choice", 1),
        ("2026-03-15", "hier", "bad-date", 2),
        ("rate: 87.5", "rate: presque tout", "bad-number", 4),
        ("by: Un organisme\n", "", "missing-key", 1),
        ("tools:", "outils:", "unknown-key", 6),
    ],
)
def test_a_fault_is_found_where_it_stands_and_the_audit_does_not_count(
    old: str, new: str, rule: str, line: int
) -> None:
    audit, findings = read_human_audit("rgaa.yml", HUMAN.replace(old, new).encode())
    assert audit is None
    assert (rule, line) in [(f.rule.id, f.place.line) for f in findings]


@pytest.mark.parametrize("data", [b"", b"\xff", b"a: [", b"- a", b"null"])
def test_anything_can_be_read(data: bytes) -> None:
    audit, findings = read_human_audit("rgaa.yml", data)
    assert audit is None and findings


def test_a_file_of_which_nothing_can_be_read_is_one_fault() -> None:
    audit, findings = read_human_audit("audit.yml", "date: 2026".encode("utf-16"))
    assert audit is None and [f.rule.id for f in findings] == ["not-utf8"]


def test_what_the_checks_showed() -> None:
    audit, findings = read_automatic_audit("automatic.json", json.dumps(AUTOMATIC).encode())
    assert findings == [] and audit is not None
    assert audit.date.year == 2026 and audit.checks[0].views == 16


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\xff", b"[]", json.dumps(AUTOMATIC | {"more": 1}).encode()]
)
def test_what_the_command_did_not_write_counts_as_nothing(data: bytes) -> None:
    audit, findings = read_automatic_audit("automatic.json", data)
    assert audit is None
    assert [f.rule.id for f in findings] == ["unreadable-audit"]
