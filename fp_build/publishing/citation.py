"""How a record is cited: in a sentence, and as an entry of BibTeX."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from fp_build.publishing.interface import InterfaceWords
from fp_build.publishing.record_views import CitationView
from fp_build.publishing.views import Said
from fp_build.words.dates import PartialDate
from fp_build.words.languages import Language
from fp_build.words.typography import NARROW, NO_BREAK, typeset

_INNER: Final = {
    "fr": str.maketrans({"«": "“", "»": "”"}),
    "en": str.maketrans({"“": "‘", "”": "’"}),
}
"""The quotation marks inside others."""

_BIBTEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
        NO_BREAK: "~", NARROW: r"\,",
    }
)  # fmt: skip
"""What TeX would read otherwise. Braces go by their names: BibTeX counts even those that a
backslash precedes (« BibTeXing », O. Patashnik, 1988)."""
_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""``url`` is taken as it is, but for what would end it."""
_LANGUAGES: Final = {"fr": "french", "en": "british"}


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: nothing of it is made up, so what is not known is empty."""

    slug: str
    title: str
    """As its author typed it."""
    title_language: Language
    publisher: str
    """As the operator says it; the catalogue stands in its place."""
    verified: PartialDate | None
    address: str


def cite(cited: Cited, words: InterfaceWords, language: Language) -> CitationView:
    """The citation of a record as a reader of that language writes it."""
    catalogue = words["site-name"]
    title = typeset(cited.title, cited.title_language)
    parts = [catalogue] if cited.publisher else []
    verified = cited.verified.spoken(language) if cited.verified else ""
    if verified:
        parts.append(words.fill("citation-verified", date=verified))
    opening, closing = words["citation-quotes"].split("…")
    return CitationView(
        before=f"{cited.publisher or catalogue}, {opening}",
        title=Said(
            _within(title, cited.title_language, language),
            "" if cited.title_language == language else cited.title_language,
        ),
        after="".join([closing, *(f", {part}" for part in parts), "."]),
        address=cited.address,
        bibtex=_bibtex(cited, words, language),
    )


def _within(title: str, language: Language, page: Language) -> str:
    """A title between the quotation marks of the page, its own turned into inner ones; French ones
    lose their spaces with them."""
    if page == "fr":
        title = title.replace(f"«{NO_BREAK}", "«").replace(f"{NO_BREAK}»", "»")
    return title.translate(_INNER[page])


def _bibtex(cited: Cited, words: InterfaceWords, language: Language) -> str:
    catalogue = words["site-name"]
    fields = {
        "author": f"{{{_escaped(cited.publisher or catalogue)}}}",
        "title": f"{{{_escaped(cited.title)}}}",
        "year": cited.verified.text[:4] if cited.verified else "",
        "howpublished": _escaped(catalogue) if cited.publisher else "",
        "note": _escaped(words.fill("citation-verified", date=cited.verified.spoken(language)))
        if cited.verified
        else "",
        "url": cited.address.translate(_ADDRESS),
        "langid": _LANGUAGES[cited.title_language],
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.slug},", *lines, "}"])


@lru_cache(maxsize=64)  # the publisher and the catalogue are cited with every record
def _escaped(text: str) -> str:
    return " ".join(text.split("\n")).translate(_BIBTEX)
