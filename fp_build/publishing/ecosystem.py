"""What surrounds the projects: initiatives by their type, and the ways open to researchers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from fp_build.judging.models import Facts, Initiative, Project
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.views import Card, TermLink

SHOWN: Final = 8
"""How many records stand under a term; its own page has them all."""

ECOSYSTEM_PAGE: Final = "ecosysteme"
RESEARCH_PAGE: Final = "recherche"
"""The editorial pages that lead to these records, by the names of their files."""


@dataclass(frozen=True, slots=True)
class UnderTerm:
    """A term with its definition and the first of its records by title."""

    term: TermLink
    records: tuple[Card, ...]
    more: str
    """“and 12 more”; nothing where all are shown."""
    selection_url: str
    """The catalogue filtered by the term; nothing where it has no record."""


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """What an initiative is, who carries it, and when."""

    type: TermLink | None
    """``None`` for a draft that does not say."""
    who: tuple[TermLink, ...]
    """The organisation that leads it and its partners, each with the part it takes."""
    when: str
    """From the first to the last date of its stages; that none is documented, where none is."""
    page_url: str
    """The page about the ecosystem, where there is one."""


@dataclass(frozen=True, slots=True)
class ResearchView:
    """The ways of taking part in a project that are open to researchers."""

    ways: tuple[TermLink, ...]
    page_url: str
    """The page for researchers, where there is one."""


def view_surroundings(record: Record, edition: Edition, here: str) -> dict[str, object]:
    """What the page of a record at ``here`` says besides, by the name that the template of its kind
    reads."""
    facts = record.facts
    if isinstance(facts, Initiative):
        return {"initiative": _initiative(facts, edition, here)}
    if isinstance(facts, Project):
        ways = edition.terms("research", facts.research, here)
        page = edition.page_url(RESEARCH_PAGE, here)
        return {"research": ResearchView(ways, page) if ways else None}
    return {}


def _initiative(facts: Initiative, edition: Edition, here: str) -> InitiativeView:
    who = []
    if facts.lead:
        who.append(edition.term("organisation", facts.lead, here, edition.words["lead"]))
    for partner in facts.partners:
        part = edition.label("partner-types", partner.type) if partner.type else ""
        who.append(edition.term("organisation", partner.organisation, here, part))
    return InitiativeView(
        type=edition.term("type", facts.type, here) if facts.type else None,
        who=tuple(who),
        when=_period(facts, edition),
        page_url=edition.page_url(ECOSYSTEM_PAGE, here),
    )


def _period(facts: Facts, edition: Edition) -> str:
    dates = [date for stage in facts.stages for date in (stage.start, stage.end) if date]
    if not dates:
        return edition.words["undated"]
    first = min(dates, key=lambda date: date.first)
    last = max(dates, key=lambda date: date.last)
    start, end = edition.spoken(first), edition.spoken(last)
    return start if start == end else edition.words.fill("period", start=start, end=end)


def initiatives(edition: Edition, here: str) -> dict[str, Any]:
    """Every type of initiative with its records; one without a record is there as well."""
    return {"types": _under_terms(edition, "type", here)}


def research(edition: Edition, here: str) -> dict[str, Any]:
    """Every way for researchers to take part, with the projects that say it is open."""
    return {"ways": _under_terms(edition, "research", here)}


def _under_terms(edition: Edition, facet: str, here: str) -> tuple[UnderTerm, ...]:
    return tuple(
        _under_term(edition, facet, term, here) for term in edition.facet(facet, here).terms
    )


def _under_term(edition: Edition, facet: str, term: TermLink, here: str) -> UnderTerm:
    slugs = edition.catalogue.under(facet, term.id)
    ordered = edition.catalogue.in_order(slugs, edition.language)
    left = len(ordered) - SHOWN
    return UnderTerm(
        term=term,
        records=tuple(edition.card(slug, here) for slug in ordered[:SHOWN]),
        more=edition.words.count("more", left) if left > 0 else "",
        selection_url=edition.selection_url(facet, term.id, here) if slugs else "",
    )
