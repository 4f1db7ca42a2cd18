"""A record that is reviewed or published has the sections that its kind needs.

A case study tells the situation, the action, the results and the lessons, each under its own
level-two heading. A section may say that something is not known. A draft may lack any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "needed-section",
    Level.ERROR,
    Bilingual("Il manque la rubrique « {heading} ».", "The section “{heading}” is missing."),
    Bilingual(
        "Ajoutez la ligne « ## {heading} » et son texte, ou laissez la fiche en « status: draft ».",
        "Add the line “## {heading}” and its text, or leave the record at “status: draft”.",
    ),
    Bilingual(
        "Une fiche relue ou publiée a les rubriques que sa nature demande.\n\n"
        "Une étude de cas raconte la situation, l’action, les résultats et les enseignements,"
        " chacun sous son propre titre de niveau deux. Une rubrique peut dire que l’on ne sait"
        " pas. Un brouillon peut manquer de toutes.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The sections of the original text."""
    needed = record.facts.needs_sections
    sections = lectern.vocabularies["sections"]
    if record.is_draft or not needed or not sections.is_whole:
        return
    present = lectern.anchors(record, record.language)
    for section in needed:
        if section not in present and section in sections:
            heading = sections.label(section, record.language)
            yield RULE.at(record.source.key_place("kind"), heading=heading)
