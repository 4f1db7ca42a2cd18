"""Words of the vocabularies where a record uses them."""

from __future__ import annotations

import pytest
from in_memory import (
    LIMITS,
    TODAY,
    draft,
    faults,
    in_short,
    judged,
    rules_of,
    vocabulary_files,
    workspace_of,
)

from fp_build.judging.judge import judge
from fp_build.judging.models import DISTINCT, FACT_KEYS, TERMS
from fp_build.judging.terms import settle_terms
from fp_build.reading.composer import read_tree
from fp_build.reading.source import Source
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_forms import MODELS, Term


def term(label: str, **more: object) -> Term:
    words = {
        "fr": label,
        "en": label,
        "definition": {"fr": label, "en": label},
        "source": "editorial",
    }
    return Term.model_validate({**words, **more})


KNOWN = Vocabularies(
    {
        name: Vocabulary(
            name,
            {
                "a": term("A", aliases=("ancien",)),
                "b": term("B"),
                "vieux": term("V", replaced_by="a"),
            },
        )
        for name in MODELS
    }
)


def settle(text: str) -> tuple[dict[str, object], list[str]]:
    tree, _ = read_tree(Source("x", text), 0, len(text), LIMITS)
    assert tree is not None
    findings = settle_terms(tree, KNOWN)
    return tree.plain, [f"{f.place.line}:{f.place.column} {f.rule.id}" for f in findings]


@pytest.mark.parametrize(
    ("text", "left", "expected"),
    [
        ("themes: [a, b]", {"themes": ["a", "b"]}, []),
        ("themes: [a, c, b]", {"themes": ["a", "b"]}, ["1:13 unknown-term"]),
        ("themes: [c, d]", {"themes": []}, ["1:10 unknown-term", "1:13 unknown-term"]),
        ("themes: [ancien]", {"themes": ["a"]}, ["1:10 replaced-term"]),
        ("themes: [vieux]", {"themes": ["a"]}, ["1:10 replaced-term"]),
        ("themes: [a, a, a]", {"themes": ["a"]}, ["1:13 repeated-term", "1:16 repeated-term"]),
        ("themes: [a, ancien]", {"themes": ["a"]}, ["1:13 replaced-term", "1:13 repeated-term"]),
        ("themes: a", {"themes": "a"}, []),
        ("themes: ['', ' a', [b]]", {"themes": ["", " a", ["b"]]}, []),
        ("level: c", {}, ["1:8 unknown-term"]),
        ("level: [c]", {"level": ["c"]}, []),
        (
            "stages: [{stage: c, start: 2014}]",
            {"stages": [{"start": "2014"}]},
            ["1:18 unknown-term"],
        ),
        ("stages: [a, {}, {stage: a}]", {"stages": ["a", {}, {"stage": "a"}]}, []),
        ("criteria: {c: {answer: a}}", {"criteria": {}}, ["1:12 unknown-term"]),
        ("criteria: {'': {answer: a}}", {"criteria": {}}, ["1:12 unknown-term"]),
        ("criteria: {' a': {answer: a}}", {"criteria": {}}, ["1:12 unknown-term"]),
        ("criteria: {a: {answer: c}}", {"criteria": {"a": {}}}, ["1:24 unknown-term"]),
        (
            "criteria: {ancien: {answer: a}}",
            {"criteria": {"a": {"answer": "a"}}},
            ["1:12 replaced-term"],
        ),
        (
            "criteria: {a: {answer: a}, ancien: {answer: b}}",
            {"criteria": {"a": {"answer": "a"}}},
            ["1:28 replaced-term", "1:28 repeated-term"],
        ),
        ("criteria: [a]", {"criteria": ["a"]}, []),
        ("related: [x, y, x]", {"related": ["x", "y"]}, ["1:17 repeated-term"]),
        ("title: c", {"title": "c"}, []),
    ],
)
def test_terms_are_settled(text: str, left: dict[str, object], expected: list[str]) -> None:
    assert settle(text) == (left, expected)


