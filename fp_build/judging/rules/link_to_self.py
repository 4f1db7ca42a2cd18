"""A record does not link to itself.

A link that leads to the page one is reading is a false promise. To lead to a section of the same
text, write ``[text](#s-results)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "link-to-self",
    Level.WARNING,
    Bilingual("La fiche se désigne elle-même.", "The record names itself."),
    Bilingual(
        "Nommez une autre fiche ou retirez ce lien ; vers une rubrique du même texte, écrivez"
        " « #s-… ».",
        "Name another record or remove this link; to a section of the same text, write “#s-…”.",
    ),
    Bilingual(
        "Une fiche ne mène pas à elle-même.\n\n"
        "Un lien vers la page que l’on est en train de lire est une fausse promesse. Pour mener"
        " à une rubrique du même texte, écrivez « [texte](#s-results) ».",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The links of the front matter and of its bodies."""
    for key in ("related", "replaces"):
        for index, slug in enumerate(getattr(record.facts, key)):
            if slug == record.slug:
                yield RULE.at(record.source.place(key, index))
    for manuscript in record.bodies:
        for link, slug, _ in manuscript.outline.case_links:
            if slug == record.slug:
                yield RULE.at(manuscript.outline.place(link))
