"""What can be wrong with a reply as a file: its name, its date, where it stands."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

REPLY_NAME: Final = Rule(
    "reply-name",
    Level.ERROR,
    Bilingual("« {name} » n’est pas le nom d’une réponse.", "“{name}” is not the name of a reply."),
    Bilingual(
        "Nommez-la « replies/AAAA-MM-JJ-nom.md », le nom en minuscules sans accent : par exemple"
        " « replies/2026-11-22-une-lectrice.md ».",
        "Name it “replies/YYYY-MM-DD-name.md”, the name in lower-case letters without accents: for"
        " example “replies/2026-11-22-a-reader.md”.",
    ),
    Bilingual(
        "Les réponses des lecteurs sont des fichiers du dossier « replies » de la fiche, rangés par"
        " leur nom, qui commence par leur date.",
        "Readers’ replies are files of the folder “replies” of the record, ordered by their name,"
        " which begins with their date.",
    ),
)

REPLY_DATE: Final = Rule(
    "reply-date",
    Level.ERROR,
    Bilingual(
        "La réponse est datée du {date}, mais son fichier du {named}.",
        "The reply is dated {date}, but its file {named}.",
    ),
    Bilingual(
        "Donnez la même date dans l’en-tête et dans le nom du fichier.",
        "Give the same date in the front matter and in the name of the file.",
    ),
    Bilingual(
        "Une réponse porte le jour où elle a été écrite, AAAA-MM-JJ, dans son en-tête comme dans"
        " son nom.",
        "A reply bears the day it was written, YYYY-MM-DD, in its front matter as in its name.",
    ),
)

REPLY_WITHOUT_TEXT: Final = Rule(
    "reply-without-text",
    Level.ERROR,
    Bilingual("La réponse ne dit rien.", "The reply says nothing."),
    Bilingual(
        "Ajoutez son texte sous l’en-tête, après la seconde ligne « --- ».",
        "Add its text below the front matter, after the second line “---”.",
    ),
    Bilingual(
        "Une réponse a un texte, sous un en-tête qui dit son nom, sa date et sa langue.",
        "A reply has a text, below a front matter that gives its name, its date and its language.",
    ),
)

ALL: Final = (REPLY_NAME, REPLY_DATE, REPLY_WITHOUT_TEXT)
