"""An index in the making: which pages Pagefind is given, in which order, and when."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fp_build.doors import indexing
from fp_build.doors.cache import Cache
from fp_build.doors.indexing import Indexing
from fp_build.doors.pagefind import SearchFailed
from fp_build.publishing.search_text import Shadow, packed
from fp_build.publishing.site_page import SoughtPage, SoughtText
from fp_build.publishing.views import Said
from fp_build.words.addresses import Addresses

SITE = Addresses(None, directories=True)
ORDER = ["c", "a", "b"]
OTHERS = ["z", "y"]
EVENTS: list[str] = []


class Program:
    """Stands for Pagefind; notes what it is asked."""

    def __init__(self, language: str) -> None:
        EVENTS.append("start")
        self._pages: list[str] = []

    def give(self, page: Shadow) -> None:
        said = f"{page.fragment['url']}{page.fragment['word_count']}"
        EVENTS.append(said)
        self._pages.append(said)

    def finish(self) -> None:
        EVENTS.append("finish")

    def files(self, records: Any) -> Iterator[tuple[str, bytes]]:
        EVENTS.append("files")
        yield "pages", " ".join(self._pages).encode()
        yield "below/records", " ".join(records).encode()

    def stop(self) -> None:
        EVENTS.append("stop")


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch) -> None:
    EVENTS.clear()
    monkeypatch.setattr(indexing, "Run", Program)


def page(file: str, text: str = "mot") -> bytes:
    return packed(SoughtPage(file, Said("Titre"), (SoughtText(text),)))


def made(
    folder: Path, files: list[str], records: tuple[str, ...] = ("a", "b"), **texts: str
) -> tuple[list[str], dict[str, bytes]]:
    """What the program was asked, and what was written."""
    EVENTS.clear()
    index = Indexing("fr", SITE, Cache(folder / "cache"), ORDER, records)
    try:
        for file in files:
            index.take(file, page(file, texts.get(file, "mot")))
        EVENTS.append("all")
        index.finish()
        index.write(folder / "site")
    finally:
        index.stop()
    found = sorted((folder / "site").rglob("*"))
    return list(EVENTS), {path.name: path.read_bytes() for path in found if path.is_file()}


def test_pages_go_on_as_soon_as_those_before_them_are_there(tmp_path: Path) -> None:
    asked, _ = made(tmp_path, ["z", "c", "b", "a", "y"])
    assert asked == ["start", "c2", "a2", "b2", "all", "y2", "z2", "finish", "files", "stop"]


def test_the_order_in_which_pages_come_does_not_matter(tmp_path: Path) -> None:
    files = ORDER + OTHERS
    written = []
    for seed in range(10):
        random.Random(seed).shuffle(files)
        written.append(made(tmp_path / str(seed), files)[1])
    assert all(one == written[0] for one in written)
    assert written[0]["pages"] == b"c2 a2 b2 y2 z2"


def test_a_record_without_a_page_holds_nobody_up_for_ever(tmp_path: Path) -> None:
    assert made(tmp_path, ["b", "a", "y"])[1]["pages"] == b"a2 b2 y2"


def test_nothing_is_started_where_nothing_has_changed(tmp_path: Path) -> None:
    first = made(tmp_path, ORDER + OTHERS)[1]
    asked, again = made(tmp_path, OTHERS + ORDER)
    assert asked == ["all"]
    assert again == first


def test_the_program_starts_at_the_first_page_that_has_changed(tmp_path: Path) -> None:
    made(tmp_path, ORDER + OTHERS)
    asked, found = made(tmp_path, ORDER + OTHERS, b="deux mots")
    assert asked[:5] == ["start", "c2", "a2", "b3", "all"]
    assert found["pages"] == b"c2 a2 b3 y2 z2"


@pytest.mark.parametrize("files", [ORDER, [*ORDER, *OTHERS, "x"]])
def test_a_page_more_or_less_makes_another_index(tmp_path: Path, files: list[str]) -> None:
    made(tmp_path, ORDER + OTHERS)
    assert made(tmp_path, files)[1] == made(tmp_path / "clean", files)[1]


def test_another_order_of_the_filter_index_makes_another_index(tmp_path: Path) -> None:
    made(tmp_path, ORDER)
    assert made(tmp_path, ORDER, ("b", "a"))[1]["records"] == b"b a"


def test_an_index_of_before_is_found_again_after_another(tmp_path: Path) -> None:
    first = made(tmp_path, ORDER)[1]
    made(tmp_path, ORDER, c="deux mots")
    asked, again = made(tmp_path, ORDER)
    assert again == first
    assert "finish" not in asked and asked[-1] == "stop"  # it had begun in vain


def test_what_is_missing_from_the_cache_is_made(tmp_path: Path) -> None:
    first = made(tmp_path, ORDER)[1]
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    assert made(tmp_path, ORDER)[1] == first


@pytest.mark.parametrize("method", ["__init__", "give", "finish"])
def test_a_failure_is_said_when_the_index_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def fail(*_: object) -> None:
        raise SearchFailed("Rien à faire")

    monkeypatch.setattr(Program, method, fail)
    with pytest.raises(SearchFailed, match="Rien à faire"):
        made(tmp_path, ORDER + OTHERS)
    assert EVENTS.count("stop") == EVENTS.count("start")
    assert not (tmp_path / "cache").exists()
