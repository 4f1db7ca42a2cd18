"""Organisations: the page of each, made of its records and of the vocabulary, and all by type.

What an organisation does in a record is said in the words of that record: lead, or partner and as
what. Where an organisation came from and what it became stand in the vocabulary, with a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from fp_build.publishing.edition import Edition
from fp_build.publishing.list_pages import CARDS_A_PAGE, pages_for, view_term
from fp_build.publishing.list_views import CardGroup, ListView, OrganisationView, Succession
from fp_build.publishing.search_text import NAME
from fp_build.publishing.site_page import SoughtPage, SoughtText
from fp_build.publishing.views import CountedTerm, NamedLink, Said, TermLink
from fp_build.words.addresses import facet_file, term_file
from fp_build.words.languages import other
from fp_build.words.text import fold

FACET: Final = "organisation"


@dataclass(frozen=True, slots=True)
class Role:
    """A part that an organisation takes, and the records in which it does."""

    id: str
    heading: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation in a list: its page, and how often it leads and takes part."""

    term: CountedTerm
    acronym: str
    parts: str
    """“leads 2 records, partner in 1 record”; or that no record names it."""


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """The organisations of a type."""

    id: str
    label: str
    definition: str
    organisations: tuple[OrganisationLine, ...]


def roles(edition: Edition, organisation: str) -> tuple[Role, ...]:
    """The parts that listed records give an organisation: lead first, then partner, in the order of
    the types of partners, then partner without a type. A record may stand under several."""
    words = edition.words
    types = edition.catalogue.vocabularies["partner-types"]
    found = edition.catalogue.parts.get(organisation, {})

    def heading(role: str) -> str:
        part = role.removeprefix("partner-")
        if part == role:
            return words[role]
        label = edition.label("partner-types", part)
        return words.fill("named-value", name=words["partner"], value=label)

    def made() -> tuple[Role, ...]:
        return tuple(
            Role(
                f"role-{role}",
                heading(role),
                tuple(edition.catalogue.in_order(found[role], edition.language)),
            )
            for role in ("lead", *(f"partner-{part}" for part in types), "partner")
            if role in found
        )

    return edition.once(("roles", organisation), made)


def organisation_pages(edition: Edition, term: str) -> int:
    """How many pages list the records of an organisation."""
    return pages_for(sum(len(role.slugs) for role in roles(edition, term)))


def view_organisation(edition: Edition, term: str, number: int = 1) -> tuple[str, ListView]:
    """A page of an organisation, from 1: the first tells what it is, all of them list its records
    by the part it takes in them."""
    parts = roles(edition, term)
    records = len(edition.catalogue.under(FACET, term))
    file, view = view_term(edition, FACET, term, number, sum(len(role.slugs) for role in parts))
    groups = tuple(
        CardGroup(
            id=role.id,
            heading=role.heading,
            count_text=edition.words.count("records", len(role.slugs)),
            cards=tuple(edition.card(slug, file) for slug in slugs),
        )
        for role, slugs in _on_page(parts, number)
    )
    return file, view._replace(
        groups=groups,
        filter_url=view.filter_url if records else "",
        organisation=_organisation(edition, term, file),
    )


def _on_page(parts: Iterable[Role], number: int) -> Iterator[tuple[Role, Sequence[str]]]:
    """What a page shows of each part, where it shows any of it."""
    begin, end = (number - 1) * CARDS_A_PAGE, number * CARDS_A_PAGE
    for role in parts:
        slugs = role.slugs[max(0, begin) : max(0, end)]
        if slugs:
            yield role, slugs
        begin, end = begin - len(role.slugs), end - len(role.slugs)


