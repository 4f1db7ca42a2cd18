"""An answer that is not documented is worth another search.

To answer a criterion with ``unknown`` is honest and allowed. This notice only keeps count of what
remains to be documented in the records that are published.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "unknown-answers",
    Level.NOTICE,
    Bilingual("Réponse non documentée à : {criteria}.", "Answer not documented for: {criteria}."),
    Bilingual(
        "Rien à corriger : complétez la réponse le jour où une source le permet.",
        "Nothing to mend: complete the answer on the day a source allows it.",
    ),
    Bilingual(
        "Une réponse non documentée mérite une nouvelle recherche.\n\n"
        "Répondre « unknown » à un critère est honnête et permis. Cette remarque tient"
        " seulement le compte de ce qui reste à documenter dans les fiches publiées.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The answers of a published record, in one notice."""
    if record.facts.status != "published":
        return
    known = lectern.vocabularies["criteria"]
    open_questions = [
        Bilingual(known.label(criterion, "fr"), known.label(criterion, "en"))
        for criterion, given in record.facts.criteria.items()
        if given.answer == "unknown" and criterion in known
    ]
    if open_questions:
        yield RULE.at(record.source.key_place("criteria"), criteria=open_questions)
