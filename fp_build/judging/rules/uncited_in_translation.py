"""A translation cites the sources that the original cites.

Readers of a translation want to know where a fact comes from just as the others do. A citation is
copied as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "uncited-in-translation",
    Level.WARNING,
    Bilingual(
        "La traduction ne cite pas la source « {id} », que l’original cite.",
        "The translation does not cite the source “{id}”, which the original cites.",
    ),
    Bilingual(
        "Ajoutez « [^{id}] » au même endroit que dans l’original.",
        "Add “[^{id}]” in the same place as in the original.",
    ),
    Bilingual(
        "Une traduction cite les sources que l’original cite.\n\n"
        "Qui lit une traduction veut savoir d’où vient un fait, comme les autres. Une citation"
        " se recopie telle quelle.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The citations of both bodies, once the record is reviewed or published."""
    translated = record.translated
    if translated is None or record.translation is None or record.is_draft:
        return
    cited = {citation.target for citation in translated.outline.of_kind("citation")}
    lacking = [
        citation.target
        for citation in record.source.outline.of_kind("citation")
        if citation.target not in cited
    ]
    for source in dict.fromkeys(lacking):
        place = translated.source.place(translated.outline.start)
        yield RULE.at(place, id=source)
