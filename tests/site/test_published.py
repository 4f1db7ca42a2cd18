"""What is published, and what is not."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
from whole_site import FIXTURE, GENERATED, PROJECT, REPOSITORY, Site, Sites, words_of

from fp_build.publishing.hosts import NAMES as HOST_FILES
from fp_build.publishing.list_pages import CARDS_A_PAGE
from fp_build.reading.bare_picture import bare

FACETS: Final = (
    "kind", "theme", "stage", "intervention", "audience", "outcome", "level", "territory",
    "organisation", "principle", "criterion", "type", "research", "series", "year",
)  # fmt: skip
PUBLISHED: Final = [
    "appel-en-cours", "guichet-tout", "journee-a-venir", "journee-passee", "only-in-english",
    "premier-jet", "prix-d-essai", "sans-anglais", "texte-piege", "traduction-perimee",
    "written-in-english",
]  # fmt: skip
HIDDEN: Final = ["encore-brouillon", "encore-en-relecture"]
ROOTS: Final = ("", "en/")


def rows(site: Site) -> list[dict[str, Any]]:
    return list(json.loads(site.read("data/catalogue.json")))


# Records


def test_every_published_or_archived_record_has_its_two_pages(sites: Sites) -> None:
    site = sites["fixture"]
    for root in ROOTS:
        for slug in (*PUBLISHED, "ancien-guichet"):
            assert f"{root}catalogue/{slug}/index.html" in site.proper


def test_drafts_and_reviews_are_nowhere(sites: Sites) -> None:
    site = sites["fixture"]
    for name, data in site.content().items():
        if data.startswith(b"\x1f\x8b"):  # packed, as the index of the search is
            data = gzip.decompress(data)
        for slug in HIDDEN:
            assert slug not in name and slug.encode() not in data, name


def test_drafts_and_reviews_are_previewed_and_marked(sites: Sites) -> None:
    site = sites["fixture-preview"]
    for root, draft, review in (("", "Brouillon", "En relecture"), ("en/", "Draft", "In review")):
        for slug, mark in zip(HIDDEN, (draft, review), strict=True):
            page = site.proper[f"{root}catalogue/{slug}/index.html"]
            notices = [words_of(note) for note in page.tree.xpath("//main//*[@role='note']")]
            assert any(mark in notice for notice in notices)
            link = site.proper[f"{root}catalogue/index.html"].one(
                f"//main//h3/a[contains(@href, '/{slug}/')]"
            )
            assert mark in words_of(link.xpath("ancestor::li")[0])
    assert {row["slug"] for row in rows(site)}.isdisjoint(HIDDEN)


def test_an_archived_record_keeps_its_page_without_being_listed(sites: Sites) -> None:
    site = sites["fixture"]
    page = site.proper["catalogue/ancien-guichet/index.html"]
    notice = page.one("//main//*[@role='note']")
    assert "Archivée" in words_of(notice) and "une autre la remplace" in words_of(notice)
    assert [a.get("href") for a in notice.xpath(".//a")] == ["../../catalogue/guichet-tout/"]
    for file, other in site.proper.items():
        if re.fullmatch(r"(en/)?catalogue/(index\.html|[a-z]+/[A-Za-z0-9-]+/index\.html)", file):
            assert "/ancien-guichet/" not in other.text, file


def test_hostile_looking_text_is_shown_as_typed(sites: Sites) -> None:
    site = sites["fixture"]
    page = site.proper["catalogue/texte-piege/index.html"]
    title = "=SOMME(A1) <script>alert('é')</script> & fpslot0content0"
    assert page.words("//h1") == title
    assert page.one("//head/title").text.startswith(title)
    assert "{{ block.rules }}" in page.words("//main")
    for file, typed in (
        ("catalogue/appel-en-cours/index.html", "& fpslot0content0 {{ block.rules }}"),
        ("en/catalogue/appel-en-cours/index.html", "& fpslot0content0 {{ block.rules }}"),
        ("catalogue/journee-a-venir/index.html", "Salle <b onmouseover=alert(1)>d’essai</b> &"),
        ("en/catalogue/journee-a-venir/index.html", "<b onmouseover=alert(1)>Trial</b> hall &"),
    ):
        assert typed in site.proper[file].words("//main"), file
    for file, other in site.pages.items():
        scripts = other.tree.xpath("//script[not(@type='application/ld+json')]")
        assert all((s.text or "").strip() == "" for s in scripts), file
        assert all(s.get("src") for s in scripts), file
        assert not other.tree.xpath("//@*[starts-with(name(), 'on')]"), file
        assert not other.tree.xpath("//iframe | //object | //embed | //base"), file


# Terms and lists


@pytest.mark.parametrize("name", ["fixture", "real", "generated"])
def test_every_term_has_its_page_with_the_right_count(sites: Sites, name: str) -> None:
    site = sites[name]
    records = [row for row in rows(site) if row["status"] == "published"]
    schema = json.loads(site.read("data/catalogue.schema.json"))["items"]
    for facet in FACETS:
        counts = Counter(term for row in records for term in row["facets"][facet])
        known = schema["properties"]["facets"]["properties"][facet]["items"].get("enum", counts)
        for term in known:
            for root in ROOTS:
                page = site.pages[f"{root}catalogue/{facet}/{term}/index.html"]
                if page.is_redirect:
                    assert not counts[term]
                    continue
                shown = page.words("//*[@id='results']")
                number = re.match(r"\d+", shown)
                assert int(number[0] if number else 0) == counts[term], page.file
                assert len(page.tree.xpath("//main//h3")) == min(counts[term], CARDS_A_PAGE), (
                    page.file
                )


@pytest.mark.parametrize("root", ROOTS)
def test_a_facet_page_names_all_its_terms_with_their_counts(sites: Sites, root: str) -> None:
    site = sites["fixture"]
    page = site.proper[f"{root}catalogue/theme/index.html"]
    named = {
        words_of(term.find("a")): words_of(term).removeprefix(words_of(term.find("a"))).strip()
        for term in page.tree.xpath("//main//dt")
    }
    assert named == (
        {
            "Prestations sociales": "2 fiches",
            "Handicap": "4 fiches",
            "Grand âge et autonomie": "1 fiche",
            "Services numériques": "1 fiche",
        }
        if root == ""
        else {
            "Social benefits": "2 records",
            "Disability": "4 records",
            "Ageing and autonomy": "1 record",
            "Digital services": "1 record",
        }
    )


@pytest.mark.parametrize("root", ROOTS)
def test_a_long_list_goes_on_over_several_pages(sites: Sites, root: str) -> None:
    site = sites["generated"]
    total = sum(row["status"] == "published" for row in rows(site))
    seen: list[str] = []
    file = f"{root}catalogue/index.html"
    visited = 0
    while file:
        page = site.proper[file]
        visited += 1
        found = page.tree.xpath("//main//h3/a/@href")
        assert 0 < len(found) <= CARDS_A_PAGE <= 50
        seen += [address.rstrip("/").rpartition("/")[2] for address in found]
        assert str(visited) in page.words("//nav//a[@aria-current='page'][@aria-label]")
        following = page.tree.xpath("//main//a[@rel='next']/@href")
        file = f"{root}catalogue/page/{visited + 1}/index.html" if following else ""
    assert visited == -(-total // CARDS_A_PAGE) >= 2
    assert len(seen) == len(set(seen)) == total


def test_lists_are_in_the_order_of_their_titles(sites: Sites) -> None:
    from fp_build.words.text import fold

    for root in ROOTS:
        page = sites["fixture"].proper[f"{root}catalogue/index.html"]
        titles = [fold(words_of(a)) for a in page.tree.xpath("//main//h3/a")]
        assert titles == sorted(titles)
        assert len(titles) == len(PUBLISHED)


# Data


@pytest.mark.parametrize("name", ["fixture", "fixture-preview", "real", "generated"])
def test_data_follow_their_published_schema(sites: Sites, name: str) -> None:
    site = sites[name]
    schema = json.loads(site.read("data/catalogue.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(rows(site))


def test_data_hold_each_public_record_once(sites: Sites) -> None:
    site = sites["fixture"]
    found = rows(site)
    assert [row["slug"] for row in found] == sorted([*PUBLISHED, "ancien-guichet"])
    states = {row["slug"]: row["translation_state"] for row in found}
    assert states["sans-anglais"] == states["only-in-english"] == "missing"
    assert states["traduction-perimee"] == "outdated"
    assert states["written-in-english"] == "machine"
    assert states["guichet-tout"] == "reviewed"
    for row in found:
        for language, url in row["urls"].items():
            file = site.file_at(url)
            assert file in site.proper and site.proper[str(file)].lang == language
    assert len(rows(sites["generated"])) > GENERATED / 2


@pytest.mark.parametrize("name", ["fixture", "real"])
def test_the_table_holds_the_same_records(sites: Sites, name: str) -> None:
    site = sites[name]
    data = site.read("data/catalogue.csv")
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    found = rows(site)
    assert [line["slug"] for line in table] == [row["slug"] for row in found]
    for line, row in zip(table, found, strict=True):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.values())
        assert line["title_fr"].removeprefix("'") == (row["title"]["fr"] or "")
        for facet in FACETS:
            assert line[facet].split() == row["facets"][facet]


# Settings


def test_settings_are_shown_or_said_to_be_missing(sites: Sites) -> None:
    unset = sites["fixture"].proper
    assert unset["methode/index.html"].words().count("à renseigner par l’exploitant") == 2
    assert unset["en/methode/index.html"].words().count("to be filled in by the operator") == 2
    given = sites["fixture-settings"].proper
    french, english = given["methode/index.html"].words(), given["en/methode/index.html"].words()
    assert "equipe@example.org" in french and "equipe@example.org" in english
    assert "L’éditeur" in french and "The publisher" in english
    assert "exploitant" not in french and "operator" not in english


def test_links_to_the_repository_need_a_repository(sites: Sites) -> None:
    for page in sites["fixture"].proper.values():
        assert "Signaler une erreur" not in page.text and "Report an error" not in page.text
        assert "Modifier cette" not in page.text and "Edit this" not in page.text


@pytest.mark.parametrize("root", ROOTS)
def test_records_and_pages_link_to_the_repository(sites: Sites, root: str) -> None:
    site = sites["fixture-settings"]
    lang = "en" if root else "fr"
    record = site.proper[f"{root}catalogue/guichet-tout/index.html"]
    links = record.tree.xpath("//main//a/@href")
    assert f"{REPOSITORY}/edit/main/cases/guichet-tout/index.{lang}.md" in links
    page = "https%3A%2F%2Fexample.org%2Ffp%2F" + f"{root}catalogue/guichet-tout/".replace(
        "/", "%2F"
    )
    assert any(link.startswith(f"{REPOSITORY}/issues/new?") and page in link for link in links)
    only_one = site.proper[f"{root}catalogue/sans-anglais/index.html"]
    links = only_one.tree.xpath("//main//a/@href")
    assert f"{REPOSITORY}/edit/main/cases/sans-anglais/index.fr.md" in links
    editorial = site.proper[f"{root}principes/index.html"].tree.xpath("//main//a/@href")
    assert f"{REPOSITORY}/edit/main/docs/{lang}/principes.md" in editorial
    assert any(link.startswith(f"{REPOSITORY}/issues/new?") for link in editorial)


# Files


@pytest.mark.parametrize("name", ["fixture", "real"])
def test_nothing_stray_is_published(sites: Sites, name: str) -> None:
    stray = re.compile(
        r"(^|/)(\.|_|words\.yml|architecture|decisions|.*\.(map|md|yml|py)$|preview-report\.txt)"
    )
    found = {file for file in sites[name].files if stray.search(file)}
    assert found == set(HOST_FILES)
    used = {
        reference
        for page in sites[name].pages.values()
        for _, reference in page.addresses()
        if "assets/" in reference
    }
    scripts = {f for f in sites[name].files if f.endswith((".js", ".css"))}
    unused = {s for s in scripts if not any(u.endswith(s.rpartition("/")[2]) for u in used)}
    # What another script loads when it is needed.
    later = {f"search/{language}/pagefind.js" for language in ("fr", "en")}
    later |= {
        f"assets/javascripts/{name}.js"
        for name in (
            "preview", "search", "neighbours", "self_assessment_answers", "self_assessment_record",
        )
    }  # fmt: skip
    assert unused <= later


@pytest.mark.parametrize("name", sorted(["fixture", "real", "generated", "fixture-settings"]))
def test_no_path_of_the_machine_is_published(sites: Sites, name: str) -> None:
    site = sites[name]
    machine = (str(site.folder.parent), str(PROJECT), str(Path.home()))
    for file, data in site.content().items():
        for path in machine:
            assert len(path) < 2 or f"{path}/".encode() not in data, (file, path)


def test_pictures_are_published_as_they_are_but_for_what_they_tell(sites: Sites) -> None:
    site = sites["fixture"]
    originals = FIXTURE / "cases" / "guichet-tout"
    cover, plan = (originals / name for name in ("couverture.png", "plan.png"))
    assert site.read("catalogue/guichet-tout/couverture.png") == cover.read_bytes()
    assert b"tEXt" in plan.read_bytes()
    assert site.read("catalogue/guichet-tout/plan.png") == bare(plan.read_bytes())
