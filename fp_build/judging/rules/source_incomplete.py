"""A source is a document of the vocabulary or a publication with its title, not both.

``document`` names an entry of ``_vocabulary/documents.yml``, which has the title, author and
address already. Any other publication is described here, by ``title`` at least.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

_NEITHER: Final = Bilingual("n’a ni document ni titre", "has neither document nor title")
_BOTH: Final = Bilingual("a à la fois un document et un titre", "has both a document and a title")

RULE: Final = Rule(
    "source-incomplete",
    Level.ERROR,
    Bilingual("La source « {id} » {problem}.", "The source “{id}” {problem}."),
    Bilingual(
        "Donnez « document » (un identifiant de « _vocabulary/documents.yml ») ou « title », et"
        " un seul des deux.",
        "Give “document” (an id of “_vocabulary/documents.yml”) or “title”, and only one of the"
        " two.",
    ),
    Bilingual(
        "Une source est un document du vocabulaire ou une publication avec son titre, pas les"
        " deux.\n\n"
        "« document » nomme une entrée de « _vocabulary/documents.yml », qui a déjà son titre,"
        " son auteur et son adresse. Toute autre publication se décrit ici, au moins par"
        " « title ».",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """Each source that has neither, or both."""
    for index, source in enumerate(record.facts.sources):
        if (source.document is None) is not (source.title is None):
            continue
        if source.title is None and "sources" in record.lost_keys:
            continue  # one of the two was there, and what was wrong with it has been said
        problem = _NEITHER if source.title is None else _BOTH
        yield RULE.at(record.source.place("sources", index, "id"), id=source.id, problem=problem)
