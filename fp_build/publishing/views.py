"""What pages of several kinds show alike: plain values, already in the page's language, already
addressed.

A text that is in the other language carries its own: a template marks it with ``lang``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup


class Said(NamedTuple):
    """A text, with its language where that is not the page's."""

    text: str
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Drawable:
    """What many pages show alike, such as a card, and its HTML, which is made for the first of them
    and shown by all.

    Its values are frozen; what is filled later is the list beside them, once. So the HTML must
    follow from the values alone and from nothing of the page that asks first. It counts for nothing
    where two are compared, and a copy with other values (``replace``) begins without it.
    """

    drawn: list[Markup] = field(default_factory=list, init=False, compare=False, repr=False)
    """Empty until a template has drawn it, then its HTML alone
    (:func:`fp_build.publishing.rendering.drawn`)."""


@dataclass(frozen=True, slots=True)
class TermLink(Drawable):
    """A word of a vocabulary, with the page of the records found under it."""

    id: str
    label: str
    url: str = ""
    definition: str = ""
    note: str = ""
    """What the term is here for, such as the part an organisation takes."""


@dataclass(frozen=True, slots=True)
class CountedTerm(TermLink):
    """A word of a vocabulary, with the number of the records found under it."""

    count: int = 0
    number: str = ""
    """The count as a reader writes it."""
    count_text: str = ""


class NamedLink(NamedTuple):
    """An address and what it is called."""

    url: str
    label: Said


class Picture(NamedTuple):
    """A picture, with its size in pixels and the other sizes there are of it, which is nothing
    where none were made."""

    src: str
    alt: Said
    credit: str = ""
    licence: str = ""
    generated: bool = False
    width: int = 0
    height: int = 0
    srcset: str = ""
    sizes: str = ""
    """How wide the page shows it, as ``sizes`` of ``<img>`` says it."""


@dataclass(frozen=True, slots=True)
class Card(Drawable):
    """A record as lists show it."""

    url: str
    title: Said
    summary: Said
    kind: str
    kind_label: str
    themes: tuple[str, ...]
    """As readers are told them."""
    outcome: str
    picture: str
    """Where its picture is."""
    marks: tuple[str, ...]
    """What a reader should know first: “in French only”, “draft”, until when a call is open."""

    def seen_from(self, depth: int) -> Card:
        """The card of the top of the site as a file so many folders below shows it."""
        up = "../" * depth
        same = self.title, self.summary, self.kind, self.kind_label, self.themes, self.outcome
        return Card(up + self.url, *same, up + self.picture, self.marks)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first of many records, and how many more there are."""

    records: tuple[NamedLink, ...]
    count: int
    more: str
    """“and 12 more”; nothing where all are shown."""
