"""A translation notes which text it was made from.

Without ``source_hash`` nobody can tell whether the original has changed since. The command ``fp
translated`` writes it; it is never typed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "translation-undated",
    Level.NOTICE,
    Bilingual(
        "On ne sait pas de quel texte cette traduction est faite.",
        "Nobody can tell which text this translation was made from.",
    ),
    Bilingual(
        "Relisez-la en face de l’original, puis lancez « fp translated {slug} ».",
        "Read it beside the original, then run “fp translated {slug}”.",
    ),
    Bilingual(
        "Une traduction note de quel texte elle est faite.\n\n"
        "Sans « source_hash », nul ne peut dire si l’original a changé depuis. La commande « fp"
        " translated » l’écrit ; il ne se tape jamais à la main.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The note of a translation, once the record is reviewed or published."""
    translated, translation = record.translated, record.translation
    if translated is None or translation is None or record.is_draft:
        return
    note = translation.translation
    if note is not None and note.source_hash is None:
        yield RULE.at(translated.key_place("translation"), slug=record.slug)
