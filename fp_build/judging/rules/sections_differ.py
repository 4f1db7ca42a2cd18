"""A translation has the sections of its original, in the same order.

Links lead to the same section in both languages, and readers who compare the two texts find each
part at its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.reading.manuscript import Manuscript
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import LANGUAGES, Bilingual, Language

_WORDS: Final[Mapping[Language, tuple[str, str, str]]] = {
    "fr": ("il manque", "il y a en trop", " ; "),
    "en": ("it lacks", "it has besides", "; "),
}

RULE: Final = Rule(
    "sections-differ",
    Level.WARNING,
    Bilingual(
        "Les rubriques de la traduction ne sont pas celles de l’original : {difference}.",
        "The sections of the translation are not those of the original: {difference}.",
    ),
    Bilingual(
        "Reprenez les rubriques de l’original, dans leur ordre.",
        "Take over the sections of the original, in their order.",
    ),
    Bilingual(
        "Une traduction a les rubriques de son original, dans le même ordre.\n\n"
        "Les liens mènent à la même rubrique dans les deux langues, et qui compare les deux"
        " textes trouve chaque partie à sa place.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The level-two sections of both bodies, once the record is reviewed or published."""
    translated = record.translated
    if translated is None or record.translation is None or record.is_draft:
        return
    original, given = _sections(record.source, lectern), _sections(translated, lectern)
    if original != given:
        place = translated.source.place(translated.outline.start)
        yield RULE.at(place, difference=_difference(original, given, lectern))


def _sections(manuscript: Manuscript, lectern: Lectern) -> list[str]:
    return list(dict.fromkeys(section for _, section in lectern.sections(manuscript)))


def _difference(original: list[str], given: list[str], lectern: Lectern) -> Bilingual:
    lacking = [section for section in original if section not in given]
    extra = [section for section in given if section not in original]
    if not lacking and not extra:
        return Bilingual("l’ordre n’est pas le même", "the order is not the same")
    fr, en = (_said(language, lacking, extra, lectern) for language in LANGUAGES)
    return Bilingual(fr, en)


def _said(language: Language, lacking: list[str], extra: list[str], lectern: Lectern) -> str:
    label = lectern.vocabularies["sections"].label
    words_lacking, words_extra, between = _WORDS[language]
    parts = [
        f"{words} {', '.join(label(section, language) for section in sections)}"
        for words, sections in ((words_lacking, lacking), (words_extra, extra))
        if sections
    ]
    return between.join(parts)
