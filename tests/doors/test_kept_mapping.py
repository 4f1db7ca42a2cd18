"""A mapping comes back as it was left, however little of it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.doors.cache import Cache
from fp_build.doors.kept_mapping import KeptMapping

KEYS = st.sampled_from([f"k{number}" for number in range(60)])


def kept(folder: Path) -> KeptMapping[list[int]]:
    return KeptMapping(Cache(folder), Cache.key("m"))


@given(st.lists(st.tuples(st.sets(KEYS), st.dictionaries(KEYS, st.integers()), st.booleans())))
def test_it_comes_back_as_it_was_left(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[set[str], dict[str, int], bool]],
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    mapping, expected = kept(folder), {f"k{number}": [number] for number in range(40)}
    mapping.note(expected)
    for gone, changed, anew in steps:
        if anew:
            mapping = kept(folder)
            assert mapping.before == expected
        now = {key: value for key, value in mapping.before.items() if key not in gone}
        now.update((key, [value]) for key, value in changed.items())
        mapping.note(now)
        expected = now
    assert kept(folder).before == expected


def test_a_small_change_writes_a_small_file(tmp_path: Path) -> None:
    mapping = kept(tmp_path)
    mapping.note({f"k{number}": [number] * 50 for number in range(100)})
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    mapping = kept(tmp_path)
    mapping.note({**mapping.before, "k7": [7]})
    written = [p for p in before if p.stat().st_mtime_ns != before[p]]
    assert [path.stat().st_size < 300 for path in written] == [True]
    assert max(path.stat().st_size for path in before) > 5_000
    assert kept(tmp_path).before["k7"] == [7]


def test_nothing_is_written_where_nothing_has_changed(tmp_path: Path) -> None:
    mapping = kept(tmp_path)
    mapping.note({"a": [1]})
    mapping = kept(tmp_path)
    before = {path: path.stat().st_ino for path in tmp_path.rglob("*") if path.is_file()}
    mapping.note(dict(mapping.before))
    assert before == {path: path.stat().st_ino for path in before}


def test_changes_of_another_whole_are_none(tmp_path: Path) -> None:
    """A build was killed between the two files, or two builds wrote one each."""
    mapping = kept(tmp_path)
    mapping.note({f"k{number}": [number] for number in range(40)})
    later = tmp_path / mapping._later[:2] / mapping._later[2:]
    mapping.note({**mapping.before, "k7": [70]})
    old = later.read_bytes()
    mapping.note({f"k{number}": [number + 1] for number in range(40)})
    later.write_bytes(old)
    assert kept(tmp_path).before == {f"k{number}": [number + 1] for number in range(40)}
