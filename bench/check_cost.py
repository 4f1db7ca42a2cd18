"""What `fp check` costs beside what its libraries cost, and what a cold build of the site costs.

    python -m bench.check_cost [--records 500] [--runs 5]

Both are whole processes, run in turn so that a busy moment of the machine meets both alike, and
compared by the median of their processor time (user and system, children included). The figures
are printed and left in ``build/bench.json``.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Final

import click

ROOT: Final = Path(__file__).parent.parent
CASES: Final = "build/bench-cases"
SITE: Final = "build/bench-site"
REPORT: Final = ROOT / "build" / "bench.json"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took, in seconds."""

    processor: float
    wall: float


def cost_of(command: Sequence[str], extra: Mapping[str, str] | None = None) -> Cost:
    """Run a command from the project's folder, with ``extra`` in its environment.

    Raises ClickException, with the last that the command said, if it fails: a measurement of
    something that went wrong is none.
    """
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ran = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **(extra or {})}, capture_output=True, text=True
    )
    if ran.returncode:
        said = (ran.stdout + ran.stderr)[-2000:]
        raise click.ClickException(f"{' '.join(command)} : code {ran.returncode}\n{said}")
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(
        after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
        wall,
    )


def generate(records: int) -> None:
    """Make the records to measure with, the same ones each time."""
    shutil.rmtree(ROOT / CASES, ignore_errors=True)
    cost_of([sys.executable, "-m", "fp_build.generator", "--records", str(records), CASES])


def build_cold() -> Cost:
    """Build the site of the generated records where no earlier build left anything.

    The project's own records join them, as the pages of `docs/` link to those.
    """
    for folder in sorted((ROOT / "cases").glob("[!_.]*/")):
        shutil.copytree(folder, ROOT / CASES / folder.name, dirs_exist_ok=True)
    shutil.rmtree(ROOT / SITE, ignore_errors=True)
    build = [sys.executable, "-m", "mkdocs", "build", "--site-dir", SITE]
    return cost_of(build, {"FP_CASES_DIR": CASES})


@click.command()
@click.option("--records", default=500, show_default=True, help="How many bilingual records.")
@click.option("--runs", default=5, show_default=True, help="How many runs to take a median of.")
def main(records: int, runs: int) -> None:
    """Measure, print, and write build/bench.json."""
    generate(records)
    check = [sys.executable, "-m", "fp_build", "check", CASES, "--format", "json"]
    floor = [sys.executable, "-m", "bench.floor", CASES]
    for command in (check, floor):
        cost_of(command)  # the first run compiles and warms the disk: not counted
    checks, floors = [], []
    for _ in range(runs):
        checks.append(cost_of(check))
        floors.append(cost_of(floor))
    ours = median(cost.processor for cost in checks)
    theirs = median(cost.processor for cost in floors)
    build = build_cold()

    click.echo(f"{records} fiches, médiane de {runs} mesures, temps de processeur :")
    click.echo(f"  fp check              {ours:8.2f} s")
    click.echo(f"  bibliothèques seules  {theirs:8.2f} s")
    click.echo(f"  rapport               {ours / theirs:8.2f}")
    click.echo(f"  site entier, à froid  {build.processor:8.2f} s ({build.wall:.2f} s à l’horloge)")
    figures = {
        "records": records,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "check": [asdict(cost) for cost in checks],
        "floor": [asdict(cost) for cost in floors],
        "check_to_floor": round(ours / theirs, 3),
        "cold_build": asdict(build),
    }
    REPORT.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
