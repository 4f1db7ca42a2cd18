"""A link to a section leads to one that the text has.

``[text](case:demande-unique#results)`` leads to the section ``results`` of another record,
``[text](#s-results)`` to that of the same text. The ids are those of
``_vocabulary/sections.yml``; other headings cannot be linked to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.reading.manuscript import Manuscript
from fp_build.reading.outline import Mark
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

RULE: Final = Rule(
    "broken-section-link",
    Level.ERROR,
    Bilingual(
        "Il n’y a pas de rubrique « {section} » dans ce texte : « {target} ».",
        "There is no section “{section}” in that text: “{target}”.",
    ),
    Bilingual(
        "Nommez une rubrique que ce texte contient, ou enlevez ce qui suit « # ».",
        "Name a section that the text has, or take away what follows “#”.",
    ),
    Bilingual(
        "Un lien vers une rubrique mène à une rubrique que le texte contient.\n\n"
        "« [texte](case:demande-unique#results) » mène à la rubrique « results » d’une autre"
        " fiche, « [texte](#s-results) » à celle du même texte. Les identifiants sont ceux de"
        " « _vocabulary/sections.yml » ; aucun lien ne mène à un autre titre.",
        __doc__,
    ),
)

ASKS: Final = "records"


def check(record: Record, desk: Desk) -> Iterator[Finding]:
    """The links to sections of its bodies, each in its own language. A reply has no sections: it
    may lead to those of the record."""
    texts = [(language, text, text) for language, text in record.manuscripts.items()]
    texts += [(r.language, r.manuscript, record.text(r.language)) for r in record.replies]
    for language, manuscript, sectioned in texts:
        for link, slug, section in manuscript.outline.case_links:
            named = desk.shelf.get(slug) if section else None
            if named is not None:
                present = {name: name for name in desk.anchors(named, language)}
                yield from _judge(manuscript, link, section, present)
        for link in manuscript.outline.of_kind("link"):
            if link.target.startswith("#"):
                own = {f"s-{name}": f"#s-{name}" for _, name in desk.sections(sectioned)}
                yield from _judge(manuscript, link, link.target[1:], own)


def _judge(
    manuscript: Manuscript, link: Mark, section: str, present: dict[str, str]
) -> Iterator[Finding]:
    if section not in present:
        place = manuscript.outline.place(link)
        close = partial(nearest, section, dict(sorted(present.items())))
        yield RULE.at(place, section=section, target=link.target, nearest=close)
