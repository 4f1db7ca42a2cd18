"""Check paths: open what they stand for, judge it, keep the findings they are about."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

from fp_build.doors.clock import today
from fp_build.doors.target import find_target
from fp_build.judging.judge import judge
from fp_build.reading.source import Limits
from fp_build.words.findings import Finding, in_order


def check_paths(paths: Iterable[str], project: Path) -> tuple[list[Finding], int]:
    """The findings of all paths in one sorted report, and how many records were read.

    Raises :class:`FileNotFoundError` with a path that stands for nothing.
    """
    gc.disable()  # what is read is kept until the end, and holds no cycles worth looking for
    findings: list[Finding] = []
    records = 0
    for given in paths:
        target = find_target(given)
        workspace = target.open(project)
        only = None if target.slug is None else [s for s in [target.slug] if s in workspace.folders]
        judgement = judge(workspace, today(), Limits(), only)
        found = judgement.findings
        if target.file is not None:
            found = [finding for finding in found if finding.place.path == target.file]
        elif target.slug is not None:
            about = workspace.folders[target.slug].path
            found = [
                f for f in found if f.place.path == about or f.place.path.startswith(f"{about}/")
            ]
        findings += found
        records += len(judgement.records)
    return in_order(findings), records
