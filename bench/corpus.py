"""The corpus of a bench: generated records and editorial pages, read as any program could.

Peers are given what the records say, by way of the files alone and of the published data: nothing
here asks the project's own code what a page shows.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parent.parent
SITES: Final = Path(__file__).resolve().parent / "sites"
LANGUAGES: Final = ("fr", "en")
PICTURE_SIZE: Final = 40_000
"""Bytes of the picture in every tenth record, about."""
SITE_URL: Final = "https://example.org/fp/"

PAGES: Final = ("index", "catalogue/index", "programme", "principes", "sources")
"""The editorial pages of each language."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file of a record: its front matter and its body."""

    front: Mapping[str, Any]
    body: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that has a page: its files by language, and its row of the published data."""

    slug: str
    folder: Path
    texts: Mapping[str, Text]
    row: Mapping[str, Any]

    @property
    def language(self) -> str:
        """That of the file that holds the facts."""
        return str(self.row["language"])

    @property
    def title(self) -> str:
        """In the language of that file."""
        return str(self.facts["title"])

    @property
    def facts(self) -> Mapping[str, Any]:
        """The front matter that holds them."""
        return self.texts[self.language].front


def generate(records: int, folder: Path) -> None:
    """Make the records to measure with, the same ones each time."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "fp_build.generator", "--records", str(records)]
    command += ["--picture-size", str(PICTURE_SIZE), "--copy-vocabulary", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)


def read_text(path: Path) -> Text:
    """A Markdown file with front matter; every value as it was typed."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Text(yaml.load(front, Loader=yaml.CBaseLoader) or {}, body)


def entries(cases: Path, data: Path) -> list[Entry]:
    """Every record that has a page, in the order of the data that a build of ours has published."""
    return [_entry(cases, row) for row in json.loads(data.read_text(encoding="utf-8"))]


def _entry(cases: Path, row: Mapping[str, Any]) -> Entry:
    folder = cases / row["slug"]
    texts = {
        language: read_text(path)
        for language in LANGUAGES
        if (path := folder / f"index.{language}.md").exists()
    }
    return Entry(row["slug"], folder, texts, row)


def vocabularies(cases: Path) -> dict[str, dict[str, Any]]:
    """Every vocabulary by its name, its terms in order."""
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for path in sorted((cases / "_vocabulary").glob("*.yml"))
    }


def editorial_pages() -> Iterator[tuple[str, str, Text]]:
    """Each editorial page: its language, its name and its text."""
    for language in LANGUAGES:
        for name in PAGES:
            yield language, name, read_text(SITES / "docs" / language / f"{name}.md")


def heading(text: Text) -> tuple[str, str]:
    """The first heading of a page, and the rest of its body."""
    match = re.match(r"\s*# (.*)\n", text.body)
    return (match[1], text.body[match.end() :]) if match else (text.front["title"], text.body)


# What "one record changed" means: the same words for every generator.

MARK: Final = "Exemple généré n°", "Generated sample"
"""How a paragraph of every record begins, whichever its language."""


def reword_body(text: str, number: int) -> str:
    """The file of a record, of any generator, with another sentence in its first paragraph."""
    line = next(line for line in text.splitlines() if any(mark in line for mark in MARK))
    return text.replace(line, f"{line} Phrase ajoutée {number}.", 1)


def reword_title(text: str, title: str, number: int) -> str:
    """The file of a record, of any generator, with another title."""
    return text.replace(title, f"{title[:68]} {number}", 1)
