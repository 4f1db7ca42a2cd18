"""A record has at most three themes.

A record that stands under every theme helps nobody who looks for one. Keep the themes that the
record is about, not those that it touches.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

LIMIT: Final = 3

RULE: Final = Rule(
    "too-many-themes",
    Level.ERROR,
    Bilingual(
        "La fiche a {count} thèmes, la limite est de {limit}.",
        "The record has {count} themes, the limit is {limit}.",
    ),
    Bilingual("Gardez les thèmes principaux.", "Keep the main themes."),
    Bilingual(
        "Une fiche a au plus trois thèmes.\n\n"
        "Une fiche rangée sous tous les thèmes n’aide pas qui en cherche un. Gardez ceux dont"
        " la fiche parle vraiment, non ceux qu’elle effleure.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The themes; the first one too many shows the place."""
    count = len(record.facts.themes)
    if count > LIMIT:
        yield RULE.at(record.source.place("themes", LIMIT), count=count, limit=LIMIT)
