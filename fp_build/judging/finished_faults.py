"""What can be wrong with a site that was built, found before it takes the place of the last one."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

DEAD_LINK: Final = Rule(
    "dead-link",
    Level.ERROR,
    Bilingual(
        "La page « {page} » du site mène à « {link} », qui n’y existe pas.",
        "The page “{page}” of the site leads to “{link}”, which is not there.",
    ),
    Bilingual(
        "Corrigez ce lien là où la page est écrite. Si personne ne l’y a écrit, c’est un gabarit :"
        " signalez-le.",
        "Mend this link where the page is written. If nobody has written it there, a template has:"
        " report it.",
    ),
    Bilingual(
        "Avant de publier, la construction vérifie que chaque lien, chaque image et chaque ancre de"
        " chaque page mène quelque part dans le site. Sinon rien n’est publié : le site en ligne"
        " reste entier. L’aperçu le signale et montre quand même la page.",
        "Before it publishes, the build checks that each link, picture and anchor of each page"
        " leads somewhere on the site. Else nothing is published: the site online stays whole. The"
        " preview says so and shows the page all the same.",
    ),
    needs_build=True,
)

SITE_PAGE_MISSING: Final = Rule(
    "site-page-missing",
    Level.ERROR,
    Bilingual(
        "La page « {page} » manque dans le site construit, ou elle est vide ou coupée.",
        "The page “{page}” is missing from the site that was built, or is empty or cut off.",
    ),
    Bilingual(
        "Relancez la construction ; si l’erreur revient, signalez-la.",
        "Build again; if the error comes back, report it.",
    ),
    Bilingual(
        "Chaque fiche a sa page dans chaque langue, et chaque page du menu aussi. La construction"
        " les compte avant de publier : s’il en manque une, rien n’est publié.",
        "Each record has its page in each language, and each page of the menu too. The build counts"
        " them before it publishes: if one is missing, nothing is published.",
    ),
    needs_build=True,
)

SITE_FILE_MALFORMED: Final = Rule(
    "site-file-malformed",
    Level.ERROR,
    Bilingual(
        "Le fichier « {file} » du site construit n’a pas la forme attendue : {said}.",
        "The file “{file}” of the site that was built is not of the form expected: {said}.",
    ),
    Bilingual(
        "Si ce fichier vient de « docs », corrigez-le ; sinon signalez l’erreur.",
        "If this file comes from “docs”, mend it; else report the error.",
    ),
    Bilingual(
        "D’autres programmes lisent les données, les flux et les calendriers du site. La"
        " construction les relit avant de publier : forme de chacun, et autant de fiches dans les"
        " données que dans le catalogue.",
        "Other programs read the data, feeds and calendars of the site. The build reads them again"
        " before it publishes: the form of each, and as many records in the data as in the"
        " catalogue.",
    ),
    needs_build=True,
)

ALL: Final = (DEAD_LINK, SITE_PAGE_MISSING, SITE_FILE_MALFORMED)
