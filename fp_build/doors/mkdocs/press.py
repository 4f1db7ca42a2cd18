"""Sets the catalogue into pages and writes them where the host builds its site."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from copy import copy
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import FileSystemLoader
from markupsafe import Markup

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.witness import Witness
from fp_build.doors import archive
from fp_build.doors.archive import Part
from fp_build.doors.bindery import Bindery, Frame
from fp_build.doors.cache import Cache
from fp_build.doors.cards import Cards
from fp_build.doors.compiled import CompiledTemplates, compile_ahead
from fp_build.doors.crew import Crew
from fp_build.doors.darkroom import Darkroom, Developed
from fp_build.doors.disk import as_shown
from fp_build.doors.fingerprints import of_values
from fp_build.doors.kept_pages import KeptPages, have_been_kept
from fp_build.doors.kept_parts import KeptParts
from fp_build.doors.kept_values import remembered
from fp_build.doors.mkdocs.searching import Searching
from fp_build.doors.spare import Spare, Standing
from fp_build.judging.rulebook import all_rules
from fp_build.publishing import data
from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.calendars import calendars
from fp_build.publishing.covers import sheets
from fp_build.publishing.data_schema import schema
from fp_build.publishing.edition import Edition, Editions, Settings
from fp_build.publishing.feeds import feeds
from fp_build.publishing.filter_index import (
    as_json,
    filter_index,
    index_file,
    indexed_records,
    summaries,
)
from fp_build.publishing.interface import InterfaceWords, read_interface
from fp_build.publishing.manual import Files, view_rules
from fp_build.publishing.outlines import FILE as OUTLINES
from fp_build.publishing.outlines import read_outlines
from fp_build.publishing.page_kinds import BLOCK, REDIRECT, marks
from fp_build.publishing.page_links import PageReader
from fp_build.publishing.pages import (
    PageOrder,
    list_orders,
    page_orders,
    record_orders,
    record_redirects,
    term_redirects,
)
from fp_build.publishing.palette import FILE as PALETTE
from fp_build.publishing.palette import read_palette
from fp_build.publishing.parts import Remember
from fp_build.publishing.preview import link_cards
from fp_build.publishing.rendering import Renderer
from fp_build.publishing.site_page import SitePage
from fp_build.reading.bare_picture import bare
from fp_build.words.addresses import CSV_FILE, JSON_FILE, SCHEMA_FILE, Addresses, medium_file, root
from fp_build.words.languages import LANGUAGES, Language

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
WORDS_FILE: Final = "words.yml"
ICON: Final = "assets/images/icon-180.png"
"""The mark of the site as a square, as cards and telephones show it."""

_READ: Final = ("fp_build.publishing.interface", "fp_build.publishing.outlines")
"""Where the forms of these values stand."""

_HALVES: Final = (
    *("filters-fr", "filters-en", "pictures", "dates-en"),
    *("catalogue", "dates-fr", "cards-fr", "cards-en", "redirects"),
)
"""What is written besides pages. The second half is that of another process, which begins with what
takes longest."""

Parts = Callable[[], Iterable[Part]]
"""Makes files, each with its way from the top of the site."""

Data = Callable[[Remember], Iterable[Part]]
"""Puts files together from the parts that are remembered, and from new ones."""

Tell = Callable[[int, int], None]
"""Hears how much is done, and of how much."""


class Written(NamedTuple):
    """What a press has done."""

    pages: Mapping[Language, Sequence[str]]
    """The files of the pages of each language."""
    taken: int
    """How many of them were kept from an earlier build."""
    standing: Collection[str]
    """Those of them that stand in the spare."""


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
        self._keep = keep
        self._way = way
        self._parts = KeptParts(cache, way, "blocks")
        self._on_cards = {
            language: KeptParts(cache, way, f"cards-{language}") for language in LANGUAGES
        }
        self.palette = read_palette((overrides / PALETTE).read_text(encoding="utf-8"))
        self.words: Mapping[Language, InterfaceWords] = self._read(WORDS_FILE, read_interface)
        self.render = Renderer(FileSystemLoader(overrides), dict(self.words))
        self.render.keep_compiled(lambda env: CompiledTemplates(cache, env, env.constants))
        self.addresses = addresses
        self.settings = settings
        self._outlines = self._read(OUTLINES, read_outlines)
        self.bindery: Bindery | None = None
        """What has written the pages, once they are."""
        self.moved: Mapping[str, str] = {}
        """For each former file of an editorial page the one that stands there now."""
        self.written: dict[str, frozenset[str]] = {}
        """The files that were written besides pages, by what they are parts of."""
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
                partial(self._on_cards[language].made, catalogue),
            )
            for language in LANGUAGES
        }

    def block(self, name: str, language: Language, here: str, extra: Mapping[str, Any]) -> Markup:
        """A generated part of an editorial page. ``extra`` holds what only the host knows."""
        known_as = f"{name} {here} {of_values(dict(extra))}"
        make = partial(self._new_block, name, language, here, extra)
        return Markup(self._parts.made(self.catalogue, known_as, lambda: str(make())))

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

    def write(
        self, site: Path, spare: Spare | None, frame: Frame, searching: Searching, tell: Tell
    ) -> Written:
        """Write pages, redirects, pictures and data, and hand over what is searched of the pages.
        Pages that stand in the ``spare`` are left there. ``tell`` hears how many pages are done,
        and of how many."""
        orders = self.orders()
        ordered = {order.file for wanted in orders.values() for order in wanted}
        there = spare.files if spare else {}
        put = partial(_put, site, spare)
        others = self.other_files(lambda file: file in ordered or (site / file).exists())
        with closing(Crew(list(others.values()), lambda parts: put(parts()))) as crew:
            if have_been_kept(self._keep, self._way):  # the other processes have little to do
                crew.begin()
            bindery = self._bound(site, there, orders, frame, searching, tell)
            made = crew.answers()
        self.bindery = bindery
        self.written.update((name, files) for name, (files, _) in zip(others, made, strict=True))
        self._parts.note()
        bindery.note()
        self._cache.tidy()
        files = {lang: [order.file for order in wanted] for lang, wanted in orders.items()}
        standing = bindery.standing.union(*(standing for _, standing in made))
        return Written(files, bindery.taken, standing)

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
        kept = KeptPages(self._keep, self._cache, self._way, self.catalogue)
        reader = PageReader(self.addresses.site_url)
        bindery = Bindery(
            site,
            self.render,
            self.catalogue,
            kept,
            frame,
            reader,
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
        if self.bindery is not None:
            self.bindery.close()

    def samples(self) -> Iterator[SitePage]:
        """A page of a record and one of a list, in each language, made anew."""
        for edition in self.editions.values():
            for orders in (record_orders(edition), list_orders(edition)):
                for order in islice(orders, 1):
                    yield order.make(self.render)

    def orders(self) -> dict[Language, list[PageOrder]]:
        """Every page that there is to be, besides the editorial ones."""
        return {lang: list(page_orders(edition)) for lang, edition in self.editions.items()}

    def other_files(self, is_taken: Callable[[str], bool]) -> dict[str, Parts]:
        """What is to be written besides pages, by what it is, in two halves that take about as
        long, what takes longest first in each. ``is_taken`` says whether something better than a
        redirect stands at a place."""
        files: dict[str, Parts] = {}
        if self.addresses.site_url is not None:  # without it no page can name them
            for language, edition in self.editions.items():
                files[f"cards-{language}"] = partial(self._cards, edition)
        files.update(self.data())
        files["pictures"] = self._pictures
        files["redirects"] = partial(self._redirects, is_taken)
        return {name: files[name] for name in _HALVES if name in files}

    @property
    def redirects(self) -> dict[str, str]:
        """For each file that leads elsewhere the one that it leads to, once they are written."""
        written = self.written["redirects"]
        found: dict[str, str] = {}
        for edition in self.editions.values():
            for old, new in self._leads(edition, self.catalogue.unheard):
                if old in written:
                    found.setdefault(old, new)
        return found

    def _redirects(self, is_taken: Callable[[str], bool]) -> Iterator[Part]:
        done = set()
        for edition in self.editions.values():
            for old, new in self._leads(edition, self.catalogue):
                if old in done or is_taken(old):
                    continue
                done.add(old)
                values = {
                    "url": edition.link(old, new),
                    "canonical": self.addresses.absolute(new),
                    "top": "../" * old.count("/"),
                    "kind": marks(REDIRECT),
                }
                yield old, self.render(REDIRECT.template, edition, values).encode()

    def _leads(self, edition: Edition, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
        """For each former file of a language the one that stands there now."""
        yield from term_redirects(edition)
        yield from record_redirects(catalogue.records, edition.language)
        for old, new in self.moved.items():
            if new.startswith(root("en")) is (edition.language == "en"):
                yield old, new

    def _pictures(self) -> Iterator[Part]:
        themes = list(self.catalogue.vocabularies["themes"])
        for name, sheet in sheets(themes, self.palette.covers):
            yield name, sheet.encode()
        for slug, record in self.catalogue.records.items():
            for name in record.brief.media:
                entry = record.folder.entries.get(name)
                if entry is not None and entry.kind == "file":
                    yield medium_file(slug, name), bare(entry.read())
        yield from self._darkroom.files(self.developed)

    def _cards(self, edition: Edition) -> Iterator[Part]:
        """The pictures that links show, each painted once."""
        cards = Cards(
            self._cache,
            self._asset(self.palette.title_font),
            self._asset(self.palette.text_font),
            self._asset(ICON),
        )
        yield from cards.files(link_cards(edition, self.palette))

    def _asset(self, file: str) -> bytes | None:
        path = self._overrides / file
        return path.read_bytes() if file and path.is_file() else None

    def data(self) -> dict[str, Parts]:
        """What programs read, by what it is."""
        kinds: dict[str, Data] = {
            "catalogue": partial(_catalogue_data, self.catalogue, self.editions)
        }
        for language, edition in self.editions.items():
            kinds[f"dates-{language}"] = partial(_dated_data, edition)
            kinds[f"filters-{language}"] = partial(_filter_data, edition, self._on_cards[language])
        return {name: partial(self._kept_data, name, put) for name, put in kinds.items()}

    def _kept_data(self, name: str, put_together: Data) -> Iterator[Part]:
        """Whole where no record has changed in what they tell, else put together from the parts."""
        whole = KeptParts(self._cache, self._way, name)

        def made() -> bytes:
            parts = KeptParts(self._cache, self._way, f"{name}, by record")
            files = archive.packed(put_together(partial(parts.made, self.catalogue)))
            parts.note()
            return files

        files = whole.made(self.catalogue, name, made)
        whole.note()
        return archive.unpacked(files)


def _catalogue_data(
    catalogue: Catalogue, editions: Editions, remembered: Remember
) -> Iterator[Part]:
    lines = list(data.catalogue_lines(catalogue, editions, remembered))
    yield JSON_FILE, data.as_json(json for json, _ in lines)
    yield CSV_FILE, data.as_csv(csv for _, csv in lines)
    yield SCHEMA_FILE, schema(catalogue.vocabularies).encode()


def _filter_data(edition: Edition, cards: KeptParts, remembered: Remember) -> Iterator[Part]:
    records = indexed_records(edition, remembered)
    cards.note()  # all of them have been asked for now
    yield index_file(edition.language), as_json(filter_index(edition, records)).encode()
    for file, texts in summaries(edition, records):
        yield file, as_json(texts).encode()


def _dated_data(edition: Edition, remembered: Remember) -> Iterator[Part]:
    yield from calendars(edition, remembered)
    yield from feeds(edition, remembered)


def _told(tell: Tell, before: int, of: int, done: int) -> None:
    tell(before + done, of)


def _put(
    site: Path, spare: Spare | None, parts: Iterable[Part]
) -> tuple[frozenset[str], frozenset[str]]:
    """Write files into the site as they are made, but for those that stand in the spare as they
    should be; answers which there are, and which of them stand there."""
    files, standing = set(), set()
    for file, content in parts:
        files.add(file)
        path = f"{site}/{file}"  # thousands of them: paths as texts take a third of the time
        if spare is not None and not os.path.lexists(path) and _holds(spare, file, content):
            standing.add(file)
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as written:
            written.write(content)
    return frozenset(files), frozenset(standing)


def _holds(spare: Spare, file: str, content: bytes) -> bool:
    there = spare.files.get(file)
    if there is None or there[1] != len(content):  # most that have changed are of another size
        return False
    try:
        with open(f"{spare.taken}/{file}", "rb", buffering=0) as held:
            return held.readall() == content
    except OSError:
        return False


def _files(folder: Path) -> Files:
    return {
        as_shown(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
