"""Study a folder by itself: the record that it holds, and all that can be said of it without
looking at any other.

What is found depends on the folder (its path as shown, the names, kinds and sizes of what lies in
it, and the bytes of its texts) and on what is on the lectern. So folders can be studied in any
order, anywhere, and what was found of one holds as long as these are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from fp_build.judging.desk import Lectern
from fp_build.judging.folders import read_record
from fp_build.judging.record import Record
from fp_build.judging.rulebook import checks_of_one
from fp_build.reading.workspace import Folder
from fp_build.words.findings import Finding, curbed, in_order

Studied = tuple[Record | None, list[Finding]]
"""The record of a folder, if it holds one, and what is wrong with it. Both can be pickled; a record
that comes out of a pickle must be told where it lies (:meth:`Record.lying_in`)."""

Study = Callable[[Sequence[Folder], Lectern], Iterable[Studied]]
"""Answers for each folder, in their order, what :func:`study_folder` does."""


def study_folder(folder: Folder, lectern: Lectern) -> Studied:
    """Read a folder, and judge the record by the rules that ask for nothing but the record."""
    record, findings = read_record(folder, lectern.vocabularies, lectern.limits)
    if record is not None:
        for check in checks_of_one():
            findings.extend(check(record, lectern))
        record.release()
    return record, curbed(in_order(findings), lectern.limits.findings)


def study_each(folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
    """Study one folder after the other."""
    for folder in folders:
        yield study_folder(folder, lectern)
