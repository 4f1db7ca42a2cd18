"""What has happened is not dated in the future.

A source, a figure, a decision, a reply and a verification are dated the day they were made. A
stage may begin in the future only while the outcome is ``ongoing`` or not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.models import Call, Facts
from fp_build.judging.record import Record
from fp_build.words.dates import PartialDate
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

_STILL_OPEN: Final = (None, "ongoing", "unknown")

RULE: Final = Rule(
    "future-date",
    Level.ERROR,
    Bilingual("La date « {date} » est dans l’avenir.", "The date “{date}” lies in the future."),
    Bilingual(
        "Vérifiez l’année, puis le mois et le jour.",
        "Check the year, then the month and the day.",
    ),
    Bilingual(
        "Ce qui a eu lieu ne porte pas une date à venir.\n\n"
        "Une source, un chiffre, une décision, une réponse et une vérification portent la date"
        " du jour où ils ont été faits. Une étape ne peut commencer dans l’avenir que si l’issue"
        " est « ongoing » ou n’est pas connue.",
        __doc__,
    ),
)

ASKS: Final = "day"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """Each date that tells of something done."""
    for path, date in _dates_of_things_done(record.facts):
        if date.first > desk.today:
            yield RULE.at(record.source.place(*path), date=date.text)
    for reply in record.replies:
        if reply.date.first > desk.today:
            yield RULE.at(reply.manuscript.place("date"), date=reply.date.text)


def _dates_of_things_done(facts: Facts) -> Iterator[tuple[tuple[str | int, ...], PartialDate]]:
    for index, source in enumerate(facts.sources):
        if source.date:
            yield ("sources", index, "date"), source.date
    for index, indicator in enumerate(facts.indicators):
        if indicator.date:
            yield ("indicators", index, "date"), indicator.date
    if facts.outcome not in _STILL_OPEN:
        for index, stage in enumerate(facts.stages):
            if stage.start:
                yield ("stages", index, "start"), stage.start
    if isinstance(facts, Call) and facts.decided_on:
        yield ("decided_on",), facts.decided_on
    if facts.verified_on:
        yield ("verified_on",), facts.verified_on
