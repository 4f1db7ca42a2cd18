"""Documents that lie fail the build: what they name exists, and what they show is right.

Held to the code are the documents for developers (architecture, decisions), the READMEs, the guides
to contributing, and the example record of the page that teaches how to write one.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from in_memory import CASES, PROJECT, Content, judged
from test_layers import LAYERS

from fp_build.doors.cli import main
from fp_build.words.findings import Level
from fp_build.words.languages import LANGUAGES, Language, other

ARCHITECTURE: Final = PROJECT / "docs" / "architecture.md"
DECISIONS: Final = PROJECT / "docs" / "decisions"
DECIDED: Final = sorted(DECISIONS.glob("[0-9]*.md"))
THREATS: Final = PROJECT / "docs" / "threat-model.md"
PAGES: Final = [
    *sorted(PROJECT.glob("*.md")),
    ARCHITECTURE,
    PROJECT / "docs" / "performance.md",
    THREATS,
    *sorted(DECISIONS.glob("*.md")),
    PROJECT / "fp_build" / "examples" / "README.md",
]
GUIDES: Final = {lang: PROJECT / f"docs/{lang}/contribuer/ecrire.md" for lang in LANGUAGES}
OTHER_GUIDES: Final = {
    lang: PROJECT / f"docs/{lang}/contribuer/autres-fiches.md" for lang in LANGUAGES
}

every_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix()
)
every_language = pytest.mark.parametrize("language", LANGUAGES)

PLACEHOLDERS: Final = ("mon-dossier", "my-record", "test_x.py", "<", "…")
"""What stands in a path for a name of the reader's own: only the folder above is looked for."""

MADE: Final = frozenset({".git", ".venv", "site", "build"})
"""Folders of the project that are made, not kept."""


# Modules


def test_every_module_is_named_in_the_architecture_and_nothing_else() -> None:
    assert sorted(modules_named()) == sorted(modules_there())  # none of them twice


def modules_named() -> list[str]:
    """Those of the first cells of the tables of the layers, as ``fp_build/words/text``."""
    named: list[str] = []
    for part in read(ARCHITECTURE).split("\n### ")[1:]:
        layer = part.partition("\n")[0]
        rows = re.findall(r"^\| (`[^|]*) \|", part.partition("\n## ")[0], re.M)
        named += [f"{layer}/{name}" for row in rows for name in re.findall(r"`(\w+)`", row)]
    return named


def modules_there() -> set[str]:
    """Those of the package; the rules are one entry, and ``fp rules`` lists them."""
    return {
        path.relative_to(PROJECT).with_suffix("").as_posix()
        for path in (PROJECT / "fp_build").rglob("*.py")
        if path.stem not in ("__init__", "__main__") and path.parent.name != "rules"
    }


def test_the_architecture_puts_the_layers_in_their_order() -> None:
    named = re.findall(r"^### fp_build/(\w+)$", read(ARCHITECTURE), re.M)
    assert named == [*LAYERS, "generator"]


# Paths, targets, commands, links

AUDITS: Final = {"docs/accessibility/automatic.json", "docs/accessibility/rgaa.yml"}
"""What an audit puts on record; until there is one, the pages say that there is none."""


@every_page
def test_paths_exist(page: Path) -> None:
    missing = [path for path in paths_in(page) if path not in AUDITS and not is_there(path)]
    assert missing == []


def paths_in(page: Path) -> Iterator[str]:
    """What looks like a path from the project's folder down, in code."""
    kept = {entry.name for entry in PROJECT.iterdir() if entry.is_dir()} - MADE
    for code in code_in(read(page)):
        for word in re.split(r"[\s`'\"()|=,;]+", code):
            path = word.partition("::")[0].rstrip(".:")
            if "/" in path and path.partition("/")[0] in kept:
                yield path


def is_there(path: str) -> bool:
    placed = min((at for mark in PLACEHOLDERS if (at := path.find(mark)) >= 0), default=-1)
    if placed >= 0:
        path = path[: path.rfind("/", 0, placed) + 1]
    if "*" in path:
        return any(PROJECT.glob(path))
    return (PROJECT / path).exists()


