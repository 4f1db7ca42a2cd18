"""What programs read of a catalogue: data, the filters' index, calendars and feeds.

Each kind is kept whole, and stays as it is where no record has changed in what it tells. Where one
has, files are put together again from parts that are kept by record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from fp_build.arranging.witness import Witness
from fp_build.doors import archive
from fp_build.doors.archive import MakeFiles, SiteFile
from fp_build.doors.cache import Cache
from fp_build.doors.kept_parts import KeptParts
from fp_build.publishing import data
from fp_build.publishing.calendars import calendars
from fp_build.publishing.data_schema import schema
from fp_build.publishing.edition import Edition, Editions
from fp_build.publishing.feeds import feeds
from fp_build.publishing.filter_index import (
    as_json,
    filter_index,
    index_file,
    indexed_records,
    summaries,
)
from fp_build.publishing.parts import Remember
from fp_build.words.addresses import CSV_FILE, JSON_FILE, SCHEMA_FILE
from fp_build.words.languages import Language

CATALOGUE: Final = "catalogue"
"""The kind that holds every record as data."""

_PutTogether = Callable[[Remember], Iterable[SiteFile]]
"""Puts files together from the parts that are remembered, and from new ones."""


class DataFiles:
    """Makes the files of one ``way`` of building. ``cards`` are the cards of lists, which the
    filters show as well."""

    def __init__(self, cache: Cache, way: str, cards: Mapping[Language, KeptParts]) -> None:
        self._cache = cache
        self._way = way
        self._cards = cards

    def kinds(self, catalogue: Witness, editions: Editions) -> dict[str, MakeFiles]:
        """What there is to be made, by what it is."""
        kinds: dict[str, _PutTogether] = {CATALOGUE: partial(_catalogue, catalogue, editions)}
        for language, edition in editions.items():
            kinds[f"dates-{language}"] = partial(_dates, edition)
            kinds[f"filters-{language}"] = partial(_filters, edition, self._cards[language])
        return {name: partial(self._kept, catalogue, name, put) for name, put in kinds.items()}

    def _kept(
        self, catalogue: Witness, name: str, put_together: _PutTogether
    ) -> Iterator[SiteFile]:
        whole = KeptParts(self._cache, self._way, name)

        def made() -> bytes:
            parts = KeptParts(self._cache, self._way, f"{name}, by record")
            files = archive.packed(put_together(partial(parts.made, catalogue)))
            parts.note()
            return files

        files = whole.made(catalogue, name, made)
        whole.note()
        return archive.unpacked(files)


def _catalogue(catalogue: Witness, editions: Editions, remembered: Remember) -> Iterator[SiteFile]:
    lines = list(data.catalogue_lines(catalogue, editions, remembered))
    yield JSON_FILE, data.as_json(json for json, _ in lines)
    yield CSV_FILE, data.as_csv(csv for _, csv in lines)
    yield SCHEMA_FILE, schema(catalogue.vocabularies).encode()


def _filters(edition: Edition, cards: KeptParts, remembered: Remember) -> Iterator[SiteFile]:
    records = indexed_records(edition, remembered)
    cards.note()  # all of them have been asked for now
    yield index_file(edition.language), as_json(filter_index(edition, records)).encode()
    for file, texts in summaries(edition, records):
        yield file, as_json(texts).encode()


def _dates(edition: Edition, remembered: Remember) -> Iterator[SiteFile]:
    yield from calendars(edition, remembered)
    yield from feeds(edition, remembered)
