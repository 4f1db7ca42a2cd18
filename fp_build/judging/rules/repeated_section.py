"""A section stands once in a body.

Each section has one address in the page, ``#s-results`` for instance; a second one of the same
name could not be linked to. Use headings of level three inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "repeated-section",
    Level.ERROR,
    Bilingual(
        "La rubrique « {heading} » est déjà ouverte plus haut.",
        "The section “{heading}” is already open further up.",
    ),
    Bilingual(
        "Réunissez les deux, au besoin avec des titres « ### ».",
        "Join the two, if need be with headings “###”.",
    ),
    Bilingual(
        "Une rubrique ne se trouve qu’une fois dans le texte.\n\n"
        "Chaque rubrique a une seule adresse dans la page, par exemple « #s-results » ; on ne"
        " pourrait faire de lien vers la seconde. Servez-vous de titres de niveau trois à"
        " l’intérieur.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The sections of both bodies, whichever of their names are used."""
    for manuscript in record.manuscripts.values():
        seen: set[str] = set()
        for heading, section in lectern.sections(manuscript):
            if section in seen:
                yield RULE.at(manuscript.outline.place(heading), heading=heading.text)
            seen.add(section)
