"""Calls, events, calendars and feeds on built sites."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin

import pytest
from icalendar import Calendar
from lxml import etree
from whole_site import Site, Sites

ATOM: Final = {"a": "http://www.w3.org/2005/Atom"}
ROOTS: Final = ("", "en/")
FEEDS: Final = ("appels.atom", "fiches.atom")

every_site = pytest.mark.parametrize("name", ["agenda", "agenda-nowhere"])
every_root = pytest.mark.parametrize("root", ROOTS, ids=["fr", "en"])


@every_site
def test_nothing_leads_nowhere(sites: Sites, name: str) -> None:
    assert sites[name].broken() == []


@every_site
@every_root
def test_every_calendar_can_be_read_and_leads_to_pages(sites: Sites, name: str, root: str) -> None:
    site = sites[name]
    found = {f for f in site.files if f.endswith(".ics") and f.startswith("en/") is bool(root)}
    dated = ("appel-ouvert", "appel-decide", "rencontre", "rassemblement")
    assert found == {
        f"{root}agenda.ics", *(f"{root}catalogue/{slug}/{slug}.ics" for slug in dated)
    }  # fmt: skip
    for file in found:
        calendar = Calendar.from_ical(site.read(file))
        events = calendar.walk("VEVENT")
        assert len(events) == (len(dated) if file == f"{root}agenda.ics" else 1)
        for event in events:
            assert not event.errors
            if name == "agenda":
                assert site.file_at(str(event["URL"])) in site.proper
            else:
                assert "URL" not in event


@every_site
@every_root
def test_every_feed_leads_to_pages(sites: Sites, name: str, root: str) -> None:
    site = sites[name]
    for feed in FEEDS:
        file = f"{root}{feed}"
        tree = etree.fromstring(site.read(file))
        links = tree.xpath("//a:link/@href", namespaces=ATOM)
        assert len(links) >= 3
        for link in links:
            assert site.file_at(urljoin(urljoin(site.url, file), link)) in site.files, link
    open_calls = etree.fromstring(site.read(f"{root}appels.atom"))
    titles = [t.text for t in open_calls.xpath("a:entry/a:title", namespaces=ATOM)]
    assert titles == ["An open call" if root else "Un appel ouvert"]


@every_site
def test_every_page_tells_programs_of_calendar_and_feeds(sites: Sites, name: str) -> None:
    site = sites[name]
    for file, page in site.proper.items():
        root = "en/" if page.lang == "en" else ""
        links = page.tree.xpath("//head/link[@rel='alternate'][@type]")
        assert [
            (link.get("type"), site.file_at(urljoin(urljoin(site.url, file), link.get("href"))))
            for link in links
        ] == [
            ("text/calendar", f"{root}agenda.ics"),
            *(("application/atom+xml", f"{root}{feed}") for feed in FEEDS),
        ]
        assert all(link.get("title") for link in links)


@pytest.mark.parametrize(
    ("root", "heading", "title"),
    [("", "Appels ouverts", "Un appel ouvert"), ("en/", "Open calls", "An open call")],
    ids=["fr", "en"],
)
def test_the_home_page_shows_what_is_open_and_what_comes_next(
    sites: Sites, root: str, heading: str, title: str
) -> None:
    page = sites["agenda"].proper[f"{root}index.html"]
    assert heading in page.words() and title in page.words()
    shown = [a.rstrip("/").rpartition("/")[2] for a in page.tree.xpath("//main//h3/a/@href")]
    assert shown[:3] == ["appel-ouvert", "rencontre", "semaine"]
    empty = sites["truth-table"].proper[f"{root}index.html"]
    assert heading not in empty.words()
    assert not empty.tree.xpath("//main//*[starts-with(@class, 'fp-agenda')]")


@every_root
def test_a_page_leads_to_its_calendar_only_while_it_is_of_use(sites: Sites, root: str) -> None:
    site = sites["agenda"]

    def calendars(slug: str) -> list[str]:
        page = site.proper[f"{root}catalogue/{slug}/index.html"]
        here = urljoin(site.url, page.file)
        found = page.tree.xpath("//main//a[contains(@href, '.ics')]/@href")
        return [str(site.file_at(urljoin(here, link))) for link in found]

    assert calendars("rencontre") == [f"{root}catalogue/rencontre/rencontre.ics"]
    assert calendars("appel-ouvert") == [f"{root}catalogue/appel-ouvert/appel-ouvert.ics"]
    for slug in ("semaine", "rassemblement", "appel-decide", "appel-a-venir"):
        assert calendars(slug) == []


@every_root
def test_a_call_and_its_project_name_each_other(sites: Sites, root: str) -> None:
    site = sites["agenda"]
    project = site.proper[f"{root}catalogue/projet-ne/index.html"]
    assert project.tree.xpath("//main//a[contains(@href, '/appel-decide/')]")
    call = site.proper[f"{root}catalogue/appel-decide/index.html"]
    assert call.tree.xpath("//main//h3/a[contains(@href, '/projet-ne/')]")


def test_cards_and_filters_tell_how_a_call_stands(sites: Sites) -> None:
    site: Site = sites["agenda"]
    page = site.proper["catalogue/kind/call/index.html"]
    assert "Ouvert · clôture" in page.words()
    assert "Ouvert · clôture" in site.read("data/filters-fr.json").decode()
