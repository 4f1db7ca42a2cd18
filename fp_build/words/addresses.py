"""Where every page of the catalogue stands, and how one page names another.

A page is known by its file, relative to the top of the site: ``en/catalogue/<slug>/index.html``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote

from fp_build.words.languages import Language

CATALOGUE: Final = "catalogue"
INDEX: Final = "index.html"
JSON_FILE: Final = "data/catalogue.json"
CSV_FILE: Final = "data/catalogue.csv"
SCHEMA_FILE: Final = "data/catalogue.schema.json"


def root(language: Language) -> str:
    """What the files of a language begin with: French stands at the top."""
    return "" if language == "fr" else f"{language}/"


def record_file(language: Language, slug: str) -> str:
    """The page of a record."""
    return f"{root(language)}{CATALOGUE}/{slug}/{INDEX}"


def medium_file(slug: str, name: str) -> str:
    """A picture of a record as its author made it: once for both languages."""
    return f"{CATALOGUE}/{slug}/{name}"


def list_file(language: Language, page: int = 1) -> str:
    """A page of the whole catalogue, from 1."""
    return f"{root(language)}{CATALOGUE}/{_page(page)}{INDEX}"


def term_file(language: Language, facet: str, term: str, page: int = 1) -> str:
    """A page of the records found under a term, from 1."""
    return f"{root(language)}{CATALOGUE}/{facet}/{term}/{_page(page)}{INDEX}"


def facet_file(language: Language, facet: str) -> str:
    """The page that lists the terms of a facet."""
    return f"{root(language)}{CATALOGUE}/{facet}/{INDEX}"


def record_calendar_file(language: Language, slug: str) -> str:
    """The calendar of one event or call, beside its page: no other file of a record ends so."""
    return f"{root(language)}{CATALOGUE}/{slug}/{slug}.ics"


def calendar_file(language: Language) -> str:
    """The calendar of all events and calls, to subscribe to."""
    return f"{root(language)}agenda.ics"


def calls_feed_file(language: Language) -> str:
    """The feed of the calls that are open."""
    return f"{root(language)}appels.atom"


def records_feed_file(language: Language) -> str:
    """The feed of the records verified last."""
    return f"{root(language)}fiches.atom"


def twin(file: str) -> str:
    """The file of the same page in the other language: only its beginning differs."""
    english = root("en")
    return file.removeprefix(english) if file.startswith(english) else english + file


def address_of(file: str) -> str:
    """What readers keep of a file, from the top of the site on: ``/catalogue/<slug>/``."""
    address = f"/{file if file.isascii() else unicodedata.normalize('NFC', file)}"
    return address[: -len(INDEX)] if address.endswith(f"/{INDEX}") else address


_NAME: Final = (
    r"(?!\.{1,2}(?:/|$))[^/?#%\\<>\s\ufffd](?:[^/?#%\\<>\ufffd\n\t]*[^/?#%\\<>\s\ufffd])?"
)
_ADDRESS: Final = re.compile(rf"/(?:(?:{_NAME}/)*(?:{_NAME})?)")


def is_address(text: str) -> bool:
    """True for what may be the address of a file, from the top of the site on."""
    return _ADDRESS.fullmatch(text) is not None


class Subject(NamedTuple):
    """What a page of the catalogue is about: a record, or a term of a facet."""

    language: Language
    facet: str | None
    name: str


_PAGE: Final = re.compile(rf"/(en/)?{CATALOGUE}/(?:([^/]+)/)?([^/]+)/")


def subject_at(address: str) -> Subject | None:
    """What the page at an address would be about, whether it exists or not."""
    match = _PAGE.fullmatch(address)
    return match and Subject("en" if match[1] else "fr", match[2], match[3])


def one_file(name: str) -> str:
    """The same for all names that a disk of macOS or Windows takes for one: such a disk minds
    neither case nor whether accents are taken apart."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _page(number: int) -> str:
    return "" if number == 1 else f"page/{number}/"


@lru_cache(maxsize=8192)
def _path(file: str, directories: bool) -> str:
    if directories and (file == INDEX or file.endswith(f"/{INDEX}")):
        file = file[: -len(INDEX)]
    return quote(file)


@dataclass(frozen=True, slots=True)
class Addresses:
    """How links are written on this site."""

    site_url: str | None
    """Where the site is published, with a ``/`` at the end; ``None`` when not known."""
    directories: bool
    """True where ``x/index.html`` is named ``x/``."""

    @property
    def site_path(self) -> str:
        """The path of the site on its host, from ``/`` to ``/``."""
        return re.sub(r"^[a-z]+://[^/]*", "", self.site_url or "/") or "/"

    def path(self, file: str) -> str:
        """A file as an address names it, relative to the top of the site."""
        return _path(file, self.directories)

    def between(self, here: str, there: str) -> str:
        """The relative address that leads from one file to another: up to the top, then down, so
        that it is the same for all files of one depth."""
        return "../" * here.count("/") + self.path(there) or "./"

    def editorial_file(self, language: Language, name: str) -> str:
        """The file of the editorial page ``docs/<language>/<name>.md``."""
        ending = f"/{INDEX}" if self.directories else ".html"
        return f"{root(language)}{name}{ending}"

    def absolute(self, file: str) -> str | None:
        """The full address of a file, or ``None`` when the site's own is not known."""
        return None if self.site_url is None else self.site_url + self.path(file)
