"""What one build has found: of its records again and again while an author is served."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from fp_build.doors.mkdocs.reporting import Report
from fp_build.words.findings import Finding, Level, Place, Rule
from fp_build.words.languages import Bilingual


def finding(level: Level, path: str = "cases/a/index.fr.md", value: str = "x") -> Finding:
    rule = Rule(
        f"essai-{level.name.lower()}",
        level,
        Bilingual("On trouve « {value} ».", "“{value}” was found."),
        Bilingual("Corrigez.", "Mend it."),
        Bilingual("Manuel.", "Manual."),
    )
    return rule.at(Place(path, 2, 1), value=value)


def report(*findings: Finding, base: Path = Path(), strict: bool = False) -> Report:
    made = Report("fr", base, strict=strict)
    made.add(findings)
    return made


@pytest.mark.parametrize(
    ("level", "strict", "fatal"),
    [
        (Level.ERROR, False, True),
        (Level.WARNING, False, False),
        (Level.WARNING, True, True),
        (Level.NOTICE, True, False),
    ],
)
def test_what_may_not_be_published(level: Level, strict: bool, fatal: bool) -> None:
    assert report(finding(level), strict=strict).is_fatal is fatal


def test_records_that_are_judged_again_take_back_what_was_found_in_them() -> None:
    told = report(finding(Level.WARNING, "docs/fr/index.md"))
    told.of_records([finding(Level.ERROR)], 2)
    assert told.is_fatal
    told.of_records([], 3)
    assert [found.place.path for found in told.findings] == ["docs/fr/index.md"]
    assert "3 fiches vérifiées" in told.text()


def test_nothing_found_is_nothing_said() -> None:
    told = report()
    told.of_records([], 12)
    assert told.text() == ""
    assert told.log_level() == logging.INFO


def test_it_shows_the_line_and_leaves_out_what_is_less_or_was_told(tmp_path: Path) -> None:
    file = tmp_path / "cases/a/index.fr.md"
    file.parent.mkdir(parents=True)
    file.write_text("---\nkind: autre\n", encoding="utf-8")
    known, new = finding(Level.ERROR, value="su"), finding(Level.WARNING, value="neuf")
    told = report(known, new, finding(Level.NOTICE, value="anodin"), base=tmp_path)
    text = told.text(Level.WARNING, told={(known.place, known.rule.id)})
    assert "2 | kind: autre" in text
    assert "neuf" in text
    assert "su »" not in text
    assert "anodin" not in text
    assert (told.count(Level.ERROR), told.log_level()) == (1, logging.WARNING)
