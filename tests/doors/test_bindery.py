"""Pages are written where they belong, whatever lies there."""

from __future__ import annotations

from pathlib import Path

from fp_build.doors.bindery import _write


def test_folders_are_made_where_they_are_missing(tmp_path: Path) -> None:
    _write(str(tmp_path / "a/b/index.html"), b"page")
    assert (tmp_path / "a/b/index.html").read_bytes() == b"page"


def test_a_page_takes_the_place_of_what_the_host_put_there(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"another page of that address")
    _write(str(tmp_path / "index.html"), b"page")
    assert (tmp_path / "index.html").read_bytes() == b"page"
