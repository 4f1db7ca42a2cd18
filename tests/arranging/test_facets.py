"""Under which terms of each facet a record is found."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import strategies as st
from in_memory import property_of

from fp_build.arranging.facets import FACETS, facet_terms, with_parents
from fp_build.judging.models import Call, Case, Event, Facts, Initiative, Project
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_forms import MODELS, REQUIRED, TerritoryTerm


def facts(**given: Any) -> Facts:
    return Facts.model_validate(given)


def territories(**parents: str | None) -> Vocabulary:
    return Vocabulary("territories", {name: Place(parent) for name, parent in parents.items()})


class Place:
    """As much of a territory as its family needs."""

    def __init__(self, parent: str | None) -> None:
        self.parent = parent


FRANCE: Final = territories(FR=None, west="FR", coast="west", east="FR")


def test_a_facet_is_said_by_a_vocabulary() -> None:
    assert set(FACETS.values()) - {"years"} <= set(MODELS)
    assert set(FACETS) - {"year"} == set(REQUIRED["facets"])


def test_a_record_without_facts_is_found_nowhere(vocabularies: Vocabularies) -> None:
    assert facet_terms(facts(), vocabularies) == dict.fromkeys(FACETS, ())


def test_each_facet_reads_its_own_fact(vocabularies: Vocabularies) -> None:
    found = facet_terms(
        facts(
            kind="case",
            themes=("ageing", "disability"),
            stages=({"stage": "evaluation"}, {"stage": "implementation"}, {"stage": "evaluation"}),
            interventions=("develop",),
            audiences=("companies",),
            outcome="stopped",
            level="local",
            territories=("FR",),
            lead="sgmap",
            partners=({"organisation": "ditp"}, {"organisation": "sgmap"}),
            principles=("tangible",),
        ),
        vocabularies,
    )
    assert found == {
        "kind": ("case",),
        "theme": ("ageing", "disability"),
        "stage": ("evaluation", "implementation"),
        "intervention": ("develop",),
        "audience": ("companies",),
        "outcome": ("stopped",),
        "level": ("local",),
        "territory": ("FR",),
        "organisation": ("sgmap", "ditp"),
        "principle": ("tangible",),
        "criterion": (),
        "type": (),
        "research": (),
        "series": (),
        "year": (),
    }


def test_kinds_bring_facets_of_their_own(vocabularies: Vocabularies) -> None:
    def found(form: type[Facts], **given: Any) -> dict[str, tuple[str, ...]]:
        terms = facet_terms(form.model_validate(given), vocabularies)
        return {facet: terms[facet] for facet in ("type", "research", "series", "year")}

    nothing = dict.fromkeys(("type", "research", "series", "year"), ())
    assert found(Initiative, type="prize") == {**nothing, "type": ("prize",)}
    ways = ("action-research", "project-expert")
    assert found(Project, research=ways) == {**nothing, "research": ways}
    assert found(Event, series="encounter-days", starts="2014-11-07 09:00") == {
        **nothing,
        "series": ("encounter-days",),
        "year": ("2014",),
    }
    assert found(Call, opens="2013", decided_on="2014") == {**nothing, "year": ("2013", "2014")}
    for form in (Initiative, Project, Event, Call, Case):
        assert found(form) == nothing


@pytest.mark.parametrize(
    ("answer", "found"), [("yes", True), ("partly", True), ("no", False), ("unknown", False)]
)
def test_a_criterion_finds_what_answers_it(
    vocabularies: Vocabularies, answer: str, found: bool
) -> None:
    given = facts(criteria={"high-stakes": {"answer": answer}})
    assert facet_terms(given, vocabularies)["criterion"] == (("high-stakes",) if found else ())


def test_a_territory_is_found_under_those_that_hold_it(vocabularies: Vocabularies) -> None:
    found = facet_terms(facts(territories=("44", "77")), vocabularies)["territory"]
    assert found == ("44", "reg-52", "FR", "77", "reg-11")


def test_parents_come_once() -> None:
    assert with_parents(("coast", "east", "west"), FRANCE) == ("coast", "west", "FR", "east")


def test_a_territory_that_is_not_known_is_left_out() -> None:
    assert with_parents(("nowhere", "east"), FRANCE) == ("east", "FR")
    assert with_parents(("lost",), territories(lost="nowhere")) == ("lost",)


def test_a_cycle_among_parents_ends() -> None:
    cycle = territories(a="b", b="c", c="a", alone="alone")
    assert with_parents(("a",), cycle) == ("a", "b", "c")
    assert with_parents(("alone",), cycle) == ("alone",)


NAMES: Final = st.sampled_from("abcdef")


@property_of(st.dictionaries(NAMES, st.none() | NAMES), st.lists(NAMES, max_size=8), examples=200)
def _parents(parents: dict[str, str | None], terms: list[str]) -> None:
    vocabulary = territories(**parents)
    found = with_parents(tuple(terms), vocabulary)
    assert len(found) == len(set(found))
    assert set(found) <= set(parents)
    assert {term for term in terms if term in parents} <= set(found)
    for term in found:
        parent = parents[term]
        assert parent is None or parent not in parents or parent in found


test_parents_always_end, test_parents_always_end_at_length = _parents


def test_territories_of_the_project_lead_up_to_france(vocabularies: Vocabularies) -> None:
    known: dict[str, TerritoryTerm] = dict(vocabularies["territories"].terms)
    for term in known:
        assert with_parents((term,), vocabularies["territories"])[-1] == "FR"
