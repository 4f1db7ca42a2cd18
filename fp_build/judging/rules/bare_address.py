"""A web address in a text is a link.

An address that just stands in a sentence cannot be followed, and is read out letter by letter.
Better than the address, a link has words that say where it leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "bare-address",
    Level.WARNING,
    Bilingual(
        "L’adresse « {address} » n’est pas un lien.",
        "The address “{address}” is not a link.",
    ),
    Bilingual(
        "Écrivez « [où elle mène]({address}) », ou mettez-la entre « < » et « > ».",
        "Write “[where it leads]({address})”, or put it between “<” and “>”.",
    ),
    Bilingual(
        "Une adresse web dans un texte est un lien.\n\n"
        "Une adresse simplement écrite dans une phrase ne se suit pas, et se fait lire lettre à"
        " lettre. Mieux que l’adresse, un lien a des mots qui disent où il mène.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The addresses of its bodies that are no links; nor parts of one that was mistyped, which is
    said for itself."""
    for manuscript in record.bodies:
        outline = manuscript.outline
        for address in outline.of_kind("address"):
            place = outline.place(address)
            mistyped = map(outline.place_of, outline.slips("link"))
            if not any(place.is_within(link) for link in mistyped):
                yield RULE.at(place, address=address.text)
