"""What can be wrong with a body as such: more in it than can be read and shown quickly."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

TOO_MANY_ELEMENTS: Final = Rule(
    "too-many-elements",
    Level.ERROR,
    Bilingual(
        "Le texte a plus de {limit} éléments (paragraphes, liens, cellules…) ; ce qui suit n’est"
        " pas lu.",
        "The text has more than {limit} elements (paragraphs, links, cells…); what follows is not"
        " read.",
    ),
    Bilingual(
        "Partagez le texte entre plusieurs fiches, ou publiez le tableau comme un fichier de"
        " données.",
        "Share the text among several records, or publish the table as a file of data.",
    ),
    Bilingual(
        "Le nombre d’éléments d’un texte est limité, pour que sa page s’affiche vite partout et"
        " que la vérification ne fasse attendre personne. L’exploitant peut changer la limite.",
        "The number of elements of a text is limited, so that its page shows quickly everywhere"
        " and checking keeps nobody waiting. The operator can change the limit.",
    ),
)

NESTED_TOO_DEEP: Final = Rule(
    "nested-too-deep",
    Level.ERROR,
    Bilingual(
        "Listes, citations et mises en relief sont emboîtées sur plus de {limit} niveaux ; ce qui"
        " suit n’est pas lu.",
        "Lists, quotations and emphasis are nested more than {limit} levels deep; what follows is"
        " not read.",
    ),
    Bilingual("Écrivez ce passage plus simplement.", "Write this passage more simply."),
    Bilingual(
        "Au-delà de quelques niveaux personne ne suit plus, et des centaines de niveaux arrêtent"
        " un navigateur. L’exploitant peut changer la limite.",
        "Beyond a few levels nobody follows any more, and hundreds of them stop a browser. The"
        " operator can change the limit.",
    ),
)

BLOCK_TOO_LONG: Final = Rule(
    "block-too-long",
    Level.ERROR,
    Bilingual(
        "Ce passage a plus de {limit} caractères sans ligne vide ; le texte n’est pas lu.",
        "This passage has more than {limit} characters without an empty line; the text is not"
        " read.",
    ),
    Bilingual(
        "Séparez les paragraphes par une ligne vide.", "Part the paragraphs by an empty line."
    ),
    Bilingual(
        "Un passage démesuré ne vient pas d’une personne qui écrit, et un navigateur met longtemps"
        " à le montrer. L’exploitant peut changer la limite.",
        "A passage without measure does not come from a person who writes, and a browser takes"
        " long to show it. The operator can change the limit.",
    ),
)

ALL: Final = (TOO_MANY_ELEMENTS, NESTED_TOO_DEEP, BLOCK_TOO_LONG)
