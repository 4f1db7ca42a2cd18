"""A record of something that was stopped or settled nothing says what was learnt.

Accepting error is part of the programme’s third principle. A section “Lessons learnt” says what is
worth remembering, if only that nothing is documented; it then stands first on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.models import ENDED_SHORT
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

LESSONS: Final = "lessons"

RULE: Final = Rule(
    "lessons-untold",
    Level.WARNING,
    Bilingual(
        "L’issue est « {outcome} » ; la fiche ne dit pas ce que l’on en a appris.",
        "The outcome is “{outcome}”; the record does not say what was learnt.",
    ),
    Bilingual(
        "Ajoutez une rubrique « ## {heading} », même pour dire que rien n’est documenté.",
        "Add a section “## {heading}”, if only to say that nothing is documented.",
    ),
    Bilingual(
        "La fiche d’une action arrêtée ou sans conclusion dit ce que l’on en a appris.\n\n"
        "Accepter l’erreur fait partie du troisième principe du programme. Une rubrique « Les"
        " enseignements » dit ce que l’on retient, même si rien n’est documenté ; elle ouvre alors"
        " la page.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The outcome and the sections of the original, once it is reviewed or published."""
    outcome = record.facts.outcome
    sections = lectern.vocabularies["sections"]
    if record.is_draft or outcome not in ENDED_SHORT or LESSONS not in sections:
        return
    if LESSONS in record.facts.needs_sections:  # then “needed-section” says so
        return
    if LESSONS not in lectern.anchors(record, record.language):
        term = lectern.vocabularies["outcomes"][outcome]
        yield RULE.at(
            record.source.key_place("outcome"),
            outcome=Bilingual(term.fr, term.en),
            heading=sections.label(LESSONS, record.language),
        )
