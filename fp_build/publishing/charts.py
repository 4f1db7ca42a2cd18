"""Charts of the catalogue: how many records each theme, stage, year and outcome has.

Counts become bars with a length, in words of the page's language. A template draws them, so that
escaping is Jinja's; style sheets decide whether they lie or stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fp_build.publishing.edition import Edition
from fp_build.publishing.views import CountedTerm

LEAST_LENGTH: Final = 1.0
"""How long the shortest bar is drawn, in hundredths of the longest: one record beside ten thousand
still shows. What has no record has no bar."""

GAP: Final = 10
"""More years than this in a row without a record share one empty bar, so that a lone early date
does not stretch the whole chart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A term, the number of its records, and how long that is drawn."""

    label: str
    count: int
    figure: str
    """The number as it stands beside the bar: “3”, “none”."""
    count_text: str
    """The number as a sentence has it: “3 records”."""
    length: str = "0%"
    """Of the longest bar."""
    rest: str = "100%"
    """What the longest bar has more."""
    selection_url: str = ""
    """The catalogue filtered to what the bar counts; nothing where that is no record."""
    term_url: str = ""
    """The page of the term, which needs no script; nothing where the term has none."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The listed records by the terms of one facet."""

    facet: str
    name: str
    """Of the facet, as the head of a column."""
    title: str
    notes: tuple[str, ...]
    """How many records are counted, how many are not, and how many more than once."""
    bars: tuple[Bar, ...]


def view_chart(edition: Edition, facet: str, here: str) -> Chart:
    """The chart of a facet, as seen from the file ``here``. Themes come by the number of their
    records, years in a row, other terms in the order of their vocabulary."""
    about = edition.facet(facet, here)
    bars = [_bar(edition, facet, term, here) for term in about.terms]
    if facet == "year":
        bars = list(_without_breaks(edition, bars))
    elif facet == "theme":
        bars.sort(key=lambda bar: -bar.count)
    return Chart(
        facet=facet,
        name=about.label,
        title=edition.words[f"chart-{facet}"],
        notes=tuple(_notes(edition, facet, bars)),
        bars=tuple(_drawn(bars)) if any(bar.count for bar in bars) else (),
    )


def _bar(edition: Edition, facet: str, term: CountedTerm, here: str) -> Bar:
    return replace(
        _counted(edition, term.label, term.count),
        selection_url=edition.selection_url(facet, term.id, here) if term.count else "",
        term_url=term.url,
    )


def _counted(edition: Edition, label: str, number: int) -> Bar:
    words = edition.words
    figure = words.number(number) if number else words["none"]
    return Bar(label, number, figure, words.count("records", number))


def _without_breaks(edition: Edition, bars: Sequence[Bar]) -> Iterator[Bar]:
    """The years from the first with a record to the last, those between without one as well."""
    known = {int(bar.label): bar for bar in bars if bar.count}
    before: int | None = None
    for year in sorted(known):
        if before is not None and year - before - 1 > GAP:
            yield _counted(edition, f"{before + 1}–{year - 1}", 0)
        elif before is not None:
            for empty in range(before + 1, year):
                yield _counted(edition, str(empty), 0)
        yield known[year]
        before = year


def _drawn(bars: Sequence[Bar]) -> Iterator[Bar]:
    """The bars with their lengths."""
    longest = max((bar.count for bar in bars), default=0)
    for bar in bars:
        if not bar.count:
            yield bar
            continue
        length = max(LEAST_LENGTH, round(100 * bar.count / longest, 2))
        yield replace(bar, length=f"{length:g}%", rest=f"{round(100 - length, 2):g}%")


def _notes(edition: Edition, facet: str, bars: Sequence[Bar]) -> Iterator[str]:
    """What a reader of the chart should know, all of it counted."""
    words, catalogue = edition.words, edition.catalogue
    total = len(catalogue.listed)
    if not total:
        yield words["no-record-yet"]
        return
    terms = [len(catalogue.terms[slug][facet]) for slug in catalogue.listed]
    counted = sum(number > 0 for number in terms)
    several = sum(number > 1 for number in terms)
    told = {
        "shown": words.count("records", counted),
        "total": words.number(total),
    }
    if facet == "year" and len(bars) > 1:
        yield words.fill("chart-part-dated", first=bars[0].label, last=bars[-1].label, **told)
    elif counted:
        yield words.fill("chart-part", **told)
    missing = total - counted
    if missing:
        yield words.count(f"chart-without-{facet}", missing)
    if several:
        yield words.count(f"chart-several-{facet}", several)
