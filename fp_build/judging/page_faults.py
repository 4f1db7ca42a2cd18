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
        " l’autre.",
        "Two files cannot have one address on the site: one would wipe out the other.",
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

ALL: Final = (
    PAGE_WITHOUT_TWIN,
    PAGE_OUTSIDE_LANGUAGES,
    SAME_ADDRESS,
    UNKNOWN_PLACEHOLDER,
    FALSE_ACCESSIBILITY_CLAIM,
)
