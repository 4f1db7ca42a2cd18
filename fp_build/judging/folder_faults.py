"""What can be wrong with the folder of a record: its name, and the files in it."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

BAD_FOLDER_NAME: Final = Rule(
    "bad-folder-name",
    Level.ERROR,
    Bilingual(
        "Le dossier « {name} » ne peut pas servir d’adresse.",
        "The folder “{name}” cannot serve as an address.",
    ),
    Bilingual(
        "Renommez-le en minuscules sans accent et en chiffres, avec des traits d’union, par exemple"
        " « {proposal} ».",
        "Rename it in lower-case letters without accents and digits, with hyphens, for example"
        " “{proposal}”.",
    ),
    Bilingual(
        "Le nom du dossier d’une fiche devient son adresse, dans les deux langues : au plus 60"
        " caractères, de la forme [a-z0-9]+(-[a-z0-9]+)*.",
        "The name of a record’s folder becomes its address, in both languages: at most 60"
        " characters, of the form [a-z0-9]+(-[a-z0-9]+)*.",
    ),
)

RESERVED_NAME: Final = Rule(
    "reserved-name",
    Level.ERROR,
    Bilingual(
        "« {name} » est un nom réservé, aux pages du catalogue ou à Windows.",
        "“{name}” is a name reserved for pages of the catalogue, or by Windows.",
    ),
    Bilingual("Donnez un autre nom au dossier.", "Give the folder another name."),
    Bilingual(
        "Les facettes (theme, stage…), « page », « data », « fr » et « en » ont leurs propres"
        " adresses ; Windows ne peut pas avoir de dossier appelé « con », « nul » ou « com1 ».",
        "The facets (theme, stage…), “page”, “data”, “fr” and “en” have addresses of their own;"
        " Windows can have no folder called “con”, “nul” or “com1”.",
    ),
)

FOLDER_CLASH: Final = Rule(
    "folder-clash",
    Level.ERROR,
    Bilingual(
        "Les dossiers « {name} » et « {twin} » ne diffèrent que par la casse ou les accents.",
        "The folders “{name}” and “{twin}” differ only in case or accents.",
    ),
    Bilingual("Renommez l’un des deux.", "Rename one of them."),
    Bilingual(
        "Deux dossiers qui se confondent sur certains ordinateurs se remplaceraient l’un l’autre.",
        "Two folders that some computers take for one would replace each other.",
    ),
)

FILE_CLASH: Final = Rule(
    "file-clash",
    Level.ERROR,
    Bilingual(
        "« {name} » et « {twin} » ne diffèrent que par la casse ou la façon d’écrire les accents.",
        "“{name}” and “{twin}” differ only in case or in how accents are written.",
    ),
    Bilingual("Renommez l’un des deux.", "Rename one of them."),
    Bilingual(
        "Deux fichiers que macOS et Windows prennent pour un seul s’y remplaceraient l’un l’autre,"
        " chez qui copie le dépôt comme chez un hébergeur.",
        "Two files that macOS and Windows take for one would replace each other there, for whoever"
        " copies the repository and on a host alike.",
    ),
)

NO_RECORD_FILE: Final = Rule(
    "no-record-file",
    Level.ERROR,
    Bilingual(
        "Le dossier ne contient ni « index.fr.md » ni « index.en.md ».",
        "The folder holds neither “index.fr.md” nor “index.en.md”.",
    ),
    Bilingual(
        "Ajoutez « index.fr.md », ou supprimez le dossier.",
        "Add “index.fr.md”, or delete the folder.",
    ),
    Bilingual(
        "Chaque dossier de « cases » est une fiche, dont les faits se trouvent dans « index.fr.md »"
        " (ou « index.en.md »).",
        "Each folder of “cases” is a record, whose facts stand in “index.fr.md” (or"
        " “index.en.md”).",
    ),
)

MISPLACED_FILE: Final = Rule(
    "misplaced-file",
    Level.ERROR,
    Bilingual(
        "« {name} » ressemble à une fiche, mais ne se trouve pas où une fiche est lue.",
        "“{name}” looks like a record, but does not stand where a record is read.",
    ),
    Bilingual(
        "Une fiche est un dossier de « cases » avec « index.fr.md » et « index.en.md », et une"
        " réponse de lecteur se place dans son dossier « replies » : renommez ou déplacez ce"
        " fichier.",
        "A record is a folder of “cases” with “index.fr.md” and “index.en.md”, and a reader’s reply"
        " goes into its folder “replies”: rename or move this file.",
    ),
    Bilingual(
        "Un fichier mal placé ou mal nommé ne serait jamais publié, sans que personne le voie.",
        "A file in the wrong place or with the wrong name would never be published, and nobody"
        " would see it.",
    ),
)

STRAY_FILE: Final = Rule(
    "stray-file",
    Level.WARNING,
    Bilingual("Rien ne se sert de « {name} ».", "Nothing uses “{name}”."),
    Bilingual(
        "Retirez ce fichier ; une image (.jpg, .png ou .webp) se place dans le dossier de sa fiche"
        " et se décrit sous « media ».",
        "Remove this file; a picture (.jpg, .png or .webp) goes into the folder of its record and"
        " is described under “media”.",
    ),
    Bilingual(
        "Le dossier d’une fiche ne contient que ses deux textes, les images que « media » décrit"
        " et, dans « replies », les réponses des lecteurs.",
        "The folder of a record holds only its two texts, the pictures that “media” describes and,"
        " in “replies”, what readers replied.",
    ),
)

TOO_MANY_FILES: Final = Rule(
    "too-many-files",
    Level.ERROR,
    Bilingual(
        "Le dossier contient {count} fichiers, la limite est de {limit}.",
        "The folder holds {count} files, the limit is {limit}.",
    ),
    Bilingual(
        "Ne gardez que ce que la fiche montre.",
        "Keep only what the record shows.",
    ),
    Bilingual(
        "Le dossier d’une fiche contient ses textes, leurs images et les réponses des lecteurs. Le"
        " nombre de fichiers est limité, pour que la vérification reste rapide pour tous.",
        "The folder of a record holds its texts, their pictures and what readers replied. The"
        " number of files is limited, so that checking stays fast for everyone.",
    ),
)

TOO_MANY_RECORDS: Final = Rule(
    "too-many-records",
    Level.ERROR,
    Bilingual(
        "Il y a {count} fiches, la limite est de {limit} ; les autres ne sont pas lues.",
        "There are {count} records, the limit is {limit}; the others are not read.",
    ),
    Bilingual(
        "Retirez les dossiers en trop, ou demandez à l’exploitant de relever la limite.",
        "Remove the folders that are too many, or ask the operator to raise the limit.",
    ),
    Bilingual(
        "Le nombre de fiches est limité, pour qu’une avalanche de dossiers n’arrête pas la"
        " publication. L’exploitant peut changer la limite dans « mkdocs.yml ».",
        "The number of records is limited, so that a flood of folders does not stop publishing. The"
        " operator can change the limit in “mkdocs.yml”.",
    ),
)

TOO_EXPENSIVE: Final = Rule(
    "too-expensive",
    Level.ERROR,
    Bilingual(
        "Lire et mettre en page ce fichier prend plus de {seconds} s de calcul ou trop de mémoire ;"
        " la fiche n’est pas lue.",
        "Reading and rendering this file takes more than {seconds} s of computing or too much"
        " memory; the record is not read.",
    ),
    Bilingual(
        "Simplifiez ce que le texte répète des milliers de fois, ou partagez-le entre plusieurs"
        " fiches.",
        "Simplify what the text repeats thousands of times, or share it among several records.",
    ),
    Bilingual(
        "Un fichier plus long que d’ordinaire est d’abord lu à l’essai, en un temps et avec une"
        " mémoire limitée : une seule fiche ne doit pas retenir la publication des autres.",
        "A file that is longer than usual is first read on trial, with limited time and memory: one"
        " record must not hold up the publication of all others.",
    ),
)

NOT_A_PLAIN_FILE: Final = Rule(
    "not-a-plain-file",
    Level.ERROR,
    Bilingual(
        "« {name} » n’est pas un fichier ordinaire, ou ne peut pas être lu.",
        "“{name}” is no ordinary file, or cannot be read.",
    ),
    Bilingual(
        "Remplacez-le par une copie du fichier voulu.", "Replace it with a copy of the file meant."
    ),
    Bilingual(
        "Les liens symboliques, les tubes et les fichiers illisibles sont refusés : une fiche tient"
        " tout entière dans son dossier, et les pages de l’équipe dans le leur. Un lien ferait"
        " publier ce qui se trouve sur la machine qui construit le site.",
        "Symbolic links, pipes and unreadable files are refused: a record is all in its folder, and"
        " the team’s pages are in theirs. A link would publish what lies on the machine that builds"
        " the site.",
    ),
)

TWO_SOURCES: Final = Rule(
    "two-sources",
    Level.ERROR,
    Bilingual(
        "Les deux fichiers portent des faits (ici : {keys}).",
        "Both files hold facts (here: {keys}).",
    ),
    Bilingual(
        "Gardez les faits dans un seul ; l’autre ne contient que la traduction.",
        "Keep the facts in one of them; the other holds the translation only.",
    ),
    Bilingual(
        "Un fait ne s’écrit qu’une fois, dans le fichier de la langue d’origine : deux copies"
        " finissent par se contredire.",
        "A fact is written once, in the file of the original language: two copies end up in"
        " contradiction.",
    ),
)

FACT_IN_TRANSLATION: Final = Rule(
    "fact-in-translation",
    Level.ERROR,
    Bilingual(
        "« {key} » est un fait : il est déjà dans le fichier d’origine.",
        "“{key}” is a fact: it belongs to the original file.",
    ),
    Bilingual("Supprimez cette clé ici.", "Delete this key here."),
    Bilingual(
        "Une traduction ne contient que ce qui se traduit : title, summary, question, place,"
        " reasons, indicators, alt, labels, translation. Les faits viennent du fichier d’origine.",
        "A translation holds only what is translated: title, summary, question, place, reasons,"
        " indicators, alt, labels, translation. Facts come from the original file.",
    ),
)

TRANSLATION_WITHOUT_SOURCE: Final = Rule(
    "translation-without-source",
    Level.ERROR,
    Bilingual(
        "Cette traduction n’a pas de fichier d’origine.", "This translation has no original file."
    ),
    Bilingual(
        "Ajoutez « {expected} », qui porte les faits, ou donnez-les ici s’il s’agit de l’original.",
        "Add “{expected}”, which holds the facts, or give them here if this is the original.",
    ),
    Bilingual(
        "Le fichier d’origine est celui qui porte les faits (kind, status…) ; sans lui il n’y a pas"
        " de fiche.",
        "The original file is the one that holds the facts (kind, status…); without it there is no"
        " record.",
    ),
)

ALL: Final = (
    BAD_FOLDER_NAME,
    RESERVED_NAME,
    FOLDER_CLASH,
    FILE_CLASH,
    NO_RECORD_FILE,
    MISPLACED_FILE,
    STRAY_FILE,
    TOO_MANY_FILES,
    TOO_MANY_RECORDS,
    TOO_EXPENSIVE,
    NOT_A_PLAIN_FILE,
    TWO_SOURCES,
    FACT_IN_TRANSLATION,
    TRANSLATION_WITHOUT_SOURCE,
)
