"""The address of a link begins with the site that it leads to.

In ``https://impots.gouv.fr@example.org/`` what precedes the ``@`` is the name of a user, which
browsers drop: the link leads to example.org, though it reads like another site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fp_build.judging.desk import Lectern
from fp_build.judging.record import Record
from fp_build.words.findings import Finding, Level, Rule
from fp_build.words.languages import Bilingual

_WITH_USER: Final = re.compile(r"(?i)https?:[/\\]{2}[^/?#\\]*@(?P<site>[^/?#\\@]*)")
"""The form is that of RFC 3986, 3.2.1; a backslash counts as a slash (WHATWG URL, 4.4)."""

RULE: Final = Rule(
    "misleading-link",
    Level.ERROR,
    Bilingual(
        "Ce lien mène à « {site} », et non au site par lequel son adresse commence.",
        "This link leads to “{site}”, not to the site that its address begins with.",
    ),
    Bilingual(
        "Supprimez ce qui précède « @ » dans l’adresse, et l’« @ ».",
        "Delete what precedes “@” in the address, and the “@”.",
    ),
    Bilingual(
        "L’adresse d’un lien commence par le site où il mène.\n\n"
        "Dans « https://impots.gouv.fr@example.org/ », ce qui précède « @ » est un nom"
        " d’utilisateur, que les navigateurs laissent de côté : le lien mène à example.org, bien"
        " qu’il se lise comme un autre site.",
        __doc__,
    ),
)


def check(record: Record, lectern: Lectern) -> Iterator[Finding]:
    """The links of its bodies and of the replies."""
    replies = [reply.manuscript for reply in record.replies]
    for manuscript in [*record.bodies, *replies]:
        for link in manuscript.outline.of_kind("link"):
            found = _WITH_USER.match(link.target)
            if found:
                yield RULE.at(manuscript.outline.place(link), site=found["site"])
