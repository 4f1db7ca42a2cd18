"""A translation has its title, its summary and its state.

The title and the summary stand on cards and in search engines, in the language of the reader; so do
the question of a call and the place of an event, where the original has them. The state (``draft``,
``machine`` or ``reviewed``) tells the reader how far to trust the text. In a draft this is a
warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.models import keys_of
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "translation-incomplete",
    Level.ERROR,
    Bilingual(
        "Il manque « {key} » dans la traduction.",
        "“{key}” is missing from the translation.",
    ),
    Bilingual(
        "Ajoutez cette clé, ou retirez le fichier tant que la traduction n’est pas prête.",
        "Add this key, or remove the file until the translation is ready.",
    ),
    Bilingual(
        "Une traduction a son titre, son résumé et son état.\n\n"
        "Le titre et le résumé se lisent sur les cartes et dans les moteurs de recherche, dans"
        " la langue du lecteur ; de même la question d’un appel et le lieu d’un rendez-vous, quand"
        " l’original les donne. L’état (« draft », « machine » ou « reviewed ») lui dit quelle"
        " confiance accorder au texte. Dans un brouillon, ce n’est qu’un avertissement.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The keys that the author of a translation has typed, against those of the original."""
    translated = record.translated
    if translated is None or not translated.keys:
        return
    if "translation" not in translated.keys and translated.keys & {"kind", "status"}:
        return  # it was written as an original: that has been said
    level = Level.WARNING if record.is_draft else Level.ERROR
    known = keys_of(type(record.facts))
    needed = [
        key
        for key in ("title", "summary", "question", "place")
        if key in known and key in record.source.keys
    ]
    for key in (*needed, "translation"):
        if key not in translated.keys:
            said = "translation: {state: …}" if key == "translation" else key
            yield RULE.at(translated.place(), level=level, key=said)