def _organisation(edition: Edition, term: str, here: str) -> OrganisationView:
    known = edition.vocabulary(FACET)[term]
    there = other(edition.language)
    name, called = known.of(edition.language), known.of(there)
    types = edition.catalogue.vocabularies["organisation-types"]
    all_of_them = edition.link(here, facet_file(edition.language, FACET))
    return OrganisationView(
        acronym=known.acronym or "",
        type=TermLink(
            known.type,
            edition.of(types[known.type]),
            f"{all_of_them}#type-{known.type}",
            edition.of(types[known.type].definition),
        ),
        level=edition.label("levels", known.level) if known.level else "",
        website=NamedLink(known.url, Said(_shown(known.url))) if known.url else None,
        called=edition.said(called, there) if called != name else Said(""),
        called_label=edition.words[f"called-{there}"],
        aliases=known.aliases,
        became=tuple(_succession(edition, s.organisation, s, here) for s in known.became),
        came_from=tuple(
            _succession(edition, before, successor, here)
            for before, successor in edition.once("origins", lambda: _origins(edition)).get(
                term, ()
            )
        ),
    )


def _origins(edition: Edition) -> Mapping[str, Sequence[tuple[str, Any]]]:
    """For each organisation those that became it, with what is known of that."""
    found: dict[str, list[tuple[str, Any]]] = {}
    for before, known in edition.vocabulary(FACET).terms.items():
        for successor in known.became:
            found.setdefault(successor.organisation, []).append((before, successor))
    return found


def _succession(edition: Edition, organisation: str, successor: Any, here: str) -> Succession:
    link = edition.term(FACET, organisation, here)
    acronym = edition.vocabulary(FACET)[organisation].acronym
    return Succession(
        organisation=replace(link, label=f"{link.label} ({acronym})" if acronym else link.label),
        date=edition.spoken(successor.date),
        source=edition.document(successor.source),
    )


def _shown(url: str) -> str:
    """An address as people say it."""
    return url.partition("://")[2].rstrip("/")


ASIDE: Final = 0
"""The weight of a definition: it names other organisations too, and so short a page would come
before the records that a reader looks for."""


def sought_organisation(edition: Edition, term: str) -> SoughtPage:
    """The page of an organisation as the search knows it: found by all its names."""
    known = edition.vocabulary(FACET)[term]
    names = [known.acronym or "", known.of(other(edition.language)), *known.aliases]
    return SoughtPage(
        file=term_file(edition.language, FACET, term),
        title=Said(edition.of(known)),
        texts=(
            *(SoughtText(name, NAME) for name in dict.fromkeys(names) if name),
            SoughtText(edition.of(known.definition), ASIDE),
        ),
    )


def by_type(edition: Edition, here: str) -> tuple[OrganisationGroup, ...]:
    """All organisations, by name within their type; types in the order of their vocabulary."""
    vocabulary = edition.vocabulary(FACET)
    types: Mapping[str, Any] = edition.catalogue.vocabularies["organisation-types"].terms
    found: dict[str, list[str]] = {name: [] for name in types}
    for term in vocabulary:
        if not vocabulary[term].replaced_by:
            found[vocabulary[term].type].append(term)
    return tuple(
        OrganisationGroup(
            id=f"type-{name}",
            label=edition.of(types[name]),
            definition=edition.of(types[name].definition),
            organisations=tuple(
                _line(edition, term, here)
                for term in sorted(terms, key=lambda term: fold(edition.of(vocabulary[term])))
            ),
        )
        for name, terms in found.items()
        if terms
    )


def _line(edition: Edition, term: str, here: str) -> OrganisationLine:
    leads, partner = 0, set[str]()
    for role in roles(edition, term):
        if role.id == "role-lead":
            leads = len(role.slugs)
        else:
            partner.update(role.slugs)
    words = edition.words
    parts = [
        *([words.count("organisation-leads", leads)] if leads else []),
        *([words.count("organisation-partner", len(partner))] if partner else []),
    ]
    return OrganisationLine(
        term=edition.counted(FACET, term, here),
        acronym=edition.vocabulary(FACET)[term].acronym or "",
        parts=", ".join(parts) or words["organisation-unnamed"],
    )
