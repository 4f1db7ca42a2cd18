"""What can be wrong with the files of audits."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

UNREADABLE_AUDIT: Final = Rule(
    "unreadable-audit",
    Level.ERROR,
    Bilingual(
        "Ce fichier n’est pas de ceux que « make audit » écrit.",
        "This is not a file that “make audit” writes.",
    ),
    Bilingual(
        "Relancez « make audit », ou effacez-le.", "Run “make audit” again, or delete the file."
    ),
    Bilingual(
        "« docs/accessibility/automatic.json » garde ce que les contrôles automatiques ont montré."
        " Il ne s’écrit pas à la main : « make audit » le fait.",
        "“docs/accessibility/automatic.json” keeps what the automatic checks showed. It is not"
        " written by hand: “make audit” does that.",
    ),
    needs_build=True,
)

ALL: Final = (UNREADABLE_AUDIT,)
