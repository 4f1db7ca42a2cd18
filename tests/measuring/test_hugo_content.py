"""What the converter writes for Hugo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.corpus import ROOT, generate
from bench.hugo_content import convert

ROWS = (
    *("audience", "criterion", "intervention", "kind", "level", "organisation", "outcome"),
    *("principle", "research", "series", "stage", "territory", "theme", "type", "year"),
)
"""The facets of the published data."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content made of a few records, as if we had published them all."""
    folder = tmp_path_factory.mktemp("bench")
    generate(8, folder / "cases")
    rows = []
    for record in sorted((folder / "cases").glob("[!_]*/")):
        source = next(p for p in record.glob("index.*.md") if "\nkind:" in p.read_text("utf-8"))
        row = {"slug": record.name, "status": "published", "language": source.suffixes[0][1:]}
        rows.append(row | {"translation_state": "missing", "facets": dict.fromkeys(ROWS, ())})
    built = folder / "site"
    (built / "data").mkdir(parents=True)
    (built / "assets").mkdir()
    (built / "data/catalogue.json").write_text(json.dumps(rows), encoding="utf-8")
    (built / "data/catalogue.schema.json").write_text("{}", encoding="utf-8")
    convert(folder / "hugo", folder / "cases", built)
    return folder / "hugo/content"


def test_every_record_has_a_page_in_each_language(content: Path) -> None:
    for language in ("fr", "en"):
        assert len(list(content.glob(f"catalogue/exemple-*/index.{language}.md"))) == 8


def test_front_matter_is_json_and_bodies_hold_none_of_our_own_marks(content: Path) -> None:
    for page in content.glob("catalogue/exemple-*/*.md"):
        front, _, body = page.read_text(encoding="utf-8").partition("\n}\n")
        facts = json.loads(front + "\n}")
        assert facts["title"] and facts["weight"] and facts["params"]["of"]
        assert "case:" not in body and "[^" not in body
        assert "{#s-situation}" in body


def test_notes_lead_to_sources_that_are_there(content: Path) -> None:
    for page in content.glob("catalogue/exemple-*/*.md"):
        front, _, body = page.read_text(encoding="utf-8").partition("\n}\n")
        numbers = [source["number"] for source in json.loads(front + "\n}")["params"]["sources"]]
        assert numbers == list(range(1, len(numbers) + 1))
        for number in numbers:
            assert body.count(f'"ref-{number}"') <= 1


def test_every_term_in_use_has_its_page_and_no_other(content: Path) -> None:
    assert (content / "facet-theme/ageing/_index.fr.md").is_file()
    named = json.loads((content.parent / "data/lists.json").read_text(encoding="utf-8"))
    for facet, terms in named["fr"].items():
        pages = {path.parent.name for path in content.glob(f"facet-{facet}/*/_index.fr.md")}
        assert pages == set(terms)


def test_templates_are_those_of_the_project(content: Path) -> None:
    assert (content.parent / "layouts/baseof.html").read_bytes() == (
        ROOT / "bench/sites/hugo/layouts/baseof.html"
    ).read_bytes()
