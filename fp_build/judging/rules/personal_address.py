"""No e-mail address of a person stands in a record.

What is published is copied for ever, and a person may leave or change their mind. The addresses
of roles that the operator has set, such as the one for questions, may be given, though not in a
reader’s reply. The files of ``_vocabulary`` are held to the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.reading.manuscript import Manuscript
from fp_build.reading.source import Source
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.mail import mail_addresses, may_hold_address, recipients, same_mailbox

RULE: Final = Rule(
    "personal-address",
    Level.ERROR,
    Bilingual("« {address} » est une adresse électronique.", "“{address}” is an e-mail address."),
    Bilingual(
        "Supprimez-la. Hors des réponses, une adresse de contact que l’exploitant a renseignée peut"
        " la remplacer.",
        "Delete it. Outside replies, a contact address that the operator has set may take its"
        " place.",
    ),
    Bilingual(
        "Aucune adresse électronique d’une personne ne figure dans une fiche.\n\n"
        "Ce qui est publié est copié pour toujours, et une personne peut partir ou changer d’avis."
        " Les adresses de contact que l’exploitant a renseignées, comme celle des questions,"
        " peuvent être données, sauf dans la réponse d’un lecteur. Il en va de même des fichiers"
        " de « _vocabulary ».",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The whole text of every file, front matter and body."""
    for manuscript in record.manuscripts.values():
        yield from _judge(manuscript, lectern.role_addresses)
    for reply in record.replies:
        yield from _judge(reply.manuscript, ())


def _judge(manuscript: Manuscript, allowed: Collection[str]) -> Iterator[Finding]:
    found = list(addresses_in(manuscript.source, allowed))
    yield from found
    said = {same_mailbox(finding.arguments["address"]) for finding in found}
    for link in manuscript.outline.of_kind("link"):
        for address in recipients(link.target):  # which may be spelt in yet other ways
            if same_mailbox(address) not in allowed and same_mailbox(address) not in said:
                place = manuscript.outline.place(link)
                yield RULE.at(place, address=address)


_MANY: Final = 2_000
"""No text that people write holds so many."""


def addresses_in(source: Source, allowed: Collection[str]) -> Iterator[Finding]:
    """A finding for each e-mail address of a text that is none of those ``allowed``."""
    if not may_hold_address(source.utf8):
        return
    for address, start, end in islice(mail_addresses(source.text), _MANY):
        if same_mailbox(address) not in allowed:
            yield RULE.at(source.place(start, end), address=address)
