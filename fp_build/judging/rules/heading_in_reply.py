"""A reply has no headings.

It is a few paragraphs under a record, whose own headings make the outline of the page. What a
reader wants to set apart can be bold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "heading-in-reply",
    Level.ERROR,
    Bilingual("Une réponse n’a pas de titre.", "A reply has no heading."),
    Bilingual(
        "Ôtez les « # », ou mettez ces mots en gras : « **ainsi** ».",
        "Take the “#” away, or make these words bold: “**thus**”.",
    ),
    Bilingual(
        "Une réponse n’a pas de titre.\n\n"
        "Ce sont quelques paragraphes sous une fiche, dont les titres font le plan de la page. Ce"
        " qu’un lecteur veut faire ressortir peut être en gras.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The headings of every reply."""
    for reply in record.replies:
        outline = reply.manuscript.outline
        for heading in outline.of_kind("heading"):
            yield RULE.at(outline.place(heading))
