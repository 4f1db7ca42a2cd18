"""A picture of a text is described under ``media``.

There stand the author, the licence and the alternative text of each picture. Without them nobody
knows whether it may be published, and it is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.reading.fields import PICTURE_TYPES
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-undeclared",
    Level.ERROR,
    Bilingual(
        "L’image « {name} » n’est pas décrite sous « media ».",
        "The picture “{name}” is not described under “media”.",
    ),
    Bilingual(
        "Ajoutez dans l’en-tête « media: [{{id: …, file: {name}, alt: …, credit: …, licence:"
        " …}}] ».",
        "Add to the front matter “media: [{{id: …, file: {name}, alt: …, credit: …, licence:"
        " …}}]”.",
    ),
    Bilingual(
        "Une image du texte est décrite sous « media ».\n\n"
        "C’est là que se trouvent l’auteur, la licence et le texte de remplacement de chaque"
        " image. Sans eux nul ne sait si elle peut être publiée, et elle ne l’est pas.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The pictures of the folder that its bodies show or link to."""
    if "media" in record.lost_keys:
        return  # the entry may be one of those that could not be typed
    described = {medium.file for medium in record.facts.media}
    replies = {reply.manuscript for reply in record.replies}
    for manuscript in record.bodies:
        outline = manuscript.outline
        for mark in (*outline.of_kind("image"), *outline.of_kind("link")):
            if mark.target in described:
                continue
            if mark.kind == "image" and manuscript in replies:
                continue  # it may not be there at all
            if mark.target in record.folder.entries and (
                mark.kind == "image" or mark.target.lower().endswith(PICTURE_TYPES)
            ):
                yield RULE.at(manuscript.outline.place(mark), name=mark.target)
