"""A translation follows its original.

``source_hash`` is the fingerprint of the text that was translated. When the original has changed
since, the page says so, until somebody has looked at the translation again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual, other

RULE: Final = Rule(
    "translation-outdated",
    Level.NOTICE,
    Bilingual(
        "L’original a changé depuis cette traduction.",
        "The original has changed since this translation.",
    ),
    Bilingual(
        "Mettez la traduction à jour, puis lancez « fp translated {slug} ».",
        "Bring the translation up to date, then run “fp translated {slug}”.",
    ),
    Bilingual(
        "Une traduction suit son original.\n\n"
        "« source_hash » est l’empreinte du texte qui a été traduit. Quand l’original a changé"
        " depuis, la page le dit, jusqu’à ce que quelqu’un ait revu la traduction.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The fingerprint that the translation notes against that of the original."""
    translated = record.translated
    if translated is not None and record.state(other(record.language)) == "outdated":
        place = translated.place("translation", "source_hash")
        yield RULE.at(place, slug=record.slug)
