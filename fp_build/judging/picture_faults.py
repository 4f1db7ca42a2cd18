"""What can be wrong with a picture that only making its sizes shows."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

PICTURE_DAMAGED: Final = Rule(
    "picture-damaged",
    Level.ERROR,
    Bilingual(
        "L’image « {name} » est abîmée : ses pixels ne peuvent pas être lus.",
        "The picture “{name}” is damaged: its pixels cannot be read.",
    ),
    Bilingual(
        "Ouvrez-la sur votre ordinateur, puis enregistrez-la de nouveau ; si elle ne s’ouvre pas,"
        " retrouvez l’original.",
        "Open it on your computer, then save it anew; if it does not open, go back to the"
        " original.",
    ),
    Bilingual(
        "Les tailles d’une image sont faites à la construction du site, à partir de ses pixels. Le"
        " cadre de ce fichier est entier, mais non ce qu’il contient.",
        "The sizes of a picture are made when the site is built, from its pixels. The frame of this"
        " file is whole, but not what it holds.",
    ),
    needs_build=True,
)

ALL: Final = (PICTURE_DAMAGED,)
