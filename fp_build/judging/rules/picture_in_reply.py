"""A reply shows no picture.

It is a few paragraphs of text. Who made a picture and on what terms, and what it shows to those who
cannot see it, is known of the record’s own pictures only; a link may lead to one of those.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-in-reply",
    Level.ERROR,
    Bilingual(
        "Une réponse ne montre pas d’image : « {target} ».",
        "A reply shows no picture: “{target}”.",
    ),
    Bilingual(
        "Ôtez cette image, ou faites-en un lien en supprimant le « ! ».",
        "Take this picture out, or make it a link by deleting the “!”.",
    ),
    Bilingual(
        "Une réponse ne montre pas d’image.\n\n"
        "Ce sont quelques paragraphes de texte. Qui a fait une image et à quelles conditions, ce"
        " qu’elle montre à qui ne peut pas la voir, on ne le sait que des images de la fiche ; un"
        " lien peut mener à l’une d’elles.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The pictures of every reply."""
    for reply in record.replies:
        outline = reply.manuscript.outline
        for image in outline.of_kind("image"):
            yield RULE.at(outline.place(image), target=image.target or "()")
