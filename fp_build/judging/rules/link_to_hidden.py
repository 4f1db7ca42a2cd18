"""A record that readers see leads to records that they can see.

A draft and a record in review are not published: a link to one is shown as plain words until it
is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "link-to-hidden",
    Level.WARNING,
    Bilingual(
        "La fiche « {slug} » n’est pas publiée : le lien ne mènera nulle part.",
        "The record “{slug}” is not published: the link will lead nowhere.",
    ),
    Bilingual(
        "Publiez d’abord cette fiche, ou retirez le lien.",
        "Publish that record first, or remove the link.",
    ),
    Bilingual(
        "Une fiche que les lecteurs voient mène à des fiches qu’ils peuvent voir.\n\n"
        "Un brouillon et une fiche en relecture ne sont pas publiés : un lien vers eux reste de"
        " simples mots tant qu’ils ne le sont pas.",
        __doc__,
    ),
)

ASKS: Final = "records"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The links from a public record to records that are not."""
    if not record.is_public:
        return
    for path, slug in record.named:
        if _is_hidden(slug, desk):
            yield RULE.at(record.source.place(*path), slug=slug)
    for manuscript in record.bodies:
        for link, slug, _ in manuscript.outline.case_links:
            if _is_hidden(slug, desk):
                yield RULE.at(manuscript.outline.place(link), slug=slug)


def _is_hidden(slug: str, desk: Desk) -> bool:
    """True for a record that exists, whose status could be read, and that is not public."""
    named = desk.shelf.get(slug)
    return named is not None and not named.is_public and "status" not in named.lost_keys
