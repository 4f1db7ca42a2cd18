"""A page stays as it is while the catalogue answers its questions as it did."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import Final

import pytest

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.ground import Digests
from fp_build.arranging.witness import Witness
from fp_build.doors.fingerprints import of_folder
from fp_build.doors.studies import of_face
from fp_build.publishing.edition import Edition
from fp_build.publishing.pages import page_orders
from fp_build.publishing.site_page import SitePage, SoughtPage
from fp_build.words.languages import Language
from publishing.editions import editions_of, record, renderer, translated

FILES: Final[dict[str, str]] = {
    "appel/index.fr.md": record(
        "opens: 2026-01-01", "closes: 2026-12-31", "question: Et vous ?", kind="call"
    ),
    "rencontre/index.fr.md": record("start: 2026-11-30", "place: Paris", kind="event"),
    "reseau/index.fr.md": record("type: network", "themes: [ageing]", kind="initiative"),
    "guichet/index.fr.md": record(
        "title: Guichet",
        "themes: [ageing]",
        "lead: sgmap",
        "related: [abandon]",
        "call: appel",
        "principles: [accept-error]",
        "criteria: {high-stakes: {answer: yes, reason: Oui.}}",
        "stages: [{stage: generating-ideas, start: 2013}]",
        body="## La situation\n\nVoir [la suite](case:abandon#lessons).\n",
    ),
    "guichet/index.en.md": translated("title: Desk", body="## The situation\n\nSee.\n"),
    "abandon/index.fr.md": record(
        "title: Abandon",
        "outcome: stopped",
        "themes: [ageing]",
        "partners: [{organisation: sgmap, type: state-service}]",
        "replaces: [ancien]",
        body="## Les enseignements\n\nTrop tôt.\n",
    ),
    "ancien/index.fr.md": record("title: Ancien", status="archived"),
    **{
        f"fiche-{n}/index.fr.md": record(f"title: Fiche {n:02}", "themes: [ageing]")
        for n in range(31)
    },
}

CHANGES: Final[dict[str, dict[str, str | None]]] = {
    "a body": {"abandon/index.fr.md": FILES["abandon/index.fr.md"].replace("Trop tôt", "Tard")},
    "a title": {"guichet/index.fr.md": FILES["guichet/index.fr.md"].replace("Guichet", "Zoo")},
    "a theme": {"abandon/index.fr.md": FILES["abandon/index.fr.md"].replace("ageing", "digital")},
    "a translation": {"guichet/index.en.md": None},
    "a new one": {"nouveau/index.fr.md": record("title: B", "related: [guichet]", "lead: sgmap")},
    "one that goes": {"abandon/index.fr.md": None},
    "a call that ends": {
        "appel/index.fr.md": FILES["appel/index.fr.md"].replace("2026-12-31", "2026-02-01")
    },
    "an outcome": {
        "abandon/index.fr.md": FILES["abandon/index.fr.md"].replace("stopped", "ongoing")
    },
    "an answer": {"guichet/index.fr.md": FILES["guichet/index.fr.md"].replace("yes", "no")},
    "a call that is named": {
        "guichet/index.fr.md": FILES["guichet/index.fr.md"].replace("call: appel\n", "")
    },
    "one that is archived": {
        "fiche-3/index.fr.md": FILES["fiche-3/index.fr.md"].replace("published", "archived")
    },
}  # fmt: skip


def digests_of(catalogue: Catalogue) -> dict[str, Digests]:
    return {
        slug: Digests(of_face(record, record.folder), of_folder(record.folder))
        for slug, record in catalogue.records.items()
    }


def witnessed(files: dict[str, str]) -> dict[Language, Edition]:
    editions = editions_of(files)
    catalogue: Catalogue = editions["fr"].catalogue
    witness = Witness(catalogue, digests_of(catalogue))
    return {language: replace(edition, catalogue=witness) for language, edition in editions.items()}


Made = dict[str, tuple[SitePage, SoughtPage | None, tuple[tuple[str, ...], ...]]]
"""Each page with what is searched of it and what was asked meanwhile."""


def nothing() -> None:
    """In the place of what answers what is searched, which would be another each time."""


def made(editions: dict[Language, Edition]) -> Made:
    found: Made = {}
    for edition in editions.values():
        for order in page_orders(edition):
            with edition.catalogue.listening() as asked:
                page = order.make(renderer())
                sought = page.sought()
            found[order.file] = page._replace(sought=nothing), sought, tuple(asked)
    return found


@pytest.fixture(scope="module")
def before() -> tuple[dict[Language, Edition], Made]:
    editions = witnessed(FILES)
    return editions, made(editions)


def answers(edition: Edition, questions: tuple[tuple[str, ...], ...]) -> bytes:
    assert isinstance(edition.catalogue, Witness)
    return edition.catalogue.answered(questions)


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_that_would_differ_is_known_to(
    before: tuple[dict[Language, Edition], Made], change: str
) -> None:
    editions, old = before
    files = {path: text for path, text in {**FILES, **CHANGES[change]}.items() if text}
    changed = witnessed(files)
    assert list(changed["fr"].vocabulary("year")) == list(editions["fr"].vocabulary("year"))
    new = made(changed)
    same = 0
    for file in old.keys() & new.keys():
        page, sought, asked = old[file]
        if answers(editions["fr"], asked) == answers(changed["fr"], asked):
            assert new[file][:2] == (page, sought), file
            same += 1
    assert same > len(old) / 2, "hardly any page was known to stay as it is"


def test_a_sentence_more_is_the_business_of_its_own_page(
    before: tuple[dict[Language, Edition], Made],
) -> None:
    editions, old = before
    more = FILES["fiche-3/index.fr.md"] + "\nUne phrase de plus.\n"
    changed = witnessed({**FILES, "fiche-3/index.fr.md": more})
    touched = {
        file
        for file, (*_, asked) in old.items()
        if answers(editions["fr"], asked) != answers(changed["fr"], asked)
    }
    assert touched == {"catalogue/fiche-3/index.html", "en/catalogue/fiche-3/index.html"}


def test_every_page_is_ordered_under_the_name_it_has() -> None:
    for edition in witnessed(FILES).values():
        for order in page_orders(edition):
            page = order.make(renderer())
            assert (page.file, page.language) == (order.file, order.language)


def test_a_record_leaves_those_alone_that_share_its_terms(
    before: tuple[dict[Language, Edition], Made],
) -> None:
    editions, old = before
    changed = witnessed({**FILES, "zebre/index.fr.md": record("title: Zèbre", "themes: [ageing]")})
    asked = old["catalogue/fiche-7/index.html"][2]
    assert answers(editions["fr"], asked) == answers(changed["fr"], asked)


def test_a_page_leaves_nothing_for_the_collector() -> None:
    """It sleeps while pages are made, so what only it could take away would stay until the end."""
    editions = witnessed(FILES)
    made(editions)  # what is kept for all pages is there now
    gc.collect()
    gc.disable()
    try:
        made(editions)
        assert gc.collect() == 0
    finally:
        gc.enable()
