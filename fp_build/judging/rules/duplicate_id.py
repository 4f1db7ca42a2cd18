"""An id names one thing in its record.

Indicators, pictures and sources each have ids of their own. A source may not have the id of a
criterion either, since a translation gives the reasons of both under ``reasons``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.models import Indicator, Medium, SourceCited
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "duplicate-id",
    Level.ERROR,
    Bilingual(
        "L’identifiant « {id} » est déjà pris dans cette fiche.",
        "The id “{id}” is already taken in this record.",
    ),
    Bilingual(
        "Donnez-en un autre à cet élément, ici et partout où il est cité.",
        "Give this item another one, here and wherever it is cited.",
    ),
    Bilingual(
        "Un identifiant désigne une seule chose dans sa fiche.\n\n"
        "Indicateurs, images et sources ont chacun les leurs. Une source ne porte pas non plus"
        " l’identifiant d’un critère, car une traduction donne les motifs des deux sous"
        " « reasons ».",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The ids of each list, those of sources along with those of the answered criteria."""
    facts = record.facts
    yield from _repeated(record, "indicators", facts.indicators, ())
    yield from _repeated(record, "media", facts.media, ())
    yield from _repeated(record, "sources", facts.sources, facts.criteria)


def _repeated(
    record: Record,
    key: str,
    items: Sequence[Indicator | Medium | SourceCited],
    taken: Iterable[str],
) -> Iterator[Finding]:
    seen = set(taken)
    for index, item in enumerate(items):
        if item.id in seen:
            yield RULE.at(record.source.place(key, index, "id"), id=item.id)
        seen.add(item.id)
