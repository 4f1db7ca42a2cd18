"""The index that filters use in the browser."""

from __future__ import annotations

import json
from typing import Any

import pytest
from truth_table import record_files

from fp_build.arranging.facets import FACETS
from fp_build.publishing.edition import Edition
from fp_build.publishing.filter_index import (
    SUMMARIES_A_FILE,
    as_json,
    filter_index,
    indexed_records,
    listed,
    summaries,
)
from fp_build.publishing.shorthand import terms_in, titles_in
from fp_build.words.addresses import Addresses
from fp_build.words.languages import LANGUAGES, Language
from publishing.editions import edition_of, record


def index_of(edition: Edition) -> dict[str, Any]:
    return filter_index(edition, indexed_records(edition))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_of_each_record_what_the_catalogue_does(language: Language) -> None:
    edition = edition_of(record_files(), language)
    index = json.loads(as_json(index_of(edition)))
    slugs = index["records"]["slug"]
    assert slugs == listed(edition) and "fiche-archivee" not in slugs
    assert all(len(index["records"][name]) == 8 for name in ("date", "picture"))
    titles = [edition.card(slug, "index.html").title.text for slug in slugs]
    assert titles_in(index["records"]["title"]) == titles
    assert [facet["id"] for facet in index["facets"]] == list(FACETS)
    for facet in index["facets"]:
        for slug, numbers in zip(slugs, terms_in(facet["records"]), strict=True):
            terms = tuple(facet["terms"][n][0] for n in with_parents(numbers, facet["parents"]))
            assert terms == edition.catalogue.terms[slug][facet["id"]]
        for name, label in facet["terms"]:
            assert label == edition.vocabulary(facet["id"]).label(name, language)


def with_parents(numbers: tuple[int, ...], parents: dict[str, int]) -> list[int]:
    found: list[int] = []
    for number in numbers:
        here: int | None = number
        while here is not None and here not in found:
            found.append(here)
            here = parents.get(str(here))
    return found


def test_what_is_not_translated_says_so() -> None:
    index = index_of(edition_of(record_files(), "en"))
    number = str(index["records"]["slug"].index("carnet-de-sante"))
    assert index["records"]["lang"] == {number: "fr"}
    marks = {
        index["records"]["slug"][int(n)]: said for n, said in index["records"]["marks"].items()
    }
    assert marks == {
        "carnet-de-sante": ["in French only"],
        "idees-des-agents": ["Decided · April 2014"],
        "rencontre-d-automne": ["Past · 7 to 8 November 2014"],
    }
    assert titles_in(index["records"]["title"])[int(number)] == "Le carnet de santé"


def test_dates_are_the_last_that_a_record_documents() -> None:
    index = index_of(edition_of(record_files()))
    dates = dict(zip(index["records"]["slug"], index["records"]["date"], strict=True))
    assert dates == {
        "atelier-des-aidants": "2015",
        "borne-d-accueil": "2013",
        "carnet-de-sante": "",
        "dossier-unique": "2014-03",
        "ecole-ouverte": "2012-09-01",
        "idees-des-agents": "2014-04",
        "medaille-des-guichets": "",
        "rencontre-d-automne": "2014-11-08",
    }


def test_former_ids_are_led_on_and_words_are_not_ids() -> None:
    index = index_of(edition_of({}))
    themes = next(facet for facet in index["facets"] if facet["id"] == "theme")
    assert themes["aliases"]["handicap"] == "disability"
    assert all(alias.isascii() and " " not in alias for alias in themes["aliases"])


@pytest.mark.parametrize(
    ("directories", "pattern"),
    [(True, "catalogue/{slug}/"), (False, "catalogue/{slug}/index.html")],
)
def test_addresses_follow_the_site(directories: bool, pattern: str) -> None:
    edition = edition_of({}, addresses=Addresses(None, directories=directories))
    assert index_of(edition)["address"] == pattern


def test_summaries_come_some_at_a_time_and_in_order() -> None:
    files = {f"fiche-{n:02}/index.fr.md": record(f"summary: Résumé {n}.") for n in range(45)}
    edition = edition_of(files, "en")
    parts = dict(summaries(edition, indexed_records(edition)))
    assert [len(part) for part in parts.values()] == [20, 20, 5]
    assert list(parts)[1] == "data/summaries-en/1.json"
    said = [item for part in parts.values() for item in part]
    assert said[SUMMARIES_A_FILE] == {"text": "Résumé 20.", "lang": "fr"}
    assert len(said) == len(listed(edition)) == 45
