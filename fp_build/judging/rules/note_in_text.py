"""Notes are made from the sources of the front matter, not written in the text.

A line ``[^1]: https://…`` is a note without title, publisher or date that one can rely on. Declare
the source under ``sources`` and cite its id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "note-in-text",
    Level.ERROR,
    Bilingual(
        "« {note} » est une note écrite dans le texte.",
        "“{note}” is a note written in the text.",
    ),
    Bilingual(
        "Déclarez la source sous « sources » dans l’en-tête, citez son identifiant et supprimez"
        " la ligne « {note}: … ».",
        "Declare the source under “sources” in the front matter, cite its id and delete the"
        " line “{note}: …”.",
    ),
    Bilingual(
        "Les notes se font à partir des sources de l’en-tête, et ne s’écrivent pas dans le"
        " texte.\n\n"
        "Une ligne « [^1]: https://… » est une note sans titre, éditeur ni date sur lesquels"
        " compter. Déclarez la source sous « sources » et citez son identifiant.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each note that a body defines."""
    for manuscript in record.bodies:
        for note in manuscript.outline.of_kind("note"):
            yield RULE.at(manuscript.outline.place(note), note=note.text)
