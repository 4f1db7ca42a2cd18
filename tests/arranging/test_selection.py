"""Selections: the truth table that the browser is held to as well, and what holds of any."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import strategies as st
from in_memory import judged, property_of
from truth_table import CASES, Case, record_files

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.facets import FACETS
from fp_build.arranging.selection import Selection, counts, found
from fp_build.words.findings import Level


@lru_cache(maxsize=1)
def table() -> Catalogue:
    judgement = judged(record_files())
    assert [f for f in judgement.findings if f.level >= Level.WARNING] == []
    return Catalogue.arrange(
        judgement.records.values(), judgement.vocabularies, judgement.desk.today
    )


def selection_of(case: Case) -> Selection:
    terms = {facet: frozenset(v) for facet, v in case.query.items() if facet in FACETS}
    return Selection(terms, None if case.text is None else frozenset(case.text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_the_truth_table(case: Case) -> None:
    catalogue = table()
    slugs = found(catalogue, selection_of(case))
    assert slugs == set(case.finds)
    if "sort=date" not in case.address:
        assert catalogue.in_order(slugs, "fr") == list(case.finds)
    numbers = counts(catalogue, selection_of(case))
    for facet, expected in case.counts.items():
        assert {term: n for term, n in numbers[facet].items() if n} == expected, facet


def test_former_ids_lead_to_present_ones() -> None:
    themes = table().vocabularies["themes"]
    assert themes.current("handicap") == "disability"


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    catalogue = table()
    terms = {
        facet: draw(
            st.frozensets(st.sampled_from(sorted(catalogue.found_under[facet])), max_size=3)
        )
        for facet in draw(st.sets(st.sampled_from(sorted(FACETS)), max_size=3))
        if catalogue.found_under[facet]
    }
    text = draw(st.none() | st.frozensets(st.sampled_from(sorted(catalogue.listed))))
    return Selection(terms, text)


@property_of(selections(), examples=150)
def _each_number_is_what_choosing_that_term_alone_would_find(selection: Selection) -> None:
    catalogue = table()
    numbers = counts(catalogue, selection)
    for facet in FACETS:
        for term, number in numbers[facet].items():
            alone = Selection({**selection.terms, facet: frozenset({term})}, selection.text)
            assert len(found(catalogue, alone)) == number


(
    test_each_number_is_what_choosing_that_term_alone_would_find,
    test_each_number_is_what_choosing_that_term_alone_would_find_at_length,
) = _each_number_is_what_choosing_that_term_alone_would_find
