"""The body of a record as safe HTML: headings with ids, links resolved, citations numbered.

The link to a heading stands beside it, not in it: a heading then reads as its words alone, in a
list of headings and in a table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any, Final

import nh3
import pyromark
from markupsafe import Markup, escape

from fp_build.publishing.quick_templates import html
from fp_build.publishing.typesetting import typeset_html
from fp_build.publishing.views import Picture
from fp_build.reading.outline import OPTIONS, Outline
from fp_build.words.languages import Language
from fp_build.words.text import slug_of

TAGS: Final = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
    "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "div",
}  # fmt: skip
"""What may stand in a body: what Markdown itself makes, and nothing else."""

ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "title", "id", "class", "aria-label", "aria-labelledby"},
    "img": {
        *("src", "srcset", "sizes", "alt", "title", "width", "height"),
        *("loading", "decoding"),
    },
    "ol": {"start"},
    "code": {"class"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "td": {"class"},
    "th": {"class", "scope"},
    "sup": {"class"},
    "div": {"class", "tabindex", "role"},
}
SCHEMES: Final = {"https", "http", "mailto", "tel"}

TAGS_OF_REPLY: Final = TAGS - {"h2", "h3", "h4", "h5", "h6", "img"}
"""What may stand in a reader’s reply: the page’s outline and its pictures are the record’s own."""

_WEB: Final = re.compile("https?:", re.I)

LINK_TO: Final = "fp-link-to"
"""The id of the words « Lien vers la section », which stand once on every page: the name of the
link beside a heading is these words and the heading's own."""

_DIRECTIONS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that would make a reader see other words than the file holds. None may stand in a
file; one that is written as a reference, ``&#x202e;``, comes out here."""

_OPENED: Final = re.compile(
    r"<(?:h(?P<level>[1-6])>(?P<words>.*?)</h(?P=level)>"
    r'|a href="(?P<target>[^"]*)"'
    r'|sup class="footnote-reference"><a href="#(?P<source>[^"]*)">\d+</a></sup>'
    r'|(?P<table>/?table)>|img src="(?P<picture>[^"]*)"'
    r'|(?P<cell>t[dh]) style="text-align: (?P<side>left|right|center);?">'
    r'|code class="language-(?P<fence>[^"]*)">)',
    re.S,
)
"""What Markdown made and we make otherwise, all in one search."""

_FENCE: Final = re.compile(r"[A-Za-z0-9+#.-]+(?=$)")
"""What a fence may say of the language of its code: no second class, which could hide the text."""

_ALIGNED: Final = {"left": "", "right": ' class="fp-number"', "center": ' class="fp-centre"'}
"""How a cell is aligned, said by a class: a strict policy of a host refuses styles in elements."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its level, its id on the page, and its words."""

    level: int
    id: str
    text: str
    """As the vocabulary says it for a section, else as typed."""
    is_section: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A body, rendered."""

    html: Markup
    headings: tuple[Heading, ...]
    cited: tuple[str, ...]
    """The ids of the sources cited, in the order of their numbers, from 1."""

    def parted_at(self, number: int) -> tuple[Markup, Markup]:
        """The HTML before and from the heading of that number, counted from 0, which opens a
        section; all of it and nothing where there are not so many."""
        if number < len(self.headings):
            heading = self.headings[number]
            mark = f'<div class="fp-heading"><h{heading.level} id="{escape(heading.id)}">'
            before, found, after = self.html.partition(mark)
            if found:
                return Markup(before), Markup(found + after)
        return self.html, Markup("")


def headings_of(
    outline: Outline, section: Callable[[str], tuple[str, str] | None]
) -> tuple[Heading, ...]:
    """The headings with their ids: ``s-<section>`` for a section, the same in both languages,
    ``h-<words>`` for any other, numbered where words repeat. ``section`` answers the id and the
    label of the section that a level-two heading opens."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    found = []
    for mark in outline.of_kind("heading"):
        known = section(mark.text) if mark.level == 2 else None
        name = f"s-{known[0]}" if known else f"h-{slug_of(mark.text) or 'x'}"
        unique, number = name, numbers.get(name, 1)
        while unique in taken:
            number += 1
            unique = f"{name}-{number}"
        numbers[name] = number
        taken.add(unique)
        text = known[1] if known else mark.text
        found.append(Heading(mark.level, unique, text, known is not None))
    return tuple(found)


