"""Pictures as they are published: in the sizes that pages ask for, light, and told in full."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from PIL import Image
from whole_site import Page, Site, Sites

from fp_build.reading.bare_picture import bare

LARGEST = 1600


def pictures(site: Site) -> Iterator[tuple[Page, Any]]:
    for page in site.pages.values():
        for picture in page.tree.xpath("//img"):
            yield page, picture


def size_of(site: Site, page: Page, address: str) -> tuple[int, int]:
    file = site.file_at(urljoin(site.url + page.file, address))
    return Image.open(io.BytesIO(site.read(str(file)))).size


@pytest.mark.parametrize("name", ["fixture", "real", "generated"])
def test_every_picture_has_its_size_and_its_words(sites: Sites, name: str) -> None:
    """With its size known, nothing moves when it comes."""
    for page, picture in pictures(sites[name]):
        where = (page.file, picture.get("src"))
        assert picture.get("alt") is not None, where
        assert int(picture.get("width", 0)) > 0 and int(picture.get("height", 0)) > 0, where


@pytest.mark.parametrize("name", ["fixture", "generated"])
def test_the_sizes_of_a_picture_are_what_the_page_says(sites: Sites, name: str) -> None:
    site = sites[name]
    chosen = 0
    for page, picture in pictures(site):
        if "assets/pictures/" not in picture.get("src", ""):
            continue
        is_card = "fp-card__picture" in picture.get("class", "")
        ratio = int(picture.get("width")) / int(picture.get("height"))
        for part in (picture.get("srcset") or "").split(","):
            if part:
                address, width = part.split()
                size = size_of(site, page, address)
                assert f"{size[0]}w" == width and size[0] <= LARGEST
                assert size[0] <= int(picture.get("width")), "never larger than the original"
                assert size[0] / size[1] == pytest.approx(ratio, rel=0.02)
                chosen += 1
        assert picture.get("src").endswith(".webp")
        assert (picture.get("srcset") is None) == (picture.get("sizes") is None)
        if is_card:
            assert picture.get("srcset") is None and picture.get("loading") == "lazy"
    assert chosen or name == "fixture"


def test_only_the_picture_at_the_head_of_a_record_is_fetched_at_once(sites: Sites) -> None:
    for page, picture in pictures(sites["generated"]):
        at_head = bool(picture.xpath("ancestor::figure[contains(@class, 'fp-record__cover')]"))
        is_logo = bool(picture.xpath("ancestor::header[contains(@class, 'fp-header')]"))
        assert (picture.get("loading") == "lazy") is not (at_head or is_logo), page.file
        own = "assets/pictures/" in picture.get("src", "")
        assert picture.get("fetchpriority") == ("high" if at_head and own else None)


def test_a_record_with_a_picture_shows_it_in_links(sites: Sites) -> None:
    site = sites["generated"]
    shown = set()
    for file, page in site.proper.items():
        (url,) = page.tree.xpath("//meta[@property='og:image']/@content")
        if url.endswith(".jpg"):
            assert re.match(r"(en/)?catalogue/[^/]+/index\.html", file)
            shown.add(site.file_at(url))
    made = {f for f in site.files if f.startswith("assets/previews/records/")}
    assert shown == made and made


@pytest.mark.parametrize("name", ["fixture", "generated"])
def test_no_picture_is_made_that_no_page_asks_for(sites: Sites, name: str) -> None:
    site = sites[name]
    asked = {
        site.file_at(urljoin(site.url + page.file, address))
        for page in site.pages.values()
        for _, address in page.addresses()
    }
    made = {f for f in site.files if f.startswith("assets/pictures/")}
    assert made - asked == set()


def test_what_is_made_tells_nothing_of_cameras(sites: Sites) -> None:
    site = sites["generated"]
    for file in site.files:
        if file.startswith(("assets/pictures/", "assets/previews/")):
            data = site.read(file)
            assert b"Exif" not in data and b"EXIF" not in data and b"ICCP" not in data, file


@pytest.mark.parametrize("name", ["fixture", "real"])
def test_no_picture_says_where_and_by_whom_it_was_made(sites: Sites, name: str) -> None:
    """Nor does it bring anything that its pixels do not need."""
    site, looked_at = sites[name], 0
    for file in site.files:
        if re.fullmatch(r"catalogue/[^/]+/[^/]+\.(?:png|jpe?g|webp)", file):
            data = site.read(file)
            assert data == bare(data), file
            assert b"Ada Lovelace" not in data, file
            looked_at += 1
    assert looked_at or name == "real"
