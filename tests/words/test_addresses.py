"""Where pages stand, and how one names another."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.words.addresses import (
    Addresses,
    Subject,
    address_of,
    facet_file,
    list_file,
    one_file,
    record_file,
    root,
    subject_at,
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


def test_addresses_as_readers_keep_them() -> None:
    assert address_of("index.html") == "/"
    assert address_of("en/catalogue/un/index.html") == "/en/catalogue/un/"
    assert address_of("catalogue/myindex.html") == "/catalogue/myindex.html"
    assert address_of("e\u0301te\u0301/index.html") == "/\u00e9t\u00e9/"


def test_what_an_address_is_about() -> None:
    assert subject_at(address_of(record_file("en", "un"))) == Subject("en", None, "un")
    about = subject_at(address_of(term_file("fr", "theme", "digital")))
    assert about == Subject("fr", "theme", "digital")
    assert subject_at("/catalogue/") is None
    assert subject_at("/en/principes/") is None
    assert subject_at("/catalogue/theme/digital/page/2/") is None


def test_names_that_a_disk_takes_for_one() -> None:
    same = ("\u00c9t\u00e9.JPG", "\u00e9t\u00e9.jpg", "e\u0301te\u0301.jpg")
    assert len(set(map(one_file, same))) == 1
    assert one_file("etat.jpg") != one_file("\u00e9tat.jpg")


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
