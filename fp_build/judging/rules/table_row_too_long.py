"""No line of a table has more cells than its first one.

What stands in a further cell is not shown: it would be lost without a word. A bar that belongs to
the text is written ``\\|``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "table-row-too-long",
    Level.ERROR,
    Bilingual(
        "Cette ligne a plus de cases que les {columns} de la première ligne du tableau : les"
        " dernières ne s’affichent pas.",
        "This line has more cells than the {columns} of the table’s first line: the last ones are"
        " not shown.",
    ),
    Bilingual(
        "Ajoutez une colonne à la première ligne et à la ligne de tirets, ou retirez la case de"
        " trop. Une barre qui appartient au texte s’écrit « \\| ».",
        "Add a column to the first line and to the line of dashes, or remove the cell that is too"
        " many. A bar that belongs to the text is written “\\|”.",
    ),
    Bilingual(
        "Aucune ligne d’un tableau n’a plus de cases que la première.\n\n"
        "Ce qui se trouve dans une case de plus ne s’affiche pas : ce serait perdu sans un mot. Une"
        " barre qui appartient au texte s’écrit « \\| ».",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The lines of the tables of any body."""
    for manuscript in record.bodies:
        outline = manuscript.outline
        for slipped in outline.slips("row"):
            yield RULE.at(outline.place_of(slipped), columns=slipped.right)
