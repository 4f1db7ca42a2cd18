"""A title has at most 80 characters.

Longer titles are cut in lists, in search engines and on cards. Say the essential; the summary is
there for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

LIMIT: Final = 80

RULE: Final = Rule(
    "title-too-long",
    Level.ERROR,
    Bilingual(
        "Le titre a {length} caractères, la limite est de {limit}.",
        "The title has {length} characters, the limit is {limit}.",
    ),
    Bilingual("Raccourcissez-le.", "Shorten it."),
    Bilingual(
        "Un titre a au plus 80 caractères.\n\n"
        "Un titre plus long est coupé dans les listes, les moteurs de recherche et les cartes."
        " Dites l’essentiel ; le résumé est là pour le reste.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each title of the record, in both languages."""
    for language, words in record.words.items():
        if len(words.title) > LIMIT:
            manuscript = record.manuscripts[language]
            if "title" in manuscript.keys:
                place = manuscript.place("title")
                yield RULE.at(place, length=len(words.title), limit=LIMIT)
