"""The ways to browse the catalogue, and under which terms of each a record is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from fp_build.arranging.years import years_of
from fp_build.judging.models import Event, Facts, Initiative, Project
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_forms import FACETS as FACETS


def _one(term: str | None) -> tuple[str, ...]:
    return (term,) if term else ()


_TERMS_OF: Final[Mapping[str, Callable[[Facts], tuple[str, ...]]]] = {
    "kind": lambda facts: _one(facts.kind),
    "type": lambda facts: _one(facts.type) if isinstance(facts, Initiative) else (),
    "theme": lambda facts: facts.themes,
    "stage": lambda facts: tuple(stage.stage for stage in facts.stages),
    "intervention": lambda facts: facts.interventions,
    "audience": lambda facts: facts.audiences,
    "outcome": lambda facts: _one(facts.outcome),
    "level": lambda facts: _one(facts.level),
    "territory": lambda facts: facts.territories,
    "organisation": lambda facts: (
        *_one(facts.lead),
        *(partner.organisation for partner in facts.partners),
    ),
    "principle": lambda facts: facts.principles,
    "criterion": lambda facts: tuple(
        name for name, answer in facts.criteria.items() if answer.answer in ("yes", "partly")
    ),
    "research": lambda facts: facts.research if isinstance(facts, Project) else (),
    "series": lambda facts: _one(facts.series) if isinstance(facts, Event) else (),
    "year": years_of,
}


Terms = Mapping[str, tuple[str, ...]]
"""For every facet, the terms under which a record is found."""


def facet_terms(facts: Facts, vocabularies: Vocabularies) -> Terms:
    """The terms under which a record is found, for every facet.

    A record of a territory is found under the territories that hold it as well; one that answers a
    criterion with ``yes`` or ``partly`` is found under that criterion.
    """
    found = {facet: tuple(dict.fromkeys(terms(facts))) for facet, terms in _TERMS_OF.items()}
    found["territory"] = with_parents(found["territory"], vocabularies["territories"])
    return found


def with_parents(terms: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The terms with those that hold them, each once; a cycle among parents ends where it began."""
    found: dict[str, None] = {}
    for term in terms:
        here: str | None = term
        while here is not None and here not in found and here in vocabulary:
            found[here] = None
            here = vocabulary[here].parent
    return tuple(found)
