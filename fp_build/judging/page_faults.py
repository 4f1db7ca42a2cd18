"""What can be wrong with the editorial pages, which only a build reads."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

PAGE_WITHOUT_TWIN: Final = Rule(
    "page-without-twin",
    Level.ERROR,
    Bilingual(
        "Cette page n’existe pas dans l’autre langue.",
        "This page does not exist in the other language.",
    ),
    Bilingual("Ajoutez « {twin} ».", "Add “{twin}”."),
    Bilingual(
        "Chaque page de « docs/fr » a sa jumelle de même nom dans « docs/en », et l’inverse : le"
        " site est complet dans les deux langues.",
        "Each page of “docs/fr” has its twin of the same name in “docs/en”, and the other way"
        " round: the site is complete in both languages.",
    ),
    needs_build=True,
)

PAGE_OUTSIDE_LANGUAGES: Final = Rule(
    "page-outside-languages",
    Level.ERROR,
    Bilingual(
        "Cette page n’est ni dans « docs/fr » ni dans « docs/en ».",
        "This page is neither in “docs/fr” nor in “docs/en”.",
    ),
    Bilingual(
        "Déplacez-la dans le dossier de sa langue.", "Move it to the folder of its language."
    ),
    Bilingual(
        "Une page du site est dans le dossier de sa langue ; sinon elle n’aurait ni adresse ni"
        " menu.",
        "A page of the site stands in the folder of its language; else it would have neither"
        " address nor menu.",
    ),
    needs_build=True,
)

SAME_ADDRESS: Final = Rule(
    "same-address",
    Level.ERROR,
    Bilingual(
        "Ce fichier aurait la même adresse que « {twin} ».",
        "This file would have the same address as “{twin}”.",
    ),
    Bilingual("Renommez l’un des deux.", "Rename one of them."),
    Bilingual(
        "Deux fichiers ne peuvent pas avoir une même adresse sur le site : l’un effacerait"
        " l’autre. Cela vaut pour une page éditoriale et une page du catalogue, pour un fichier et"
        " un fichier du thème, et pour des noms que seules distinguent une majuscule ou la façon"
        " d’écrire un accent : macOS et Windows n’y voient qu’un nom.",
        "Two files cannot have one address on the site: one would wipe out the other. That holds"
        " for an editorial page and a page of the catalogue, for a file and one of the theme, and"
        " for names that differ only by a capital or by how an accent is written: macOS and Windows"
        " see one name there.",
    ),
    needs_build=True,
)

FORMER_PAGE: Final = Rule(
    "former-page",
    Level.ERROR,
    Bilingual(
        "L’ancien nom de page « {name} » ne peut pas servir : {reason}.",
        "The former page name “{name}” cannot be used: {reason}.",
    ),
    Bilingual(
        "Donnez le chemin qu’avait la page dans le dossier de sa langue, sans « .md », comme"
        " « contribuer/ancien-nom » ; sinon, retirez-le.",
        "Give the way that the page had in the folder of its language, without “.md”, such as"
        " “contribuer/ancien-nom”; else remove it.",
    ),
    Bilingual(
        "« redirect_from », en tête d’une page éditoriale, énumère les noms qu’elle a eus : une"
        " redirection y mène à elle, dans sa langue. Un tel nom n’est pas celui d’une page qui"
        " existe, et une seule page le donne.",
        "“redirect_from”, at the top of an editorial page, lists the names that it had: from each,"
        " a redirect leads to it, in its language. Such a name is not that of a page that exists,"
        " and a single page gives it.",
    ),
    needs_build=True,
)

UNKNOWN_PLACEHOLDER: Final = Rule(
    "unknown-placeholder",
    Level.ERROR,
    Bilingual("« {placeholder} » ne correspond à rien.", "“{placeholder}” stands for nothing."),
    Bilingual("Choisissez parmi : {choices}.", "Choose among: {choices}."),
    Bilingual(
        "Une page peut demander un bloc (« {{ block.principles }} », seul dans son paragraphe) ou"
        " un réglage (« {{ setting.contact }} ») qui existe.",
        "A page may ask for a block (“{{ block.principles }}”, alone in its paragraph) or a setting"
        " (“{{ setting.contact }}”) that exists.",
    ),
    needs_build=True,
)

FALSE_ACCESSIBILITY_CLAIM: Final = Rule(
    "false-accessibility-claim",
    Level.ERROR,
    Bilingual(
        "« {claim} » : aucun audit du dépôt ne le montre.",
        "“{claim}”: no audit in the repository shows that.",
    ),
    Bilingual(
        "Le site peut dire « {may} ». Écrivez « {{{{ accessibility.claim }}}} », qui suit l’audit.",
        "The site may say “{may}”. Write “{{{{ accessibility.claim }}}}”, which follows the audit.",
    ),
    Bilingual(
        "Un site public déclare s’il est accessible, et ne le déclare que d’après un audit. Sans le"
        " fichier d’un audit réalisé par des personnes (« docs/accessibility/rgaa.yml »), en cours"
        " de validité, il ne peut dire que « Accessibilité : non conforme ». Les contrôles"
        " automatiques n’y changent rien : ils ne voient qu’une partie des critères. Vaut pour les"
        " pages, les gabarits, « words.yml » et les réglages.",
        "A public site declares whether it is accessible, and only after an audit. Without the file"
        " of a valid audit made by people (“docs/accessibility/rgaa.yml”) it can only say"
        " “Accessibility: not compliant”. Automatic checks change nothing about that: they see only"
        " part of the criteria. Holds for pages, templates, “words.yml” and settings.",
    ),
    needs_build=True,
)

SEARCH_MISSING: Final = Rule(
    "search-missing",
    Level.WARNING,
    Bilingual(
        "Le programme qui prépare la recherche, Pagefind, manque sur cette machine.",
        "The program that prepares the search, Pagefind, is missing on this machine.",
    ),
    Bilingual(
        "Lancez « make clean » puis « make site ». S’il n’existe pas pour ce système, « search:"
        " false » dans les options de « futurs-publics » publie le site sans recherche.",
        "Run “make clean”, then “make site”. If there is none for this system, “search: false”"
        " among the options of “futurs-publics” publishes the site without search.",
    ),
    Bilingual(
        "Les pages du site se cherchent par leurs mots. L’index en est fait à la construction par"
        " Pagefind, un programme installé avec les autres, qui n’existe pas pour tous les"
        " systèmes.",
        "The pages of the site are searched by their words. Their index is made during the build by"
        " Pagefind, a program installed with the others that does not exist for every system.",
    ),
    needs_build=True,
)

SEARCH_FAILED: Final = Rule(
    "search-failed",
    Level.ERROR,
    Bilingual(
        "La recherche n’a pas pu être préparée. Pagefind dit : « {said} »",
        "The search could not be prepared. Pagefind says: “{said}”",
    ),
    Bilingual(
        "Relancez la construction ; si l’erreur revient, signalez-la. « search: false » dans les"
        " options de « futurs-publics » publie le site sans recherche.",
        "Build again; if the error comes back, report it. “search: false” among the options of"
        " “futurs-publics” publishes the site without search.",
    ),
    Bilingual(
        "Pagefind, le programme qui prépare la recherche, s’est arrêté sur une erreur, ou n’a pas"
        " rendu toutes les pages reçues. Rien n’est publié : le site en ligne reste entier.",
        "Pagefind, the program that prepares the search, stopped at an error, or did not hand back"
        " all pages it was given. Nothing is published: the site online stays whole.",
    ),
    needs_build=True,
)

FRAME_FROZEN: Final = Rule(
    "frame-frozen",
    Level.ERROR,
    Bilingual(
        "Le cadre de la page « {page} » n’est pas celui que le gabarit lui donnerait.",
        "The frame of the page “{page}” is not the one that the template would give it.",
    ),
    Bilingual(
        "Dans « overrides », ne faites dépendre le cadre d’une fiche que des valeurs de « fp »,"
        " sans condition sur ce qu’elles contiennent.",
        "In “overrides”, let the frame of a record depend on the values of “fp” only, without a"
        " condition on what they hold.",
    ),
    Bilingual(
        "Le cadre des pages du catalogue (en-tête, menu, pied de page) est préparé une fois, puis"
        " rempli pour chaque page. À chaque construction, quelques pages sont aussi rendues en"
        " entier par le gabarit : une différence veut dire qu’il dépend de la page d’une façon que"
        " ce remplissage ne connaît pas.",
        "The frame of the catalogue’s pages (header, menu, footer) is prepared once, then filled"
        " for each page. In each build a few pages are rendered whole by the template as well: a"
        " difference means that it depends on the page in a way that this filling does not know.",
    ),
    needs_build=True,
)

ALL: Final = (
    PAGE_WITHOUT_TWIN,
    PAGE_OUTSIDE_LANGUAGES,
    SAME_ADDRESS,
    FORMER_PAGE,
    UNKNOWN_PLACEHOLDER,
    FALSE_ACCESSIBILITY_CLAIM,
    SEARCH_MISSING,
    SEARCH_FAILED,
    FRAME_FROZEN,
)
