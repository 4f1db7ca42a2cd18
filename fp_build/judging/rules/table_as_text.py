"""A table has a line of dashes under its first line, with as many columns.

Without it, or with too few columns in it, the lines are shown with their bars, one after the other
in a single paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "table-as-text",
    Level.WARNING,
    Bilingual(
        "Ces lignes ne forment pas un tableau : elles s’affichent avec leurs barres.",
        "These lines make no table: they are shown with their bars.",
    ),
    Bilingual(
        "Écrivez « {right} » sous cette ligne, et une ligne vide avant elle.",
        "Write “{right}” below this line, and an empty line before it.",
    ),
    Bilingual(
        "Un tableau a sous sa première ligne une ligne de tirets, avec autant de colonnes.\n\n"
        "Sans elle, ou avec moins de colonnes, les lignes s’affichent avec leurs barres, l’une"
        " après l’autre dans un même paragraphe.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The lines of any body that look like a table, once for each."""
    for manuscript in record.bodies:
        outline = manuscript.outline
        for slipped in outline.slips("table"):
            yield RULE.at(outline.place_of(slipped), right=slipped.right)
