"""Pages of earlier builds: taken where they are right, made again where anything is doubtful."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from arranging.test_witness import FILES, witness_of

from fp_build.arranging.ledger import Asked
from fp_build.doors import kept_pages
from fp_build.doors.cache import Cache
from fp_build.doors.kept_pages import WAYS, KeptPages
from fp_build.doors.spare import Standing, standing

PAGE = "catalogue/alpha/index.html"
FRAME = b"frame"
QUESTIONS = (("having", "theme"), ("records", "one", "alpha"))


class Keeping:
    """A folder with a cache, pages and a site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sites = 0

    def pages(self, way: str = "way", files: dict[str, str] = FILES) -> KeptPages:
        cache = Cache(self.folder / "cache")
        return KeptPages(self.folder / "pages", cache, way, witness_of(files))

    def target(self) -> Path:
        self.sites += 1
        return self.folder / f"site-{self.sites}" / PAGE

    def build(self, data: bytes = b"<p>page</p>", way: str = "way", sought: bytes = b"") -> Path:
        """A build that makes one page and keeps it."""
        target, pages = self.target(), self.pages(way)
        target.parent.mkdir(parents=True)
        target.write_bytes(data)
        page = pages.keep(FRAME, data, str(target), sought)
        asked = Asked()
        asked.by_page[PAGE] = asked.numbers(QUESTIONS)
        pages.note({PAGE: page}, asked)
        pages.close()
        return target

    def taken(self, way: str = "way", frame: bytes = FRAME, **changes: str) -> bytes | None:
        """What a later build takes, nothing where it has to make the page."""
        target = self.target()
        files = {**FILES, **{f"{slug}/index.fr.md": text for slug, text in changes.items()}}
        taken = self.pages(way, files).take(PAGE, frame, str(target))
        assert (taken is not None) == target.exists()
        return target.read_bytes() if taken else None

    def kept(self) -> list[Path]:
        found = (self.folder / "pages").rglob("*")
        return [path for path in found if path.is_file() and path.name != "size"]


def there(path: Path) -> Standing:
    """What a page that stands there already is known by."""
    return dict(standing(path.parent))[path.name]


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path)


def test_a_page_is_taken_as_it_was(keeping: Keeping) -> None:
    keeping.build()
    assert keeping.taken() == b"<p>page</p>"


def test_a_page_that_nobody_made_is_made(keeping: Keeping) -> None:
    assert keeping.taken() is None


def test_another_answer_makes_another_page(keeping: Keeping) -> None:
    keeping.build()
    assert keeping.taken(alpha=FILES["alpha/index.fr.md"].replace("Alpha", "Bis")) is None
    assert keeping.taken(gamma=FILES["gamma/index.fr.md"] + "Plus.") == b"<p>page</p>"


def test_another_frame_makes_another_page(keeping: Keeping) -> None:
    keeping.build()
    assert keeping.taken(frame=b"other") is None


def test_another_way_of_building_makes_another_page(keeping: Keeping) -> None:
    keeping.build()
    assert keeping.taken(way="other") is None


def flipped(data: bytes) -> bytes:
    return bytes([data[0] ^ 1]) + data[1:]


@pytest.mark.parametrize("harm", [
    pytest.param(flipped, id="a bit"),
    pytest.param(lambda data: data[:-1], id="cut off"),
    pytest.param(lambda data: b"", id="emptied"),
])  # fmt: skip
def test_a_damaged_page_is_made_again(keeping: Keeping, harm: Callable[[bytes], bytes]) -> None:
    keeping.build()
    (kept,) = keeping.kept()
    kept.write_bytes(harm(kept.read_bytes()))
    os.utime(kept, (1, 1))
    assert keeping.taken() is None
    keeping.build()
    assert keeping.taken() == b"<p>page</p>"


def test_a_copy_with_other_times_is_as_good(keeping: Keeping) -> None:
    keeping.build()
    (kept,) = keeping.kept()
    os.utime(kept, (1, 1))
    assert keeping.taken() == b"<p>page</p>"


def test_a_page_that_was_cleared_away_is_made_again(keeping: Keeping) -> None:
    keeping.build()
    (kept,) = keeping.kept()
    kept.unlink()
    assert keeping.taken() is None


def test_keeping_a_page_takes_no_space_while_it_is_published(keeping: Keeping) -> None:
    target = keeping.build()
    (kept,) = keeping.kept()
    assert os.path.samefile(kept, target)


