"""A source is cited by its id after a caret, in brackets.

``[report]`` and ``^[report]`` are shown as they are typed, and no note follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "citation-as-text",
    Level.WARNING,
    Bilingual(
        "« {typed} » ne cite aucune source : ces signes s’affichent tels quels.",
        "“{typed}” cites no source: these signs are shown as they are typed.",
    ),
    Bilingual("Écrivez « [^{id}] ».", "Write “[^{id}]”."),
    Bilingual(
        "Une source se cite par son identifiant, entre crochets après un accent circonflexe.\n\n"
        "« [rapport] » et « ^[rapport] » s’affichent tels quels, et aucune note ne suit.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """What looks like a citation in any body; the id of a source in brackets does."""
    sources = {source.id for source in record.facts.sources}
    for manuscript in record.bodies:
        outline = manuscript.outline
        for slipped in (*outline.slips("citation"), *outline.slips("bracket")):
            if slipped.kind == "citation" or slipped.right in sources:
                typed = outline.body[slipped.start : slipped.end]
                yield RULE.at(outline.place_of(slipped), typed=typed, id=slipped.right)
