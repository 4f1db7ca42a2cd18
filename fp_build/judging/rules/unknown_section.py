"""A level-two heading opens a section of the vocabulary.

All records have the same sections, so that readers find their way and links lead to the same
place in both languages. Headings of levels three and four are free. In a draft this is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.reading.vocabulary import Vocabulary
from fp_build.reading.vocabulary_forms import Term
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual, Language, other
from fp_build.words.text import nearest

_TONGUES: Final[Mapping[Language, Bilingual]] = {
    "fr": Bilingual("français", "French"),
    "en": Bilingual("anglais", "English"),
}

RULE: Final = Rule(
    "unknown-section",
    Level.ERROR,
    Bilingual(
        "« {heading} » n’est pas un titre de rubrique en {tongue}.",
        "“{heading}” is not the heading of a section in {tongue}.",
    ),
    Bilingual(
        "Prenez le titre d’une rubrique de « _vocabulary/sections.yml », ou écrivez « ### »"
        " pour un titre libre.",
        "Use the heading of a section of “_vocabulary/sections.yml”, or write “###” for a free"
        " heading.",
    ),
    Bilingual(
        "Un titre de niveau deux ouvre une rubrique du vocabulaire.\n\n"
        "Toutes les fiches ont les mêmes rubriques, pour que le lecteur s’y retrouve et que les"
        " liens mènent au même endroit dans les deux langues. Les titres de niveaux trois et"
        " quatre sont libres. Dans un brouillon, ce n’est qu’un avertissement.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The level-two headings of both bodies, each in its own language."""
    level = Level.WARNING if record.is_draft else Level.ERROR
    sections = lectern.vocabularies["sections"]
    if not sections.is_whole:
        return  # the vocabulary could not be read: that has been said
    for language, manuscript in record.manuscripts.items():
        for heading, section in lectern.headings(manuscript):
            words = heading.text
            if not words:
                continue
            if section is None or _is_untranslated(words, sections[section], language):
                place = manuscript.outline.place(heading)
                close: object = (
                    [sections.label(section, language)]
                    if section
                    else partial(_near, words, sections, language)
                )
                tongue = _TONGUES[language]
                yield RULE.at(place, level=level, heading=words, tongue=tongue, nearest=close)


def _is_untranslated(heading: str, section: Term, language: Language) -> bool:
    """True where the heading is the label that the other language has."""
    return heading != section.of(language) and heading == section.of(other(language))


def _near(words: str, sections: Vocabulary, language: Language) -> list[str]:
    return nearest(words, _headings(sections, language))


def _headings(sections: Vocabulary, language: Language) -> dict[str, str]:
    """For each way to say a section the heading to write in a language."""
    return {
        words: term.of(language)
        for name, term in sections.terms.items()
        for words in (name, term.fr, term.en, *term.aliases)
    }
