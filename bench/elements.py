"""The named elements of a page, counted: what every generator must show, and how it is found.

Two sites are the same work where they have the same pages and, on each, as many of each element.
Texts, addresses and attributes may differ: no two programs write alike.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Element:
    """How an element is found: by its tag, one of its classes, and attributes that it has."""

    tag: str = ""
    mark: str = ""
    """One of its classes."""
    has: tuple[tuple[str, str], ...] = ()
    """Attributes with the beginning of their values."""
    within: str = ""
    """A class of an element around it."""

    def matches(self, attributes: Mapping[str, str], classes: list[str]) -> bool:
        """True for an opening tag of that name that is one, whatever is around it."""
        return (not self.mark or self.mark in classes) and all(
            attributes.get(name, "\0").startswith(value) for name, value in self.has
        )


def _class(mark: str, tag: str = "", within: str = "") -> Element:
    return Element(tag=tag, mark=mark, within=within)


def _meta(name: str, value: str) -> Element:
    return Element("meta", has=((name, value),))


ELEMENTS: Final[Mapping[str, Element]] = {
    # the head
    "language": Element("html", has=(("lang", ""),)),
    "title": Element("title"),
    "description": _meta("name", "description"),
    "canonical": Element("link", has=(("rel", "canonical"),)),
    "hreflang": Element("link", has=(("rel", "alternate"), ("hreflang", ""))),
    "feeds": Element("link", has=(("rel", "alternate"), ("type", ""))),
    "icons": Element("link", has=(("rel", "icon"),)),
    "styles": Element("link", has=(("rel", "stylesheet"),)),
    "Open Graph": _meta("property", "og:"),
    "card": _meta("name", "twitter:card"),
    "linked data": Element("script", has=(("type", "application/ld+json"),)),
    "scripts": Element("script", has=(("src", ""),)),
    # the frame
    "header": _class("fp-header", "header"),
    "brand": _class("fp-brand", "a"),
    "menu": Element("a", within="fp-nav"),
    "language switch": _class("fp-language", "a"),
    "theme": Element("button", has=(("data-fp-theme", ""),)),
    "footer": _class("fp-footer", "footer"),
    "footer links": Element("a", within="fp-footer"),
    "main": Element("main"),
    "crumbs": Element("a", within="fp-crumbs"),
    # a record
    "record": _class("fp-record", "article"),
    "heading 1": Element("h1"),
    "heading 2": Element("h2"),
    "heading 3": Element("h3"),
    "heading 4": Element("h4"),
    "lead": _class("fp-lead", "p"),
    "meta": Element("li", within="fp-record__meta"),
    "cover": Element("img", within="fp-record__cover"),
    "caption": Element("figcaption"),
    "at a glance": Element("dd", within="fp-glance"),
    "glance links": Element("a", within="fp-glance"),
    "notices": _class("fp-notice", "div"),
    "notice links": Element("a", within="fp-notice"),
    "facts": Element("dd", within="fp-facts"),
    "fact names": Element("dt", within="fp-facts"),
    "fact links": Element("a", within="fp-facts"),
    "contents": Element("a", within="fp-contents"),
    "learnt": _class("fp-learnt", "div"),
    "stages": _class("fp-step", "li"),
    "stages reached": _class("fp-step--reached", "li"),
    "periods": _class("fp-step__when", "span"),
    "calls and events": _class("fp-dated", "section"),
    "dates": Element("dd", within="fp-dated__facts"),
    "criteria": _class("fp-criterion", "li"),
    "answers": _class("fp-answer", "span"),
    "reasons": _class("fp-criterion__reason", "p"),
    "indicators": Element("tr", within="fp-indicators"),
    "figures": Element("td", within="fp-indicators"),
    "paragraphs": Element("p", within="fp-body"),
    "lists": Element("li", within="fp-body"),
    "quotations": Element("blockquote", within="fp-body"),
    "tables": Element("table", within="fp-body"),
    "cells": Element("td", within="fp-body"),
    "links of the text": Element("a", has=(("href", "../"),), within="fp-body"),
    "notes": Element("a", has=(("href", "#note-"),), within="fp-body"),
    "note numbers": _class("fp-note", "sup"),
    "pictures of the text": Element("img", within="fp-body"),
    "sections": Element("h2", has=(("id", "s-"),), within="fp-body"),
    "permalinks": _class("fp-permalink", "a"),
    "pictures in sizes": Element("img", has=(("srcset", ""),)),
    "sources": Element("li", within="fp-sources"),
    "source links": Element("a", within="fp-sources"),
    "matches": _class("fp-match", "span"),
    "replies": _class("fp-reply", "li"),
    "state of the text": Element("dd", within="fp-about"),
    "citation": _class("fp-cite__text", "p"),
    "BibTeX": Element("code", within="fp-cite"),
    "neighbours": Element("a", within="fp-neighbours"),
    "related": _class("fp-related", "section"),
    "calls of a project": _class("fp-origin-call", "p"),
    # lists
    "cards": _class("fp-card", "li"),
    "pictures of cards": _class("fp-card__picture", "img"),
    "titles of cards": Element("a", within="fp-card__title"),
    "summaries of cards": _class("fp-card__summary", "p"),
    "themes of cards": _class("fp-card__themes", "p"),
    "outcomes of cards": _class("fp-card__outcome", "p"),
    "marks": _class("fp-mark", "span"),
    "pages of a list": Element("a", within="fp-pager"),
    "facets": _class("fp-facet", "details"),
    "terms": Element("li", within="fp-terms"),
    "counts": _class("fp-count", "span"),
    "this term": Element("a", has=(("aria-current", "page"),), within="fp-terms"),
    "glossary": Element("dd", within="fp-glossary"),
    "empty terms": _class("fp-none"),
    "origin": _class("fp-origin", "p"),
    "family": Element("a", within="fp-family"),
    "answers to a criterion": Element("a", within="fp-answers"),
    "lessons": Element("li", within="fp-learning"),
    "roles": _class("fp-role", "h2"),
    "organisations": Element("li", within="fp-organisations"),
    "filters": Element("form", mark="fp-ask"),
    "redirect": _meta("http-equiv", "refresh"),
}

_VOID: Final = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr", "path", "circle"),
    }
)
"""Elements without an end; of drawings, those that stand in frames."""


_TAG: Final = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE: Final = re.compile(r"""([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def _tags(html: str) -> Iterator[tuple[bool, str, Mapping[str, str]]]:
    """Every tag: whether it ends an element, its name, and its attributes. Pages that programs
    write are regular enough for it, and it takes a fifth of what ``html.parser`` does."""
    for closing, name, rest in _TAG.findall(html):
        found = _ATTRIBUTE.findall(rest) if rest else ()
        yield bool(closing), name.lower(), {a: x or y or z for a, x, y, z in found}


def count(html: str) -> Counter[str]:
    """How many of each named element a page has; ``kind …`` stands for its ``data-kind``."""
    found: Counter[str] = Counter()
    opened: list[tuple[str, list[str]]] = []
    around: Counter[str] = Counter()
    for closing, tag, attributes in _tags(html):
        if closing:
            _close(tag, opened, around)
            continue
        classes = attributes.get("class", "").split()
        for name, element in _BY_TAG.get(tag, _ANY):
            if element.matches(attributes, classes) and (
                not element.within or around[element.within]
            ):
                found[name] += 1
        if tag == "body":
            found[f"kind {attributes.get('data-kind', '')}"] = 1
        if tag not in _VOID:
            opened.append((tag, classes))
            around.update(classes)
    return found


def _close(tag: str, opened: list[tuple[str, list[str]]], around: Counter[str]) -> None:
    """Leave an element, and those in it that have no end of their own."""
    if not any(tag == name for name, _ in opened):
        return
    while opened:
        name, classes = opened.pop()
        around.subtract(classes)
        if name == tag:
            return


_ANY: Final = [(name, element) for name, element in ELEMENTS.items() if not element.tag]
_BY_TAG: Final = {
    tag: [(name, e) for name, e in ELEMENTS.items() if e.tag in ("", tag)]
    for tag in {element.tag for element in ELEMENTS.values() if element.tag}
}


def pages(site: Path) -> frozenset[str]:
    """The pages of a site, by the paths of their files."""
    return frozenset(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


OTHER_FILES: Final = ("*.atom", "*.ics", "*.json", "*.csv", "sitemap.xml")
"""What readers and programs are offered besides: it must be there as well."""


def offered(site: Path) -> frozenset[str]:
    """The files that a site offers besides its pages."""
    return frozenset(
        path.relative_to(site).as_posix() for form in OTHER_FILES for path in site.rglob(form)
    )


WORTH_SHARING: Final = 1_000
"""With so many pages they are read by several processes: one page takes six milliseconds."""


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """What one site has and the other has not, page by page."""
    for find in (pages, offered):
        here, there = find(ours), find(theirs)
        yield from (f"{file} : page absente de l’autre site" for file in sorted(here - there))
        yield from (f"{file} : page en trop dans l’autre site" for file in sorted(there - here))
    both = sorted(pages(ours) & pages(theirs))
    compare = partial(_unlike, ours, theirs)
    if len(both) < WORTH_SHARING:
        yield from itertools.chain.from_iterable(map(compare, both))
        return
    with ProcessPoolExecutor() as pool:
        yield from itertools.chain.from_iterable(pool.map(compare, both, chunksize=50))


def _unlike(ours: Path, theirs: Path, page: str) -> list[str]:
    own = count((ours / page).read_text(encoding="utf-8"))
    other = count((theirs / page).read_text(encoding="utf-8"))
    return [
        f"{page} : {name}, {own[name]} d’un côté et {other[name]} de l’autre"
        for name in sorted(own.keys() | other.keys())
        if own[name] != other[name]
    ]
