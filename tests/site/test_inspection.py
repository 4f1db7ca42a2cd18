"""What the inspection reads of pages is what a parser reads, on every kind of page."""

from __future__ import annotations

from collections import defaultdict

import pytest
from whole_site import Page, Sites

from fp_build.publishing.page_links import PageReader


@pytest.mark.parametrize("name", ["fixture", "agenda-nowhere"])
def test_a_quick_look_finds_what_a_parser_finds(sites: Sites, name: str) -> None:
    site = sites[name]
    kinds: dict[str, list[Page]] = defaultdict(list)
    for page in site.pages.values():
        kinds[page.tree.xpath("string(//body/@data-kind)")].append(page)
    assert len(kinds) > 10
    url = None if "nowhere" in name else site.url
    for pages in kinds.values():
        for page in {pages[0], pages[-1]}:
            data = page.text.encode()
            quick, exact = (
                PageReader(url)(page.file, data),
                PageReader(url).exactly(page.file, data),
            )
            assert quick.named == exact.named, page.file
            assert set(quick.places.split()) == set(exact.places.split()), page.file
            assert quick.named or page.is_redirect, page.file
            assert quick.is_whole
