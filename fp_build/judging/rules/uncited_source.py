"""Every source of a record supports something in it.

A source that neither the text nor a figure cites tells the reader nothing: one cannot know what
comes from it. The original text is what counts, not the replies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "uncited-source",
    Level.WARNING,
    Bilingual("Rien ne cite la source « {id} ».", "Nothing cites the source “{id}”."),
    Bilingual(
        "Citez-la par « [^{id}] » après ce qu’elle établit, ou retirez-la.",
        "Cite it by “[^{id}]” after what it supports, or remove it.",
    ),
    Bilingual(
        "Chaque source d’une fiche y établit quelque chose.\n\n"
        "Une source que ni le texte ni un chiffre ne cite n’apprend rien au lecteur : il ne peut"
        " savoir ce qui en vient. C’est le texte d’origine qui compte, non les réponses.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The sources of a record that is reviewed or published."""
    sources = record.facts.sources
    if not sources or record.is_draft:
        return
    cited = {citation.target for citation in record.source.outline.of_kind("citation")}
    cited |= {source for _, source in record.facts.sources_of_figures}
    for index, source in enumerate(sources):
        if source.id not in cited:
            yield RULE.at(record.source.place("sources", index, "id"), id=source.id)
