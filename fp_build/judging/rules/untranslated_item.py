"""A translation translates every word of the front matter.

Reasons, indicators, alternative texts and labels are given again, each under the id of its
original (a label under its address). What is left out would show in the wrong language.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "untranslated-item",
    Level.WARNING,
    Bilingual(
        "« {words} » n’est pas traduit ({key}, {item}).",
        "“{words}” is not translated ({key}, {item}).",
    ),
    Bilingual(
        "Ajoutez sa traduction, même si elle s’écrit pareil.",
        "Add its translation, even if it is spelt alike.",
    ),
    Bilingual(
        "Une traduction traduit tous les mots de l’en-tête.\n\n"
        "Motifs, indicateurs, textes de remplacement et libellés sont redonnés, chacun sous"
        " l’identifiant de son original (un libellé, sous son adresse). Ce qui est oublié se"
        " lirait dans la mauvaise langue.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The words of the original's front matter, once the record is reviewed or published."""
    translated, translation = record.translated, record.translation
    if translated is None or translation is None or record.is_draft:
        return
    words = record.words[record.language]
    names = {item: name for item, (name, _) in words.indicators.items()}
    for key, original, done in (
        ("reasons", words.reasons, translation.reasons),
        ("indicators", names, translation.indicators),
        ("alt", words.alternatives, translation.alt),
        ("labels", words.labels, translation.labels),
    ):
        for item, text in original.items():
            if item not in done:
                yield RULE.at(translated.key_place(key), item=item, key=key, words=text)
    for item, indicator in translation.indicators.items():
        unit = words.indicators.get(item, ("", ""))[1]
        if indicator.unit is None and any(c.isalpha() for c in unit):
            place = translated.key_place("indicators", item)
            yield RULE.at(place, item=f"{item}: unit", key="indicators", words=unit)
