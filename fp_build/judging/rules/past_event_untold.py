"""What came of a past event is told.

An event stays in the catalogue once it is over. A section “Results” then says what came of it, if
only that nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.models import Event
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "past-event-untold",
    Level.NOTICE,
    Bilingual(
        "Ce rendez-vous est passé ; la fiche ne dit pas ce qui en est sorti.",
        "This event is over; the record does not say what came of it.",
    ),
    Bilingual(
        "Ajoutez une rubrique « ## {heading} », même pour dire que l’on ne sait pas.",
        "Add a section “## {heading}”, if only to say that it is not known.",
    ),
    Bilingual(
        "Ce qui est sorti d’un rendez-vous passé est raconté.\n\n"
        "Un rendez-vous reste au catalogue une fois fini. Une rubrique « Les résultats » dit alors"
        " ce qui en est sorti, même si l’on n’en sait rien.",
        __doc__,
    ),
)

ASKS: Final = "day"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """A published event whose last day is past."""
    facts = record.facts
    if not isinstance(facts, Event) or facts.status != "published" or facts.starts is None:
        return
    if "ends" in record.lost_keys:
        return  # it may not be over
    sections = desk.vocabularies["sections"]
    over = (facts.ends or facts.starts).date.last < desk.today
    if over and "results" in sections and "results" not in desk.anchors(record, record.language):
        heading = sections.label("results", record.language)
        yield RULE.at(record.source.key_place("kind"), heading=heading)
