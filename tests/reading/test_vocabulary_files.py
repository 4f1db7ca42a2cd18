"""The files of the vocabularies."""

from __future__ import annotations

import pytest
from in_memory import LIMITS, vocabulary_files

from fp_build.arranging.facets import FACETS
from fp_build.judging.folders import RESERVED
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_files import read_vocabularies
from fp_build.reading.vocabulary_forms import MODELS, REQUIRED


def term(label: str, *more: str, source: str = "editorial") -> str:
    lines = [
        f"fr: {label}",
        f"en: {label} en",
        "definition: {fr: d, en: d}",
        f"source: {source}",
        *more,
    ]
    return "".join(f"\n  {line}" for line in lines) + "\n"


def read(name: str, text: str) -> tuple[Vocabulary, list[str]]:
    """One vocabulary among those of the project, and what is wrong with it."""
    files = {**vocabulary_files(), f"{name}.yml": text.encode()}
    found, findings = read_vocabularies("_vocabulary", files, LIMITS)
    said = [
        f"{f.place.path.removeprefix('_vocabulary/')}:{f.place.line}:{f.place.column} {f.rule.id}"
        for f in findings
    ]
    return found[name], said


TWO = f"un:{term('Un')}deux:{term('Deux', 'aliases: [Second, dos]')}"


def test_the_vocabularies_of_the_project(vocabularies: Vocabularies) -> None:
    assert vocabularies.by_name.keys() == MODELS.keys()
    assert read_vocabularies("_vocabulary", vocabulary_files(), LIMITS)[1] == []
    for vocabulary in vocabularies.by_name.values():
        assert vocabulary.terms, vocabulary.name
        for name, said in vocabulary.terms.items():
            assert said.of("fr") == vocabulary.label(name, "fr") and said.definition.of("en")


def test_required_terms_and_reserved_names_agree(vocabularies: Vocabularies) -> None:
    for name, terms in REQUIRED.items():
        assert set(terms) <= set(vocabularies[name])
    assert set(FACETS) - {"year"} == set(REQUIRED["facets"]) == set(vocabularies["facets"])
    assert set(FACETS) <= RESERVED


def test_terms_keep_the_order_of_their_file() -> None:
    vocabulary, found = read("themes", TWO)
    assert found == [] and list(vocabulary) == ["un", "deux"]
    assert "un" in vocabulary and "trois" not in vocabulary
    assert vocabulary["deux"].aliases == ("Second", "dos")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("themes", "", ["themes.yml:1:1 not-a-mapping"]),
        ("themes", "- a\n", ["themes.yml:1:1 not-a-mapping"]),
        ("themes", "a: b\n", ["themes.yml:1:1 not-a-mapping"]),
        ("themes", "a:\n", ["themes.yml:1:1 not-a-mapping"]),
        ("themes", f"É:{term('A')}", ["themes.yml:1:1 bad-id"]),
        ("themes", f"a:{term('A')}a:{term('B')}", ["themes.yml:6:1 duplicate-key"]),
        ("themes", f"a:{term('A', 'label: x')}", ["themes.yml:6:3 unknown-key"]),
        ("themes", "a: {fr: A}\n", ["themes.yml:1:4 missing-key"] * 3),
        ("themes", f"a:{term('A', source='nulle')}", ["themes.yml:5:11 term-reference"]),
        ("themes", f"a:{term('A', 'replaced_by: z')}", ["themes.yml:6:16 term-reference"]),
        ("themes", f"a:{term('A', 'aliases: [b]')}b:{term('B')}", ["themes.yml:6:13 term-clash"]),
        (
            "themes",
            f"a:{term('A', 'aliases: [x]')}b:{term('B', 'aliases: [X]')}",
            ["themes.yml:12:13 term-clash"],
        ),
        ("themes", f"a:{term('A')}---\nb:{term('B')}", ["themes.yml:6:1 yaml-syntax"]),
        ("outcomes", f"a:{term('A')}", ["outcomes.yml:1:1 term-missing"]),
        ("territories", f"'44':{term('A', 'type: city')}", ["territories.yml:6:9 unknown-choice"]),
        ("territories", f"a:{term('A', 'type: region')}", ["territories.yml:1:1 bad-id"]),
        (
            "territories",
            f"'44':{term('A', 'type: region', 'parent: FR')}",
            ["territories.yml:7:11 term-reference"],
        ),
    ],
)
def test_faults(name: str, text: str, expected: list[str]) -> None:
    assert [line for line in read(name, text)[1] if line.startswith(f"{name}.yml")] == expected


@pytest.mark.parametrize("text", [b"\tx: y", b"A b: {fr: A, en: A}", b"a: [b]", b"a: {fr: A}"])
def test_what_a_vocabulary_lacks_may_be_what_could_not_be_read(text: bytes) -> None:
    for data, is_whole in ((vocabulary_files()["themes.yml"], True), (text, False)):
        read_anew, _ = read_vocabularies("v", {**vocabulary_files(), "themes.yml": data}, LIMITS)
        assert read_anew["themes"].is_whole is is_whole
        assert read_anew["kinds"].is_whole


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"# " + b"x" * LIMITS.vocabulary_bytes, "file-too-large"),
        ("un: deux".encode("utf-16"), "not-utf8"),
        (b"", "not-a-mapping"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_one_fault(data: bytes, rule: str) -> None:
    files = {**vocabulary_files(), "themes.yml": data}
    _, findings = read_vocabularies("_vocabulary", files, LIMITS)
    assert [f.rule.id for f in findings if f.place.path.endswith("/themes.yml")] == [rule]


@pytest.mark.parametrize(("more", "refused"), [(0, []), (1, [4 + 7 * LIMITS.terms])])
def test_a_national_catalogue_may_know_thousands_of_organisations(
    more: int, refused: list[int]
) -> None:
    organisations = "".join(
        f"o{number}:{term('O', 'type: government')}\n" for number in range(LIMITS.terms + more)
    )
    found, lines = read("organisations", f"# A\n# B\n# C\n{organisations}")
    assert len(list(found)) == LIMITS.terms
    assert lines == [f"organisations.yml:{line}:1 yaml-too-many" for line in refused]


def test_files_that_are_no_vocabulary() -> None:
    files = {**vocabulary_files(), "theme.yml": b"", "themes.yaml": b"", "notes.txt": b""}
    _, findings = read_vocabularies("v", files, LIMITS)
    assert [(f.place.path, f.rule.id) for f in findings] == [
        ("v/notes.txt", "vocabulary-unknown"),
        ("v/theme.yml", "vocabulary-unknown"),
        ("v/themes.yaml", "vocabulary-unknown"),
    ]
    assert "themes.yml" in findings[1].arguments["nearest"]


def test_vocabularies_that_are_missing() -> None:
    kept = {name: data for name, data in vocabulary_files().items() if name == "kinds.yml"}
    found, findings = read_vocabularies("v", kept, LIMITS)
    said = [f.message("en") for f in findings if f.rule.id == "vocabulary-missing"]
    assert len(said) == len(MODELS) - 1
    assert all(f"“v/{name}.yml”" in " ".join(said) for name in MODELS if name != "kinds")
    assert [n for n, vocabulary in found.by_name.items() if vocabulary.terms] == ["kinds"]


def test_where_no_vocabulary_is_left_that_is_said_once() -> None:
    _, findings = read_vocabularies("cases/_vocabulary", {}, LIMITS)
    (found,) = findings
    assert (found.rule.id, found.place.path) == ("vocabulary-missing", "cases/_vocabulary")
    assert "git checkout -- cases/_vocabulary" in found.message("fr")
