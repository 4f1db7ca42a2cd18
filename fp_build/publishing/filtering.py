"""What the page of the catalogue hands to the filters in the browser: words, an empty card."""

from __future__ import annotations

import json
from typing import Final

from fp_build.publishing.edition import Edition
from fp_build.publishing.list_views import Filtering
from fp_build.publishing.views import Card, Said
from fp_build.words.addresses import list_file

SCRIPTS: Final = "assets/javascripts"

_MODULES: Final = ("catalogue", "selection", "records", "choices", "cards", "panel")
"""The script of the page, and those it imports: asked for together, not one after another."""

_SPOKEN: Final = (
    "records", "show-results", "show-records", "filters-open", "filters-close", "filters-chosen",
    "filters-clear", "filter-remove", "filter-of", "filter-text", "nothing-found", "nothing-remove",
    "unknown-filters", "titles-only", "filters-failed", "terms-narrow", "no-term", "chosen-terms",
    "pages", "page-number", "previous-page", "next-page",
)  # fmt: skip
"""The interface words that the scripts say."""

_ANY_PICTURE: Final = "assets/images/logo.svg"
"""The picture of the empty card, which nobody sees: a picture must name one."""

_SPOKEN_ON_RECORDS: Final = (
    "previous-record", "next-record", "selection-back", "selection-beside", "selection-crumb",
)  # fmt: skip
"""And those that they say on the page of a record."""

BLANK: Final = "{}"
"""What a script puts a text in the place of."""


def filtering(edition: Edition, here: str) -> Filtering:
    """What the list of the whole catalogue gives its filters, on any of its pages."""
    scripts = [edition.link(here, f"{SCRIPTS}/{name}.js") for name in _MODULES]
    return Filtering(
        home=edition.link(here, list_file(edition.language)),
        script=scripts[0],
        imports=tuple(scripts[1:]),
        words=edition.once("words of filters", lambda: words_of(edition, _SPOKEN)),
        blank=_blank_card(edition, here),
    )


def record_words(edition: Edition) -> str:
    """What the page of a record gives its neighbours in a selection, as JSON."""
    return edition.once("words beside", lambda: words_of(edition, _SPOKEN_ON_RECORDS))


def words_of(edition: Edition, keys: tuple[str, ...]) -> str:
    """These words as JSON, the forms of those that depend on a number included."""
    return json.dumps({key: edition.words.forms(key) for key in keys}, ensure_ascii=False)


def _blank_card(edition: Edition, here: str) -> Card:
    return Card(
        url=edition.catalogue_url(here),
        title=Said(BLANK),
        summary=Said(""),
        kind="",
        kind_label=BLANK,
        themes=(BLANK,),
        outcome=BLANK,
        picture=edition.link(here, _ANY_PICTURE),
        marks=(BLANK,),
    )
