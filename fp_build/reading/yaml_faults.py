"""What can be wrong with YAML as such, before any key is looked at."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

FRONT_MATTER_MISSING: Final = Rule(
    "front-matter-missing",
    Level.ERROR,
    Bilingual(
        "Le fichier ne commence pas par un en-tête.", "The file does not begin with front matter."
    ),
    Bilingual(
        "Mettez « --- » (trois tirets, rien devant) seul sur la toute première ligne, puis les"
        " champs, puis de nouveau « --- ».",
        "Put “---” (three dashes, nothing before) alone on the very first line, then the fields,"
        " then “---” again.",
    ),
    Bilingual(
        "Une fiche commence par un en-tête : ses faits, entre deux lignes « --- ».",
        "A record begins with front matter: its facts, between two lines “---”.",
    ),
)

FRONT_MATTER_UNCLOSED: Final = Rule(
    "front-matter-unclosed",
    Level.ERROR,
    Bilingual(
        "L’en-tête ouvert ici n’est jamais refermé.",
        "The front matter opened here is never closed.",
    ),
    Bilingual(
        "Ajoutez une ligne « --- » (trois tirets, rien devant) après le dernier champ.",
        "Add a line “---” (three dashes, nothing before) after the last field.",
    ),
    Bilingual(
        "Sans la seconde ligne « --- », on ne sait pas où finissent les champs et où commence le"
        " texte.",
        "Without the second line “---” nobody can tell where the fields end and the text begins.",
    ),
)

FRONT_MATTER_TOO_LARGE: Final = Rule(
    "front-matter-too-large",
    Level.ERROR,
    Bilingual(
        "L’en-tête a {size} caractères, la limite est de {limit}.",
        "The front matter has {size} characters, the limit is {limit}.",
    ),
    Bilingual(
        "Déplacez les longs textes dans le corps de la fiche.",
        "Move long texts into the body of the record.",
    ),
    Bilingual(
        "L’en-tête porte des faits courts ; ce qui se raconte va dans le corps.",
        "Front matter carries short facts; what is told goes into the body.",
    ),
)

NOT_A_MAPPING: Final = Rule(
    "not-a-mapping",
    Level.ERROR,
    Bilingual(
        "On attend ici des lignes « clé: valeur », on trouve {actual}.",
        "Lines “key: value” are expected here, {actual} stands here.",
    ),
    Bilingual(
        "Écrivez un champ par ligne, par exemple « kind: project ».",
        "Write one field per line, for example “kind: project”.",
    ),
    Bilingual(
        "L’en-tête d’une fiche et un fichier de vocabulaire sont des suites de champs"
        " « clé: valeur ».",
        "The front matter of a record and a vocabulary file are series of fields “key: value”.",
    ),
)

YAML_SYNTAX: Final = Rule(
    "yaml-syntax",
    Level.ERROR,
    Bilingual("Ceci ne se lit pas : {problem}.", "This cannot be read: {problem}."),
    Bilingual(
        "Corrigez cette ligne ou celle qui la précède ; dans le doute, mettez la valeur entre"
        ' guillemets droits : "…".',
        "Mend this line or the one before it; when in doubt, put the value between straight"
        ' quotes: "…".',
    ),
    Bilingual(
        "L’en-tête suit la syntaxe YAML. À la première faute la suite ne peut plus être lue : le"
        " reste du fichier est vérifié une fois celle-ci corrigée.",
        "Front matter follows the YAML syntax. After the first fault the rest cannot be read: it"
        " is checked once this one is mended.",
    ),
)

DUPLICATE_KEY: Final = Rule(
    "duplicate-key",
    Level.ERROR,
    Bilingual(
        "La clé « {key} » est déjà donnée à la ligne {first}.",
        "The key “{key}” is already given on line {first}.",
    ),
    Bilingual(
        "Gardez-en une seule ; dans une liste, il manque peut-être un « - » devant cet élément.",
        "Keep one of them; in a list, a “-” may be missing before this item.",
    ),
    Bilingual(
        "Une clé ne se donne qu’une fois. Les outils courants gardent la dernière et perdent"
        " l’autre sans un mot.",
        "A key is given once. Common tools keep the last one and lose the other without a word.",
    ),
)

KEY_NOT_TEXT: Final = Rule(
    "key-not-text",
    Level.ERROR,
    Bilingual("Une clé est ici {actual}.", "A key here is {actual}."),
    Bilingual("Une clé est un simple mot.", "A key is a plain word."),
    Bilingual(
        "YAML permet des clés composées (« ? [a, b] ») ; aucune fiche n’en a besoin.",
        "YAML allows compound keys (“? [a, b]”); no record needs any.",
    ),
)

YAML_ANCHOR: Final = Rule(
    "yaml-anchor",
    Level.ERROR,
    Bilingual("« {text} » est une ancre ou un renvoi YAML.", "“{text}” is a YAML anchor or alias."),
    Bilingual(
        "Écrivez la valeur en toutes lettres, ou entre guillemets si le signe en fait partie.",
        "Write the value out, or between quotes if the sign is part of it.",
    ),
    Bilingual(
        "Les ancres (&), les renvois (*) et les fusions (<<) cachent ce qu’une fiche dit vraiment"
        " et peuvent faire gonfler un petit fichier sans limite.",
        "Anchors (&), aliases (*) and merges (<<) hide what a record really says and can make a"
        " small file swell without limit.",
    ),
)

YAML_TAG: Final = Rule(
    "yaml-tag",
    Level.ERROR,
    Bilingual("« {text} » est une étiquette YAML.", "“{text}” is a YAML tag."),
    Bilingual(
        "Supprimez-la, ou mettez la valeur entre guillemets si le « ! » en fait partie.",
        "Delete it, or put the value between quotes if the “!” is part of it.",
    ),
    Bilingual(
        "Une étiquette (!) change le type d’une valeur ; ici le champ en décide.",
        "A tag (!) changes the type of a value; here the field decides that.",
    ),
)

YAML_TOO_DEEP: Final = Rule(
    "yaml-too-deep",
    Level.ERROR,
    Bilingual(
        "Les valeurs sont emboîtées sur plus de {limit} niveaux.",
        "Values are nested more than {limit} levels deep.",
    ),
    Bilingual("Simplifiez cette valeur.", "Simplify this value."),
    Bilingual(
        "Aucun champ n’emboîte plus de quelques listes.",
        "No field nests more than a few lists.",
    ),
)

YAML_TOO_MANY: Final = Rule(
    "yaml-too-many",
    Level.ERROR,
    Bilingual(
        "Cette liste ou ce groupe de champs a plus de {limit} éléments.",
        "This list or group of fields has more than {limit} items.",
    ),
    Bilingual(
        "Gardez l’essentiel : d’un vocabulaire, les termes dont des fiches se servent.",
        "Keep what matters: of a vocabulary, the terms that records use.",
    ),
    Bilingual(
        "Le nombre de clés et d’éléments est limité, pour que la vérification reste rapide.",
        "The number of keys and items is limited, so that checking stays fast.",
    ),
)

CUT_BY_COMMENT: Final = Rule(
    "cut-by-comment",
    Level.ERROR,
    Bilingual(
        "La valeur s’arrête à « {value} » : la suite « {rest} » est prise pour un commentaire.",
        "The value stops at “{value}”: what follows, “{rest}”, is taken for a comment.",
    ),
    Bilingual(
        "Mettez toute la valeur entre guillemets droits ; si c’est bien un commentaire, écrivez"
        " deux espaces avant « # » et une après.",
        "Put the whole value between straight quotes; if it is meant as a comment, write two"
        " spaces before “#” and one after.",
    ),
    Bilingual(
        "En YAML, une espace suivie de « # » commence un commentaire. Une valeur comme"
        " « Projet #3 » perdrait sa fin en silence.",
        "In YAML a space followed by “#” begins a comment. A value such as “Project #3” would lose"
        " its end silently.",
    ),
)

ALL: Final = (
    FRONT_MATTER_MISSING,
    FRONT_MATTER_UNCLOSED,
    FRONT_MATTER_TOO_LARGE,
    NOT_A_MAPPING,
    YAML_SYNTAX,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    YAML_ANCHOR,
    YAML_TAG,
    YAML_TOO_DEEP,
    YAML_TOO_MANY,
    CUT_BY_COMMENT,
)

A_LIST: Final = Bilingual("une liste", "a list")
A_TEXT: Final = Bilingual("un texte", "a text")
FIELDS: Final = Bilingual("un groupe de champs", "a group of fields")
NOTHING: Final = Bilingual("rien", "nothing")

TAB: Final = Bilingual(
    "une tabulation sert d’alignement ; mettez des espaces",
    "a tab is used for alignment; use spaces",
)

PROBLEMS: Final[dict[str, Bilingual]] = {
    "mapping values are not allowed": Bilingual(
        "un « : » suivi d’une espace se trouve dans une valeur sans guillemets, ou l’alignement est"
        " rompu",
        "a “:” followed by a space stands in a value without quotes, or the alignment is broken",
    ),
    "did not find expected key": Bilingual(
        "on attend une clé à cet endroit ; vérifiez l’alignement et les guillemets",
        "a key is expected in this place; look at the alignment and the quotes",
    ),
    "did not find expected ',' or": Bilingual(
        "une liste « […] » ou un groupe « {…} » n’est pas refermé, ou une virgule manque",
        "a list “[…]” or a group “{…}” is not closed, or a comma is missing",
    ),
    "did not find expected '-' indicator": Bilingual(
        "on attend un « - » pour l’élément suivant de la liste",
        "a “-” is expected for the next item of the list",
    ),
    "did not find expected node content": Bilingual(
        "une valeur manque ici", "a value is missing here"
    ),
    "could not find expected ':'": Bilingual(
        "un « : » suivi d’une espace manque ici après la clé",
        "a “:” followed by a space is missing here after the key",
    ),
    "found character that cannot start any token": Bilingual(
        "ce caractère ne peut pas commencer une valeur", "this character cannot begin a value"
    ),
    "found unexpected end of stream": Bilingual(
        "un guillemet ouvert n’est pas refermé", "an opened quote is not closed"
    ),
    "found unexpected document indicator": Bilingual(
        "un guillemet ouvert n’est pas refermé", "an opened quote is not closed"
    ),
    "found unknown escape character": Bilingual(
        "une barre oblique inverse entre guillemets doubles doit être doublée : « \\\\ »",
        "a backslash between double quotes must be doubled: “\\\\”",
    ),
    "block sequence entries are not allowed": Bilingual(
        "un « - » de liste ne peut pas se trouver à cet endroit",
        "a list “-” cannot stand in this place",
    ),
    "found a tab character": TAB,
    "block mapping": Bilingual("l’alignement des champs est rompu", "the alignment is broken"),
    "invalid trailing UTF-8": Bilingual("un caractère est abîmé", "a character is damaged"),
}
"""What the parser calls a problem, in words an author understands."""

NO_BREAK: Final = Bilingual(
    "une espace insécable se trouve ici ; tapez une espace ordinaire, et aucune devant « : »",
    "a no-break space stands here; type an ordinary space, and none before “:”",
)
NO_DASH: Final = Bilingual(
    "les éléments qui suivent commencent par un « - », et il en manque un devant le premier",
    "the items that follow begin with a “-”, and the first one lacks it",
)


def misaligned(found: int, wanted: int) -> Bilingual:
    """Of a line that begins after so many spaces."""
    return Bilingual(
        f"la ligne n’est pas alignée avec les autres de son groupe : devant elle"
        f" {_one_or(found, 'une espace', '{} espaces')}, il en faut {wanted}",
        f"the line is not aligned with the others of its group: before it"
        f" {_one_or(found, 'one space', '{} spaces')}, where it takes {wanted}",
    )


def _one_or(number: int, one: str, several: str) -> str:
    return one if number == 1 else several.format(number)


SIGNS: Final = frozenset("*&@`%")
"""What a text may begin with only between quotes."""


def begins_with(sign: str) -> Bilingual:
    """Of a value that begins with a sign that means something else to YAML."""
    return Bilingual(
        f"une valeur qui commence par « {sign} » se met entre guillemets droits",
        f"a value that begins with “{sign}” goes between straight quotes",
    )


UNCLOSED_QUOTE: Final = Bilingual(
    "le guillemet ouvert ici n’est pas refermé sur sa ligne",
    "the quote opened here is not closed on its line",
)

CURLY_QUOTES: Final = Bilingual(
    "la valeur contient un « : » suivi d’une espace, et seuls des guillemets droits la"
    " protégeraient ; « » et “ ” n’en sont pas",
    "the value holds a “:” followed by a space, and only straight quotes would protect it; “ ” and"
    " « » are none",
)

SECOND_DOCUMENT: Final = Bilingual(
    "une ligne « --- » suivie d’autre chose commence ici un second document",
    "a line “---” followed by something else begins a second document here",
)

OTHER_PROBLEM: Final = Bilingual(
    "la syntaxe YAML n’est pas respectée", "the YAML syntax is not followed"
)
