"""What the comparison with known vulnerabilities says, and that silence is no all-clear."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from in_memory import PROJECT

sys.path.insert(0, str(PROJECT / "scripts"))
import advisories

SOUND = {"name": "a", "version": "1", "vulns": []}
HURT = {"name": "b", "version": "2", "vulns": [{"id": "X-1", "fix_versions": ["3", "4"]}]}
LOST = {"name": "c", "skip_reason": "not found"}
NPM = {"metadata": {"dependencies": {"total": 2}}, "vulnerabilities": {}}


@pytest.mark.parametrize(
    ("packages", "npm", "expected"),
    [
        ([SOUND], NPM, 0),
        ([SOUND, HURT], NPM, 1),
        ([SOUND, LOST], NPM, 2),
        ([HURT, LOST], NPM, 1),
        ([], NPM, 2),
        ([SOUND], {}, 2),
        ([SOUND], {"error": {"code": "ENOTFOUND"}}, 2),
        ([SOUND], {**NPM, "vulnerabilities": {"d": {"severity": "high"}}}, 1),
    ],
)
def test_status(packages: list[Any], npm: Any, expected: int) -> None:
    pip = advisories.read_pip("x.txt", {"dependencies": packages})
    results = [pip, advisories.read_npm("package-lock.json", npm)]
    assert advisories.status(results) == expected


def test_the_report_names_what_is_hurt_and_what_was_not_compared() -> None:
    result = advisories.read_pip("x.txt", {"dependencies": [SOUND, HURT, LOST]})
    said = "\n".join(advisories.told([result]))
    assert "2 paquets comparés, 1 failles" in said
    assert "b 2 : X-1 (corrigée par 3, 4)" in said
    assert "non comparés (1) : c" in said


def test_a_tool_that_says_nothing_is_no_all_clear(capsys: pytest.CaptureFixture[str]) -> None:
    assert advisories.ask([sys.executable, "-c", "raise SystemExit('no network')"]) == {}
    assert capsys.readouterr().err == "no network\n"
    assert advisories.status([advisories.read_pip("x.txt", {})]) == 2
