"""What a page is about, for programs: JSON-LD in the vocabulary of https://schema.org.

Only what the page says to readers too. Addresses are full ones: where the site's own is not known,
they are left out. Which type stands for what, and why, is in ``docs/decisions``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Final

from markupsafe import Markup

from fp_build.judging.models import Call, SourceCited
from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.linked_subjects import comments, subjects
from fp_build.publishing.record_views import ReplyView
from fp_build.publishing.sources import work_of
from fp_build.publishing.things import Thing, defined_term, maybe, organisation
from fp_build.words.addresses import (
    CSV_FILE,
    JSON_FILE,
    facet_file,
    list_file,
    medium_file,
    record_file,
    root,
    term_file,
)
from fp_build.words.languages import Language, other

LICENCE: Final = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
"""Of the catalogue's texts and data: the Licence Ouverte 2.0."""

_TYPE_OF_KIND: Final = {"case": "Report"}
"""What the text of a record is, where it is more than an article."""


_AS_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_script(thing: Thing) -> Markup:
    """The content of a ``<script type="application/ld+json">``: no text in it can end the element,
    begin a comment, or be taken for markup."""
    text = _AS_JSON(thing)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def editorial_page(
    edition: Edition, file: str, title: str, description: str, blocks: Collection[str]
) -> Thing | None:
    """What an editorial page is about follows from its address and from the blocks it holds;
    ``None`` for one that schema.org has no better word for than a page."""
    if file == f"{root(edition.language)}index.html":
        return home_page(edition, description)
    if "catalogue" in blocks:
        return catalogue_page(edition, file, title, description)
    if "downloads" in blocks:
        return data_page(edition, file, title, description)
    return None


def home_page(edition: Edition, description: str) -> Thing:
    """The home page: the web site."""
    return _page(edition, f"{root(edition.language)}index.html", "WebSite") | {
        "name": edition.words["site-name"],
        "alternateName": edition.words["site-tagline"],
        "description": description,
        **_publisher(edition),
    }


def catalogue_page(edition: Edition, file: str, title: str, description: str) -> Thing:
    """A page of the whole catalogue."""
    return _page(edition, file, "CollectionPage") | {
        "name": title,
        "description": description,
        "isPartOf": _site(edition),
        "mainEntity": {"@type": "ItemList", "numberOfItems": len(edition.catalogue.listed)},
    }


def data_page(edition: Edition, file: str, title: str, description: str) -> Thing:
    """The page of open data: what can be taken away, and how."""

    def download(there: str, form: str) -> Thing:
        return {
            "@type": "DataDownload",
            "name": there.rpartition("/")[2],
            "encodingFormat": form,
            **maybe("contentUrl", edition.addresses.absolute(there)),
        }

    return _page(edition, file, "Dataset") | {
        "name": f"{title} – {edition.words['site-name']}",
        "description": description,
        "inLanguage": ["fr", "en"],
        "license": LICENCE,
        "isAccessibleForFree": True,
        "distribution": [
            download(JSON_FILE, "application/json"),
            download(CSV_FILE, "text/csv"),
        ],
        **_publisher(edition),
    }


def facet_page(edition: Edition, facet: str, file: str) -> Thing:
    """The page of a facet: a set of defined terms."""
    about = edition.catalogue.vocabularies["facets"][facet]
    return _page(edition, file, "WebPage") | {
        "name": edition.of(about.plural),
        "isPartOf": _site(edition),
        "breadcrumb": _trail(edition, [_catalogue(edition), (file, edition.of(about))]),
        "mainEntity": {
            "@type": "DefinedTermSet",
            "name": edition.of(about.plural),
            "description": edition.of(about.definition),
        },
    }


def term_page(edition: Edition, facet: str, term: str, file: str) -> Thing:
    """A page of the records found under a term."""
    language = edition.language
    label = edition.of(edition.vocabulary(facet)[term])
    trail = [_catalogue(edition), _facet(edition, facet), (term_file(language, facet, term), label)]
    return _page(edition, file, "CollectionPage") | {
        "name": label,
        "isPartOf": _site(edition),
        "breadcrumb": _trail(edition, trail),
        "about": defined_term(edition, facet, term, described=True),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(edition.catalogue.under(facet, term)),
        },
    }


def organisation_page(edition: Edition, term: str, file: str) -> Thing:
    """A page of an organisation: what it is, and how many records name it."""
    known = edition.vocabulary("organisation")[term]
    name, called = edition.of(known), known.of(other(edition.language))
    names = [known.acronym, called if called != known.of(edition.language) else None]
    return term_page(edition, "organisation", term, file) | {
        "about": {
            "@type": "Organization",
            "name": name,
            **maybe("alternateName", [name for name in names if name]),
            "description": edition.of(known.definition),
            **maybe("url", known.url),
        },
    }


def record_page(edition: Edition, record: Record, replies: Sequence[ReplyView] = ()) -> Thing:
    """The page of a record, and the text that it shows."""
    file = record_file(edition.language, record.slug)
    facts = record.facts
    title = edition.text(record, "title").text
    kind = facts.kind or "project"
    trail = [
        _catalogue(edition),
        (term_file(edition.language, "kind", kind), edition.label("kinds", kind)),
        (file, title),
    ]
    return _page(edition, file, "WebPage") | {
        "name": title,
        "isPartOf": _site(edition),
        "breadcrumb": _trail(edition, trail),
        **maybe("lastReviewed", facts.verified_on.text if facts.verified_on else None),
        "mainEntity": _text(edition, record, file) | comments(edition, record, replies),
    }


