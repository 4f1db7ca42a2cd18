"""What a record dates: its stages, the dates of a call, an event.

Nothing is made more precise than its source has it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, NamedTuple

from fp_build.judging.models import Call, Event, Facts, Stage
from fp_build.words.dates import PartialDate

What = Literal["stage", "begins", "ends", "call-opens", "call-closes", "call-decided", "event"]


class Happening(NamedTuple):
    """One thing that a record dates."""

    slug: str
    what: What
    starts: PartialDate
    ends: PartialDate
    """The same as ``starts``, where one date is all there is to tell."""
    about: str = ""
    """The stage that begins, ends or is gone through; the series of an event."""

    @property
    def year(self) -> int:
        """The year under which it is told."""
        return self.starts.first.year

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        """Its place in the chronicle."""
        return self.starts.last, self.ends.last, self.slug


def happenings(slug: str, facts: Facts) -> Iterator[Happening]:
    """What a record dates, as it stands in the record."""
    for stage in facts.stages:
        yield from _of_stage(slug, stage)
    if isinstance(facts, Call):
        dates: tuple[tuple[What, PartialDate | None], ...] = (
            ("call-opens", facts.opens),
            ("call-closes", facts.closes),
            ("call-decided", facts.decided_on),
        )
        yield from (Happening(slug, what, date, date) for what, date in dates if date)
    if isinstance(facts, Event) and facts.starts:
        ends = (facts.ends or facts.starts).date
        yield Happening(slug, "event", facts.starts.date, ends, facts.series or "")


def _of_stage(slug: str, stage: Stage) -> Iterator[Happening]:
    """A stage within one year is told once; a longer one when it begins and when it ends."""
    start, end = stage.start, stage.end
    if start and end and start.first.year == end.last.year:
        yield Happening(slug, "stage", start, end, stage.stage)
        return
    if start:
        yield Happening(slug, "begins", start, start, stage.stage)
    if end:
        yield Happening(slug, "ends", end, end, stage.stage)
