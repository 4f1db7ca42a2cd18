"""A value is read once, and again where what it was read from has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_memory import CASES, LIMITS

from fp_build.doors import kept_values
from fp_build.doors.cache import Cache
from fp_build.doors.disk import VOCABULARY
from fp_build.doors.kept_values import remembered
from fp_build.doors.studies import OURS
from fp_build.publishing.interface import read_interface
from fp_build.reading.vocabulary_files import read_vocabularies


class Reading:
    """Reads a list, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.cache = Cache(folder)
        self.times = 0

    def read(self) -> list[int]:
        self.times += 1
        return [self.times]

    def remembered(self, *causes: object) -> list[int]:
        return remembered(self.cache, causes, self.read, list)


def test_what_follows_from_the_same_is_read_once(tmp_path: Path) -> None:
    reading = Reading(tmp_path)
    assert reading.remembered("a", b"b") == reading.remembered("a", b"b") == [1]
    assert reading.remembered("ab", b"") == [2]


def test_another_program_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading(tmp_path)
    reading.remembered("a")
    monkeypatch.setattr(kept_values, "of_program", lambda: "another")
    assert reading.remembered("a") == [2]


def test_what_is_no_such_value_is_read_again(tmp_path: Path) -> None:
    reading = Reading(tmp_path)
    reading.remembered("a")
    assert remembered(reading.cache, ("a",), lambda: {"x": 1}, dict) == {"x": 1}


def test_vocabularies_come_back_as_they_were(tmp_path: Path) -> None:
    folder = CASES / VOCABULARY
    files = {path.name: path.read_bytes() for path in folder.glob("*.yml")}
    files["themes.yml"] += b"un_terme: {fr: Un}\n"
    was = read_vocabularies("cases/_vocabulary", files, LIMITS)
    for _ in range(2):
        back = remembered(Cache(tmp_path), ("v",), lambda: was, tuple, *OURS)
        assert repr(back) == repr(was)
    assert was[1]


def test_interface_words_come_back_as_they_were(tmp_path: Path) -> None:
    data = (CASES.parent / "overrides" / "words.yml").read_bytes()
    was = read_interface(data)
    for _ in range(2):
        back = remembered(
            Cache(tmp_path), ("w",), lambda: was, dict, "fp_build.publishing.interface"
        )
    assert {lang: words.as_mapping() for lang, words in back.items()} == {
        lang: words.as_mapping() for lang, words in was.items()
    }
