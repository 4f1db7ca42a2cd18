"""Sets the catalogue into pages, and writes them with all that belongs beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from copy import copy
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import FileSystemLoader
from markupsafe import Markup

from fp_build.arranging.witness import Witness
from fp_build.doors import data_files, site_pictures
from fp_build.doors.archive import MakeFiles, SiteFile
from fp_build.doors.bindery import Bindery, Frame
from fp_build.doors.cache import Cache
from fp_build.doors.compiled import CompiledTemplates, compile_ahead
from fp_build.doors.crew import Crew
from fp_build.doors.darkroom import Darkroom, Developed
from fp_build.doors.data_files import DataFiles
from fp_build.doors.disk import as_shown
from fp_build.doors.fingerprints import of_values
from fp_build.doors.kept_pages import KeptPages
from fp_build.doors.kept_parts import KeptParts
from fp_build.doors.kept_values import remembered
from fp_build.doors.laying import lay
from fp_build.doors.searching import Searching
from fp_build.doors.spare import Spare, Standing
from fp_build.judging.rulebook import all_rules
from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.edition import Edition, Settings
from fp_build.publishing.interface import InterfaceWords, read_interface
from fp_build.publishing.manual import Files, view_rules
from fp_build.publishing.outlines import FILE as OUTLINES
from fp_build.publishing.outlines import read_outlines
from fp_build.publishing.page_kinds import BLOCK
from fp_build.publishing.page_links import PageReader
from fp_build.publishing.pages import PageOrder, list_orders, page_orders, record_orders
from fp_build.publishing.palette import FILE as PALETTE
from fp_build.publishing.palette import read_palette
from fp_build.publishing.redirects import redirect_pages, redirects
from fp_build.publishing.rendering import Renderer
from fp_build.publishing.site_page import SitePage
from fp_build.words.addresses import Addresses
from fp_build.words.languages import LANGUAGES, Language

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
WORDS_FILE: Final = "words.yml"

CATALOGUE: Final = data_files.CATALOGUE
PICTURES: Final = "pictures"
REDIRECTS: Final = "redirects"

_ORDER: Final = (
    *("filters-fr", "filters-en", PICTURES, "dates-en"),
    *(CATALOGUE, "dates-fr", "link-pictures-fr", "link-pictures-en", REDIRECTS),
)
"""What is written besides pages, in two halves that take about as long. The second is that of
another process, which begins with what takes longest."""

_READ: Final = ("fp_build.publishing.interface", "fp_build.publishing.outlines")
"""Where the forms of these values stand."""

Tell = Callable[[int, int], None]
"""Hears how much is done, and of how much."""


class Written(NamedTuple):
    """What has been written of a catalogue."""

    pages: Mapping[Language, Sequence[str]]
    """The files of the pages of each language."""
    besides: Mapping[str, frozenset[str]]
    """The other files, by what they are parts of."""
    standing: Collection[str]
    """Those of them all that stand in the spare."""
    bindery: Bindery
    """What has written the pages."""


class Press:
    """One build's means to publish a catalogue: its editions, templates and words."""

    def __init__(
        self,
        catalogue: Witness,
        overrides: Path,
        addresses: Addresses,
        settings: Settings,
        cache: Cache,
        darkroom: Darkroom,
        developed: Developed,
        keep: Path,
        way: str,
    ) -> None:
        self._overrides = overrides
        self._darkroom = darkroom
        self._cache = cache
        self._way = way
        self._kept = KeptPages(keep, cache, way, catalogue)
        self._blocks = KeptParts(cache, way, "blocks")
        self._cards = {
            language: KeptParts(cache, way, f"cards-{language}") for language in LANGUAGES
        }
        self._data = DataFiles(cache, way, self._cards)
        self.palette = read_palette((overrides / PALETTE).read_text(encoding="utf-8"))
        self.words: Mapping[Language, InterfaceWords] = self._read(WORDS_FILE, read_interface)
        self.render = Renderer(FileSystemLoader(overrides), dict(self.words))
        self.render.keep_compiled(lambda env: CompiledTemplates(cache, env, env.constants))
        self.addresses = addresses
        self.settings = settings
        self._outlines = self._read(OUTLINES, read_outlines)
        self._take(catalogue, developed)

    def prepare(self) -> None:
        """Have the templates ready, where there are pages to be made."""
        compile_ahead(self._cache, self._way, self.render.compile)

    def _read(self, file: str, read: Callable[[bytes], Any]) -> Any:
        """What a file of the templates holds."""
        data = (self._overrides / file).read_bytes()
        return remembered(self._cache, (file, data), partial(read, data), dict, *_READ)

    def renewed(self, catalogue: Witness, developed: Developed) -> Press:
        """A press for the records as they are now, where nothing else has changed."""
        press = copy(self)
        press._take(catalogue, developed)
        return press

    def _take(self, catalogue: Witness, developed: Developed) -> None:
        self.catalogue = catalogue
        self.developed = developed
        self.editions: dict[Language, Edition] = {
            language: Edition(
                language,
                catalogue,
                self.words[language],
                self.addresses,
                self.settings,
                developed.pictures,
                self._outlines,
                partial(self._cards[language].made, catalogue),
            )
            for language in LANGUAGES
        }

    # Parts of editorial pages

    def block(self, name: str, language: Language, here: str, extra: Mapping[str, Any]) -> Markup:
        """A generated part of an editorial page. ``extra`` holds what only the host knows."""
        known_as = f"{name} {here} {of_values(dict(extra))}"
        make = partial(self._new_block, name, language, here, extra)
        return Markup(self._blocks.made(self.catalogue, known_as, lambda: str(make())))

    def _new_block(
        self, name: str, language: Language, here: str, extra: Mapping[str, Any]
    ) -> Markup:
        edition = self.editions[language]
        if name == "rules":
            values: dict[str, Any] = {"rules": view_rules(all_rules(), self._examples, edition)}
        elif name in BLOCKS:
            values = BLOCKS[name](edition, here)
        else:
            values = dict(extra)
        return self.render(BLOCK[name].template, edition, values)

    @cached_property
    def _examples(self) -> Mapping[str, tuple[Files, Files]]:
        found = {}
        for folder in sorted(EXAMPLES.iterdir()) if EXAMPLES.is_dir() else []:
            if folder.is_dir():
                found[folder.name] = (_files(folder / "wrong"), _files(folder / "right"))
        return found

    # Files of the site

    def write(
        self,
        site: Path,
        spare: Spare | None,
        moved: Mapping[str, str],
        frame: Frame,
        searching: Searching,
        tell: Tell,
    ) -> Written:
        """Write pages, redirects, pictures and data, and hand over what is searched of the pages.
        Files that stand in the ``spare`` are left there. ``moved`` are the former files of
        editorial pages, each with the one that stands there now; ``tell`` hears how many pages are
        done, and of how many. Whoever calls this calls :meth:`close` in the end."""
        orders = self.orders()
        ordered = {order.file for wanted in orders.values() for order in wanted}
        others = self.besides(moved, lambda file: file in ordered or (site / file).exists())
        with closing(Crew(list(others.values()), lambda make: lay(site, spare, make()))) as crew:
            if self._kept.is_known:  # the other processes have little to do
                crew.begin()
            there = spare.files if spare else {}
            bindery = self._bound(site, there, orders, frame, searching, tell)
            laid = dict(zip(others, crew.answers(), strict=True))
        self._blocks.note()
        bindery.note()
        self._cache.tidy()
        return Written(
            {language: [order.file for order in wanted] for language, wanted in orders.items()},
            {name: part.files for name, part in laid.items()},
            bindery.standing.union(*(part.standing for part in laid.values())),
            bindery,
        )

    def _bound(
        self,
        site: Path,
        there: Mapping[str, Standing],
        orders: Mapping[Language, Sequence[PageOrder]],
        frame: Frame,
        searching: Searching,
        tell: Tell,
    ) -> Bindery:
        """Write the pages, and hand over what is searched of them."""
        count = sum(map(len, orders.values()))
        bindery = Bindery(
            site,
            self.render,
            self.catalogue,
            self._kept,
            frame,
            PageReader(self.addresses.site_url),
            searched=searching.on,
            there=there,
        )
        if not searching.on:  # then each process best keeps to one language
            bindery.write([*chain.from_iterable(orders.values())], partial(_told, tell, 0, count))
        for language, wanted in orders.items() if searching.on else ():
            bindery.write(wanted, partial(_told, tell, len(bindery.pages), count))
            for file, sought in bindery.sought(wanted):
                searching.take(language, file, sought)
            searching.finish(language)
        return bindery

    def close(self) -> None:
        """Wait until all that was written is remembered."""
        self._kept.close()

    def samples(self) -> Iterator[SitePage]:
        """A page of a record and one of a list, in each language, made anew."""
        for edition in self.editions.values():
            for orders in (record_orders(edition), list_orders(edition)):
                for order in islice(orders, 1):
                    yield order.make(self.render)

    def orders(self) -> dict[Language, list[PageOrder]]:
        """Every page that there is to be, besides the editorial ones."""
        return {lang: list(page_orders(edition)) for lang, edition in self.editions.items()}

    def besides(
        self, moved: Mapping[str, str], is_taken: Callable[[str], bool]
    ) -> dict[str, MakeFiles]:
        """What is to be written besides pages, by what it is. ``is_taken`` says whether something
        better than a redirect stands at a place."""
        kinds = self._data.kinds(self.catalogue, self.editions)
        kinds[PICTURES] = self._pictures
        kinds[REDIRECTS] = partial(self._redirects, moved, is_taken)
        if self.addresses.site_url is not None:  # without it no page can name them
            for language, edition in self.editions.items():
                kinds[f"link-pictures-{language}"] = partial(
                    site_pictures.link_pictures, edition, self.palette, self._overrides, self._cache
                )
        return {name: kinds[name] for name in sorted(kinds, key=_ORDER.index)}

    def redirected(self, written: Written, moved: Mapping[str, str]) -> dict[str, str]:
        """For each file that leads elsewhere the one that it leads to, of those written."""
        there = written.besides[REDIRECTS]
        leads = redirects(self.editions, self.catalogue.unheard, moved)
        return {old: new for old, (_, new) in leads.items() if old in there}

    def _redirects(
        self, moved: Mapping[str, str], is_taken: Callable[[str], bool]
    ) -> Iterator[SiteFile]:
        leads = redirects(self.editions, self.catalogue, moved)
        return redirect_pages(leads, self.render, is_taken)

    def _pictures(self) -> Iterable[SiteFile]:
        return chain(
            site_pictures.covers(self.catalogue, self.palette),
            site_pictures.originals(self.catalogue.records),
            self._darkroom.files(self.developed),
        )


def _told(tell: Tell, before: int, of: int, done: int) -> None:
    tell(before + done, of)


def _files(folder: Path) -> Files:
    return {
        as_shown(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
