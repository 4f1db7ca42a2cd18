"""Pages are written where they belong, whatever lies there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from fp_build.doors.bindery import Bindery, _write
from fp_build.doors.kept_pages import KeptPage
from fp_build.publishing.page_links import PageReader


def test_folders_are_made_where_they_are_missing(tmp_path: Path) -> None:
    _write(str(tmp_path / "a/b/index.html"), b"page")
    assert (tmp_path / "a/b/index.html").read_bytes() == b"page"


def test_a_page_takes_the_place_of_what_the_host_put_there(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"another page of that address")
    _write(str(tmp_path / "index.html"), b"page")
    assert (tmp_path / "index.html").read_bytes() == b"page"


PAGE = b'<html><h1 id="one">A</h1><a href="b/">b</a></html>'


@contextmanager
def _no_questions() -> Iterator[list[Any]]:
    yield []


def _kept(**about: Any) -> Any:
    """Pages of which none was kept, and each is laid as it is said."""
    page = KeptPage(b"", "content", len(PAGE), 0, 0, "")._replace(**about)
    return SimpleNamespace(standing=lambda *_: None, take=lambda *_: None, keep=lambda *_: page)


def _bound(site: Path, kept: Any) -> Bindery:
    witness = SimpleNamespace(listening=_no_questions, answered=lambda questions: b"")
    frame = SimpleNamespace(digest=lambda *_: b"", fill=lambda made: made)
    order = SimpleNamespace(file="a.html", language="fr", make=lambda render: PAGE.decode())
    bindery = Bindery(
        site,
        cast("Any", None),
        cast("Any", witness),
        kept,
        frame,
        PageReader(None),
        searched=False,
    )
    bindery.write([cast("Any", order)], lambda done: None)
    return bindery


def test_a_page_is_read_where_it_is_made(tmp_path: Path) -> None:
    reading = _bound(tmp_path, _kept()).readings["a.html"]
    assert reading.named == ("b/index.html",)
    assert reading.has("one")
    assert reading.is_whole


@pytest.mark.parametrize("size", [0, len(PAGE) - 1])
def test_a_page_that_is_not_all_on_the_disk_is_left_to_whoever_reads_that(
    tmp_path: Path, size: int
) -> None:
    assert _bound(tmp_path, _kept(size=size)).readings == {}
