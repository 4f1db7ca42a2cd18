"""Readers see the site as it was until a new one is whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fp_build.doors.publication import Publication


def built(publication: Publication, text: str) -> Path:
    folder = publication.begin()
    (folder / "index.html").write_text(text)
    return folder


def test_what_is_completed_takes_the_place_of_the_site(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "site")
    folder = built(publication, "new")
    assert publication.is_begun
    assert not publication.target.exists()
    assert publication.complete(()).keys() == {"index.html"}
    assert (publication.target / "index.html").read_text() == "new"
    assert not publication.is_begun
    assert not folder.exists()


def test_what_is_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    first = Publication(tmp_path / "site")
    built(first, "old")
    first.complete(())
    second = Publication(tmp_path / "site")
    built(second, "new")
    second.give_up()
    second.give_up()  # whoever ends a build need not know how far it was
    assert (second.target / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    (tmp_path / "current").symlink_to("served")
    for text in ("one", "two"):
        publication = Publication(tmp_path / "current")
        publication.take_spare(tmp_path / "before")
        built(publication, text)
        publication.complete(())
        assert (tmp_path / "served/index.html").read_text() == text
    assert (tmp_path / "current").is_symlink()


def test_a_spare_goes_back_unused(tmp_path: Path) -> None:
    spares = tmp_path / "before"
    for text in ("one", "two"):
        publication = Publication(tmp_path / "site")
        publication.take_spare(spares)
        built(publication, text)
        publication.complete(())
    (aside,) = spares.iterdir()
    publication = Publication(tmp_path / "site")
    publication.take_spare(spares)
    assert not aside.exists()
    publication.give_up()
    assert (aside / "index.html").read_text() == "one"
    assert (publication.target / "index.html").read_text() == "two"


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be locked there")
def test_one_has_its_turn_after_the_other(tmp_path: Path) -> None:
    one, other = Publication(tmp_path / "site"), Publication(tmp_path / "site")
    assert one.take_turn(0, lambda: None)
    assert not other.take_turn(0, lambda: None)
    one.give_turn()
    assert other.take_turn(0, lambda: None)
    other.give_turn()


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    left = tmp_path / ".site-building-999999999-abc"
    left.mkdir()
    Publication(tmp_path / "site").sweep()
    assert not left.exists()
