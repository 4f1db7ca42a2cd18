"""What a check of the audit saw, kept for ``write`` while the environment names a folder for it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDER = "FP_AUDIT"
"""The variable of the environment that ``scripts/audit.sh`` sets."""


def note(
    check: str,
    site: str,
    page: str,
    faults: Sequence[str],
    tools: Mapping[str, str] | None = None,
    scores: Mapping[str, int] | None = None,
) -> None:
    """Put a look at a page on record: a line of JSON in a file of this process."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return
    line = {
        "check": check,
        "site": site,
        "page": page,
        "faults": list(faults),
        "tools": dict(tools or {}),
        "scores": dict(scores or {}),
    }
    with (Path(folder) / f"{os.getpid()}.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
