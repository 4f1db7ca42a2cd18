"""What a whole process costs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench.measure import Command, Cost, Failed, interleaved, middle, proportional, tree


def _python(code: str) -> Command:
    return Command((sys.executable, "-c", code), Path.cwd())


def test_children_count_as_well() -> None:
    busy = "sum(range(3_000_000))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True)"
    assert _python(child).cost().processor > _python("pass").cost().processor


def test_a_run_that_goes_wrong_is_no_measurement() -> None:
    with pytest.raises(Failed, match=r"code 3\noh no"):
        _python("print('oh no'); raise SystemExit(3)").cost()
    with pytest.raises(Failed):
        _python("raise SystemExit(1)").memory()


def test_the_middle_of_several_runs() -> None:
    assert middle([Cost(1, 9), Cost(3, 7), Cost(2, 8)]) == Cost(2, 8)


def test_turns_are_turned_round() -> None:
    order: list[str] = []

    def run(name: str) -> Cost:
        order.append(name)
        return Cost(len(order), 0)

    found = interleaved(3, {"a": lambda: run("a"), "b": lambda: run("b")})
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert [cost.wall for cost in found["b"]] == [2, 3, 6]


def test_what_is_shared_counts_in_part() -> None:
    assert (
        proportional(["Rss: 9 kB\n", "Pss:             12 kB\n", "Pss_Dirty: 4 kB\n"]) == 12 * 1024
    )
    assert proportional([]) == 0


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")
def test_the_tree_of_a_process_begins_with_itself() -> None:
    assert next(tree(os.getpid())) == os.getpid()
