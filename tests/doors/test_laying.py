"""Files are laid into the site, but for those that stand already as they should be."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from fp_build.doors.laying import lay
from fp_build.doors.spare import Spare

FILE = "data/records.json"


def spare_of(folder: Path, **files: bytes) -> Spare:
    """A spare that holds the file with this content."""
    there = {}
    for content in files.values():
        path = folder / FILE
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        there[FILE] = (1, len(content), 1)
    return cast("Spare", SimpleNamespace(files=there, taken=folder))


def test_files_are_written_where_they_belong(tmp_path: Path) -> None:
    laid = lay(tmp_path, None, [(FILE, b"one"), ("top", b"two")])
    assert laid.files == {FILE, "top"}
    assert not laid.standing
    assert (tmp_path / FILE).read_bytes() == b"one"
    assert (tmp_path / "top").read_bytes() == b"two"


@pytest.mark.parametrize(
    ("there", "stands"), [(b"same", True), (b"some", False), (b"longer", False)]
)
def test_what_stands_in_the_spare_as_it_should_be_is_left_there(
    tmp_path: Path, there: bytes, stands: bool
) -> None:
    site = tmp_path / "site"
    laid = lay(site, spare_of(tmp_path / "spare", there=there), [(FILE, b"same")])
    assert laid.files == {FILE}
    assert (FILE in laid.standing) is stands
    assert (site / FILE).exists() is not stands


def test_what_the_host_has_put_there_is_written_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / FILE).parent.mkdir(parents=True)
    (site / FILE).write_bytes(b"the host's")
    laid = lay(site, spare_of(tmp_path / "spare", there=b"same"), [(FILE, b"same")])
    assert not laid.standing
    assert (site / FILE).read_bytes() == b"same"


def test_a_spare_that_cannot_be_read_holds_nothing(tmp_path: Path) -> None:
    spare: Any = SimpleNamespace(files={FILE: (1, 4, 1)}, taken=tmp_path / "gone")
    lay(tmp_path / "site", spare, [(FILE, b"same")])
    assert (tmp_path / "site" / FILE).read_bytes() == b"same"
