"""What is searched of each page, and what the reader is shown of a page that was found.

The index is made from a *shadow* of each page, in which every token of the author's text stands as
its forms (``fp_build.words.search_words``). Tokens correspond one to one, so the place of a form in
the shadow is the place of the author's token, and excerpts are the author's.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fp_build.judging.record import Record
from fp_build.publishing.edition import Edition
from fp_build.publishing.plain_text import Passage, passages
from fp_build.publishing.record_views import RecordView
from fp_build.publishing.site_page import SoughtPage, SoughtText
from fp_build.publishing.views import Said
from fp_build.words.addresses import Addresses, record_file
from fp_build.words.languages import Language
from fp_build.words.search_words import IGNORED, REWRITINGS, tokens

TITLE, NAME, SUMMARY, HEADING, TERMS, TEXT = 10, 4, 4, 2, 2, 1
"""How much a word weighs where it stands; Pagefind takes 0 to 10. A ``TITLE`` is a record's, a
``NAME`` another page's: where both hold a word, the record comes first."""

LABELLED: Final = (
    "kind", "type", "theme", "stage", "intervention", "audience", "outcome", "territory",
    "organisation", "research", "series",
)  # fmt: skip
"""The facets whose terms a record is found by in words; the others speak in sentences."""

OWN_TEXTS: Final = ("question", "place")
"""What only records of some kinds say: what a call asks, where an event is."""

JOINT: Final = "\u200b"
"""What stands between tokens in the text of a result; Pagefind's own sign."""

NOTHING: Final = "."
"""A token that holds its place and is not indexed."""


def sought_record(record: Record, view: RecordView, edition: Edition) -> SoughtPage | None:
    """The page of a record, or nothing where lists do not show it. Only what it says in the
    language of the edition is searched, but for its title."""
    catalogue, language = edition.catalogue, edition.language
    if record.slug not in catalogue.listed:
        return None
    said = [
        *(edition.text(record, part) for part in OWN_TEXTS),
        *(c.reason for c in view.criteria),
        *(i.name for i in view.indicators),
    ]
    labels = [
        edition.of(edition.vocabulary(facet)[term])
        for facet in LABELLED
        for term in catalogue.terms[record.slug][facet]
    ]
    stages = record.facts.stages
    return SoughtPage(
        file=record_file(language, record.slug),
        title=view.title,
        texts=(
            *(() if view.summary.lang else (SoughtText(view.summary.text, SUMMARY),)),
            *(() if view.body_lang else texts_of_body(view.learnt + view.body)),
            *(SoughtText(text.text) for text in said if text and not text.lang),
            *_replies(view),
        ),
        terms=" · ".join(labels),
        slug=record.slug,
        kind=view.kind.label,
        stage=edition.label("stages", stages[-1].stage) if stages else "",
    )


SOUGHT: Final = 100_000
"""How many characters of a body are searched, about as much as anybody reads at one sitting."""


def texts_of_body(html: str) -> Iterator[SoughtText]:
    """What is searched of a body."""
    room = SOUGHT
    for text in _texts(html):
        if room <= 0:
            return
        yield text if len(text.text) <= room else text._replace(text=text.text[:room])
        room -= len(text.text)


def sought_page(file: str, title: str, html: str) -> SoughtPage:
    """A page of the site. A first heading that says its title is not searched twice."""
    found = passages(html)
    if found and found[0] == Passage(title, heading=True):
        found = found[1:]
    return SoughtPage(file, Said(title), tuple(map(_text, found)))


def _replies(view: RecordView) -> Iterator[SoughtText]:
    """What readers replied in the language of the edition."""
    for reply in view.replies.replies if view.replies else ():
        if not reply.is_foreign:
            yield from _texts(reply.text)


def _texts(html: str) -> Iterator[SoughtText]:
    return map(_text, passages(html))


def _text(passage: Passage) -> SoughtText:
    return SoughtText(passage.text, HEADING if passage.heading else TEXT)


_END: Final = re.compile(r"[.!?…:;][\W_]*$")
BREAK: Final = "\u00a0· "
"""What keeps a passage that does not end with a full stop from the next one in an excerpt."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A page as the index is made from it, and what a result of it is drawn from."""

    name: str
    """Different whenever anything in it is: Pagefind makes the id of a page of it and the html."""
    html: str
    fragment: Mapping[str, Any]
    """What Pagefind hands back when the page is found."""
    slug: str


def packed(page: SoughtPage) -> bytes:
    """A page as bytes: the same for the same page, in whatever process it was made."""
    return json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(data: bytes) -> SoughtPage:
    """The page that :func:`packed` packed."""
    file, title, texts, *rest = json.loads(data)
    return SoughtPage(file, Said(*title), tuple(SoughtText(*text) for text in texts), *rest)


def shadow_of(page: SoughtPage, language: Language, addresses: Addresses) -> Shadow | None:
    """The shadow of a page; one without a word that could be sought has none."""
    spelt, forms = _tokens(page.title.text, language)
    title_ends = terms_begin = len(spelt)
    blocks = [_block("h1", TITLE if page.slug else NAME, forms)]
    is_sought = any(forms)
    for text in (*page.texts, SoughtText(page.terms, TERMS)):
        words, forms = _tokens(text.text, language)
        if words:
            if spelt:
                whole = len(spelt) == title_ends or _END.search(spelt[-1])
                spelt[-1] += " " if whole else BREAK
            terms_begin = len(spelt)
            is_sought = is_sought or any(forms)
            spelt += words
            blocks.append(_block("p", text.weight, forms))
    if not is_sought:
        return None
    fragment = {
        "url": addresses.path(page.file),
        "content": JOINT.join(spelt).replace("&", "&amp;"),
        "word_count": len(spelt),
        "filters": {},
        "meta": {
            "title": page.title.text,
            "lang": page.title.lang,
            "kind": page.kind,
            "stage": page.stage,
            "text": str(title_ends),
            "terms": str(terms_begin if page.terms else len(spelt)),
        },
        "anchors": [],
    }
    html = (
        f'<!doctype html><html lang="{language}"><body data-pagefind-body>{"".join(blocks)}</body>'
    )
    mark = hashlib.sha256(f"{html}\0{json.dumps(fragment)}".encode()).hexdigest()[:24]
    return Shadow(mark, html, fragment, page.slug)


def _tokens(text: str, language: Language) -> tuple[list[str], list[str]]:
    return tokens(text.replace(JOINT, ""), language)


def _block(tag: str, weight: int, forms: Iterable[str]) -> str:
    indexed = " ".join([form or NOTHING for form in forms])
    return f'<{tag} data-pagefind-weight="{weight}">{indexed}</{tag}>'


def search_data(
    language: Language, records: Iterable[str], ids: Mapping[str, str]
) -> dict[str, Any]:
    """What ``search.js`` needs beside the index: the ids of the records in the order of the filter
    index (``records`` are their slugs; one that cannot be found has none), and the rules that make
    forms of a query."""
    return {
        "records": " ".join(ids.get(slug, "").removeprefix(f"{language}_") for slug in records),
        "rewritings": REWRITINGS[language],
        "ignored": IGNORED[language],
    }
