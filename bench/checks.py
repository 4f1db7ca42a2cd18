"""What `fp check` costs: beside its libraries, and for one file beside an empty check."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import ROOT, Entry
from bench.measure import Command, Cost, interleaved
from bench.ours import Ours

WHOLE = "fp check"
FLOOR = "bibliothèques seules"
ONE = "fp check d’un fichier"
EMPTY = "fp check à vide"


def whole(ours: Ours, runs: int) -> dict[str, list[Cost]]:
    """A check of all records, beside what its libraries take to read and to render them."""
    floor = Command(
        (sys.executable, "-m", "bench.floor", str(ours.cases)), ROOT, {"PYTHONPATH": str(ROOT)}
    )
    check = ours.check(ours.cases)
    for command in (check, floor):
        command.cost()  # the first run compiles and warms the disk: not counted
    return interleaved(runs, {WHOLE: check.cost, FLOOR: floor.cost})


def one_file(ours: Ours, entries: Sequence[Entry], runs: int) -> dict[str, list[Cost]]:
    """A check of one changed file among all, beside a check of a folder without a record."""
    empty = ours.folder / "empty"
    empty.mkdir(exist_ok=True)
    entry = entries[len(entries) // 2]
    path = ours.file_of(entry.slug, entry.language)

    def changed() -> Cost:
        _touch(path)
        return ours.check(path).cost()

    ours.check(empty).cost()
    changed()
    return interleaved(runs, {ONE: changed, EMPTY: ours.check(empty).cost})


def _touch(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