@every_page
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", read(PROJECT / "Makefile"), re.M))
    named = {name for code in code_in(read(page)) for name in re.findall(r"\bmake ([a-z]+)", code)}
    assert named <= targets


@pytest.mark.parametrize(
    "page",
    [*PAGES, *GUIDES.values(), *OTHER_GUIDES.values()],
    ids=lambda page: page.relative_to(PROJECT).as_posix(),
)
def test_commands_exist(page: Path) -> None:
    named = {
        name
        for code in code_in(read(page))
        for name in re.findall(r"(?:^|[\s/])fp ([a-z]+)", code, re.M)
    }
    assert named <= set(main.commands)


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    text = without_code(read(page))
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (page.parent / file).resolve() if file else page
        if not there.exists() or (anchor and anchor not in anchors_of(there)):
            broken.append(target)
    assert broken == []


def anchors_of(page: Path) -> set[str]:
    """The anchors that a forge gives to the headings of a page."""
    headings = re.findall(r"^#+ +(.+?) *$", without_code(read(page)), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


# Threats


def test_every_threat_names_its_tests_and_every_test_named_exists() -> None:
    rows = threats()
    assert len(rows) > 20
    assert [row[1] for row in rows if not named_in(row[-1])] == []
    missing = {name for row in rows for name in named_in(row[-1]) if not is_test(name)}
    assert missing == set()
    elsewhere = {name for name in named_in(read(THREATS)) if not is_test(name)}
    assert elsewhere == set()


def test_every_threat_says_who_what_and_what_stops_it() -> None:
    numbers = [int(row[0]) for row in threats()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(len(row) == 4 and all(cell.strip() for cell in row) for row in threats())


def threats() -> list[list[str]]:
    """The rows of all tables of the threat model: a number, what is tried, what stops it, tests."""
    lines = re.findall(r"^\| *(\d+ \|.*)\|$", read(THREATS), re.M)
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


def named_in(text: str) -> list[str]:
    return re.findall(r"`(tests/[\w/]+\.py::\w+)`", text)


def is_test(name: str) -> bool:
    """Whether a file defines a test of that name; what it is called is no proof that it runs."""
    file, _, function = name.partition("::")
    path = PROJECT / file
    return path.is_file() and re.search(rf"^def {function}\(", read(path), re.M) is not None


# Decisions


def test_decisions_are_numbered_in_a_row_and_listed() -> None:
    assert [path.name[:4] for path in DECIDED] == [f"{n:04}" for n in range(1, len(DECIDED) + 1)]
    listed = re.findall(r"\]\((\d{4}-[a-z-]+\.md)\)", read(DECISIONS / "README.md"))
    assert listed == [path.name for path in DECIDED]


@pytest.mark.parametrize("path", DECIDED, ids=lambda path: path.stem)
def test_a_decision_has_its_number_its_day_and_its_four_parts(path: Path) -> None:
    text = read(path)
    assert text.startswith(f"# {path.name[:4]}. ")
    assert re.search(r"^\d{4}-\d{2}-\d{2} · \w+", text.splitlines()[2])
    parts = re.findall(r"^## (.+)$", text, re.M)
    assert parts == ["Context", "Decision", "Why", "Consequences"]


def test_every_dependency_has_its_reason() -> None:
    table = read(DECISIONS / "0002-dependencies.md")
    reasons = set(re.findall(r"^\| `([\w-]+)` \|", table, re.M))
    assert reasons == declared_dependencies()


def declared_dependencies() -> set[str]:
    project = tomllib.loads(read(PROJECT / "pyproject.toml"))["project"]
    lines = list(project["dependencies"])
    for file in (PROJECT / "requirements").glob("*.in"):
        lines += [line for line in read(file).splitlines() if line and not line.startswith("#")]
    checkers = json.loads(read(PROJECT / "tests" / "checkers" / "package.json"))
    lines += [*checkers["dependencies"], *checkers["devDependencies"]]
    return {name[0] for line in lines if (name := re.match(r"[\w-]+", line))}


# The example record


@every_language
@pytest.mark.parametrize("status", ["draft", "review", "published"])
def test_the_example_of_the_guide_is_right(language: Language, status: str) -> None:
    records = others("demande-unique") | example(language, status)
    judgement = judged(records)
    assert judgement.records["demande-unique"].language == language
    wrong = [
        f"{finding.place.line} {finding.rule.id}: {finding.message('en')}"
        for finding in judgement.findings
        if finding.place.path.startswith("cases/demande-unique") and finding.level > Level.NOTICE
    ]
    assert wrong == []


def example(language: Language, status: str) -> dict[str, Content]:
    """The record that the guide shows piece by piece: front matter, body, translation."""
    pieces = blocks_in(read(GUIDES[language]))
    (front_matter,) = [p for p in pieces if p.startswith("---\n") and "\nkind: " in p]
    (translation,) = [p for p in pieces if p.startswith("---\n") and "\ntranslation:" in p]
    (body,) = [p for p in pieces if p.startswith("## ")]
    assert "\nstatus: draft\n" in front_matter
    front_matter = front_matter.replace("\nstatus: draft\n", f"\nstatus: {status}\n")
    return {
        f"demande-unique/index.{language}.md": front_matter + body,
        f"demande-unique/index.{other(language)}.md": translation,
    }


@every_language
@pytest.mark.parametrize("status", ["draft", "review", "published"])
def test_the_examples_of_the_other_records_are_right(language: Language, status: str) -> None:
    shown = other_examples(language, status)
    judgement = judged(others("") | shown)
    assert {"exemple-initiative", "exemple-call", "exemple-event"} <= set(judgement.records)
    (reply,) = judgement.records["demande-unique"].replies
    assert reply.language == language
    wrong = [
        f"{finding.place} {finding.rule.id}: {finding.message('en')}"
        for finding in judgement.findings
        if finding.place.path.removeprefix("cases/") in shown and finding.level > Level.NOTICE
    ]
    assert wrong == []


def other_examples(language: Language, status: str) -> dict[str, Content]:
    """The records of other kinds that the guide shows whole, and the reply, each as its file."""
    page = read(OTHER_GUIDES[language])
    (reply,) = re.findall(r"`cases/(demande-unique/replies/[^`]+)`", page)
    files: dict[str, Content] = {}
    for piece in blocks_in(page):
        if kind := re.search(r"^kind: (\w+)$", piece, re.M):
            assert "\nstatus: draft\n" in piece
            text = piece.replace("\nstatus: draft\n", f"\nstatus: {status}\n")
            files[f"exemple-{kind[1]}/index.{language}.md"] = text
        elif piece.startswith("---\nname: "):
            files[reply] = piece
    return files


def others(left_out: str) -> dict[str, Content]:
    """The project's own records, which the example's links lead to."""
    return {
        path.relative_to(CASES).as_posix(): path.read_bytes()
        for path in CASES.glob("[!_.]*/*")
        if path.is_file() and path.parent.name != left_out
    }


# Reading


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


_FENCED: Final = re.compile(r"^(```+)[^\n]*\n(.*?)^\1", re.M | re.S)


def code_in(text: str) -> list[str]:
    """All that is code: blocks and spans."""
    return blocks_in(text) + re.findall(r"`([^`\n]+)`", _FENCED.sub("", text))


def blocks_in(text: str) -> list[str]:
    """The blocks of code as a reader copies them, whether fenced or in ``<pre>``."""
    fenced = [match[2] for match in _FENCED.finditer(text)]
    marked = re.findall(r"<pre[^>]*>(.*?)</pre>", _FENCED.sub("", text), re.S)
    return fenced + [unescape(re.sub(r"<[^>]+>", "", block)) for block in marked]


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]+`", "", _FENCED.sub("", text))
