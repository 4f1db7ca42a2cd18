"""What can be wrong with a file as such: its bytes and its characters."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

NOT_UTF8: Final = Rule(
    "not-utf8",
    Level.ERROR,
    Bilingual(
        "Un caractère ne se lit pas (octet {byte}) : le fichier n’est pas enregistré en UTF-8.",
        "A character cannot be read (byte {byte}): the file is not saved as UTF-8.",
    ),
    Bilingual(
        "Enregistrez le fichier en UTF-8 (dans l’éditeur : « Encodage », puis « UTF-8 »).",
        "Save the file as UTF-8 (in the editor: “Encoding”, then “UTF-8”).",
    ),
    Bilingual(
        "Un fichier s’écrit en UTF-8, avec ou sans marque d’ordre des octets. Un autre encodage"
        " changerait les lettres accentuées sans prévenir.",
        "A file is written in UTF-8, with or without a byte order mark. Any other encoding would"
        " change accented letters without a word.",
    ),
)

CONTROL_CHARACTER: Final = Rule(
    "control-character",
    Level.ERROR,
    Bilingual(
        "Le caractère de contrôle {code} se trouve dans le texte.",
        "The control character {code} stands in the text.",
    ),
    Bilingual("Supprimez-le : il est invisible.", "Delete it: it is invisible."),
    Bilingual(
        "Les caractères de contrôle (NUL, retour arrière, séparateurs de ligne U+2028 et U+2029…)"
        " viennent d’un copier-coller ou d’un fichier abîmé. Seules la tabulation et la fin de"
        " ligne sont admises.",
        "Control characters (NUL, backspace, the line separators U+2028 and U+2029…) come from a"
        " copy and paste or from a damaged file. Only the tab and the end of line are allowed.",
    ),
)

BIDI_CONTROL: Final = Rule(
    "bidi-control",
    Level.ERROR,
    Bilingual(
        "Le caractère {code} change l’ordre d’affichage des mots.",
        "The character {code} changes the order in which words are shown.",
    ),
    Bilingual(
        "Supprimez-le : l’arabe et l’hébreu s’affichent bien sans lui.",
        "Delete it: Arabic and Hebrew are shown well without it.",
    ),
    Bilingual(
        "Les caractères U+202A à U+202E et U+2066 à U+2069 font lire au lecteur autre chose que ce"
        " que le fichier contient.",
        "The characters U+202A to U+202E and U+2066 to U+2069 make a reader see something other"
        " than what the file holds.",
    ),
)

INVISIBLE_CHARACTER: Final = Rule(
    "invisible-character",
    Level.ERROR,
    Bilingual(
        "Le caractère invisible {code} se trouve dans le texte.",
        "The invisible character {code} stands in the text.",
    ),
    Bilingual(
        "Supprimez-le, ou mettez une espace à sa place.",
        "Delete it, or put a space in its place.",
    ),
    Bilingual(
        "Un caractère de largeur nulle (U+200B, U+2060, U+FEFF ailleurs qu’au début, liants U+200C"
        " et U+200D hors des écritures et des émojis qui s’en servent) rend un mot introuvable par"
        " la recherche.",
        "A zero-width character (U+200B, U+2060, U+FEFF anywhere but at the start, the joiners"
        " U+200C and U+200D outside the scripts and emoji that use them) makes a word impossible"
        " to find.",
    ),
)

FILE_TOO_LARGE: Final = Rule(
    "file-too-large",
    Level.ERROR,
    Bilingual(
        "Le fichier pèse {size} octets, la limite est de {limit}.",
        "The file has {size} bytes, the limit is {limit}.",
    ),
    Bilingual(
        "Raccourcissez le texte ou partagez-le entre plusieurs fiches ; d’un vocabulaire, "
        "retirez les termes dont aucune fiche ne se sert.",
        "Shorten the text or share it among several records; from a vocabulary, take the terms "
        "that no record uses.",
    ),
    Bilingual(
        "Un fichier de texte a une taille limite, pour que la vérification reste rapide pour tous.",
        "A text file has a size limit, so that checking stays fast for everyone.",
    ),
)

LINE_TOO_LONG: Final = Rule(
    "line-too-long",
    Level.ERROR,
    Bilingual(
        "La ligne a {length} caractères, la limite est de {limit}.",
        "The line has {length} characters, the limit is {limit}.",
    ),
    Bilingual("Coupez-la en plusieurs lignes.", "Break it into several lines."),
    Bilingual(
        "Une ligne démesurée ne vient pas d’une personne qui écrit ; elle rend la relecture"
        " impossible.",
        "A line without measure does not come from a person who writes; it cannot be reviewed.",
    ),
)

ALL: Final = (
    NOT_UTF8,
    CONTROL_CHARACTER,
    BIDI_CONTROL,
    INVISIBLE_CHARACTER,
    FILE_TOO_LARGE,
    LINE_TOO_LONG,
)