def render_body(
    outline: Outline,
    *,
    headings: tuple[Heading, ...],
    citable: Container[str],
    link: Callable[[str], str | None],
    picture: Callable[[str], Picture | None],
    note_label: str,
    language: Language,
    noted: Mapping[str, int] | None = None,
    tags: Set[str] = frozenset(TAGS),
    rel: str = "",
) -> Body:
    """Render a body. One that holds raw HTML or too much, which no published record does, is shown
    as typed.

    ``citable`` holds the ids of the sources that may be cited; ``link`` and ``picture`` answer what
    an address or a file name becomes on this page, or ``None`` to leave the address out.
    ``note_label`` is how a screen reader is told of a note's number; ``language`` is that of the
    text, by which it is typeset. ``noted`` gives the numbers of notes that another text of the page
    has: they lead back to that text. ``tags`` are those that may stand there, and ``rel`` is what
    links to the web are marked with.
    """
    if outline.is_refused:
        return Body(Markup("<pre>{}</pre>").format(outline.body), (), ())
    typesetter = _Typesetter(headings, citable, link, picture, note_label, noted or {}, rel)
    raw = pyromark.html(outline.body, options=OPTIONS)
    if any(sign in raw for sign in _DIRECTIONS):
        raw = raw.translate(dict.fromkeys(map(ord, _DIRECTIONS)))
    ours = _OPENED.sub(typesetter.opened, raw)
    shown = _cleaned(ours, frozenset(tags), has_rel=bool(rel), pictures=typesetter.pictures)
    return Body(Markup(typeset_html(shown, language)), headings, tuple(typesetter.numbers))


class _Typesetter:
    """Puts what a page has in the place of each tag that Markdown opens, from the first to the
    last. A class, since functions that name each other would hold on to the page that they are of
    until the collector comes."""

    def __init__(
        self,
        headings: tuple[Heading, ...],
        citable: Container[str],
        link: Callable[[str], str | None],
        picture: Callable[[str], Picture | None],
        note_label: str,
        noted: Mapping[str, int],
        rel: str,
    ) -> None:
        self._has_headings = bool(headings)
        self._headings = iter(headings)
        self._citable = citable
        self._link = link
        self._picture = picture
        self._note_label = note_label
        self._vouched = f' rel="{rel}"' if rel else ""
        self._seen = set(noted)
        self.numbers = dict(noted)
        """The numbers of the notes, by their sources."""
        self.pictures: set[str] = set()
        """The addresses of those that were found."""

    def opened(self, match: re.Match[str]) -> str:
        """What stands in the place of a match of ``_OPENED``."""
        made = match.lastgroup
        if made == "target":
            target = unescape(match["target"])
            address = self._link(target)
            vouched = self._vouched if self._vouched and _WEB.match(target) else ""
            return f"<a{vouched}" + ("" if address is None else f' href="{html(address)}"')
        if made == "words":
            return self._heading(match)
        if made == "table":
            opening = '<div class="fp-table" tabindex="0" role="group"><table>'
            return opening if match["table"] == "table" else "</table></div>"
        if made == "picture":
            shown = self._picture(unescape(match["picture"]))
            self.pictures.update((shown.src, shown.srcset) if shown else ())
            return "<img " + _attributes(shown)
        if made == "fence":
            fence = _FENCE.match(match["fence"])
            return f'<code class="language-{fence[0]}">' if fence else "<code>"
        if made == "side":
            return f"<{match['cell']}{_ALIGNED[match['side']]}>"
        return self._note(unescape(match["source"]))

    def _note(self, source: str) -> str:
        if source not in self._citable:
            return html(f"[^{source}]")
        number = self.numbers.setdefault(source, len(self.numbers) + 1)
        mark = "" if source in self._seen else f' id="ref-{number}"'
        self._seen.add(source)
        label = html(f"{self._note_label} {number}")
        return (
            f'<sup class="fp-note"><a href="#note-{number}"{mark} aria-label="{label}">'
            f"{number}</a></sup>"
        )

    def _heading(self, match: re.Match[str]) -> str:
        level = match["level"]
        if not self._has_headings:
            return f"<h{level}>{_OPENED.sub(self.opened, match['words'])}</h{level}>"
        known = next(self._headings)
        inside = html(known.text) if known.is_section else _OPENED.sub(self.opened, match["words"])
        name = html(known.id)
        return (
            f'<div class="fp-heading"><h{level} id="{name}">{inside}</h{level}>'
            f'<a class="fp-permalink" href="#{name}" aria-labelledby="{LINK_TO} {name}"></a></div>'
        )


