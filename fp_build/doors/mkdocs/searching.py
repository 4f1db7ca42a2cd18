"""The search of one build: whether there is one, what its pages say, and the index of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from markupsafe import Markup

from fp_build.arranging.catalogue import Catalogue
from fp_build.doors.pagefind import program, write_indexes
from fp_build.judging import page_faults as faults
from fp_build.publishing.search_text import shadows, sought_page
from fp_build.publishing.views import SoughtPage
from fp_build.words.addresses import Addresses, list_file
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import LANGUAGES, Language

AUTO: Final = "auto"


class Searching:
    """Gathers what is searched while pages are made, then has the index made."""

    def __init__(self, wanted: bool) -> None:
        self.on = wanted and program() is not None
        self._wanted = wanted
        self._pages: dict[Language, list[SoughtPage]] = {language: [] for language in LANGUAGES}

    def findings(self, place: str) -> Iterator[Finding]:
        """What is wrong before anything is written."""
        if self._wanted and not self.on:
            yield faults.SEARCH_MISSING.at(Place(place))

    def take(self, language: Language, page: SoughtPage | None) -> None:
        """A page of the catalogue; nothing for one that is not searched."""
        if page is not None:
            self._pages[language].append(page)

    def take_editorial(self, language: Language, file: str, title: str | None, html: str) -> None:
        """A page of the site. The first page of the catalogue is a list."""
        if self.on and file != list_file(language):
            words = title.unescape() if isinstance(title, Markup) else title or ""
            self.take(language, sought_page(file, words, html))

    def write(self, site: Path, catalogue: Catalogue, addresses: Addresses) -> None:
        """Write the indexes into the site. Raises ``SearchFailed``."""
        if self.on:
            write_indexes(
                {lang: shadows(pages, lang, addresses) for lang, pages in self._pages.items()},
                {lang: catalogue.in_order(catalogue.listed, lang) for lang in self._pages},
                site,
            )
