"""A picture has an alternative text.

The alternative text is what people who do not see the picture get in its place. It says in a
sentence what the picture shows and why it is there; it does not begin with “Picture of”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "picture-without-alternative",
    Level.ERROR,
    Bilingual(
        "L’image « {name} » n’a pas de texte de remplacement.",
        "The picture “{name}” has no alternative text.",
    ),
    Bilingual(
        "Dites en une phrase ce qu’elle montre : « alt: … » sous « media », « ![…]({name}) »"
        " dans le texte.",
        "Say in one sentence what it shows: “alt: …” under “media”, “![…]({name})” in the text.",
    ),
    Bilingual(
        "Une image a un texte de remplacement.\n\n"
        "Le texte de remplacement est ce que reçoivent à la place de l’image les personnes qui"
        " ne la voient pas. Il dit en une phrase ce qu’elle montre et pourquoi elle est là ; il"
        " ne commence pas par « Image de ».",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The pictures of ``media`` and of both bodies."""
    for index, medium in enumerate(record.facts.media):
        if not medium.alt:
            yield RULE.at(record.source.place("media", index, "file"), name=medium.file)
    for manuscript in record.manuscripts.values():
        for image in manuscript.outline.of_kind("image"):
            if not image.text.strip():
                yield RULE.at(manuscript.outline.place(image), name=image.target)
