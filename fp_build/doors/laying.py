"""Lays files into the site, but for those that stand already where the site will be."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fp_build.doors.archive import SiteFile
from fp_build.doors.spare import Spare


class Laid(NamedTuple):
    """Files that are on the site, each by its way from the top."""

    files: frozenset[str]
    standing: frozenset[str]
    """Those of them that stand in the spare, and were not written."""


def lay(site: Path, spare: Spare | None, files: Iterable[SiteFile]) -> Laid:
    """Write files into the site as they are made, but for those that stand in the ``spare`` as they
    should be."""
    laid, standing = set(), set()
    for file, content in files:
        laid.add(file)
        path = f"{site}/{file}"  # thousands of them: paths as texts take a third of the time
        if spare is not None and not os.path.lexists(path) and _holds(spare, file, content):
            standing.add(file)
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as written:
            written.write(content)
    return Laid(frozenset(laid), frozenset(standing))


def _holds(spare: Spare, file: str, content: bytes) -> bool:
    there = spare.files.get(file)
    if there is None or there[1] != len(content):  # most that have changed are of another size
        return False
    try:
        with open(f"{spare.taken}/{file}", "rb", buffering=0) as held:
            return held.readall() == content
    except OSError:
        return False
