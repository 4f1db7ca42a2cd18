"""The examples of the manual: ``wrong`` gives what ``expected.txt`` says, ``right`` does not.

Each rule has a folder ``fp_build/examples/<rule-id>/``; its README says what may stand in it. With
``FP_REFRESH=1`` in the environment every ``expected.txt`` is written anew instead of compared.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import pytest

from fp_build.doors.disk import VOCABULARY, open_workspace
from fp_build.judging.judge import judge
from fp_build.judging.rulebook import all_rules, editorial_rules
from fp_build.reading.source import Limits
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import LANGUAGES

PROJECT: Final = Path(__file__).resolve().parent.parent
EXAMPLES: Final = PROJECT / "fp_build" / "examples"
TERMS: Final = PROJECT / "cases" / VOCABULARY
TODAY: Final = dt.date(2026, 11, 21)
REFRESH: Final = os.environ.get("FP_REFRESH") == "1"

RULES: Final[Mapping[str, Rule]] = {
    name: rule
    for name, rule in all_rules().items()
    if not rule.needs_build and name not in ("bad-limit", "too-expensive")
}
"""Those that content alone can break. Others need finished pages, are about ``mkdocs.yml``, or
about what nobody has thought of yet: they are tested elsewhere."""

every_rule = pytest.mark.parametrize("name", sorted(RULES))
every_word = pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)


@every_rule
def test_wrong_gives_what_is_expected(name: str) -> None:
    findings = find(name, "wrong")
    assert name in {finding.rule.id for finding in findings}
    expected = EXAMPLES / name / "expected.txt"
    lines = "".join(f"{line_of(finding)}\n" for finding in findings)
    if REFRESH:
        expected.write_text(lines, encoding="utf-8", newline="\n")
    assert lines == expected.read_text(encoding="utf-8")


@every_rule
def test_wrong_breaks_little_else(name: str) -> None:
    besides = {f.rule.id for f in find(name, "wrong") if f.level > Level.NOTICE}
    assert besides - {name} <= UNAVOIDABLE.get(name, set())


@every_rule
def test_right_is_right(name: str) -> None:
    findings = find(name, "right")
    assert name not in {finding.rule.id for finding in findings}
    assert [line_of(f) for f in findings if f.level > Level.NOTICE] == []


def test_every_rule_has_its_example_and_every_example_its_rule() -> None:
    assert {folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()} == set(RULES)


def test_an_example_holds_nothing_astray() -> None:
    allowed = {"wrong", "right", "expected.txt", "limits.json", "recipe.json"}
    for folder in EXAMPLES.iterdir():
        if folder.is_dir():
            assert {entry.name for entry in folder.iterdir()} <= allowed, folder.name


def test_no_two_rules_share_an_id() -> None:
    editorial = [editorial.rule.id for editorial in editorial_rules()]
    assert len(editorial) == len(set(editorial))
    assert all(all_rules()[e.rule.id] is e.rule for e in editorial_rules())


@pytest.mark.parametrize("editorial", editorial_rules(), ids=lambda editorial: editorial.rule.id)
def test_an_editorial_rule_is_the_file_of_its_name(editorial: Any) -> None:
    module = editorial.check.__module__.rpartition(".")[2]
    assert editorial.rule.id == module.replace("_", "-")


@every_word
def test_messages_are_in_both_languages(rule: Rule) -> None:
    for words in (rule.found, rule.fix, rule.manual):
        assert words.fr.strip() and words.en.strip()
        assert words.fr != words.en
    assert rule.placeholders("fr") == rule.placeholders("en")


@every_rule
def test_findings_can_be_said_in_both_languages(name: str) -> None:
    for finding in find(name, "wrong"):
        for language in LANGUAGES:
            assert finding.rule.placeholders(language) <= finding.arguments.keys()
            assert finding.message(language)
        assert finding.message("fr") != finding.message("en")


UNAVOIDABLE: Final[Mapping[str, set[str]]] = {
    # Two slugs of the right form never clash, so one of the two is none.
    "folder-clash": {"bad-folder-name"},
}
"""What else the wrong example of a rule breaks, and why."""


def line_of(finding: Finding) -> str:
    """A finding as ``expected.txt`` has it."""
    place = finding.place
    return f"{place.path}:{place.line}:{place.column} {finding.level.word} {finding.rule.id}"


@cache
def find(name: str, side: str) -> list[Finding]:
    """The findings of one side of an example, with paths that begin in it."""
    example = EXAMPLES / name
    limits = Limits(**read_json(example / "limits.json"))
    recipe = read_json(example / "recipe.json") if side == "wrong" else {}
    with tempfile.TemporaryDirectory() as scratch:
        cases = example / side
        if recipe:
            cases = shutil.copytree(cases, Path(scratch) / side)
            follow(recipe, cases)
        workspace = open_workspace(cases, "", TERMS, VOCABULARY)
        workspace = replace(workspace, vocabulary=vocabulary_of(example, side))
        return judge(workspace, TODAY, limits).findings


def vocabulary_of(example: Path, side: str) -> Mapping[str, bytes]:
    """The project's vocabularies, but for those that either side of the example brings itself."""
    brought = {s: files_of(example / s / VOCABULARY) for s in ("wrong", "right")}
    replaced = {*brought["wrong"], *brought["right"]}
    return {n: data for n, data in project_vocabulary() if n not in replaced} | brought[side]


@lru_cache(maxsize=1)
def project_vocabulary() -> tuple[tuple[str, bytes], ...]:
    return tuple(files_of(TERMS).items())


def files_of(folder: Path) -> dict[str, bytes]:
    entries = sorted(folder.iterdir()) if folder.is_dir() else ()
    return {path.name: path.read_bytes() for path in entries}


def follow(recipe: Mapping[str, Any], cases: Path) -> None:
    """Make what a repository cannot well carry; the README of the examples says how it is asked."""
    for path, target in recipe.get("links", {}).items():
        (cases / path).symlink_to(target)
    for path, source in recipe.get("copies", {}).items():
        shutil.copy(cases / source, cases / path)
    for path, size in recipe.get("pad", {}).items():
        with (cases / path).open("ab") as file:
            file.write(b"." * (size - file.tell()))


def read_json(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}
