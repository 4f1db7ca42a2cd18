"""A reply has at most 5,000 characters.

It stands under a record, with the others, on a page that people open on a phone. What takes more
room than three pages of a book deserves a record of its own, or a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

LIMIT: Final = 5_000
"""Characters of a reply's text, Markdown signs among them."""

RULE: Final = Rule(
    "reply-too-long",
    Level.ERROR,
    Bilingual(
        "La réponse a {length} caractères, la limite est de {limit}.",
        "The reply has {length} characters, the limit is {limit}.",
    ),
    Bilingual(
        "Demandez à son auteur de la raccourcir, ou un lien vers le texte entier.",
        "Ask its author to shorten it, or for a link to the whole text.",
    ),
    Bilingual(
        "Une réponse a au plus 5 000 caractères.\n\n"
        "Elle se lit sous une fiche, avec les autres, sur une page que l’on ouvre sur un"
        " téléphone. Ce qui prend plus de place que trois pages d’un livre mérite sa propre fiche,"
        " ou un lien.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The text of every reply."""
    for reply in record.replies:
        outline = reply.manuscript.outline
        length = len(outline.body.strip())
        if length > LIMIT:
            yield RULE.at(outline.source.place(outline.start), length=length, limit=LIMIT)
