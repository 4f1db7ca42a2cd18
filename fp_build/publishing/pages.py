"""Every page of the catalogue, one language after the other, ready for the shell around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from fp_build.arranging.facets import FACETS
from fp_build.publishing import linked_data, organisations, preview
from fp_build.publishing.dated import view_dated
from fp_build.publishing.ecosystem import view_surroundings
from fp_build.publishing.edition import Edition
from fp_build.publishing.linked_data import as_script
from fp_build.publishing.list_pages import (
    catalogue_pages,
    term_pages,
    told_of_facet,
    view_catalogue,
    view_term,
)
from fp_build.publishing.list_views import ListView
from fp_build.publishing.page_kinds import (
    FACET,
    FURTHER,
    ORGANISATION,
    ORGANISATIONS,
    TERM,
    PageKind,
    marks,
    record_kind,
)
from fp_build.publishing.record_page import view_record
from fp_build.publishing.rendering import COLON
from fp_build.publishing.search_text import sought_record
from fp_build.publishing.site_page import SitePage
from fp_build.publishing.things import Thing
from fp_build.words.addresses import facet_file, list_file, record_file, term_file, twin
from fp_build.words.languages import Language

Render = Callable[[str, Edition, dict[str, Any]], Markup]
"""Fills the template of that name for an edition."""


@dataclass(frozen=True, slots=True)
class PageOrder:
    """A page that the site will have, not made yet."""

    file: str
    edition: Edition
    make: Callable[[Render], SitePage]

    @property
    def language(self) -> Language:
        """The page's."""
        return self.edition.language


def page_orders(edition: Edition) -> Iterator[PageOrder]:
    """Every page of the catalogue that no editorial page carries."""
    yield from record_orders(edition)
    yield from list_orders(edition)


def record_orders(edition: Edition) -> Iterator[PageOrder]:
    """A page for each record."""
    for slug in edition.catalogue.records:
        file = record_file(edition.language, slug)
        yield PageOrder(file, edition, partial(_record_page, edition, slug))


def _record_page(edition: Edition, slug: str, render: Render) -> SitePage:
    record = edition.catalogue.records[slug]
    view = view_record(record, edition)
    file = record_file(edition.language, slug)
    kind = record_kind(record.facts.kind)
    replies = view.replies.replies if view.replies else ()
    values = {
        "record": view,
        "catalogue_url": edition.catalogue_url(file),
        **view_dated(record, edition, file, view.sources),
        **view_surroundings(record, edition, file),
    }
    page = SitePage(
        file=file,
        language=edition.language,
        title=view.title.text,
        description=view.summary.text,
        other_file=twin(file),
        content=render(kind.template, edition, values),
        kind=marks(kind),
        preview=preview.of_record(edition, record),
        linked_data=as_script(linked_data.record_page(edition, record, replies)),
        title_lang=view.title.lang,
        sought=partial(sought_record, record, view, edition),
    )
    record.put_back()  # no other page needs the whole text
    return page


def list_orders(edition: Edition) -> Iterator[PageOrder]:
    """The pages of the whole catalogue from its second, of each facet, and of each of its terms.
    The first page of the catalogue is an editorial page with a block."""
    language = edition.language
    for number in range(2, catalogue_pages(edition) + 1):
        file = list_file(language, number)
        yield PageOrder(file, edition, partial(_catalogue_page, edition, number))
    for facet in FACETS:
        file = facet_file(language, facet)
        yield PageOrder(file, edition, partial(_facet_page, edition, facet))
        is_organisation = facet == organisations.FACET
        for term, value in edition.vocabulary(facet).terms.items():
            if value.replaced_by:
                continue
            if is_organisation:
                count = organisations.organisation_pages(edition, term)
            else:
                count = term_pages(edition, facet, term)
            for number in range(1, count + 1):
                if is_organisation:
                    make = partial(_organisation_page, edition, term, number)
                else:
                    make = partial(_term_page, edition, facet, term, number)
                yield PageOrder(term_file(language, facet, term, number), edition, make)


def _catalogue_page(edition: Edition, number: int, render: Render) -> SitePage:
    file, view = view_catalogue(edition, number)
    description = edition.words["catalogue-intro"]
    thing = linked_data.catalogue_page(edition, file, view.title, description)
    return _list_page(edition, render, FURTHER, file, view, view.title, thing)


def _facet_page(edition: Edition, facet: str, render: Render) -> SitePage:
    file = facet_file(edition.language, facet)
    about = edition.facet(facet, file)
    kind = ORGANISATIONS if facet == organisations.FACET else FACET
    values: dict[str, Any] = {
        "facet": about,
        "told": told_of_facet(edition, facet),
        "catalogue_url": edition.catalogue_url(file),
    }
    if kind is ORGANISATIONS:
        values["groups"] = organisations.by_type(edition, file)
    return SitePage(
        file=file,
        language=edition.language,
        title=about.plural,
        description=about.definition,
        other_file=twin(file),
        content=render(kind.template, edition, values),
        kind=marks(kind),
        preview=preview.of_site(edition),
        linked_data=as_script(linked_data.facet_page(edition, facet, file)),
    )


def _term_page(edition: Edition, facet: str, term: str, number: int, render: Render) -> SitePage:
    file, view = view_term(edition, facet, term, number)
    title = view.title
    if facet != "year":  # whose title says what it is
        title = f"{view.facet_label}{COLON[edition.language]} {title}"
    thing = linked_data.term_page(edition, facet, term, file)
    theme = term if facet == "theme" else ""
    return _list_page(edition, render, TERM, file, view, title, thing, theme)


def _organisation_page(edition: Edition, term: str, number: int, render: Render) -> SitePage:
    """A page of an organisation. The first is searched: it says more than its records do."""
    file, view = organisations.view_organisation(edition, term, number)
    title = f"{view.facet_label}{COLON[edition.language]} {view.title}"
    thing = linked_data.organisation_page(edition, term, file)
    page = _list_page(edition, render, ORGANISATION, file, view, title, thing)
    if number > 1:
        return page
    return page._replace(sought=partial(organisations.sought_organisation, edition, term))


def _list_page(
    edition: Edition,
    render: Render,
    kind: PageKind,
    file: str,
    view: ListView,
    title: str,
    thing: Thing,
    theme: str = "",
) -> SitePage:
    return SitePage(
        file=file,
        language=edition.language,
        title=title,
        description=view.intro or edition.words["catalogue-intro"],
        other_file=twin(file),
        content=render(kind.template, edition, {"list": view}),
        kind=marks(kind),
        preview=preview.of_theme(edition, theme) if theme else preview.of_site(edition),
        linked_data=as_script(thing),
    )
