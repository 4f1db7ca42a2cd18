"""Generated parts of the editorial pages: where a page says ``{{ block.principles }}``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from fp_build.arranging.chronicle import undated
from fp_build.judging.models import ENDED_SHORT, KINDS
from fp_build.publishing import agenda_blocks, ecosystem
from fp_build.publishing.answers import view_criteria
from fp_build.publishing.charts import view_chart
from fp_build.publishing.edition import Edition
from fp_build.publishing.learnt import ACCEPT_ERROR
from fp_build.publishing.list_pages import view_catalogue
from fp_build.publishing.organisations import by_type
from fp_build.publishing.self_assessment import self_assessment
from fp_build.publishing.territory_map import of_the_country, view_map
from fp_build.publishing.timeline import view_timeline
from fp_build.publishing.views import CountedTerm, Excerpt, NamedLink, Said, TermLink
from fp_build.words.addresses import CSV_FILE, JSON_FILE, SCHEMA_FILE

HIGHLIGHTS: Final = 6
"""How many records the home page shows."""

NAMED: Final = 30
"""How many records a list of names shows."""


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle with the records that illustrate it."""

    term: TermLink
    illustrated_by: Excerpt
    outcomes: tuple[CountedTerm, ...]
    """For the principle that accepts error: the outcomes of what did not last."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A source document of the vocabulary."""

    name: str
    definition: str
    title: Said
    author: Said
    publisher: Said
    date: str
    language: str
    url: str


@dataclass(frozen=True, slots=True)
class WordView:
    """A word of a vocabulary that has no page of its own."""

    label: str
    definition: str


def _figures(edition: Edition, here: str) -> dict[str, Any]:
    """How many records there are of each kind that has some."""
    known = edition.vocabulary("kind")
    counted = edition.all_counted("kind", (name for name in KINDS if name in known), here)
    kinds = [
        replace(term, label=edition.words.count(f"kind-{term.id}", term.count))
        for term in counted
        if term.count
    ]
    return {"kinds": kinds}


def _highlights(edition: Edition, here: str) -> dict[str, Any]:
    """Case studies before other kinds, and of each the records verified last."""
    catalogue = edition.catalogue

    days = {slug: record.brief.verified_on for slug, record in catalogue.listed.items()}

    def verified(slug: str) -> str:
        day = days[slug]
        return day.last.isoformat() if day else ""

    by_title = catalogue.in_order(days, edition.language)
    chosen = sorted(by_title, key=verified, reverse=True)
    cases = set(catalogue.under("kind", "case"))
    chosen.sort(key=lambda slug: slug not in cases)
    cards = tuple(edition.card(slug, here) for slug in chosen[:HIGHLIGHTS])
    return {"cards": cards, "catalogue_url": edition.catalogue_url(here)}


def _facet(facet: str) -> Callable[[Edition, str], dict[str, Any]]:
    return lambda edition, here: {"facet": edition.facet(facet, here)}


def _chart(facet: str) -> Callable[[Edition, str], dict[str, Any]]:
    return lambda edition, here: {"chart": view_chart(edition, facet, here)}


def excerpt(edition: Edition, slugs: Sequence[str], here: str) -> Excerpt:
    """The first of these records by title: a page of a large catalogue names some, not all."""
    ordered = edition.catalogue.in_order(slugs, edition.language)
    shown = tuple(edition.named(slug, here) for slug in ordered[:NAMED])
    left = len(ordered) - len(shown)
    return Excerpt(shown, len(ordered), edition.words.count("more", left) if left else "")


def _principles(edition: Edition, here: str) -> dict[str, Any]:
    ended = [outcome for outcome in ENDED_SHORT if outcome in edition.vocabulary("outcome")]
    return {
        "principles": [
            Principle(
                term,
                excerpt(edition, edition.catalogue.under("principle", term.id), here),
                edition.all_counted("outcome", ended, here) if term.id == ACCEPT_ERROR else (),
            )
            for term in edition.facet("principle", here).terms
        ]
    }


def _criteria(edition: Edition, here: str) -> dict[str, Any]:
    return {"criteria": view_criteria(edition, here)}


def _words(vocabulary: str) -> Callable[[Edition, str], dict[str, Any]]:
    def block(edition: Edition, here: str) -> dict[str, Any]:
        terms = edition.catalogue.vocabularies[vocabulary].terms.values()
        return {"terms": [WordView(edition.of(t), edition.of(t.definition)) for t in terms]}

    return block


def _documents(edition: Edition, here: str) -> dict[str, Any]:
    views = []
    for document in edition.catalogue.vocabularies["documents"].terms.values():
        language = document.language
        views.append(
            DocumentView(
                name=edition.of(document),
                definition=edition.of(document.definition),
                title=edition.said(document.title, language),
                author=edition.said(document.author or "", language),
                publisher=edition.said(document.publisher or "", language),
                date=edition.spoken(document.date),
                language=edition.words[f"language-{language}"],
                url=document.url or "",
            )
        )
    return {"documents": views}


def _downloads(edition: Edition, here: str) -> dict[str, Any]:
    words = edition.words
    files = (
        (JSON_FILE, "download-json"),
        (CSV_FILE, "download-csv"),
        (SCHEMA_FILE, "download-schema"),
    )
    return {
        "files": [
            (NamedLink(edition.link(here, file), Said(f"/{file}")), words[about])
            for file, about in files
        ]
    }


def _map(edition: Edition, here: str) -> dict[str, Any]:
    country = excerpt(edition, of_the_country(edition), here)
    return {"map": view_map(edition, here), "country": country}


def _organisations(edition: Edition, here: str) -> dict[str, Any]:
    return {"groups": by_type(edition, here)}


def _catalogue(edition: Edition, here: str) -> dict[str, Any]:
    _, first = view_catalogue(edition)
    return {"list": first}


def _timeline(edition: Edition, here: str) -> dict[str, Any]:
    without = undated(edition.catalogue)
    return {
        "years": view_timeline(edition, here),
        "nothing": edition.words["timeline-none" if edition.catalogue.listed else "no-record-yet"],
        "undated": excerpt(edition, without, here),
        "undated_text": edition.words.count("chart-without-year", len(without)),
    }


BLOCKS: Final[Mapping[str, Callable[[Edition, str], dict[str, Any]]]] = {
    "catalogue": _catalogue,
    "figures": _figures,
    "highlights": _highlights,
    "themes": _facet("theme"),
    "interventions": _facet("intervention"),
    "principles": _principles,
    "criteria": _criteria,
    "self-assessment": self_assessment,
    "partner-types": _words("partner-types"),
    "sections": _words("sections"),
    "documents": _documents,
    "downloads": _downloads,
    "chart-theme": _chart("theme"),
    "chart-stage": _chart("stage"),
    "chart-year": _chart("year"),
    "chart-outcome": _chart("outcome"),
    "map": _map,
    "organisations": _organisations,
    "calls": agenda_blocks.calls,
    "open-calls": agenda_blocks.open_calls,
    "calendar": agenda_blocks.calendar,
    "next-events": agenda_blocks.next_events,
    "subscriptions": agenda_blocks.subscriptions,
    "initiatives": ecosystem.initiatives,
    "research": ecosystem.research,
    "timeline": _timeline,
}
"""The blocks made from the catalogue alone: what their template ``blocks/<name>.html`` is given."""

HOST_BLOCKS: Final = (
    "sitemap",
    "rules",
    "accessibility-state",
    "accessibility-results",
    "accessibility-checks",
    "accessibility-failing",
)
"""The blocks that need what only the host or the door knows."""
