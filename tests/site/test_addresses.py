"""Whole sites: what is promised stands there, and what stands there is promised."""

from __future__ import annotations

import re
from typing import Final

from in_memory import CASES, PROJECT
from whole_site import FIXTURE, Site, Sites

from fp_build.doors.disk import ADDRESSES
from fp_build.doors.promising import compare
from fp_build.publishing.hosts import NAMES
from fp_build.reading.address_list import read_address_list
from fp_build.reading.source import Limits
from fp_build.words.addresses import address_of

COUNTED: Final = re.compile(r"(?:/en)?/catalogue/(?:(?:.+/)?page/\d+/|year/\d+/.*)")
"""Pages that come and go with the records."""

OURS: Final = re.compile(
    r"data/(?:filters|summaries)-.*|search/.*|assets/.*|.*\.ics|sitemap\..*"
    r"|catalogue/.*\.(?:png|jpg|webp)"
)
"""What our own scripts ask for, pictures, and the calendar of one event."""


def test_every_address_that_was_published_is_on_the_site(sites: Sites) -> None:
    listed, findings = read_address_list("", (CASES / ADDRESSES).read_bytes(), Limits())
    assert findings == []
    assert len(listed.lines) > 500
    assert sorted(listed.lines.keys() - addresses(sites["real"])) == []


def test_the_command_names_what_a_build_publishes(sites: Sites) -> None:
    for name, project in (("real", PROJECT), ("fixture", FIXTURE)):
        site = sites[name]
        now = compare(str(project / "cases"), project).now
        assert sorted(now - addresses(site)) == []
        proper = [address_of(file) for file in site.proper]
        assert [a for a in proper if a not in now and not COUNTED.fullmatch(a)] == []
        data = {file for file in site.files - set(NAMES) if not file.endswith(".html")}
        assert [f for f in data if not OURS.fullmatch(f) and address_of(f) not in now] == []


def addresses(site: Site) -> set[str]:
    return set(map(address_of, site.files))


def test_hosts_are_told_of_every_redirect_and_each_leads_straight_to_a_page(sites: Sites) -> None:
    site = sites["fixture"]
    lines = site.read("_redirects").decode().splitlines()
    told = dict(line.split()[:2] for line in lines if not line.startswith("#"))
    top = site.url.removeprefix("https://example.org")
    files = {site.file_at(f"https://example.org{old}") for old in told}
    assert files == {file for file, page in site.pages.items() if page.is_redirect}
    assert len(files) > 3
    assert all(new.startswith(top) for new in told.values())
    targets = {site.file_at(f"https://example.org{new}") for new in told.values()}
    assert targets <= site.proper.keys()
