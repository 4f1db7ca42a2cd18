"""The corpus of the bench, and what is changed in it."""

from __future__ import annotations

from pathlib import Path

from bench.contest import Changes
from bench.corpus import Entry, Text, editorial_pages, heading, read_text, reword_body, reword_title

FILE = """---
title: "Fiche d’exemple n° 1 — « le relais », à Norgagnac"
level: no
---
## La situation

**Exemple généré n° 1.** Rien n’y est réel.

Autre paragraphe.
"""


def test_values_are_read_as_typed(tmp_path: Path) -> None:
    (tmp_path / "index.fr.md").write_text(FILE, encoding="utf-8")
    text = read_text(tmp_path / "index.fr.md")
    assert text.front["level"] == "no"
    assert text.body.startswith("## La situation")


def test_a_changed_body_has_one_sentence_more() -> None:
    assert "Rien n’y est réel. Phrase ajoutée 4.\n" in reword_body(FILE, 4)
    assert len(reword_body(FILE, 4).splitlines()) == len(FILE.splitlines())


def test_a_changed_title_is_no_longer_than_titles_may_be() -> None:
    title = "Fiche d’exemple n° 1 — « le relais », à Norgagnac"
    assert f'title: "{title} 7"' in reword_title(FILE, title, 7)
    assert len(reword_title("x" * 80, "x" * 80, 12_345)) <= 80


def test_every_generator_gets_the_same_change(tmp_path: Path) -> None:
    class Any:
        def __init__(self, name: str) -> None:
            self.name, self.folder = name, tmp_path / name
            self.folder.mkdir()
            for slug in ("a", "b"):
                (self.folder / slug).write_text(FILE, encoding="utf-8")

        def file_of(self, slug: str, language: str) -> Path:
            return self.folder / slug

    title = "Fiche d’exemple n° 1 — « le relais », à Norgagnac"
    entries = [
        Entry(slug, tmp_path, {"fr": Text({"title": title}, "")}, {"language": "fr"})
        for slug in ("a", "b")
    ]
    one, other = Any("one"), Any("other")
    changes = Changes(entries)
    for what in ("body", "title"):
        changes.change([one, other], what)  # type: ignore[arg-type, list-item]
    for slug in ("a", "b"):
        assert one.file_of(slug, "").read_text() == other.file_of(slug, "").read_text() != FILE


def test_each_language_has_five_editorial_pages() -> None:
    found = [(language, *heading(text)) for language, _, text in editorial_pages()]
    assert len(found) == 10
    assert all(title and not body.lstrip().startswith("# ") for _, title, body in found)
