"""Judge records among the others; again only where that may find something else.

What was found of a record holds on the same day for as long as its folder is the same, and so is
the folder of every record that was looked up meanwhile: the shelf tells which. Rules that ask for
all records are asked each time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from fp_build.judging.desk import Desk, Shelf
from fp_build.judging.record import Record
from fp_build.judging.rulebook import Check, checks_among_all, editorial_rules
from fp_build.words.findings import Finding, curbed, in_order

Compare = Callable[[Mapping[str, Record], Desk], Iterable[Finding]]
"""Answers what is wrong with records beside the others."""


def compare_each(records: Mapping[str, Record], desk: Desk) -> Iterator[Finding]:
    """Ask every rule that looks beyond the record, of each."""
    for record in records.values():
        for check in checks_among_all():
            yield from check(record, desk)
        record.release()


Contents = Mapping[str, bytes]
"""The fingerprint of each folder that was studied, by name."""


class Compared(NamedTuple):
    """What was found of a record beside the others, and what it follows from."""

    content: bytes
    """The fingerprint of its folder."""
    day: dt.date
    looked_up: tuple[tuple[str, bytes | None], ...]
    """The names of others that were looked up, each with the fingerprint of its folder; ``None``
    where there is none."""
    findings: tuple[Finding, ...]

    def holds(self, slug: str, day: dt.date, contents: Contents) -> bool:
        """Whether the same would be found again."""
        return (
            self.day == day
            and self.content == contents.get(slug)
            and all(contents.get(name) == content for name, content in self.looked_up)
        )


Each = Callable[
    [Sequence[Record], Callable[[Record], tuple[Compared, bool]]], list[tuple[Compared, bool]]
]
"""Answers what some work answers for each record, in their order, wherever it is done."""


def _in_turn(
    records: Sequence[Record], work: Callable[[Record], tuple[Compared, bool]]
) -> list[tuple[Compared, bool]]:
    return [work(record) for record in records]


class Comparisons:
    """Does the same, and remembers it: ``known`` is what was found of each record, by slug."""

    def __init__(self, each: Each = _in_turn) -> None:
        self._each = each
        self.known: dict[str, Compared] = {}

    def __call__(
        self, records: Mapping[str, Record], desk: Desk, contents: Contents
    ) -> Iterator[Finding]:
        """What is wrong with the records, found anew where it may be something else."""
        known = {
            slug: compared
            for slug, compared in self.known.items()
            if slug in records and compared.holds(slug, desk.today, contents)
        }
        new = [record for slug, record in records.items() if slug not in known]
        rules = editorial_rules()
        some = [rule.check for rule in rules if rule.asks not in ("nothing", "all")] if new else []
        found = self._each(new, partial(_compared, some, desk, contents))
        for compared in known.values():
            yield from compared.findings
        for record, (compared, lasts) in zip(new, found, strict=True):
            yield from compared.findings
            if lasts:
                known[record.slug] = compared
        for check in (rule.check for rule in rules if rule.asks == "all"):
            for record in records.values():
                yield from check(record, desk)
        self.known = known


def _compared(
    checks: Sequence[Check], desk: Desk, contents: Contents, record: Record
) -> tuple[Compared, bool]:
    """What is found of a record, and whether it lasts: not where all others had a part in it."""
    heard = _HeardShelf(desk.shelf)
    beside = replace(desk, shelf=heard)
    found = [finding for check in checks for finding in check(record, beside)]
    findings = tuple(curbed(in_order(found), desk.limits.findings))
    record.release()
    unknown = any(name in desk.shelf and name not in contents for name in heard.looked_up)
    looked_up = tuple((name, contents.get(name)) for name in sorted(heard.looked_up))
    compared = Compared(contents[record.slug], desk.today, looked_up, findings)
    return compared, not (heard.all_asked or unknown)


class _HeardShelf(Shelf):
    """A shelf that notes which records are looked up."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.looked_up: set[str] = set()
        self.all_asked = False

    def __getitem__(self, slug: str) -> Record | None:
        self.looked_up.add(slug)
        return self._shelf[slug]

    def __contains__(self, slug: object) -> bool:
        self.looked_up.add(str(slug))
        return slug in self._shelf

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
