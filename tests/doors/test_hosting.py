"""The files for hosts on disk; what someone wrote in the place of one is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from fp_build.doors.hosting import judge_host_files, write_host_files
from fp_build.publishing.hosts import NAMES, Hosting, host_files
from fp_build.words.addresses import Addresses

HOSTING = Hosting(Addresses("https://example.org/", directories=True), search=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def test_all_are_written(site: Path) -> None:
    write_host_files(site, HOSTING, site.with_name("nothing-published-yet"))
    found = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert found == set(NAMES)


def test_that_of_an_earlier_build_gives_way(site: Path, tmp_path: Path) -> None:
    (tmp_path / ".htaccess").write_text(dict(host_files(HOSTING))[".htaccess"], encoding="utf-8")
    assert list(judge_host_files(tmp_path)) == []
    write_host_files(site, HOSTING, tmp_path)
    assert (site / ".htaccess").exists()


def test_one_written_by_hand_is_kept_and_told(site: Path, tmp_path: Path) -> None:
    (tmp_path / ".htaccess").write_text("Require all denied\n", encoding="utf-8")
    (finding,) = judge_host_files(tmp_path)
    assert finding.rule.id == "host-file-kept"
    assert finding.place.path == f"{tmp_path.name}/.htaccess"
    write_host_files(site, HOSTING, tmp_path)
    assert not (site / ".htaccess").exists() and (site / "_headers").exists()
