"""A summary has at most 500 characters.

The summary stands on the card of the record, under its title and in what search engines show.
What needs more room goes into the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

LIMIT: Final = 500

RULE: Final = Rule(
    "summary-too-long",
    Level.ERROR,
    Bilingual(
        "Le résumé a {length} caractères, la limite est de {limit}.",
        "The summary has {length} characters, the limit is {limit}.",
    ),
    Bilingual(
        "Gardez trois phrases au plus, et dites le reste dans le texte.",
        "Keep three sentences at most, and say the rest in the body.",
    ),
    Bilingual(
        "Un résumé a au plus 500 caractères.\n\n"
        "Le résumé se lit sur la carte de la fiche, sous son titre et dans les moteurs de"
        " recherche. Ce qui demande plus de place va dans le texte.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each summary of the record, in both languages."""
    for language, words in record.words.items():
        if len(words.summary) > LIMIT:
            manuscript = record.manuscripts[language]
            if "summary" in manuscript.keys:
                place = manuscript.place("summary")
                yield RULE.at(place, length=len(words.summary), limit=LIMIT)
