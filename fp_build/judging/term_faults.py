"""What can be wrong with a word of a vocabulary where a record uses it."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

UNKNOWN_TERM: Final = Rule(
    "unknown-term",
    Level.ERROR,
    Bilingual(
        "« {value} » n’est pas un terme du vocabulaire « {vocabulary} ».",
        "“{value}” is not a term of the vocabulary “{vocabulary}”.",
    ),
    Bilingual(
        "Choisissez un identifiant de « _vocabulary/{vocabulary}.yml », ou proposez-en un nouveau à"
        " l’équipe.",
        "Choose an id of “_vocabulary/{vocabulary}.yml”, or propose a new one to the team.",
    ),
    Bilingual(
        "Les vocabulaires sont fermés : un mot libre de plus est une fiche que personne ne trouve.",
        "Vocabularies are closed: one more free word is one more record that nobody finds.",
    ),
)

KEY_OF_OTHER_KIND: Final = Rule(
    "key-of-other-kind",
    Level.ERROR,
    Bilingual(
        "La clé « {key} » ne sert pas aux fiches « kind: {kind} ».",
        "The key “{key}” is of no use in a record “kind: {kind}”.",
    ),
    Bilingual(
        "Supprimez-la, ou corrigez « kind » : cette clé est pour « kind: {kinds} ».",
        "Delete it, or correct “kind”: this key is for “kind: {kinds}”.",
    ),
    Bilingual(
        "Chaque sorte de fiche a ses clés : « question » est pour un appel, « starts » pour un"
        " rendez-vous.",
        "Each kind of record has keys of its own: “question” is for a call, “starts” for an event.",
    ),
)

REPLACED_TERM: Final = Rule(
    "replaced-term",
    Level.WARNING,
    Bilingual(
        "« {value} » est un ancien nom de « {term} ».", "“{value}” is a former name of “{term}”."
    ),
    Bilingual("Écrivez « {term} ».", "Write “{term}”."),
    Bilingual(
        "Un terme renommé garde son ancien nom, pour que les adresses durent ; les fiches emploient"
        " le nouveau.",
        "A term that was renamed keeps its former name, so that addresses last; records use the"
        " new one.",
    ),
)

REPEATED_TERM: Final = Rule(
    "repeated-term",
    Level.WARNING,
    Bilingual("« {value} » est donné deux fois.", "“{value}” is given twice."),
    Bilingual("Gardez-le une fois.", "Keep it once."),
    Bilingual(
        "Dans une liste de termes, chacun compte une fois.", "In a list of terms each counts once."
    ),
)

ALL: Final = (UNKNOWN_TERM, KEY_OF_OTHER_KIND, REPLACED_TERM, REPEATED_TERM)
