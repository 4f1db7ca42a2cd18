"""The figures of a bench, to read and to keep."""

from __future__ import annotations

from bench.measure import Cost
from bench.report import figures, ratio, told

ABOUT = {
    "records": 500,
    "runs": 3,
    "machine": {"processor": "X", "processors": 2, "load_before": 0.5},
}


def test_ratios_are_those_of_medians() -> None:
    ours = [Cost(1, 4), Cost(9, 4), Cost(2, 4)]
    assert ratio(ours, [Cost(4, 8)]) == {"wall": 0.5, "processor": 0.5}
    assert figures(ours)["wall"] == 2


def test_the_table_says_whether_a_target_is_met() -> None:
    runs = {"Hugo": [Cost(4, 8)], "futurs-publics": [Cost(1, 4)]}
    states = {name: {"unchanged": figures(costs)} for name, costs in runs.items()}
    part = ratio(runs["futurs-publics"], runs["Hugo"])
    lines = "\n".join(told({**ABOUT, "states": states, "ratios": {"unchanged": {"Hugo": part}}}))
    assert "0,25" in lines and "but : 0,50 atteint" in lines
    part = {"wall": 0.6, "processor": 0.1}
    lines = "\n".join(told({**ABOUT, "states": states, "ratios": {"unchanged": {"Hugo": part}}}))
    assert "PAS ENCORE" in lines


def test_processor_time_counts_for_a_cold_build_too() -> None:
    states = {"Hugo": {"cold": figures([Cost(1, 1)])}}
    for processor, said in ((0.9, "atteint"), (1.1, "PAS ENCORE")):
        part = {"wall": 0.5, "processor": processor}
        lines = "\n".join(told({**ABOUT, "states": states, "ratios": {"cold": {"Hugo": part}}}))
        assert said in lines
