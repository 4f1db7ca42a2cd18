"""Parts of pages and of data are made again where the catalogue answers otherwise, else taken."""

from __future__ import annotations

from pathlib import Path

from arranging.test_witness import FILES, witness_of

from fp_build.arranging.witness import Witness
from fp_build.doors.cache import Cache
from fp_build.doors.kept_parts import KeptParts


class Making:
    """Makes a part, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.cache = Cache(folder)
        self.times = 0

    def build(
        self, files: dict[str, str], name: str = "figures", way: str = "way", kind: str = "blocks"
    ) -> str:
        witness, parts = witness_of(files), KeptParts(self.cache, way, kind)
        html = parts.made(witness, name, lambda: self.make(witness))
        parts.note()
        return html

    def make(self, witness: Witness) -> str:
        self.times += 1
        return f"<p>{witness.having('theme')}</p>"


def test_a_part_is_made_once(tmp_path: Path) -> None:
    making = Making(tmp_path)
    assert making.build(FILES) == making.build(FILES) == "<p>2</p>"
    assert making.times == 1


def test_another_answer_makes_it_again(tmp_path: Path) -> None:
    making = Making(tmp_path)
    fewer = {path: text for path, text in FILES.items() if not path.startswith("beta")}
    assert [making.build(FILES), making.build(fewer), making.build(fewer)] == [
        "<p>2</p>",
        "<p>1</p>",
        "<p>1</p>",
    ]
    assert making.times == 2


def test_another_name_way_or_kind_is_another_part(tmp_path: Path) -> None:
    making = Making(tmp_path)
    making.build(FILES)
    making.build(FILES, name="map")
    making.build(FILES, way="other")
    making.build(FILES, kind="data")
    assert making.times == 4


def test_what_is_put_together_from_parts_follows_from_all_that_they_asked(tmp_path: Path) -> None:
    """A whole that is kept beside its parts is made again when one of them would be."""
    making = Making(tmp_path)
    making.build(FILES)
    witness, parts = witness_of(FILES), KeptParts(making.cache, "way", "blocks")
    with witness.listening() as asked:
        parts.made(witness, "figures", lambda: making.make(witness))
    assert making.times == 1
    assert asked == {("having", "theme")}


def test_what_the_last_build_did_not_have_is_forgotten(tmp_path: Path) -> None:
    making = Making(tmp_path)
    for name in ("figures", "map", "figures"):
        making.build(FILES, name=name)
    assert making.times == 3
