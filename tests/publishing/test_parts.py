"""Files that are put together from parts are the same whether these are made or remembered."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
from truth_table import record_files

from fp_build.publishing.calendars import calendars
from fp_build.publishing.data import catalogue_lines
from fp_build.publishing.edition import Edition
from fp_build.publishing.feeds import feeds
from fp_build.publishing.filter_index import filter_index, indexed_records, summaries
from fp_build.publishing.parts import Remember, anew
from fp_build.words.languages import LANGUAGES, Language
from publishing.editions import edition_of, editions_of


class Memory:
    """Remembers as a disk does, and counts what is made."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.made: list[str] = []

    def __call__(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self.held:
            self.made.append(name)
            self.held[name] = pickle.dumps(make())
        return pickle.loads(self.held[name])


def _filters(edition: Edition, remembered: Remember) -> Iterator[Any]:
    records = indexed_records(edition, remembered)
    yield filter_index(edition, records)
    yield from summaries(edition, records)


PUT_TOGETHER: Final[dict[str, Callable[[Edition, Remember], Iterator[Any]]]] = {
    "data": lambda edition, remembered: catalogue_lines(
        edition.catalogue, editions_of(record_files()), remembered
    ),
    "filters": _filters,
    "calendars": calendars,
    "feeds": feeds,
}


@pytest.mark.parametrize("name", PUT_TOGETHER)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_remembered_is_not_made_again(name: str, language: Language) -> None:
    put_together, memory = PUT_TOGETHER[name], Memory()
    edition = edition_of(record_files(), language)
    expected = list(put_together(edition, anew))
    assert list(put_together(edition, memory)) == expected
    assert len(memory.made) == len(set(memory.made)) >= len(edition.catalogue.listed)
    memory.made.clear()
    assert list(put_together(edition, memory)) == expected
    assert not memory.made


@pytest.mark.parametrize("here", ["index.html", "catalogue/theme/ageing/index.html"])
def test_what_a_card_says_is_remembered(here: str) -> None:
    memory, edition = Memory(), edition_of(record_files(), "en")
    cards = [edition.card(slug, here) for slug in edition.catalogue.records]
    for _ in range(2):
        another = replace(edition, remembered=memory, _made={})
        assert [another.card(slug, here) for slug in edition.catalogue.records] == cards
    assert memory.made == list(edition.catalogue.records)
