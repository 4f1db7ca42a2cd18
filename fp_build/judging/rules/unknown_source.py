"""Whatever cites a source names one that the record declares.

``[^localtis]`` in a body and ``source: localtis`` of an indicator or of a call’s ``ideas`` lead to
the entry of ``sources`` with that id. A note is not written at the foot of the text: it is made
from that entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

RULE: Final = Rule(
    "unknown-source",
    Level.ERROR,
    Bilingual(
        "Aucune entrée de « sources » n’a l’identifiant « {id} ».",
        "No entry of “sources” has the id “{id}”.",
    ),
    Bilingual(
        "Corrigez l’identifiant, ou ajoutez cette source dans l’en-tête, sous « sources ».",
        "Correct the id, or add this source to the front matter, under “sources”.",
    ),
    Bilingual(
        "Ce qui cite une source en nomme une que la fiche déclare.\n\n"
        "« [^localtis] » dans le texte et « source: localtis » d’un indicateur ou des « ideas »"
        " d’un appel mènent à l’entrée de « sources » qui a cet identifiant. Une note ne s’écrit"
        " pas au bas du texte : elle se fait à partir de cette entrée.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The sources that figures name and those that its bodies cite."""
    if "sources" in record.lost_keys:
        return  # the entry may be one of those that could not be typed
    known = {source.id for source in record.facts.sources}
    for path, source in record.facts.sources_of_figures:
        if source not in known:
            yield RULE.at(
                record.source.place(*path), id=source, nearest=partial(nearest, source, known)
            )
    for manuscript in record.bodies:
        noted = {note.target for note in manuscript.outline.of_kind("note")}  # a fault of its own
        for citation in manuscript.outline.of_kind("citation"):
            if citation.target not in known and citation.target not in noted:
                place = manuscript.outline.place(citation)
                yield RULE.at(
                    place, id=citation.target, nearest=partial(nearest, citation.target, known)
                )
