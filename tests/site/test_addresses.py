"""Whole sites: what is promised stands there, and what stands there is promised."""

from __future__ import annotations

import re
from typing import Final

from in_memory import CASES, PROJECT
from whole_site import FIXTURE, Site, Sites

from fp_build.doors.disk import ADDRESSES
from fp_build.doors.promising import compare
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
        data = {file for file in site.files if "." in file and not file.endswith(".html")}
        assert [f for f in data if not OURS.fullmatch(f) and address_of(f) not in now] == []


def addresses(site: Site) -> set[str]:
    return set(map(address_of, site.files))