def test_where_there_are_no_links_pages_are_copied(
    keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    target = keeping.build()
    (kept,) = keeping.kept()
    assert not os.path.samefile(kept, target)
    assert keeping.taken() == b"<p>page</p>"


def test_pages_that_the_last_build_did_not_have_are_forgotten(keeping: Keeping) -> None:
    keeping.build(b"old")
    keeping.build(b"new")
    assert [path.read_bytes() for path in keeping.kept()] == [b"new"]


def test_of_old_ways_of_building_nothing_is_left(keeping: Keeping) -> None:
    for number in range(WAYS + 2):
        keeping.build(way=f"way-{number}")
        os.utime(keeping.folder / "pages" / f"way-{number}", (number, number))
    assert len(list((keeping.folder / "pages").iterdir())) == WAYS
    assert keeping.taken(way=f"way-{WAYS + 1}") is not None


@pytest.mark.parametrize("index", [
    pytest.param(b"", id="empty"),
    pytest.param(b"garbage", id="garbage"),
    pytest.param(pickle.dumps(["list"]), id="of another version"),
    pytest.param(pickle.dumps({PAGE: os.getcwd}), id="code"),
])  # fmt: skip
def test_an_index_that_is_none_is_as_if_there_were_none(keeping: Keeping, index: bytes) -> None:
    keeping.build()
    cache = Cache(keeping.folder / "cache")
    cache.put(cache.key("index of pages", "way"), index)
    assert keeping.taken() is None


def test_a_cache_that_cannot_be_written_to_costs_time_only(
    keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr("shutil.copy2", refuse)
    target = keeping.build()
    assert target.read_bytes() == b"<p>page</p>"
    assert keeping.taken() is None


def test_what_is_searched_of_a_page_is_kept_with_it(keeping: Keeping) -> None:
    keeping.build(sought=b"words")
    taken = keeping.pages().take(PAGE, FRAME, str(keeping.target()))
    assert taken is not None
    assert keeping.pages().sought(taken.sought) == b"words"


def test_where_the_words_of_a_page_are_damaged_it_is_made_again(keeping: Keeping) -> None:
    keeping.build(sought=b"words")
    for path in keeping.kept():
        if path.read_bytes() == b"words":
            path.write_bytes(b"other")
    assert keeping.taken() is None


def test_a_page_that_stands_where_it_should_is_left_there(keeping: Keeping) -> None:
    before = keeping.build()
    assert keeping.pages().standing(PAGE, FRAME, there(before)) is not None
    assert keeping.pages().standing(PAGE, b"other", there(before)) is None
    other = {**FILES, "alpha/index.fr.md": FILES["alpha/index.fr.md"].replace("Alpha", "Bis")}
    assert keeping.pages(files=other).standing(PAGE, FRAME, there(before)) is None


def test_a_page_like_it_is_not_taken_for_it(keeping: Keeping) -> None:
    before, target = keeping.build(), keeping.target()
    before.unlink()
    before.write_bytes(b"<p>page</p>")
    assert keeping.pages().standing(PAGE, FRAME, there(before)) is None
    assert keeping.pages().take(PAGE, FRAME, str(target)) is not None
    assert target.read_bytes() == b"<p>page</p>"


def test_what_is_kept_of_old_ways_is_limited(
    keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_pages, "LIMIT", 25)
    for number, data in enumerate((b"x" * 10, b"y" * 20, b"z" * 1000)):
        keeping.build(data, way=f"way-{number}")
        os.utime(keeping.folder / "pages" / f"way-{number}", (number, number))
    keeping.build(b"z" * 1000, way="way-2")
    assert sorted(way.name for way in (keeping.folder / "pages").iterdir()) == ["way-1", "way-2"]


def test_a_page_stays_for_as_long_as_what_it_asked_has_the_same_answer(keeping: Keeping) -> None:
    """Whatever else changes meanwhile, and however often."""
    keeping.build()
    for number in range(3):
        files = {**FILES, "beta/index.fr.md": FILES["beta/index.fr.md"] + "Plus.\n" * number}
        pages, target = keeping.pages(files=files), keeping.target()
        taken = pages.take(PAGE, FRAME, str(target))
        assert taken is not None
        assert set(pages.asked(PAGE)) == set(QUESTIONS)
        pages.note({PAGE: taken}, Asked())
        pages.close()
    assert keeping.taken(alpha=FILES["alpha/index.fr.md"].replace("Alpha", "Bis")) is None