def _text(edition: Edition, record: Record, file: str) -> Thing:
    facts, language = record.facts, record.text_language(edition.language)
    title = edition.text(record, "title").text
    kind = facts.kind or "project"
    about = [*subjects(edition, record, title)]
    about += [defined_term(edition, "theme", theme) for theme in facts.themes]
    organisations = dict.fromkeys(
        [*((facts.lead,) if facts.lead else ()), *(p.organisation for p in facts.partners)]
    )
    return {
        "@type": _TYPE_OF_KIND.get(kind, "Article"),
        "headline": title,
        **maybe("abstract", edition.text(record, "summary").text),
        "genre": edition.label("kinds", kind),
        "inLanguage": language,
        "isAccessibleForFree": True,
        "license": LICENCE,
        **maybe("url", edition.addresses.absolute(file)),
        **_publisher(edition),
        **maybe("about", about),
        **maybe(
            "keywords",
            [
                edition.of(edition.vocabulary(facet)[term])
                for facet, terms in (
                    ("intervention", facts.interventions),
                    ("audience", facts.audiences),
                    ("principle", facts.principles),
                )
                for term in terms
            ],
        ),
        **maybe("temporalCoverage", _period(record)),
        **maybe(
            "spatialCoverage",
            [
                {"@type": "AdministrativeArea", "name": edition.label("territories", territory)}
                for territory in facts.territories
            ],
        ),
        **maybe("mentions", [organisation(edition, name) for name in organisations]),
        **maybe("citation", [_source(edition, record, source) for source in facts.sources]),
        **maybe("image", _images(edition, record)),
        **_translation(edition, record, language),
    }


def _images(edition: Edition, record: Record) -> list[Thing]:
    """The record's own pictures, as their authors made them."""
    found = []
    for medium in record.facts.media:
        url = edition.addresses.absolute(medium_file(record.slug, medium.file))
        picture = edition.medium(record, medium, "", "")
        if url:
            found.append(
                {
                    "@type": "ImageObject",
                    "contentUrl": url,
                    **maybe("caption", picture.alt.text),
                    **maybe("creditText", picture.credit),
                    **maybe("width", picture.width),
                    **maybe("height", picture.height),
                }
            )
    return found


def _translation(edition: Edition, record: Record, language: Language) -> Thing:
    """The same text in the other language."""
    if record.translation is None:
        return {}
    away = other(language)
    url = edition.addresses.absolute(record_file(away, record.slug))
    relation = "workTranslation" if language == record.language else "translationOfWork"
    return {relation: {"@type": "CreativeWork", "inLanguage": away, "@id": url}} if url else {}


def _period(record: Record) -> str:
    """From the first to the last date that the stages give, or that a call does, as ISO 8601 has
    it."""
    facts = record.facts
    given = [date for stage in facts.stages for date in (stage.start, stage.end)]
    if isinstance(facts, Call):
        given += [facts.opens, facts.closes]
    dates = [date for date in given if date is not None]
    if not dates:
        return ""
    first, last = min(dates, key=lambda d: d.first), max(dates, key=lambda d: d.last)
    return first.text if first.text == last.text else f"{first.text}/{last.text}"


def _source(edition: Edition, record: Record, source: SourceCited) -> Thing:
    work = work_of(source, record, edition.catalogue.vocabularies)
    publisher = {"@type": "Organization", "name": work.publisher} if work.publisher else None
    return {
        "@type": "CreativeWork",
        "name": edition.said(work.title or source.id, work.language).text,
        **maybe("creditText", work.author),  # as long as nobody says whether it is a person
        **maybe("publisher", publisher),
        **maybe("datePublished", work.date.text if work.date else None),
        **maybe("url", work.url),
        **({"inLanguage": work.language} if source.document else {}),
    }


def _page(edition: Edition, file: str, form: str) -> Thing:
    return {
        "@context": "https://schema.org",
        "@type": form,
        **maybe("url", edition.addresses.absolute(file)),
        "inLanguage": edition.language,
    }


def _site(edition: Edition) -> Thing:
    url = edition.addresses.absolute(f"{root(edition.language)}index.html")
    return {"@type": "WebSite", "name": edition.words["site-name"], **maybe("url", url)}


def _publisher(edition: Edition) -> Thing:
    """Who answers for the site, where the operator says so."""
    name = edition.settings.of("publisher", edition.language)
    return {"publisher": {"@type": "Organization", "name": name}} if name else {}


def _catalogue(edition: Edition) -> tuple[str, str]:
    return list_file(edition.language), edition.words["catalogue"]


def _facet(edition: Edition, facet: str) -> tuple[str, str]:
    about = edition.catalogue.vocabularies["facets"][facet]
    return facet_file(edition.language, facet), edition.of(about.plural)


def _trail(edition: Edition, steps: Sequence[tuple[str, str]]) -> Thing:
    """The way from the home page: each step's file and name."""
    home = (f"{root(edition.language)}index.html", edition.words["site-name"])
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                **maybe("item", edition.addresses.absolute(file)),
            }
            for position, (file, name) in enumerate([home, *steps], start=1)
        ],
    }