def _cleaned(html: str, tags: frozenset[str], *, has_rel: bool, pictures: Set[str]) -> str:
    """The HTML without anything that may not stand there; of pictures only those."""
    if "<img" not in html:
        return _cleaner(tags, has_rel).clean(html)

    def attribute(tag: str, name: str, value: str) -> str | None:
        return None if name in ("src", "srcset") and value not in pictures else value

    return _new_cleaner(tags, has_rel, attribute).clean(html)


def _new_cleaner(
    tags: Set[str], has_rel: bool, attribute: Callable[[str, str, str], str | None] | None = None
) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        attributes={**ATTRIBUTES, "a": ATTRIBUTES["a"] | {"rel"}} if has_rel else ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


_cleaner: Final = lru_cache(maxsize=4)(_new_cleaner)  # to call back for each attribute takes long


def render_reply(
    outline: Outline,
    *,
    noted: Mapping[str, int],
    link: Callable[[str], str | None],
    note_label: str,
    language: Language,
) -> Markup:
    """Render what a reader replied to a record: under the rules of a body, without headings and
    pictures. ``noted`` gives the numbers of the record's notes, to which it may refer. Links to the
    web say that the site does not vouch for them."""
    body = render_body(
        outline,
        headings=(),
        citable=noted,
        link=link,
        picture=lambda _: None,
        note_label=note_label,
        language=language,
        noted=noted,
        tags=TAGS_OF_REPLY,
        rel="nofollow ugc",
    )
    return body.html


def _attributes(picture: Picture | None) -> str:
    """What ``<img>`` is told of a picture besides its words: fetched when seen, its place kept."""
    found: dict[str, object] = {"loading": "lazy", "decoding": "async"}
    if picture is not None:
        if picture.width:
            found |= {"width": picture.width, "height": picture.height}
        if picture.srcset:
            found |= {"srcset": picture.srcset, "sizes": picture.sizes}
        found["src"] = picture.src
    return " ".join(f'{name}="{escape(value)}"' for name, value in found.items())


def first_paragraph(outline: Outline, is_wanted: Callable[[str], bool]) -> str:
    """The words of the first paragraph under the first level-two heading that is wanted, without
    what they link to and cite; nothing where there is none."""
    heading: list[str] | None = None
    paragraph: list[str] | None = None
    inside = False
    event: Any  # a word, or a mapping of one name to what is known of it
    for event in pyromark.events(outline.body, options=OPTIONS):
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, "")
        if name == "Start" and isinstance(value, dict) and "Heading" in value:
            if inside and value["Heading"]["level"] in ("H1", "H2"):
                return ""
            heading = [] if value["Heading"]["level"] == "H2" else None
        elif name == "End" and isinstance(value, dict) and "Heading" in value:
            inside = inside or (heading is not None and is_wanted("".join(heading).strip()))
            heading = None
        elif inside and name == "Start" and value == "Paragraph":
            paragraph = []
        elif paragraph is not None and name == "End" and value == "Paragraph":
            return " ".join("".join(paragraph).split())
        else:
            said = value if name in ("Text", "Code") else " " if "Break" in name else ""
            for listening in (heading, paragraph):
                if listening is not None:
                    listening.append(said)
    return ""


def beginning(text: str, most: int) -> str:
    """The first of a text, at ``most`` so many characters, cut at a word."""
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0].rstrip(" ,;:.–") + "…"
