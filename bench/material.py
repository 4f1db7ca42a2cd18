"""The bench's site as stock Material for MkDocs builds it: the records as pages with tags, out of
the menu, in two languages by ``mkdocs-static-i18n``."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import LANGUAGES, SITES, Entry, editorial_pages, entries, vocabularies
from bench.measure import Command

_CASE = re.compile(r"\]\(case:([\w-]+)(?:#[\w-]+)?\)")


@dataclass(frozen=True, slots=True)
class Material:
    """Material, in a folder of its own."""

    folder: Path
    python: Path
    name: str = "Material"

    def prepare(self, cases: Path, built: Path) -> None:
        """Write the whole site: what a person would write by hand for this theme."""
        shutil.rmtree(self.folder, ignore_errors=True)
        docs = self.folder / "docs"
        for language, name, text in editorial_pages():
            front = json.dumps(dict(text.front), ensure_ascii=False)
            body = text.body.replace("{{ block.catalogue }}", "<!-- material/tags -->")
            _write(docs / f"{name}.{language}.md", f"---\n{front}\n---\n{body}")
        known = vocabularies(cases)
        for entry in entries(cases, built / "data/catalogue.json"):
            for language in LANGUAGES:
                _write(
                    docs / "catalogue" / entry.slug / f"index.{language}.md",
                    _page(entry, language, known),
                )
            for picture in entry.facts.get("media", ()):
                there = docs / "catalogue" / entry.slug / picture["file"]
                shutil.copy(entry.folder / picture["file"], there)
        settings = (SITES / "material/mkdocs.yml").read_text(encoding="utf-8")
        _write(self.folder / "mkdocs.yml", settings.replace("  SEARCH\n", ""))
        _write(self.folder / "search.yml", settings.replace("SEARCH", "- search"))

    @property
    def site(self) -> Path:
        """The folder that it publishes."""
        return self.folder / "site"

    @property
    def build(self) -> Command:
        """What builds the whole site, without text search."""
        return self._build("mkdocs.yml")

    @property
    def search(self) -> Command:
        """The same, with text search."""
        return self._build("search.yml")

    def _build(self, settings: str) -> Command:
        arguments = (str(self.python), "-m", "mkdocs", "build", "--quiet", "-f", settings)
        return Command(arguments, self.folder, {"PYTHONPATH": ""})

    def forget(self) -> None:
        """Remove what it has published; it keeps nothing."""
        shutil.rmtree(self.site, ignore_errors=True)

    def file_of(self, slug: str, language: str) -> Path:
        """The file of a record."""
        return self.folder / "docs/catalogue" / slug / f"index.{language}.md"


def _page(entry: Entry, language: str, known: dict[str, dict[str, dict[str, str]]]) -> str:
    own = entry.texts.get(language, entry.texts[entry.language])
    facts = entry.facts
    tags = [known["themes"][t][language] for t in facts.get("themes", ())]
    tags += [known["kinds"][facts["kind"]][language]]
    front = {
        "title": own.front["title"],
        "description": own.front["summary"],
        "tags": list(dict.fromkeys(tags)),
    }
    body = _CASE.sub(lambda match: f"](../{match[1]}/index.md)", own.body)
    lines = [f"# {own.front['title']}", own.front["summary"], body, *_notes(entry)]
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n" + "\n\n".join(lines) + "\n"


def _notes(entry: Entry) -> Iterator[str]:
    for source in entry.facts.get("sources", ()):
        yield f"[^{source['id']}]: {source.get('title', source['id'])}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
