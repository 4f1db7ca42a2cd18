"""What can be wrong with the list of the addresses that have been published."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

BAD_LISTED_ADDRESS: Final = Rule(
    "bad-listed-address",
    Level.ERROR,
    Bilingual(
        "« {line} » n’a pas sa place dans la liste des adresses publiées : {reason}.",
        "“{line}” does not belong in the list of published addresses: {reason}.",
    ),
    Bilingual(
        "Une adresse par ligne, à partir du haut du site, comme « /catalogue/demande-unique/ »."
        " Des marques de conflit laissées par git s’effacent, et les adresses des deux côtés se"
        " gardent.",
        "One address a line, from the top of the site on, such as “/catalogue/demande-unique/”."
        " Conflict marks that git has left are deleted, and the addresses of both sides kept.",
    ),
    Bilingual(
        "« cases/_addresses.txt » tient la liste des adresses qui ont été publiées et ne doivent"
        " plus se perdre. La commande « fp addresses --accept » l’étend ; on n’y écrit presque"
        " jamais à la main. Les pages suivantes d’une liste et les pages des années n’en sont pas :"
        " elles suivent le nombre et les dates des fiches.",
        "“cases/_addresses.txt” holds the list of the addresses that have been published and must"
        " not get lost any more. The command “fp addresses --accept” extends it; it is hardly ever"
        " written by hand. The further pages of a list and the pages of years are not in it: they"
        " follow the number and the dates of the records.",
    ),
)

NO_ADDRESS: Final = Bilingual("ce n’est pas une adresse du site", "it is no address of the site")
NO_PROMISE: Final = Bilingual(
    "cette page suit le nombre ou les dates des fiches",
    "that page follows the number or the dates of the records",
)

ALL: Final = (BAD_LISTED_ADDRESS,)
