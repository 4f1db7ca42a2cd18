"""A link leads to the web, an e-mail address, a telephone number, a record or a picture.

Its target begins with ``https://``, ``http://``, ``mailto:``, ``tel:`` or ``case:``, or is
``#s-…`` for a section of the same text, or the name of a picture of the record's folder. Anything
else could run a program at the reader's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_ALLOWED: Final = re.compile(r"(?i:https?://[^/?#\s\\]|mailto:|tel:)|case:")
_BEGINNINGS: Final = {
    "https": "https://",
    "http": "http://",
    "mailto": "mailto:",
    "tel": "tel:",
    "case": "case:",
}

RULE: Final = Rule(
    "forbidden-link",
    Level.ERROR,
    Bilingual("Un lien vers « {target} » n’est pas admis.", "A link to “{target}” is not allowed."),
    Bilingual(
        "Commencez-le par « https:// », « http:// », « mailto: », « tel: » ou « case: ».",
        "Begin it with “https://”, “http://”, “mailto:”, “tel:” or “case:”.",
    ),
    Bilingual(
        "Un lien mène au web, à une adresse électronique, à un numéro de téléphone, à une fiche"
        " ou à une image.\n\n"
        "Sa cible commence par « https:// », « http:// », « mailto: », « tel: » ou « case: »,"
        " ou bien c’est « #s-… » pour une rubrique du même texte, ou le nom d’une image du"
        " dossier de la fiche. Toute autre cible pourrait lancer un programme chez le lecteur.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The links of its bodies."""
    for manuscript in record.bodies:
        for link in manuscript.outline.of_kind("link"):
            if _ALLOWED.match(link.target) or link.text == "Email":
                continue
            scheme = scheme_of(link.target)
            if scheme:
                place = manuscript.outline.place(link)
                close = nearest(scheme, _BEGINNINGS)
                yield RULE.at(place, target=link.target, nearest=close)


def scheme_of(target: str) -> str:
    """What a browser would take for the scheme of a target, in lower case: ``//`` where a host
    follows at once, empty where the target is relative. Browsers pass over spaces and control
    characters, and read a backslash as a slash."""
    match = _SCHEME.match(target)
    if match is None:
        compact = "".join(c for c in target if c > " " and c != "\x7f")
        if compact[:2].replace("\\", "/") == "//":
            return "//"
        match = _SCHEME.match(compact)
    return match[1].lower() if match else ""
