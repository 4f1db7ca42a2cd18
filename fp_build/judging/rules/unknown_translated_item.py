"""A translation translates only what the original has.

What stands in a translation alone is either misspelt, and the true item stays untranslated, or a
fact that the original lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

RULE: Final = Rule(
    "unknown-translated-item",
    Level.ERROR,
    Bilingual(
        "L’original n’a rien à traduire qui réponde à « {item} ».",
        "The original has nothing to translate that answers to “{item}”.",
    ),
    Bilingual(
        "Corrigez cette clé, ou complétez d’abord l’original.",
        "Correct this key, or complete the original first.",
    ),
    Bilingual(
        "Une traduction ne traduit que ce que l’original contient.\n\n"
        "Ce qui ne se trouve que dans la traduction est mal orthographié, et le vrai élément"
        " reste sans traduction, ou bien c’est un fait qui manque à l’original.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The keys of each group of the translation, and those of texts of their own."""
    translated, translation = record.translated, record.translation
    if translated is None or translation is None:
        return
    words = record.words[record.language]
    for key, origins, original, done in (
        ("reasons", ("criteria", "sources"), words.reasons, translation.reasons),
        ("indicators", ("indicators",), words.indicators, translation.indicators),
        ("alt", ("media",), words.alternatives, translation.alt),
        ("labels", ("links",), words.labels, translation.labels),
    ):
        if not record.lost_keys.isdisjoint(origins):
            continue  # the item may be one of those that could not be typed
        for item in done:
            if item not in original:
                place = translated.key_place(key, item)
                close = nearest(item, original.keys())
                yield RULE.at(place, item=f"{key}: {item}", nearest=close)
    for key in ("question", "place"):
        original_has = getattr(words, key) or key in record.source.keys
        if getattr(translation, key) and not original_has:
            yield RULE.at(translated.key_place(key), item=key)
