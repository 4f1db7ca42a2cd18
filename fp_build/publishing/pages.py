"""Every page of the catalogue, one language after the other, ready for the shell around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup

from fp_build.arranging.facets import FACETS
from fp_build.judging.models import KINDS
from fp_build.publishing.dated import view_dated
from fp_build.publishing.edition import Edition
from fp_build.publishing.list_pages import view_catalogue, view_term
from fp_build.publishing.record_page import view_record
from fp_build.publishing.views import SitePage
from fp_build.words.addresses import facet_file, list_file, record_file, term_file, twin
from fp_build.words.languages import other
from fp_build.words.text import ID

Render = Callable[[str, Edition, dict[str, Any]], Markup]
"""Fills the template of that name for an edition."""


def record_pages(edition: Edition, render: Render) -> Iterator[SitePage]:
    """A page for each record."""
    away = other(edition.language)
    for slug, record in edition.catalogue.records.items():
        view = view_record(record, edition)
        file = record_file(edition.language, slug)
        values = {
            "record": view,
            "catalogue_url": edition.catalogue_url(file),
            **view_dated(record, edition, file, view.sources),
        }
        yield SitePage(
            file=file,
            language=edition.language,
            title=view.title.text,
            description=view.summary.text,
            other_file=record_file(away, slug),
            content=render(f"catalogue/{_template(record.facts.kind)}.html", edition, values),
            title_lang=view.title.lang,
        )


def _template(kind: str | None) -> str:
    return kind if kind is not None and kind in KINDS else "record"


def list_pages(edition: Edition, render: Render) -> Iterator[SitePage]:
    """The pages of the whole catalogue from its second, of each facet, and of each of its terms.
    The first page of the catalogue is an editorial page with a block."""
    away = other(edition.language)
    for file, view in view_catalogue(edition):
        if file != list_file(edition.language):
            yield _list_page(edition, render, file, twin(file), view, view.title)
    for facet in FACETS:
        file = facet_file(edition.language, facet)
        about = edition.facet(facet, file)
        values = {"facet": about, "catalogue_url": edition.catalogue_url(file)}
        content = render("catalogue/facet.html", edition, values)
        yield SitePage(
            file, edition.language, about.plural, about.definition, facet_file(away, facet), content
        )
        for term, value in edition.vocabulary(facet).terms.items():
            if value.replaced_by:
                continue
            for file, view in view_term(edition, facet, term):
                title = f"{view.facet_label} : {view.title}"
                if edition.language == "en":
                    title = f"{view.facet_label}: {view.title}"
                yield _list_page(edition, render, file, twin(file), view, title)


def _list_page(
    edition: Edition, render: Render, file: str, other_file: str, view: Any, title: str
) -> SitePage:
    content = render("catalogue/list.html", edition, {"list": view})
    description = view.intro or edition.words["catalogue-intro"]
    return SitePage(file, edition.language, title, description, other_file, content)


def term_redirects(edition: Edition) -> Iterator[tuple[str, str]]:
    """Addresses that terms had under former names, each with the file that stands there now."""
    language = edition.language
    for facet in FACETS:
        vocabulary = edition.vocabulary(facet)
        for alias in vocabulary.aliases:
            term = vocabulary.current(alias)
            if term is not None and ID.fullmatch(alias):
                yield term_file(language, facet, alias), term_file(language, facet, term)


def record_redirects(edition: Edition) -> Iterator[tuple[str, str]]:
    """Addresses that records had under former names, each with the file that stands there now."""
    for slug, record in edition.catalogue.records.items():
        for old in record.facts.redirect_from:
            yield record_file(edition.language, old), record_file(edition.language, slug)
