"""The plan of the site: its editorial pages, the ways to browse, and the records by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fp_build.arranging.facets import FACETS
from fp_build.publishing.blocks import excerpt
from fp_build.publishing.edition import Edition
from fp_build.publishing.views import NamedLink, Said


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A heading of the plan and the pages under it."""

    label: str
    pages: tuple[NamedLink, ...]


def site_plan(edition: Edition, pages: Sequence[tuple[str, str]], here: str) -> list[PlanPart]:
    """The parts of the plan. ``pages`` are the editorial pages, each by its file and its title."""
    editorial = tuple(NamedLink(edition.link(here, file), Said(title)) for file, title in pages)
    browse = tuple(edition.facet_link(facet, here) for facet in FACETS)
    parts = [
        PlanPart(edition.words["pages-of-site"], editorial),
        PlanPart(edition.words["browse-by"], browse),
    ]
    for kind in edition.vocabulary("kind"):
        named = excerpt(edition, edition.catalogue.under("kind", kind), here)
        records = named.records
        if named.more:
            records += (NamedLink(edition.term("kind", kind, here).url, Said(named.more)),)
        if records:
            parts.append(PlanPart(edition.label("kinds", kind), records))
    return parts
