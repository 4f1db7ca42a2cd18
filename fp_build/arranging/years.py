"""The years of the catalogue: the one way to browse whose terms are not words of a vocabulary but
what the records' own dates say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from fp_build.judging.models import Call, Event, Facts
from fp_build.reading.fields import BothLanguages
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_forms import FacetTerm, Term
from fp_build.words.dates import PartialDate

LONGEST_STAGE: Final = 30
"""In years. Of a longer stage only the first and the last year count: more likely a slip than a
stage, and it must not fill the catalogue with empty years."""

_FACET: Final = FacetTerm.model_construct(
    fr="Année",
    en="Year",
    plural=BothLanguages(fr="Années", en="Years"),
    definition=BothLanguages(
        fr="Les années que couvrent les dates de la fiche.",
        en="The years that the dates of the record cover.",
    ),
    source="",
)


def spans_of(facts: Facts) -> Iterator[tuple[PartialDate, ...]]:
    """What a record dates: for each stage, call or event its first and last date, or the one of
    them that is documented."""
    spans: list[tuple[PartialDate | None, ...]] = [(s.start, s.end) for s in facts.stages]
    if isinstance(facts, Call):
        spans.append((facts.opens, facts.decided_on or facts.closes))
    if isinstance(facts, Event):
        spans.append(tuple(m.date if m else None for m in (facts.starts, facts.ends)))
    for span in spans:
        if known := tuple(date for date in span if date is not None):
            yield known


def years_of(facts: Facts) -> tuple[str, ...]:
    """The years that a record covers, earliest first; of a stage of which only the beginning or
    the end is documented, that year alone."""
    years: set[int] = set()
    for known in spans_of(facts):
        first, last = known[0].first.year, known[-1].last.year
        years |= set(range(first, last + 1)) if last - first <= LONGEST_STAGE else {first, last}
    return tuple(f"{year:04}" for year in sorted(years))


def with_years(vocabularies: Vocabularies, years: Iterable[str]) -> Vocabularies:
    """The vocabularies, and one of these years. The team may name the facet otherwise, by a term
    ``year`` among the facets."""
    facets = vocabularies["facets"]
    return Vocabularies(
        {
            **vocabularies.by_name,
            "facets": Vocabulary("facets", {"year": _FACET, **facets.terms}),
            "years": Vocabulary("years", {year: _year(year) for year in sorted(years)}),
        }
    )


def _year(year: str) -> Term:
    return Term.model_construct(
        fr=year,
        en=year,
        definition=BothLanguages(
            fr=f"Les fiches dont les dates couvrent l’année {year}.",
            en=f"The records whose dates cover the year {year}.",
        ),
        source="",  # from the records themselves
    )
