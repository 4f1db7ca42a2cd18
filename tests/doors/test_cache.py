"""What is kept from one build to the next."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from fp_build.doors.cache import Cache


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"data"

    key = Cache.key("a")
    assert Cache(tmp_path).made(key, make) == b"data"
    assert Cache(tmp_path).made(key, make) == b"data"
    assert made == [1]


def test_another_cause_has_another_key() -> None:
    causes = [("a", "b"), ("ab",), ("ab", ""), ("b", "a"), ("a", b"b", "c")]
    assert len({Cache.key(*cause) for cause in causes}) == len(causes)
    assert Cache.key("é") == Cache.key("é".encode())


def test_nothing_is_kept_that_was_not_put(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").get(Cache.key("x")) is None


@pytest.mark.parametrize("harm", [
    pytest.param(lambda kept: kept[:-1], id="cut off"),
    pytest.param(lambda kept: kept[:-1] + b"\0", id="changed"),
    pytest.param(lambda kept: b"", id="emptied"),
    pytest.param(lambda kept: kept + b"\0", id="grown"),
])  # fmt: skip
def test_what_was_damaged_is_made_again(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    cache, key = Cache(tmp_path), Cache.key("a")
    cache.put(key, b"data")
    path = tmp_path / key[:2] / key[2:]
    path.write_bytes(harm(path.read_bytes()))
    assert cache.get(key) is None
    assert cache.made(key, lambda: b"new") == b"new"
    assert Cache(tmp_path).get(key) == b"new"


def test_what_is_kept_under_another_name_is_not_what_was_asked_for(tmp_path: Path) -> None:
    cache, (here, there) = Cache(tmp_path), (Cache.key("a"), Cache.key("b"))
    cache.put(here, b"data")
    cache.put(there, b"other data")
    path = tmp_path / there[:2] / there[2:]
    path.write_bytes((tmp_path / here[:2] / here[2:]).read_bytes())
    assert cache.get(there) is None


def test_what_was_used_least_of_late_goes_first(tmp_path: Path) -> None:
    old = Cache(tmp_path, limit=300)
    keys = [Cache.key(str(n)) for n in range(4)]
    for key in keys:
        old.put(key, bytes(100))
    for seconds, path in enumerate(tmp_path / key[:2] / key[2:] for key in keys):
        os.utime(path, (seconds, seconds))
    new = Cache(tmp_path, limit=300)
    assert new.get(keys[0]) is not None
    new.tidy()
    assert [new.get(key) is not None for key in keys] == [True, False, False, True]


def test_what_another_cache_of_the_same_folder_uses_stays(tmp_path: Path) -> None:
    """A build opens one in several places, and in each of its processes."""
    keys = [Cache.key(str(n)) for n in range(3)]
    for key in keys:
        Cache(tmp_path).put(key, bytes(100))
        os.utime(tmp_path / key[:2] / key[2:], (1, 1))
    Cache(tmp_path).use(keys[0])
    assert Cache(tmp_path).holds(keys[2])
    Cache(tmp_path, limit=300).tidy()
    assert [Cache(tmp_path).holds(key) for key in keys] == [True, False, True]


def test_what_builds_use_stays_however_much_it_is(tmp_path: Path) -> None:
    """Else each build would drop what the next one makes again."""
    keys = [Cache.key(str(n)) for n in range(4)]
    for key in keys:
        Cache(tmp_path).put(key, bytes(100))
    os.utime(tmp_path / keys[2][:2] / keys[2][2:], (1, 1))
    Cache(tmp_path, limit=100).tidy()
    assert [Cache(tmp_path).holds(key) for key in keys] == [True, True, False, True]


@pytest.mark.parametrize("use", [Cache.get, Cache.holds, Cache.use])
def test_a_use_is_noted_once_in_a_while(tmp_path: Path, use: Callable[[Cache, str], None]) -> None:
    cache, key = Cache(tmp_path), Cache.key("a")
    cache.put(key, b"data")
    path = tmp_path / key[:2] / key[2:]
    noted = path.stat().st_mtime_ns
    use(cache, key)
    assert path.stat().st_mtime_ns == noted
    os.utime(path, (1, 1))
    use(cache, key)
    assert path.stat().st_mtime_ns >= noted


def test_a_cache_that_cannot_be_written_stands_in_nobody_s_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "below")
    assert cache.made(Cache.key("a"), lambda: b"data") == b"data"
    cache.tidy()


def test_nothing_half_written_is_seen(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(Cache.key("a"), b"data")
    assert [path.name for path in tmp_path.glob("*/*")] == [Cache.key("a")[2:]]


def test_what_the_disk_takes_only_a_part_of_is_not_kept(tmp_path: Path) -> None:
    cache, (soft, hard) = Cache(tmp_path), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        is_kept = cache.put("0" * 64, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not is_kept
    assert cache.get("0" * 64) == b"x" * 5000, "it is held in memory"