def test_the_nearest_terms_are_proposed() -> None:
    (finding,) = judged({"essai/index.fr.md": draft("themes: [social-benefit]")}).findings
    assert finding.arguments["nearest"][0] == "social-benefits"
    (finding,) = judged({"essai/index.fr.md": draft("level: État central")}).findings or [None]
    assert finding is not None


def test_a_term_is_judged_as_typed() -> None:
    assert faults(draft("territories: ['01', FR]")) == []
    assert faults(draft("criteria: {high-stakes: {answer: no}}")) == []
    assert faults(draft("criteria: {high-stakes: {answer: false}}")) == [
        "essai/index.fr.md:4:34 unknown-term"
    ]


def test_a_term_that_is_unknown_is_not_said_to_be_missing_too() -> None:
    for lines in ("stages: [{stage: nulle}]", "partners: [{organisation: nulle}]"):
        assert rules_of(faults(draft(lines))) == {"unknown-term"}
        assert rules_of(faults(draft(lines.split("[")[0] + "[{}]"))) == {"missing-key"}


def test_a_vocabulary_that_could_not_be_read_is_no_fault_of_a_record() -> None:
    text = draft("themes: [disability]", "stages: [{stage: nulle}]", body="## Rubrique ?\n")
    broken = {**vocabulary_files(), "themes.yml": b"\tx: y", "sections.yml": b"- a"}
    workspace = workspace_of({"essai/index.fr.md": text.replace("draft", "review")}, broken)
    said = [in_short(finding) for finding in judge(workspace, TODAY, LIMITS).findings]
    ours = [line for line in said if not line.startswith("_vocabulary/")]
    assert "_vocabulary/themes.yml:1:1 yaml-syntax" in said
    assert "_vocabulary/sections.yml:1:1 not-a-mapping" in said
    others = {"missing-for-kind", "criterion-unanswered", "translation-missing"}
    assert rules_of(ours) - others == {"unknown-term"}
    assert "essai/index.fr.md:5:18 unknown-term" in ours
    assert "essai/index.fr.md:4:1 missing-for-kind" not in ours


def test_what_is_at_fault_or_misspelt_is_not_said_to_be_missing() -> None:
    text = draft("themes: [nul]", "sumary: Deux mots.", "source: []", "place: x", "stages: []")
    findings = judged({"essai/index.fr.md": text.replace("draft", "review")}).findings
    missing = {f.arguments["key"] for f in findings if f.rule.id == "missing-for-kind"}
    assert missing == {"title", "interventions"}


def test_patterns_name_fields_and_vocabularies_that_exist() -> None:
    assert {pattern[0] for pattern in TERMS} | set(DISTINCT) <= FACT_KEYS
    assert next(iter(TERMS)) == ("kind",), "what it settles is relied on by the others"
    assert set(TERMS.values()) <= MODELS.keys()


def test_a_term_of_a_key_that_the_kind_lacks_is_not_judged() -> None:
    """That the kind has no such key is said once, by that name."""
    assert faults(draft("type: nulle")) == ["essai/index.fr.md:4:1 key-of-other-kind"]
    line = "series: community-gathering"
    assert faults(draft(line)) == ["essai/index.fr.md:4:1 key-of-other-kind"]
    for kind, expected in (("initiative", {"unknown-term"}), ("initiatives", {"replaced-term"})):
        text = draft("type: nulle" if kind == "initiative" else "type: prize")
        assert rules_of(faults(text.replace("project", kind))) == expected


def test_one_unknown_kind_is_one_fault() -> None:
    lines = ("question: Laquelle ?", "opens: 2026-01", "ideas: {received: 3}", "place: Ici")
    text = draft(*lines, "languages: [fr]", "research: [action-research]")
    assert faults(text.replace("project", "appelle")) == ["essai/index.fr.md:2:7 unknown-term"]
    assert rules_of(faults(text.replace("kind: project\n", ""))) == {"missing-key"}
