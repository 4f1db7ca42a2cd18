"""The chronicle of a catalogue: what its records date, year after year.

What is known to the month or to the year comes after what happened on a known day of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.facets import FACETS
from fp_build.judging.happenings import Happening


def chronicle(catalogue: Catalogue) -> Mapping[int, tuple[Happening, ...]]:
    """What the listed records date, by year, in order; years that records cover without anything
    that begins or ends in them are there as well, empty."""
    covered = _covered(catalogue)
    years: dict[int, list[Happening]] = {year: [] for year in sorted(covered)}
    for slug, record in catalogue.listed.items():
        for happening in record.brief.dated:
            if slug in covered.get(happening.year, ()):  # else its dates contradict one another
                years[happening.year].append(happening)
    return {
        year: tuple(sorted(found, key=lambda happening: happening.order))
        for year, found in years.items()
    }


def undated(catalogue: Catalogue) -> tuple[str, ...]:
    """The listed records that date nothing, by slug."""
    dated = set().union(*_covered(catalogue).values())
    return tuple(slug for slug in catalogue.listed if slug not in dated)


def _covered(catalogue: Catalogue) -> Mapping[int, frozenset[str]]:
    """The listed records that cover a year, by year."""
    found = {
        int(year): frozenset(catalogue.under("year", year))
        for year in catalogue.vocabularies[FACETS["year"]]
    }
    return {year: slugs for year, slugs in found.items() if slugs}
