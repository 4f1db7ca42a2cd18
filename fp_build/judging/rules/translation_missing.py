"""A record that readers see exists in both languages.

Without a translation the page of the other language shows the original text, marked as such. This
notice keeps count of what remains to be translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Place, Rule
from fp_build.words.languages import Bilingual, other

RULE: Final = Rule(
    "translation-missing",
    Level.NOTICE,
    Bilingual(
        "La fiche n’a pas de traduction : il manque « {file} ».",
        "The record has no translation: “{file}” is missing.",
    ),
    Bilingual(
        "Rien à corriger : ajoutez ce fichier quand la traduction sera prête.",
        "Nothing to mend: add this file when the translation is ready.",
    ),
    Bilingual(
        "Une fiche que les lecteurs voient existe dans les deux langues.\n\n"
        "Sans traduction, la page de l’autre langue montre le texte d’origine en le disant."
        " Cette remarque tient le compte de ce qui reste à traduire.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The other language of a public record."""
    if record.is_public and record.translated is None:
        file = f"index.{other(record.language)}.md"
        yield RULE.at(Place(record.folder.path), file=file)
