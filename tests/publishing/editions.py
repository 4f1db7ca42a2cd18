"""Editions of catalogues that lie on no disk, rendered with the project's own templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from in_memory import PROJECT, TODAY, Content, judged
from jinja2 import FileSystemLoader

from fp_build.arranging.catalogue import Catalogue
from fp_build.publishing.edition import Edition, Settings
from fp_build.publishing.interface import InterfaceWords, read_interface
from fp_build.publishing.list_pages import (
    catalogue_pages,
    term_pages,
    view_catalogue,
    view_term,
)
from fp_build.publishing.list_views import ListView
from fp_build.publishing.organisations import organisation_pages, view_organisation
from fp_build.publishing.outlines import FILE, Outlines, read_outlines
from fp_build.publishing.pages import list_orders, record_orders
from fp_build.publishing.pictures import Pictures
from fp_build.publishing.rendering import Renderer
from fp_build.publishing.site_page import SitePage
from fp_build.words.addresses import Addresses
from fp_build.words.languages import LANGUAGES, Language

OVERRIDES: Final = PROJECT / "overrides"
SITE: Final = Addresses("https://example.org/fp/", directories=True)


@lru_cache(maxsize=1)
def interface() -> dict[Language, InterfaceWords]:
    return read_interface((OVERRIDES / "words.yml").read_bytes())


@lru_cache(maxsize=1)
def renderer() -> Renderer:
    return Renderer(FileSystemLoader(OVERRIDES), interface())


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    return read_outlines((OVERRIDES / FILE).read_bytes())


def editions_of(
    files: Mapping[str, Content],
    *,
    vocabulary: Mapping[str, bytes] | None = None,
    preview: bool = False,
    addresses: Addresses = SITE,
    settings: Settings | None = None,
    pictures: Pictures | None = None,
    today: dt.date = TODAY,
) -> dict[Language, Edition]:
    """Both editions of these records."""
    judgement = judged(files, vocabulary)
    catalogue = Catalogue.arrange(
        judgement.records.values(), judgement.vocabularies, today, preview=preview
    )
    return {
        language: Edition(
            language,
            catalogue,
            interface()[language],
            addresses,
            settings or Settings(),
            pictures or {},
            outlines(),
        )
        for language in LANGUAGES
    }


def edition_of(files: Mapping[str, Content], language: Language = "fr", **more: Any) -> Edition:
    return editions_of(files, **more)[language]


def record_pages(edition: Edition) -> list[SitePage]:
    """The page of each record."""
    return [order.make(renderer()) for order in record_orders(edition)]


def list_pages(edition: Edition) -> list[SitePage]:
    """Every page that lists records."""
    return [order.make(renderer()) for order in list_orders(edition)]


def pages_of_catalogue(edition: Edition) -> list[tuple[str, ListView]]:
    return [view_catalogue(edition, n + 1) for n in range(catalogue_pages(edition))]


def pages_of_term(edition: Edition, facet: str, term: str) -> list[tuple[str, ListView]]:
    return [view_term(edition, facet, term, n + 1) for n in range(term_pages(edition, facet, term))]


def pages_of_organisation(edition: Edition, term: str) -> list[tuple[str, ListView]]:
    count = organisation_pages(edition, term)
    return [view_organisation(edition, term, n + 1) for n in range(count)]


def record(*lines: str, body: str = "", kind: str = "project", status: str = "published") -> str:
    """A record with these lines in its front matter, and a title unless they give one."""
    title = () if any(line.startswith("title:") for line in lines) else ("title: Un essai",)
    return "\n".join(["---", f"kind: {kind}", f"status: {status}", *title, *lines, "---", body])


def translated(*lines: str, body: str = "", state: str = "reviewed") -> str:
    return "\n".join(["---", *lines, f"translation: {{state: {state}}}", "---", body])
