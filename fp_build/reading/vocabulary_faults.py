"""What can be wrong with the vocabularies, which the team edits."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

VOCABULARY_MISSING: Final = Rule(
    "vocabulary-missing",
    Level.ERROR,
    Bilingual("Il manque {what}.", "Missing: {what}."),
    Bilingual("Rétablissez {remedy}.", "Restore {remedy}."),
    Bilingual(
        "Le catalogue a besoin de tous ses vocabulaires : sans l’un d’eux, des mots n’auraient pas"
        " de nom.",
        "The catalogue needs all its vocabularies: without one of them, words would have no name.",
    ),
)

VOCABULARY_UNKNOWN: Final = Rule(
    "vocabulary-unknown",
    Level.ERROR,
    Bilingual("Aucun vocabulaire ne s’appelle « {name} ».", "No vocabulary is called “{name}”."),
    Bilingual("Corrigez le nom du fichier ou retirez-le.", "Correct the file’s name or remove it."),
    Bilingual(
        "Le dossier « _vocabulary » ne contient que les vocabulaires que le catalogue connaît, en"
        " « .yml ».",
        "The folder “_vocabulary” holds only the vocabularies that the catalogue knows, as “.yml”.",
    ),
)

TERM_MISSING: Final = Rule(
    "term-missing",
    Level.ERROR,
    Bilingual("Le vocabulaire doit définir « {term} ».", "The vocabulary must define “{term}”."),
    Bilingual(
        "Rétablissez ce terme : le système s’en sert.",
        "Restore this term: the system relies on it.",
    ),
    Bilingual(
        "Quelques termes (statuts, réponses, facettes…) sont connus du système ; leur nom se"
        " change, mais leur identifiant reste.",
        "Some terms (statuses, answers, facets…) are known to the system; their name may change,"
        " but their id stays.",
    ),
)

TERM_REFERENCE: Final = Rule(
    "term-reference",
    Level.ERROR,
    Bilingual(
        "« {value} » n’est pas un terme de « {vocabulary} ».",
        "“{value}” is not a term of “{vocabulary}”.",
    ),
    Bilingual(
        "Corrigez l’identifiant ou ajoutez d’abord ce terme.",
        "Correct the id or add that term first.",
    ),
    Bilingual(
        "Un terme peut en désigner un autre (parent, remplaçant, type, source) : celui-ci doit"
        " exister.",
        "A term may name another one (parent, replacement, type, source): that one must exist.",
    ),
)

TERM_CLASH: Final = Rule(
    "term-clash",
    Level.ERROR,
    Bilingual(
        "L’alias « {alias} » désigne déjà le terme « {term} ».",
        "The alias “{alias}” already stands for the term “{term}”.",
    ),
    Bilingual("Retirez-le de l’un des deux.", "Take it away from one of them."),
    Bilingual(
        "Un alias mène à un seul terme, et n’est pas lui-même l’identifiant d’un autre.",
        "An alias leads to one term, and is not itself the id of another.",
    ),
)

TERM_LOOP: Final = Rule(
    "term-loop",
    Level.ERROR,
    Bilingual(
        "De « {term} », « {value} » ramène à « {term} ».",
        "From “{term}”, “{value}” leads back to “{term}”.",
    ),
    Bilingual(
        "Retirez celui des deux liens qui n’est pas vrai.", "Remove the link that is not true."
    ),
    Bilingual(
        "Un territoire n’est pas contenu dans lui-même, un terme ne se remplace pas lui-même, et"
        " une organisation ne devient pas ce dont elle est issue.",
        "A territory does not lie within itself, a term does not replace itself, and an"
        " organisation does not become what it came from.",
    ),
)

ALL: Final = (
    VOCABULARY_MISSING,
    VOCABULARY_UNKNOWN,
    TERM_MISSING,
    TERM_REFERENCE,
    TERM_CLASH,
    TERM_LOOP,
)
