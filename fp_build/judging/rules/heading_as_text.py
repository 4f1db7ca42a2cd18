"""A heading begins with its signs and an ordinary space.

“##Results” is shown as it is typed: it is no heading for those who move by headings, and what
follows belongs to the part before. A no-break space after the signs, which some keyboards type,
has the same effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "heading-as-text",
    Level.WARNING,
    Bilingual(
        "« {typed} » n’est pas un titre : la ligne s’affiche telle quelle.",
        "“{typed}” is no heading: the line is shown as it is typed.",
    ),
    Bilingual(
        "Écrivez « {right} », avec une espace ordinaire après les « # ».",
        "Write “{right}”, with an ordinary space after the “#”.",
    ),
    Bilingual(
        "Un titre commence par ses signes et une espace ordinaire.\n\n"
        "« ##Résultats » s’affiche tel quel : ce n’est pas un titre pour les personnes qui se"
        " déplacent de titre en titre, et ce qui suit appartient à la partie d’avant. Une espace"
        " insécable après les signes, que tapent certains claviers, a le même effet.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The lines of both bodies that look like headings."""
    for manuscript in record.manuscripts.values():
        outline = manuscript.outline
        for slipped in outline.slips("heading"):
            typed = outline.body[slipped.start : slipped.end].strip()
            yield RULE.at(outline.place_of(slipped), typed=typed, right=slipped.right)
