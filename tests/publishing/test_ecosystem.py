"""Initiatives by type, the ways open to researchers, and what their records' pages say."""

from __future__ import annotations

from typing import Any, Final

import pytest

from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.ecosystem import SHOWN, InitiativeView, ResearchView, view_surroundings
from fp_build.publishing.edition import Settings
from fp_build.publishing.views import Said
from fp_build.words.addresses import Addresses, record_file
from fp_build.words.languages import Language
from publishing.editions import edition_of, record, renderer, translated

HERE: Final = "ecosysteme/index.html"
PAGES: Final = Settings(pages=frozenset({"ecosysteme", "recherche"}))
FILES: Final = {
    "prix/index.fr.md": record(
        "title: Un prix", "summary: Un résumé.", "type: prize", kind="initiative"
    ),
    "prix/index.en.md": translated("title: A prize"),
    "concours/index.fr.md": record("title: Concours", "type: prize", kind="initiative"),
    "vieux/index.fr.md": record(
        "title: Vieux", "type: training", kind="initiative", status="archived"
    ),
    "projet/index.fr.md": record("title: Un projet", "research: [action-research]"),
}


def block(name: str, language: Language = "fr", files: Any = FILES) -> dict[str, Any]:
    return {
        group.term.id: group
        for group in next(iter(BLOCKS[name](edition_of(files, language), HERE).values()))
    }


def surroundings(
    *lines: str, kind: str = "initiative", language: Language = "fr", settings: Settings = PAGES
) -> dict[str, Any]:
    files = {"essai/index.fr.md": record(*lines, kind=kind)}
    edition = edition_of(files, language, settings=settings)
    here = record_file(language, "essai")
    return view_surroundings(edition.catalogue.records["essai"], edition, here)


def initiative(*lines: str, **more: Any) -> InitiativeView:
    found = surroundings(*lines, **more)["initiative"]
    assert isinstance(found, InitiativeView)
    return found


# Parts of editorial pages


def test_every_type_that_the_sources_name_is_there() -> None:
    assert list(block("initiatives")) == [
        "prize", "laboratory", "community", "seminar", "encounter-day", "training", "observatory",
        "publication",
    ]  # fmt: skip
    assert list(block("research")) == [
        "steering-committee", "project-expert", "research-seminar", "action-research",
    ]  # fmt: skip


def test_a_type_has_its_records_by_title_and_leads_to_them_filtered() -> None:
    prize = block("initiatives", "en")["prize"]
    assert [card.title for card in prize.records] == [Said("A prize"), Said("Concours", "fr")]
    assert prize.term.url == "../en/catalogue/type/prize/"
    assert prize.selection_url == "../en/catalogue/?type=prize"
    assert prize.more == ""


def test_a_type_without_a_record_is_said_to_have_none() -> None:
    empty = block("initiatives")["training"]  # its one record is archived
    assert (empty.records, empty.selection_url) == ((), "")
    edition = edition_of({}, "fr")
    html = renderer()("blocks/initiatives.html", edition, BLOCKS["initiatives"](edition, HERE))
    assert html.count("Aucune initiative de ce type") == 8
    assert "?type=" not in html


def test_a_long_list_is_cut_and_leads_to_the_whole() -> None:
    files = {
        f"prix-{n}/index.fr.md": record(f"title: Prix {n:02}", "type: prize", kind="initiative")
        for n in range(SHOWN + 2)
    }
    prize = block("initiatives", files=files)["prize"]
    assert len(prize.records) == SHOWN
    assert prize.more == "et 2 autres"


def test_a_way_names_the_projects_that_say_it_is_open() -> None:
    ways = block("research")
    assert [card.title.text for card in ways["action-research"].records] == ["Un projet"]
    assert ways["action-research"].selection_url == "../catalogue/?research=action-research"
    assert ways["project-expert"].records == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_record_of_another_page_is_searched_where_it_is_listed(language: Language) -> None:
    edition = edition_of(FILES, language)
    for name in ("initiatives", "research"):
        html = renderer()(f"blocks/{name}.html", edition, BLOCKS[name](edition, HERE))
        for part in html.split("<ul")[1:]:
            assert part.startswith(' class="fp-under__records" data-unsought')


# The page of an initiative


def test_an_initiative_says_its_type_who_and_when() -> None:
    shown = initiative(
        "type: prize",
        "lead: sgmap",
        "partners: [{organisation: igpde, type: state-service}, {organisation: oecd}]",
        "stages: [{stage: implementation, start: 2014, end: 2016}, {stage: diffusing, end: 2015}]",
    )
    assert shown.type is not None and shown.type.label == "Prix"
    assert [(term.id, term.note) for term in shown.who] == [
        ("sgmap", "Porteur"),
        ("igpde", "Service de l’État"),
        ("oecd", ""),
    ]
    assert shown.when == "2014 – 2016"
    assert shown.page_url == "../../ecosysteme/"


def test_what_an_initiative_does_not_say_is_said_to_be_unknown() -> None:
    shown = initiative()
    assert (shown.type, shown.who, shown.when) == (None, (), "date non documentée")
    edition = edition_of({}, "fr")
    html = renderer()("catalogue/initiative_facts.html", edition, {"initiative": shown})
    assert html.count("non documenté") == 3


def test_one_date_is_said_once() -> None:
    assert initiative("stages: [{stage: evaluation, end: 2018-03}]").when == "mars 2018"


def test_a_page_that_is_not_there_is_not_linked_to() -> None:
    assert initiative(settings=Settings()).page_url == ""
    assert initiative(language="en").page_url == "../../../en/ecosysteme/"


# The page of a project


def test_a_project_says_which_ways_are_open() -> None:
    shown = surroundings("research: [action-research, steering-committee]", kind="project")
    open_to = shown["research"]
    assert isinstance(open_to, ResearchView)
    assert [way.id for way in open_to.ways] == ["action-research", "steering-committee"]
    assert open_to.page_url == "../../recherche/"


def test_a_project_that_says_nothing_of_research_shows_nothing() -> None:
    assert surroundings(kind="project") == {"research": None}
    assert surroundings(kind="case") == {}


def test_editorial_pages_are_found_whichever_way_addresses_are_made() -> None:
    for directories, name in ((True, "en/recherche/index.html"), (False, "en/recherche.html")):
        assert Addresses(None, directories).editorial_file("en", "recherche") == name
