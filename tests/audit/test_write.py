"""What becomes of the record of an audit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_memory import PROJECT, TODAY

from audit import write
from audit.record import FOLDER, note
from fp_build.reading.audits import Content


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    note("axe", "real", "", [])
    assert list(tmp_path.iterdir()) == [], "outside of an audit nothing is kept"
    monkeypatch.setenv(FOLDER, str(tmp_path))
    for name in write.CHECKS:
        note(name, "real", "", [], {"Outil": "1"})
    note("axe", "real", "", ["a fault"])
    note("axe", "fixture", "catalogue/", [], {"axe-core": "4"})
    scores = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
    note("lighthouse", "real", "catalogue/", [], {}, scores)
    return write.lines_in(tmp_path)


def test_the_file_says_what_was_seen(lines: Any) -> None:
    audit = write.audit_of(lines, TODAY, Content(frame="f", records="r"))
    checks = {check.id: check for check in audit.checks}
    assert set(checks) == set(write.CHECKS)
    axe = checks["axe"]
    assert (axe.pages, axe.views, axe.faults) == (2, 3, 1)
    assert audit.tools == {"axe-core": "4", "Outil": "1"}
    assert audit.pages == ("",)
    (score,) = audit.scores
    assert (score.page, score.performance, score.best_practices) == ("catalogue/", 99, 100)


def test_half_an_audit_is_none(lines: Any, tmp_path: Path) -> None:
    assert write.missing(lines) == []
    assert write.missing([line for line in lines if line["check"] != "html"]) == ["html"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert write.main(empty) == 1


def test_the_project_has_fingerprints() -> None:
    content = write.content_of_project(PROJECT)
    assert len(content.frame) == len(content.records) == 64
