"""All rules there are."""

from __future__ import annotations

import inspect
import pickle
import re

import pytest

from fp_build.judging import rules
from fp_build.judging.desk import Desk, Lectern
from fp_build.judging.rulebook import (
    EditorialRule,
    all_rules,
    checks_among_all,
    checks_of_one,
    editorial_rules,
)
from fp_build.words.findings import Level, Place, Rule
from fp_build.words.languages import LANGUAGES, Bilingual

every_rule = pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)


def test_every_file_of_the_rules_is_a_rule() -> None:
    files = {path.rpartition("/")[2] for path in map(str, rules.__path__)}
    assert files == {"rules"}
    names = [rule.check.__module__.rpartition(".")[2] for rule in editorial_rules()]
    assert names == sorted(names) and len(set(names)) == len(names)
    for name, editorial in zip(names, editorial_rules(), strict=True):
        assert editorial.rule.id == name.replace("_", "-")
        assert (
            editorial.rule.manual.en.strip()
            == (__import__(editorial.check.__module__, fromlist=["x"]).__doc__ or "").strip()
        )


@every_rule
def test_a_rule_is_said_in_both_languages(rule: Rule) -> None:
    for text in (rule.found, rule.fix, rule.manual):
        assert text.fr and text.en and text.fr != text.en
    assert rule.placeholders("fr") == rule.placeholders("en")
    assert set(re.findall(r"\{(\w+)\}", rule.found.fr)) == set(
        re.findall(r"\{(\w+)\}", rule.found.en)
    )
    assert rule.level in Level and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)


@every_rule
def test_typography(rule: Rule) -> None:
    for language in LANGUAGES:
        for text in (rule.found.of(language), rule.fix.of(language)):
            assert "'" not in text.replace("'…'", "")
            assert text[-1] in ".?…" or text.endswith(("»", "”")), text
    french = rule.found.fr + rule.fix.fr + rule.manual.fr
    assert "“" not in french and french.count("«") == french.count("»")
    assert "«" not in rule.found.en + rule.fix.en


BEYOND = {
    "shelf.formerly": "all", "shelf": "records", "today": "day", "pictures": "pictures",
}  # fmt: skip
"""What a rule may ask the desk for, and what it then says that it asks."""


@pytest.mark.parametrize("editorial", editorial_rules(), ids=lambda editorial: editorial.rule.id)
def test_a_rule_says_what_it_asks_for(editorial: EditorialRule) -> None:
    module = inspect.getsource(inspect.getmodule(editorial.check) or rules)
    asked = [said for name, said in BEYOND.items() if f"desk.{name}" in module]
    assert editorial.asks == (asked[0] if asked else "nothing")
    given = inspect.get_annotations(editorial.check, eval_str=True)
    assert list(given.values())[1] is (Lectern if editorial.asks == "nothing" else Desk)


def test_every_rule_is_asked_once() -> None:
    asked = [*checks_of_one(), *checks_among_all()]
    assert {check.__module__ for check in asked} == {r.check.__module__ for r in editorial_rules()}
    assert len(asked) == len(editorial_rules())


@every_rule
def test_a_finding_travels_with_the_name_of_its_rule(rule: Rule) -> None:
    finding = rule.at(Place("a", 2, 3, 4), said=Bilingual("un", "one"), nearest=["b"])
    pickled = pickle.dumps(finding)
    assert pickle.loads(pickled) == finding and pickle.loads(pickled).rule is rule
    assert len(pickled) < 600


def test_rules_cannot_share_an_id() -> None:
    from fp_build.judging import rulebook

    listed = [rule.id for group in rulebook._ELSEWHERE for rule in group]
    listed += [editorial.rule.id for editorial in editorial_rules()]
    assert len(listed) == len(set(listed)) == len(all_rules())
