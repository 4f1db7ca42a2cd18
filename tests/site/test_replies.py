"""Readers' replies on built sites: under both languages of a record, with a way to write one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from whole_site import Page, Site, Sites, language_at

LANGUAGES = {"": "fr", "en/": "en"}
both = pytest.mark.parametrize("root", LANGUAGES)


def record_pages(site: Site) -> Iterator[tuple[str, Page]]:
    for file, page in site.proper.items():
        if "record-" in page.tree.find("body").get("data-kind", ""):
            yield file, page


@both
def test_replies_stand_under_both_languages_of_a_record(sites: Sites, root: str) -> None:
    page = sites["fixture"].pages[f"{root}catalogue/guichet-tout/index.html"]
    texts = page.tree.xpath("//*[@class='fp-reply__text']")
    assert [language_at(text) for text in texts] == ["fr", "en"]
    headings = page.tree.xpath("//*[@class='fp-reply']//h3")
    assert [heading.get("id") for heading in headings] == [
        "reply-2026-11-02-une-lectrice",
        "reply-2026-11-10-a-reader",
    ]
    for heading in headings:
        assert page.tree.xpath(f"//a[@href='#{heading.get('id')}']")
    assert page.tree.xpath("//nav//a[@href='#replies']")


@both
@pytest.mark.parametrize("slug", ["ancien-guichet", "sans-anglais"])
def test_an_archived_record_and_one_without_translation_show_theirs(
    sites: Sites, root: str, slug: str
) -> None:
    page = sites["fixture"].pages[f"{root}catalogue/{slug}/index.html"]
    assert len(page.tree.xpath("//*[@class='fp-reply']")) == 1


def test_nothing_is_invited_where_nobody_can_receive_it(sites: Sites) -> None:
    for file, page in record_pages(sites["fixture"]):
        assert not page.tree.xpath("//*[@class='fp-replies__write']"), file
        assert not page.tree.xpath("//a[starts-with(@href, 'mailto:')]"), file


@both
def test_every_published_record_invites_replies_where_a_role_is_set(
    sites: Sites, root: str
) -> None:
    seen = 0
    for file, page in record_pages(sites["fixture-settings"]):
        if page.lang != LANGUAGES[root]:
            continue
        links = page.tree.xpath("//*[@class='fp-replies__write']//a/@href")
        if "ancien-guichet" in file:
            assert links == []
            continue
        mail, issue = links
        (body,) = parse_qs(urlsplit(mail).query)["body"]
        slug = file.removeprefix(root).split("/")[1]
        assert f"cases/{slug}/replies/" in body and f"language: {page.lang}" in body
        assert mail.startswith("mailto:equipe@example.org?")
        assert issue.startswith("https://forge.example/futurs-publics/issues/new?title=")
        assert len(mail) < 2000, "some mail programs take no more"
        seen += 1
    assert seen > 5


def test_no_reply_brings_a_script_or_a_picture(sites: Sites) -> None:
    for _, page in record_pages(sites["fixture"]):
        assert not page.tree.xpath("//*[@class='fp-replies']//*[self::script or self::img]")


def test_replies_are_counted_in_the_data_and_in_no_facet(sites: Sites) -> None:
    rows = {row["slug"]: row for row in json.loads(sites["fixture"].read("data/catalogue.json"))}
    assert {slug: row["replies"] for slug, row in rows.items() if row["replies"]} == {
        "ancien-guichet": 1,
        "guichet-tout": 2,
        "sans-anglais": 1,
    }
    assert not any("repl" in facet for facet in rows["guichet-tout"]["facets"])
