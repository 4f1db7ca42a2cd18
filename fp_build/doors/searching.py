"""The search of one build: whether there is one, what its pages say, and the index of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from markupsafe import Markup

from fp_build.arranging.catalogue import Catalogue
from fp_build.doors.cache import Cache
from fp_build.doors.indexing import Indexing
from fp_build.doors.pagefind import DATA, program
from fp_build.judging import page_faults as faults
from fp_build.publishing.search_text import packed, sought_page
from fp_build.publishing.site_page import SoughtPage
from fp_build.words.addresses import Addresses, list_file, record_file
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import LANGUAGES, Language

AUTO: Final = "auto"

FOLDER: Final = "search"
"""Where the indexes stand on the site, one folder a language."""


class Searching:
    """Has the index of each language made while pages are. Without a search it does nothing, and
    asks no page what is searched of it."""

    def __init__(self, wanted: bool, cache: Cache) -> None:
        self.on = wanted and program() is not None
        self._wanted = wanted
        self._cache = cache
        self._editorial: list[tuple[Language, SoughtPage]] = []
        self._indexes: dict[Language, Indexing] = {}

    def findings(self, place: str) -> Iterator[Finding]:
        """What is wrong before anything is written."""
        if self._wanted and not self.on:
            yield faults.SEARCH_MISSING.at(Place(place))

    def take_editorial(self, language: Language, file: str, title: str | None, html: str) -> None:
        """A page of the site. The first page of the catalogue is a list."""
        if self.on and file != list_file(language):
            words = title.unescape() if isinstance(title, Markup) else title or ""
            self._editorial.append((language, sought_page(file, words, html)))

    def begin(self, catalogue: Catalogue, addresses: Addresses) -> None:
        """The pages of the catalogue come now. Whoever begins calls :meth:`stop` in the end."""
        if not self.on:
            return
        for language in LANGUAGES:
            self._indexes[language] = Indexing(
                language,
                addresses,
                self._cache,
                [record_file(language, slug) for slug in catalogue.records],
                catalogue.in_order(catalogue.listed, language),
            )
        for language, page in self._editorial:
            self.take(language, page.file, packed(page))

    def take(self, language: Language, file: str, data: bytes) -> None:
        """A page of the catalogue, in any order, as ``search_text.packed`` packs it."""
        self._indexes[language].take(file, data)

    def finish(self, language: Language) -> None:
        """There are no more pages of that language: its index is made while others are written."""
        if self.on:
            self._indexes[language].finish()

    def write(self, site: Path) -> None:
        """Write the indexes into the site, once they are finished. Raises ``SearchFailed``."""
        for language, index in self._indexes.items():
            index.write(site / FOLDER / language)

    def needed(self) -> list[str]:
        """The files without which there is no search."""
        names = (DATA, "pagefind.js", "pagefind-entry.json")
        return [f"{FOLDER}/{lang}/{name}" for lang in LANGUAGES for name in names if self.on]

    def stop(self) -> None:
        """Leave nothing running and nothing open."""
        for index in self._indexes.values():
            index.stop()
        self._indexes.clear()
