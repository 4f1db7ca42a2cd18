"""The figures of a bench: as a file to compare over time, and as a table to read."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench.contest import State
from bench.corpus import ROOT
from bench.measure import Cost, middle

REPORT: Final = ROOT / "build/bench.json"

STATES_SAID: Final[Mapping[State, str]] = {
    "cold": "à froid",
    "unchanged": "rien de changé",
    "body": "une phrase changée",
    "title": "un titre changé",
}

TARGETS: Final[Mapping[int, Mapping[str, float]]] = {
    500: {"cold": 1.0, "unchanged": 0.5, "body": 0.5, "title": 0.5},
    2_000: {"cold": 0.7, "unchanged": 0.2, "body": 0.2, "title": 0.2},
    10_000: {"cold": 0.5, "unchanged": 0.1, "body": 0.1, "title": 0.1},
}
"""What our time may be at most, as a part of Hugo's."""


def about(records: int, runs: int, peers: Mapping[str, str]) -> dict[str, Any]:
    """When, on what and with which versions the figures were made."""
    commit = _said_by("git", "rev-parse", "HEAD")
    changed = bool(_said_by("git", "status", "--porcelain", "--untracked-files=no"))
    return {
        "date": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "commit": f"{commit}{' +' if changed else ''}",
        "records": records,
        "runs": runs,
        "machine": {
            "system": f"{platform.system()} {platform.release()}",
            "processor": _processor(),
            "processors": len(os.sched_getaffinity(0)),
            "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
            "load_before": os.getloadavg()[0],
        },
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("mkdocs", "mkdocs-material", "pagefind-bin")},
            "peers": dict(peers),
        },
    }


def _said_by(*command: str) -> str:
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return ran.stdout.strip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def figures(costs: Sequence[Cost]) -> dict[str, Any]:
    """The medians of some runs, and the runs."""
    both = middle(costs)
    return {
        "wall": round(both.wall, 3),
        "processor": round(both.processor, 3),
        "runs": [[round(cost.wall, 3), round(cost.processor, 3)] for cost in costs],
    }


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> dict[str, float]:
    """Ours as a part of theirs, by the medians."""
    here, there = middle(ours), middle(theirs)
    return {
        "wall": round(here.wall / there.wall, 3),
        "processor": round(here.processor / there.processor, 3),
    }


def write(report: Mapping[str, Any]) -> None:
    """Keep the figures."""
    REPORT.parent.mkdir(exist_ok=True)
    text = json.dumps(report, indent=2, ensure_ascii=False)
    REPORT.write_text(text + "\n", encoding="utf-8")


def told(report: Mapping[str, Any]) -> Iterator[str]:
    """The figures as lines to read."""
    machine = report["machine"]
    yield (
        f"{report['records']} fiches en deux langues, {report['runs']} tours entrelacés, médianes."
        f" {machine['processor']}, {machine['processors']} cœurs,"
        f" charge {machine['load_before']:.1f} au départ."
    )
    yield from _told_states(report)
    yield from _told_memory(report)
    for title, key in (("Recherche plein texte", "search"), ("Vérification", "check")):
        if found := report.get(key):
            yield ""
            yield f"{title:<46}{'horloge':>10}{'processeur':>13}"
            for name, cost in found.items():
                yield f"  {name:<44}{_seconds(cost['wall'])}{_seconds(cost['processor']):>13}"
    if found := report.get("check_ratios"):
        for name, value in found.items():
            yield f"  {name:<44}{_number(value):>10}"
    if found := report.get("serve"):
        yield ""
        yield "De l’enregistrement d’une fiche à la nouvelle page servie"
        for name, delays in found.items():
            yield f"  {name:<44}{_seconds(median(delays))}"
    if found := report.get("growth"):
        yield ""
        yield f"Croissance de {found['from']} à {found['to']} fiches, à froid"
        for name, value in found["ratios"].items():
            yield f"  {name:<44}{_number(value):>9} fois"


def _told_states(report: Mapping[str, Any]) -> Iterator[str]:
    states = report.get("states", {})
    for state, said in STATES_SAID.items():
        rows = {name: known[state] for name, known in states.items() if state in known}
        if not rows:
            continue
        yield ""
        yield f"{said.capitalize():<24}{'horloge':>10}{'processeur':>13}   {'par rapport à':>14}"
        for name, cost in rows.items():
            yield f"  {name:<22}{_seconds(cost['wall'])}{_seconds(cost['processor']):>13}"
        for name, part in report.get("ratios", {}).get(state, {}).items():
            line = f"  nous / {name:<15}{_number(part['wall']):>10}{_number(part['processor']):>13}"
            yield line + _verdict(report["records"], state, name, part)


def _verdict(records: int, state: str, peer: str, part: Mapping[str, float]) -> str:
    target = TARGETS.get(records, {}).get(state)
    if peer != "Hugo" or target is None:
        return ""
    parts = part.values() if state == "cold" else [part["wall"]]
    met = max(parts) <= target
    return f"   but : {_number(target)} {'atteint' if met else 'PAS ENCORE'}"


def _told_memory(report: Mapping[str, Any]) -> Iterator[str]:
    if not (memory := report.get("memory")):
        return
    yield ""
    yield f"{'Mémoire au plus (PSS)':<24}{'à froid':>10}{'rien de changé':>17}"
    for name, known in memory.items():
        cells = (f"{known[state] / 1e6:.0f} Mo" for state in ("cold", "unchanged"))
        yield "  {:<22}{:>10}{:>17}".format(name, *cells)


def _seconds(value: float) -> str:
    return f"{_number(value)} s".rjust(10)


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
