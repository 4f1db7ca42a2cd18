"""Former addresses lead to where the same thing stands now."""

from __future__ import annotations

import json
from collections.abc import Mapping

import yaml
from in_memory import vocabulary_files

from fp_build.publishing.edition import Editions
from fp_build.publishing.redirects import redirect_pages, redirects
from fp_build.words.languages import Language
from publishing.editions import editions_of, list_pages, record, renderer


def former_themes() -> dict[str, bytes]:
    files = dict(vocabulary_files())
    themes = yaml.load(files["themes.yml"], yaml.BaseLoader)
    themes["ageing"]["aliases"] = ["vieillesse", "Grand âge", "disability"]
    former = {
        "fr": "Vieux",
        "en": "Old",
        "definition": {"fr": "A", "en": "B"},
        "source": "editorial",
    }
    themes["old-age"] = {**former, "aliases": ["third-age"], "replaced_by": "older"}
    themes["older"] = {**former, "replaced_by": "ageing"}
    files["themes.yml"] = json.dumps(themes).encode()  # YAML too, and without anchors
    return files


def leads(
    editions: Editions, moved: Mapping[str, str] | None = None
) -> dict[str, tuple[Language, str]]:
    found = redirects(editions, editions["fr"].catalogue, moved or {})
    return {old: (edition.language, new) for old, (edition, new) in found.items()}


def test_former_terms_lead_to_the_one_in_use() -> None:
    editions = editions_of({}, vocabulary=former_themes())
    folder = "en/catalogue/theme"
    found = {old: new for old, new in leads(editions).items() if old.startswith(f"{folder}/")}
    new = ("en", f"{folder}/ageing/index.html")
    assert {old.split("/")[3]: lead for old, lead in found.items() if lead == new} == dict.fromkeys(
        ["vieillesse", "old-age", "older", "third-age"], new
    )
    assert {page.file for page in list_pages(editions["en"])}.isdisjoint(found)


def test_former_slugs_lead_to_the_record() -> None:
    editions = editions_of({"essai/index.fr.md": record("redirect_from: [premier, second]")})
    assert {old: new for old, new in leads(editions).items() if "essai" in new[1]} == {
        "catalogue/premier/index.html": ("fr", "catalogue/essai/index.html"),
        "catalogue/second/index.html": ("fr", "catalogue/essai/index.html"),
        "en/catalogue/premier/index.html": ("en", "en/catalogue/essai/index.html"),
        "en/catalogue/second/index.html": ("en", "en/catalogue/essai/index.html"),
    }


def test_former_names_of_editorial_pages_belong_to_their_language() -> None:
    moved = {"old/index.html": "new/index.html", "en/old/index.html": "en/new/index.html"}
    found = leads(editions_of({}), moved)
    assert found["old/index.html"] == ("fr", "new/index.html")
    assert found["en/old/index.html"] == ("en", "en/new/index.html")


def test_what_leads_elsewhere_first_stays() -> None:
    editions = editions_of({"essai/index.fr.md": record("redirect_from: [premier]")})
    moved = {"catalogue/premier/index.html": "elsewhere/index.html"}
    assert leads(editions, moved)["catalogue/premier/index.html"][1] == "catalogue/essai/index.html"


def test_a_page_leads_on_but_where_something_better_stands() -> None:
    editions = editions_of({"essai/index.fr.md": record("redirect_from: [premier, second]")})
    found = redirects(editions, editions["fr"].catalogue, {})
    taken = "catalogue/second/index.html"
    pages = dict(redirect_pages(found, renderer(), lambda file: file == taken))
    assert pages.keys() == found.keys() - {taken}
    page = pages["catalogue/premier/index.html"].decode()
    assert 'href="../../catalogue/essai/"' in page
    assert "https://example.org/fp/catalogue/essai/" in page
