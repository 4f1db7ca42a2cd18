"""The page of the timeline, as it is published."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import urljoin

import pytest
from whole_site import Page, Site, Sites, words_of

PAGE: Final = "chronologie/index.html"

everywhere = pytest.mark.parametrize(
    ("name", "root"), [(name, root) for name in ("fixture", "generated") for root in ("", "en/")]
)


def listed(site: Site) -> list[dict[str, Any]]:
    rows = json.loads(site.read("data/catalogue.json"))
    return [row for row in rows if row["status"] == "published"]


def years_of(page: Page) -> dict[str, Any]:
    years = page.tree.xpath("//ol[@class='fp-chronicle']/li")
    return {words_of(year.find(".//h3")): year for year in years}


@everywhere
def test_the_years_are_those_of_the_records(sites: Sites, name: str, root: str) -> None:
    site = sites[name]
    found = list(years_of(site.pages[root + PAGE]))
    assert found == sorted({year for row in listed(site) for year in row["year"]})
    assert len(found) > 1


@everywhere
def test_a_year_leads_to_as_many_records_as_it_says(sites: Sites, name: str, root: str) -> None:
    site = sites[name]
    page = site.pages[root + PAGE]
    for year, told in years_of(page).items():
        link = told.xpath(".//*[@class='fp-chronicle__ways']/a")[0]
        there = site.file_at(urljoin(urljoin(site.url, page.file), link.get("href")))
        assert there == f"{root}catalogue/year/{year}/index.html"
        (number,) = re.findall(r"\d+", words_of(link).rpartition(":")[0])
        assert words_of(site.pages[there].one("//*[@id='results']")).split()[0] == number
        assert int(number) == sum(year in row["year"] for row in listed(site))


@everywhere
def test_every_date_is_of_its_year_and_leads_to_its_record(
    sites: Sites, name: str, root: str
) -> None:
    site = sites[name]
    page = site.pages[root + PAGE]
    dated = {row["urls"]["en" if root else "fr"]: row["year"] for row in listed(site)}
    for year, told in years_of(page).items():
        for entry in told.xpath("./ol/li"):
            address = entry.xpath("string(.//*[@class='fp-chronicle__record']/a/@href)")
            assert year in dated[urljoin(urljoin(site.url, page.file), address)]
            assert year in words_of(entry.xpath("./*[@class='fp-chronicle__when']")[0])


@everywhere
def test_records_without_a_date_are_told(sites: Sites, name: str, root: str) -> None:
    site = sites[name]
    without = [row for row in listed(site) if not row["year"]]
    (summary,) = site.pages[root + PAGE].tree.xpath("//*[@class='fp-undated']/summary")
    assert words_of(summary).split()[0] == str(len(without))
