"""Judge records among the others; again, while an author is served, only where that may differ.

What was found of a record holds for as long as it is the same, and so is every record that was
looked up meanwhile: the shelf tells which. Rules that ask for all records are asked each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from fp_build.judging.desk import Desk, Shelf
from fp_build.judging.record import Record
from fp_build.judging.rulebook import checks_among_all, editorial_rules
from fp_build.words.findings import Finding

Compare = Callable[[Mapping[str, Record], Desk], Iterable[Finding]]
"""Answers what is wrong with records beside the others."""

Found = tuple[bool, Record | None]
"""Whether a folder of some name exists, and its record."""


def compare_each(records: Mapping[str, Record], desk: Desk) -> Iterator[Finding]:
    """Ask every rule that looks beyond the record, of each."""
    for record in records.values():
        for check in checks_among_all():
            yield from check(record, desk)
        record.release()


class Comparisons:
    """Does the same, and remembers it for the next time, on the same day."""

    def __init__(self) -> None:
        self._known: dict[str, _Compared] = {}

    def __call__(self, records: Mapping[str, Record], desk: Desk) -> Iterator[Finding]:
        """What is wrong with the records, found anew where it may be something else."""
        shelf = desk.shelf
        checks = [rule.check for rule in editorial_rules() if rule.asks not in ("nothing", "all")]
        of_all = [rule.check for rule in editorial_rules() if rule.asks == "all"]
        known: dict[str, _Compared] = {}
        for slug, record in records.items():
            compared = self._known.get(slug)
            if compared is None or not compared.holds(record, shelf):
                heard = _HeardShelf(shelf)
                beside = replace(desk, shelf=heard)
                found = [finding for check in checks for finding in check(record, beside)]
                record.release()
                compared = _Compared(record, heard.found, heard.all_asked, found)
            known[slug] = compared
            yield from compared.findings
            for check in of_all:
                yield from check(record, desk)
        self._known = known


class _Compared(NamedTuple):
    record: Record
    looked_up: dict[str, Found]
    all_asked: bool
    findings: list[Finding]

    def holds(self, record: Record, shelf: Shelf) -> bool:
        if record is not self.record or self.all_asked:
            return False
        for slug, (exists, found) in self.looked_up.items():
            if (slug in shelf) is not exists or (exists and shelf[slug] is not found):
                return False
        return True


class _HeardShelf(Shelf):
    """A shelf that notes which records are looked up."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.found: dict[str, Found] = {}
        self.all_asked = False

    def __getitem__(self, slug: str) -> Record | None:
        self.found[slug] = self._look_up(slug)
        return self._shelf[slug]

    def __contains__(self, slug: object) -> bool:
        exists, record = self._look_up(str(slug))
        self.found[str(slug)] = exists, record
        return exists

    def _look_up(self, slug: str) -> Found:
        return (True, self._shelf[slug]) if slug in self._shelf else (False, None)

    def formerly(self, former: str) -> Sequence[str]:
        """As the shelf answers."""
        self.all_asked = True
        return self._shelf.formerly(former)

    def __iter__(self) -> Iterator[str]:
        self.all_asked = True
        return iter(self._shelf)

    def __len__(self) -> int:
        self.all_asked = True
        return len(self._shelf)
