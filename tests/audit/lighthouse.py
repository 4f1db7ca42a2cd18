"""Lighthouse on pages of the project's own site: the median of several runs of each."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from in_memory import PROJECT

PROGRAM: Final = PROJECT / "tests" / "checkers" / "node_modules" / ".bin" / "lighthouse"
CHROMIUM: Final = "/usr/bin/chromium"
RUNS: Final = 5
LEAST: Final = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""What each category must reach, of 100."""


@dataclass(frozen=True)
class Seen:
    """What Lighthouse says of a page."""

    version: str
    scores: dict[str, int]
    faults: list[str]
    """Categories under what they must reach, with what lowers them."""


def look(address: str, runs: int = RUNS) -> Seen:
    """The median of the runs in each category."""
    reports = [_run(address) for _ in range(runs)]
    scores = {
        name: round(statistics.median(r["categories"][name]["score"] * 100 for r in reports))
        for name in LEAST
    }
    faults = [
        f"{name} {scores[name]} (least: {least}): {_reasons(reports[-1], name)}"
        for name, least in LEAST.items()
        if scores[name] < least
    ]
    return Seen(str(reports[0]["lighthouseVersion"]), scores, faults)


def _run(address: str) -> Any:
    flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-sync"
    done = subprocess.run(
        [
            str(PROGRAM), address, "--quiet", "--output=json", "--output-path=stdout",
            f"--only-categories={','.join(LEAST)}", f"--chrome-flags={flags}",
            "--no-enable-error-reporting",
        ],
        env={**os.environ, "CHROME_PATH": CHROMIUM},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def _reasons(report: Any, category: str) -> str:
    audits = [
        (report["audits"][ref["id"]], ref["weight"])
        for ref in report["categories"][category]["auditRefs"]
        if ref["weight"]
    ]
    return "; ".join(
        f"{audit['title']} {audit.get('displayValue', '')}".strip()
        for audit, _ in audits
        if audit["score"] is not None and audit["score"] < 0.9
    )


def pages_to_see(site: Path) -> list[str]:
    """The home page, the catalogue and a record: the longest case of the site."""
    records = [
        path
        for path in sorted((site / "catalogue").glob("*/index.html"))
        if 'data-kind="record-' in path.read_text("utf-8")
    ]
    longest = max(records, key=lambda path: path.stat().st_size)
    return ["", "catalogue/", f"catalogue/{longest.parent.name}/"]
