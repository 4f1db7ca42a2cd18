"""What a selection of terms and words finds, and how many records each further choice would.

``overrides/assets/javascripts/selection.js`` means the same in the browser: the table
``tests/truth_table.yml`` holds both to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.facets import FACETS


@dataclass(frozen=True, slots=True)
class Selection:
    """Terms chosen by facet, and the records that a text finds where there is one.

    Terms of one facet are alternatives; the facets and the text narrow each other.
    """

    terms: Mapping[str, Set[str]] = field(default_factory=dict)
    text: Set[str] | None = None
    """The slugs that the text finds; ``None`` without a text."""


def found(catalogue: Catalogue, selection: Selection, *, but: str = "") -> frozenset[str]:
    """The slugs of the listed records that satisfy a selection, ``but`` for one facet."""
    slugs = frozenset(catalogue.listed)
    if selection.text is not None:
        slugs &= selection.text
    for facet, terms in selection.terms.items():
        if terms and facet != but:
            slugs &= {slug for term in terms for slug in catalogue.under(facet, term)}
    return slugs


def counts(catalogue: Catalogue, selection: Selection) -> dict[str, dict[str, int]]:
    """For each facet and each of its terms, how many records satisfy the text, all *other* facets
    and this term: what a reader would find by choosing this term alone in its facet."""
    numbers: dict[str, dict[str, int]] = {}
    for facet, vocabulary in FACETS.items():
        others = found(catalogue, selection, but=facet)
        numbers[facet] = {
            term: len(others.intersection(catalogue.under(facet, term)))
            for term in catalogue.vocabularies[vocabulary].terms
        }
    return numbers
