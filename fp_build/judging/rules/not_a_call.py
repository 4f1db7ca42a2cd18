"""The call that a project names is a call.

``call`` holds the folder of the call for ideas that the project came from; the page of the call
then names the project among what came of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.models import Call, Project
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "not-a-call",
    Level.ERROR,
    Bilingual("« {slug} » n’est pas un appel à idées.", "“{slug}” is not a call for ideas."),
    Bilingual(
        "Donnez le dossier d’une fiche « kind: call », ou retirez cette clé.",
        "Give the folder of a record with “kind: call”, or remove this key.",
    ),
    Bilingual(
        "L’appel que nomme un projet est un appel.\n\n"
        "« call » contient le dossier de l’appel à idées dont vient le projet ; la page de l’appel"
        " nomme alors le projet parmi ses suites.",
        __doc__,
    ),
)

ASKS: Final = "records"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The call of a project, where it exists and its kind could be read."""
    facts = record.facts
    if not isinstance(facts, Project) or facts.call is None:
        return
    named = desk.shelf.get(facts.call)
    if named is None or "kind" in named.lost_keys or named.facts.kind is None:
        return  # that it does not exist is another rule's
    if not isinstance(named.facts, Call):
        yield RULE.at(record.source.place("call"), slug=facts.call)
