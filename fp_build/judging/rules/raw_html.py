"""A body is Markdown, without HTML.

HTML in a record would escape the checks of safety and of accessibility, and would not follow the
look of the site. It is not published.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

RULE: Final = Rule(
    "raw-html",
    Level.ERROR,
    Bilingual("« {html} » est du HTML.", "“{html}” is HTML."),
    Bilingual(
        "Écrivez-le en Markdown, ou supprimez-le ; pour montrer un signe « < », écrivez « \\< ».",
        "Write it in Markdown, or delete it; to show a sign “<”, write “\\<”.",
    ),
    Bilingual(
        "Le texte est en Markdown, sans HTML.\n\n"
        "Du HTML dans une fiche échapperait aux vérifications de sûreté et d’accessibilité, et"
        " ne suivrait pas l’aspect du site. Il n’est pas publié.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The HTML of its bodies; what stands together is said once."""
    for manuscript in record.bodies:
        before = -2
        for html in manuscript.outline.of_kind("html"):
            if html.ordinal != before + 1:
                yield RULE.at(manuscript.outline.place(html), html=html.text)
            before = html.ordinal
