"""Rounds in which generators take turns."""

from __future__ import annotations

from pathlib import Path

from bench.contest import Changes, race
from bench.measure import Cost


class Player:
    """A generator that writes down what is asked of it."""

    def __init__(self, name: str, log: list[str], folder: Path) -> None:
        self.name, self._log, self.site = name, log, folder / name

    @property
    def build(self) -> Player:
        return self

    def cost(self) -> Cost:
        self._log.append(f"{self.name} builds")
        self.site.mkdir(exist_ok=True)
        return Cost(1, 1)

    def forget(self) -> None:
        self._log.append(f"{self.name} forgets")


def test_each_takes_its_turn_and_the_order_is_turned_round(tmp_path: Path) -> None:
    log: list[str] = []
    players = [Player(name, log, tmp_path) for name in "ab"]
    found = race(players, 2, ("cold",), Changes([]))  # type: ignore[arg-type]
    assert log == [
        *("a forgets", "a builds", "b forgets", "b builds"),
        *("b forgets", "b builds", "a forgets", "a builds"),
    ]
    assert {name: len(costs["cold"]) for name, costs in found.items()} == {"a": 2, "b": 2}


def test_nothing_changed_is_timed_after_a_build(tmp_path: Path) -> None:
    log: list[str] = []
    found = race([Player("a", log, tmp_path)], 1, ("unchanged",), Changes([]))  # type: ignore[list-item]
    assert log == ["a builds", "a builds"]
    assert len(found["a"]["unchanged"]) == 1
