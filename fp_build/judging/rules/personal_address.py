"""No e-mail address of a person stands in a record.

What is published is copied for ever, and a person may leave or change their mind. The addresses
of roles that the operator has set, such as the one for questions, may be given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

_ADDRESS: Final = re.compile(r"[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+")

RULE: Final = Rule(
    "personal-address",
    Level.ERROR,
    Bilingual("« {address} » est une adresse électronique.", "“{address}” is an e-mail address."),
    Bilingual(
        "Supprimez-la, ou donnez une adresse de contact que l’exploitant a renseignée.",
        "Delete it, or give a contact address that the operator has set.",
    ),
    Bilingual(
        "Aucune adresse électronique d’une personne ne figure dans une fiche.\n\n"
        "Ce qui est publié est copié pour toujours, et une personne peut partir ou changer d’avis."
        " Les adresses de contact que l’exploitant a renseignées, comme celle des questions,"
        " peuvent être données ; jamais dans la réponse d’un lecteur.",
        __doc__,
    ),
)


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The whole text of every file, front matter and body."""
    replies = {reply.manuscript for reply in record.replies}
    for manuscript in record.bodies:
        text = manuscript.source.text
        if "@" not in text:
            continue
        for match in _ADDRESS.finditer(text):
            if match[0] not in desk.role_addresses or manuscript in replies:
                yield RULE.at(manuscript.source.place(*match.span()), address=match[0])
