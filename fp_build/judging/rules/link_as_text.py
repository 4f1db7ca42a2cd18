"""Links and pictures are written ``[words](address)``, without a gap.

With a space between the brackets, in the address or after the exclamation mark, with the two parts
in the wrong order or without the last bracket, readers see the signs and can follow no link. To
show the signs themselves, a backslash stands before the first bracket.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "link-as-text",
    Level.WARNING,
    Bilingual(
        "« {typed} » ressemble à un lien ou à une image, mais n’en est pas.",
        "“{typed}” looks like a link or a picture, but is none.",
    ),
    Bilingual(
        "Écrivez « {right} » : rien entre « ] » et « ( », pas d’espace dans l’adresse. Pour"
        " montrer ces signes, écrivez « \\[ » au lieu de « [ ».",
        "Write “{right}”: nothing between “]” and “(”, no space in the address. To show these"
        " signs, write “\\[” in place of “[”.",
    ),
    Bilingual(
        "Liens et images s’écrivent « [mots](adresse) », d’un seul tenant.\n\n"
        "Avec une espace entre les crochets et la parenthèse, dans l’adresse ou après le point"
        " d’exclamation, avec les deux parties inversées ou sans la dernière parenthèse, le lecteur"
        " voit les signes et n’a pas de lien à suivre. Pour montrer les signes eux-mêmes, une barre"
        " oblique inversée précède le premier crochet.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """What looks like a link in any body."""
    for manuscript in record.bodies:
        outline = manuscript.outline
        for slipped in outline.slips("link"):
            typed = outline.body[slipped.start : slipped.end]
            yield RULE.at(outline.place_of(slipped), typed=typed, right=slipped.right)
