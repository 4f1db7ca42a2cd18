"""Long files are read and rendered on trial first: in a process of their own, with so much time and
memory and no more.

What is known to cost more than its size is refused where it is read, by counting it. This is the
net below for what is not known yet: a file that would hold up a build becomes a finding. Usual ones
are too short to cost much, whatever they hold, and are not tried. Where this process may not be
forked, as while an author is served, there is no trial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from fp_build.doors.crew import may_fork, survives
from fp_build.judging.desk import Lectern
from fp_build.judging.folder_faults import TOO_EXPENSIVE
from fp_build.judging.folders import texts_of
from fp_build.judging.study import Studied, study_folder
from fp_build.reading.workspace import Entry, Folder
from fp_build.words.findings import Finding, Place

LONG: Final = 64 * 1024
"""In bytes, of all texts of a record: ten times what is usual."""
SECONDS: Final = 1.0
"""Of computing, for one record."""
MEMORY: Final = 300 * 1024 * 1024
"""In bytes, beyond what this process has already."""


def study_on_trial(folder: Folder, lectern: Lectern) -> Studied:
    """Study a folder; where that takes too much, a finding says so and nothing of it is read."""
    finding = tried(folder, lectern)
    return (None, [finding]) if finding else study_folder(folder, lectern)


def study_each_on_trial(folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
    """Study one folder after the other."""
    for folder in folders:
        yield study_on_trial(folder, lectern)


def is_settled(folder: Folder, studied: Studied, lectern: Lectern) -> bool:
    """False where the same folder may be judged otherwise another time: a trial that fails hangs on
    how quick the machine was, and where none could be made a later one may fail."""
    if any(finding.rule is TOO_EXPENSIVE for finding in studied[1]):
        return False
    return may_fork() or not _needs_trial(_texts(folder, lectern), LONG)


def tried(
    folder: Folder,
    lectern: Lectern,
    *,
    least: int = LONG,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Finding | None:
    """What a trial of texts of more than ``least`` bytes shows; ``None`` where none is needed, or
    possible, or all went well."""
    texts = _texts(folder, lectern)
    if not _needs_trial(texts, least) or not may_fork():
        return None
    from fp_build.publishing.rehearsal import rehearse  # few checks need what renders

    def work() -> None:
        record, _ = study_folder(folder, lectern)
        if record is not None:
            rehearse(record)

    try:
        if survives(work, seconds, memory):
            return None
    except OSError:  # there is no room for another process at this moment
        return None
    longest = max(texts, key=attrgetter("size"))
    return TOO_EXPENSIVE.at(Place(longest.path), seconds=f"{seconds:g}")


def _texts(folder: Folder, lectern: Lectern) -> list[Entry]:
    """Those that are read."""
    return [text for text in texts_of(folder) if text.size <= lectern.limits.text_bytes]


def _needs_trial(texts: Sequence[Entry], least: int) -> bool:
    return sum(text.size for text in texts) > least
