"""What an edition makes once and gives to many pages is right on each of them."""

from __future__ import annotations

from typing import Final

import pytest

from fp_build.publishing.edition import Edition
from fp_build.publishing.pictures import Sizes
from publishing.editions import edition_of, record

PICTURE: Final = b"\x89PNG\r\n\x1a\n"
HERE: Final = [
    "index.html",
    "catalogue/index.html",
    "catalogue/un/index.html",
    "catalogue/theme/ageing/index.html",
    "catalogue/theme/ageing/page/2/index.html",
]


def edition() -> Edition:
    own = "media: [{id: c, file: c.png, alt: Un plan, licence: etalab-2.0, credit: Une personne}]"
    files = {
        "un/index.fr.md": record("themes: [ageing]", "outcome: ongoing"),
        "deux/index.fr.md": record("themes: [ageing, disability]", own),
        "deux/c.png": PICTURE,
    }
    sizes = Sizes(2000, 1000, ((480, "assets/p-480.webp"), (960, "assets/p-960.webp")))
    return edition_of(files, pictures={("deux", "c.png"): sizes})


@pytest.mark.parametrize("here", HERE)
@pytest.mark.parametrize("slug", ["un", "deux"])
def test_a_card_leads_to_its_record_from_any_depth(here: str, slug: str) -> None:
    known = edition()
    for other in HERE:  # whoever asks first
        known.card(slug, other)
    up = "../" * here.count("/")
    card = known.card(slug, here)
    assert card.url == f"{up}catalogue/{slug}/"
    assert (card.kind, card.kind_label) == ("project", known.label("kinds", "project"))
    assert card.themes[:1] == (known.label("themes", "ageing"),)
    assert card.picture.startswith(f"{up}assets/")
    assert card == edition().card(slug, here)


@pytest.mark.parametrize("here", HERE)
def test_a_facet_is_the_same_for_all_pages_but_for_where_the_reader_is(here: str) -> None:
    known = edition()
    plain, current = known.facet("theme", here), known.facet("theme", here, current="ageing")
    assert plain.current == "" and current.current == "ageing"
    assert plain.terms == current.terms
    assert plain.url == f"{'../' * here.count('/')}catalogue/theme/"


def test_a_long_facet_shows_the_terms_with_most_records_in_the_order_of_the_vocabulary() -> None:
    known, here = edition(), HERE[-1]
    vocabulary, under = list(known.vocabulary("theme")), known.catalogue.under
    for most in range(len(vocabulary) + 1):
        shown = [term.id for term in known.facet("theme", here, most=most).terms]
        often = sorted(vocabulary, key=lambda term: -len(under("theme", term)))
        assert set(shown) == {term for term in often[:most] if under("theme", term)}
        assert shown == [term for term in vocabulary if term in shown]


def test_the_term_of_the_page_is_among_those_shown_even_without_a_record() -> None:
    known, here = edition(), HERE[-1]
    vocabulary = list(known.vocabulary("theme"))
    for term in vocabulary:
        shown = known.facet("theme", here, current=term, most=1)
        others = [t.id for t in known.facet("theme", here, most=1).terms]
        assert [t.id for t in shown.terms] == [t for t in vocabulary if t in (*others, term)]
        assert shown.current == term


def test_what_is_asked_for_under_a_key_is_made_once() -> None:
    known, made = edition(), []
    for _ in range(2):
        assert known.once(("a", 1), lambda: made.append(1) or len(made)) == 1
    assert known.once(("a", 2), lambda: "b") == "b"
