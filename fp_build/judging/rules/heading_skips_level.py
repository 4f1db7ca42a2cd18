"""Headings go down one level at a time.

Those who have a page read out to them move by its headings, and a level that is skipped looks
like a part that is lost. A body begins at level two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "heading-skips-level",
    Level.ERROR,
    Bilingual(
        "Ce titre est de niveau {depth} ; on attend ici au plus le niveau {deepest}.",
        "This heading is of level {depth}; level {deepest} at most is expected here.",
    ),
    Bilingual(
        "Enlevez des « # », ou ajoutez le titre intermédiaire qui manque.",
        "Take away some “#”, or add the heading that is missing in between.",
    ),
    Bilingual(
        "Les titres descendent d’un niveau à la fois.\n\n"
        "Les personnes qui écoutent une page s’y déplacent de titre en titre, et un niveau"
        " sauté ressemble à une partie perdue. Le texte commence au niveau deux.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The headings of both bodies, each after the one before."""
    for manuscript in record.manuscripts.values():
        above = 1  # the title of the page
        for heading in manuscript.outline.of_kind("heading"):
            if heading.level > above + 1:
                place = manuscript.outline.place(heading)
                yield RULE.at(place, depth=heading.level, deepest=above + 1)
            above = heading.level
