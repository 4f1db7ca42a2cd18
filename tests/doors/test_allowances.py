"""The limits that the operator has set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from in_memory import DRAFT

from fp_build.doors.allowances import allowances
from fp_build.doors.cli import main
from fp_build.reading.source import Limits
from fp_build.words.findings import Place


def test_what_is_not_set_is_as_usual(tmp_path: Path) -> None:
    for nothing in (None, {}):
        assert allowances(nothing, "mkdocs.yml", tmp_path / "mkdocs.yml") == (Limits(), [])
    limits, found = allowances({"keys": 300, "items": "1_000"}, "mkdocs.yml", tmp_path / "x")
    assert limits == Limits(keys=300, items=1_000) and found == []


@pytest.mark.parametrize("value", [0, -1, "0", "many", 1.5, True, None, [], "²", {"a": 1}])
def test_a_limit_is_a_whole_number_above_0(value: object, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("plugins:\n  - futurs-publics:\n      limits:\n        keys: …\n")
    limits, (found,) = allowances({"keys": value, "items": 9}, "mkdocs.yml", file)
    assert limits == Limits(items=9)
    assert found.rule.id == "bad-limit" and found.place == Place("mkdocs.yml", 4, 9, 4)
    assert "keys" in found.message("fr") and "limits" in found.message("en")


@pytest.mark.parametrize("given", ["12", ["keys"], {"kyes": 12}, {3: 4}])
def test_a_limit_that_is_none_is_told(given: object, tmp_path: Path) -> None:
    limits, (found,) = allowances(given, "mkdocs.yml", tmp_path / "mkdocs.yml")
    assert limits == Limits() and found.rule.id == "bad-limit"
    assert found.place == Place("mkdocs.yml")


def test_a_check_knows_the_limits_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "cases/essai").mkdir(parents=True)
    (tmp_path / "cases/essai/index.fr.md").write_text(DRAFT)
    config = "plugins:\n  - futurs-publics:\n      limits: {text_bytes: 10, kyes: 3}\n"
    (tmp_path / "mkdocs.yml").write_text(config)
    done = CliRunner().invoke(main, ["check", str(tmp_path / "cases"), "--format", "json"])
    told = {finding["rule"]: finding for finding in json.loads(done.output)}
    assert done.exit_code == 1 and {"bad-limit", "file-too-large"} <= told.keys()
    assert told["bad-limit"]["line"] == 3 and "keys" in told["bad-limit"]["message"]
    assert "10" in told["file-too-large"]["message"]
