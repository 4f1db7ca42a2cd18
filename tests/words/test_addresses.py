"""Where pages stand, and how one names another."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.words.addresses import (
    Addresses,
    facet_file,
    list_file,
    record_file,
    root,
    term_file,
)

SITE = Addresses("https://example.org/fp/", directories=True)
FILES = Addresses(None, directories=False)


def test_files() -> None:
    assert (root("fr"), root("en")) == ("", "en/")
    assert record_file("fr", "un") == "catalogue/un/index.html"
    assert record_file("en", "un") == "en/catalogue/un/index.html"
    assert list_file("fr") == "catalogue/index.html"
    assert list_file("en", 2) == "en/catalogue/page/2/index.html"
    assert term_file("fr", "theme", "digital") == "catalogue/theme/digital/index.html"
    assert term_file("en", "theme", "digital", 3) == "en/catalogue/theme/digital/page/3/index.html"
    assert facet_file("fr", "theme") == "catalogue/theme/index.html"


def test_paths() -> None:
    assert SITE.path("index.html") == ""
    assert SITE.path("catalogue/un/index.html") == "catalogue/un/"
    assert SITE.path("catalogue/myindex.html") == "catalogue/myindex.html"
    assert FILES.path("catalogue/un/index.html") == "catalogue/un/index.html"
    assert SITE.path("catalogue/un/été #1.jpg") == "catalogue/un/%C3%A9t%C3%A9%20%231.jpg"


def test_absolute() -> None:
    assert SITE.absolute("en/index.html") == "https://example.org/fp/en/"
    assert FILES.absolute("en/index.html") is None


FOLDERS = st.lists(st.sampled_from(["a", "b", "catalogue", "é t"]), max_size=3).map("/".join)
PAGES = st.builds(posixpath.join, FOLDERS, st.sampled_from(["index.html", "x.html", "p.jpg"]))


@pytest.mark.parametrize("site", [SITE, FILES], ids=["folders", "files"])
@given(here=PAGES, there=PAGES)
def test_relative_addresses_lead_there(site: Addresses, here: str, there: str) -> None:
    base = "https://example.org/fp/"
    assert urljoin(base + site.path(here), site.between(here, there)) == base + site.path(there)
