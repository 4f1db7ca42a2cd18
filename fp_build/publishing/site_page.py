"""A whole page of the catalogue as it is handed to the shell around it, to those who show a link to
it, and to the search.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from markupsafe import Markup

from fp_build.publishing.views import Said
from fp_build.words.languages import Language


class PreviewPicture(NamedTuple):
    """The picture of a link to a page: its file, its size in pixels, and what it shows."""

    file: str
    alt: str
    width: int = 1200
    height: int = 630


class Preview(NamedTuple):
    """How other sites and messengers show a link to a page."""

    kind: Literal["website", "article"]
    picture: PreviewPicture


class SoughtText(NamedTuple):
    """A part of a page that is searched, and how much its words weigh."""

    text: str
    weight: int = 1


class SoughtPage(NamedTuple):
    """A page as the search knows it."""

    file: str
    title: Said
    texts: tuple[SoughtText, ...]
    terms: str = ""
    """The labels under which a record is found."""
    slug: str = ""
    """The record's; nothing for a page of the site."""
    kind: str = ""
    stage: str = ""


class SitePage(NamedTuple):
    """What every page tells the shell around it."""

    file: str
    language: Language
    title: str
    description: str
    other_file: str
    content: Markup
    kind: str
    """Of which kind it is, as ``data-kind`` says it."""
    preview: Preview
    linked_data: Markup
    """What the page is about, for programs: the content of a script of JSON-LD."""
    title_lang: str = ""
    """The language of the title and the description, where it is not the page's."""
    sought: Callable[[], SoughtPage | None] = lambda: None
    """Answers what is searched of it; nothing for a list, which the records it names stand for."""
