"""The timeline of the programme: what its records date, year by year, each year leading on into
the catalogue. Made for catalogues of any size: a year shows what came first, and says what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fp_build.arranging.chronicle import chronicle
from fp_build.judging.happenings import Happening
from fp_build.publishing.edition import Edition
from fp_build.publishing.moments import spoken_dates
from fp_build.publishing.views import CountedTerm, NamedLink, TermLink

A_YEAR: Final = 20
"""How many dates a year shows at most."""

FEWEST: Final = 3
"""And how many at least, however many years there are."""

ALL: Final = 400
"""About how many dates the whole page shows: some 200 KB."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, or will."""

    record: NamedLink
    kind: TermLink
    when: str
    """Its date in words, as precise as it is known."""
    machine_date: str
    """The same for programs; nothing for a span of dates."""
    what: str
    """What happened, where the title of the record alone does not say it."""
    is_to_come: bool


@dataclass(frozen=True, slots=True)
class YearTold:
    """A year of the timeline."""

    records: CountedTerm
    """The year, the records it has and their page, which needs no script."""
    filter_url: str
    """The catalogue filtered to the year."""
    show: str
    """What the link to its records says."""
    entries: tuple[Entry, ...]
    more: str
    """How many more dates there are; nothing where all are shown."""


def view_timeline(edition: Edition, here: str) -> tuple[YearTold, ...]:
    """The years of the catalogue as seen from the file ``here``."""
    told = chronicle(edition.catalogue)
    most = max(FEWEST, min(A_YEAR, ALL // max(1, len(told))))
    return tuple(_year(edition, year, found, most, here) for year, found in told.items())


def _year(
    edition: Edition, year: int, happenings: Sequence[Happening], most: int, here: str
) -> YearTold:
    records = edition.counted("year", f"{year:04}", here)
    left = len(happenings) - most
    return YearTold(
        records=records,
        filter_url=edition.selection_url("year", records.id, here),
        show=edition.words.count("show-records", records.count),
        entries=tuple(_entry(edition, happening, here) for happening in happenings[:most]),
        more=edition.words.count("timeline-more", left) if left > 0 else "",
    )


def _entry(edition: Edition, happening: Happening, here: str) -> Entry:
    (kind,) = edition.catalogue.terms[happening.slug]["kind"] or ("project",)
    starts, ends = happening.starts, happening.ends
    return Entry(
        record=edition.named(happening.slug, here),
        kind=edition.term("kind", kind, here),
        when=spoken_dates(starts, ends, edition.words, edition.language),
        machine_date=starts.text if starts.text == ends.text else "",
        what=_what(edition, happening),
        is_to_come=starts.first > edition.catalogue.today,
    )


def _what(edition: Edition, happening: Happening) -> str:
    if happening.what == "event":
        return edition.label("event-series", happening.about) if happening.about else ""
    if happening.about:
        stage = edition.label("stages", happening.about)
        return edition.words.fill(f"timeline-{happening.what}", stage=stage)
    return edition.words[happening.what]
