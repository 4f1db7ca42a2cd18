"""What can be wrong with a field, whatever it is about: its name, its type, its form."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

UNKNOWN_KEY: Final = Rule(
    "unknown-key",
    Level.ERROR,
    Bilingual("La clé « {key} » n’existe pas ici.", "There is no key “{key}” here."),
    Bilingual("Corrigez son nom ou supprimez-la.", "Correct its name or delete it."),
    Bilingual(
        "Les clés admises sont celles du modèle de fiche. Une clé mal orthographiée serait sinon"
        " ignorée, et ce qu’elle dit, perdu.",
        "The keys allowed are those of the record’s form. A misspelt key would otherwise be"
        " ignored, and what it says, lost.",
    ),
)

COMMA_IN_VALUE: Final = Rule(
    "comma-in-value",
    Level.ERROR,
    Bilingual(
        "« {words} » se trouve seul dans un groupe de champs : une virgule coupe la valeur qui"
        " précède.",
        "“{words}” stands alone in a group of fields: a comma cuts the value before it.",
    ),
    Bilingual(
        'Mettez toute cette valeur entre guillemets droits : "…, …" ; un nombre à virgule s’écrit'
        " avec un point : 12.5.",
        'Put the whole of that value between straight quotes: "…, …"; the decimals of a number'
        " follow a point: 12.5.",
    ),
    Bilingual(
        "Entre accolades, une virgule sépare deux champs. Une valeur qui contient une virgule, tel"
        " le titre d’une source, se met entre guillemets droits.",
        "Between braces a comma separates two fields. A value that holds a comma, such as the title"
        " of a source, is put between straight quotes.",
    ),
)

MISSING_KEY: Final = Rule(
    "missing-key",
    Level.ERROR,
    Bilingual("Il manque ici la clé « {key} ».", "The key “{key}” is missing here."),
    Bilingual("Ajoutez-la, ou supprimez tout l’élément.", "Add it, or delete the whole item."),
    Bilingual(
        "Certains éléments ne veulent rien dire sans leurs clés principales : une étape sans"
        " « stage », une source sans « id ».",
        "Some items mean nothing without their main keys: a stage without “stage”, a source"
        " without “id”.",
    ),
)

WRONG_TYPE: Final = Rule(
    "wrong-type",
    Level.ERROR,
    Bilingual(
        "On attend {expected}, on trouve {actual}.", "{expected} is expected, {actual} stands here."
    ),
    Bilingual(
        "Une liste s’écrit « [a, b] », un groupe de champs « {{clé: valeur}} », un texte sans"
        " crochets ni accolades.",
        "A list is written “[a, b]”, a group of fields “{{key: value}}”, a text without brackets"
        " or braces.",
    ),
    Bilingual(
        "Chaque clé attend un texte, une liste ou un groupe de champs, et un seul de ceux-là.",
        "Each key expects a text, a list or a group of fields, and only one of these.",
    ),
)

EMPTY_VALUE: Final = Rule(
    "empty-value",
    Level.ERROR,
    Bilingual("Cette valeur est vide.", "This value is empty."),
    Bilingual(
        "Donnez-lui une valeur ou supprimez la clé ; une liste vide s’écrit « [] ».",
        "Give it a value or delete the key; an empty list is written “[]”.",
    ),
    Bilingual(
        "Une clé sans valeur ne dit pas si la chose est inconnue ou oubliée. Ce qui est inconnu"
        " s’omet.",
        "A key without a value does not say whether the thing is unknown or forgotten. What is"
        " unknown is left out.",
    ),
)

UNTRIMMED_VALUE: Final = Rule(
    "untrimmed-value",
    Level.ERROR,
    Bilingual(
        "La valeur commence ou finit par une espace ou une ligne vide.",
        "The value begins or ends with a space or an empty line.",
    ),
    Bilingual("Enlevez cette espace.", "Take that space away."),
    Bilingual(
        "Une espace aux bords d’une valeur ne se voit pas, mais change ce qui est comparé et"
        " publié.",
        "A space at the edge of a value cannot be seen, but changes what is compared and"
        " published.",
    ),
)

MANY_LINES: Final = Rule(
    "many-lines",
    Level.ERROR,
    Bilingual("Cette valeur tient sur plusieurs lignes.", "This value holds several lines."),
    Bilingual(
        "Écrivez-la d’un seul tenant ; ce qui demande plusieurs paragraphes va dans le corps.",
        "Write it in one piece; what needs several paragraphs goes into the body.",
    ),
    Bilingual(
        "Un titre, un résumé ou un motif est un seul paragraphe.",
        "A title, a summary or a reason is one paragraph.",
    ),
)

BAD_ID: Final = Rule(
    "bad-id",
    Level.ERROR,
    Bilingual("« {value} » ne peut pas servir d’identifiant.", "“{value}” cannot serve as an id."),
    Bilingual(
        "Écrivez des minuscules sans accent et des chiffres, séparés par des traits d’union :"
        " « demande-unique ».",
        "Write lower-case letters without accents and digits, separated by hyphens:"
        " “demande-unique”.",
    ),
    Bilingual(
        "Un identifiant a la forme [a-z0-9]+(-[a-z0-9]+)*. Il sert dans les adresses et les"
        " citations.",
        "An id has the form [a-z0-9]+(-[a-z0-9]+)*. It serves in addresses and citations.",
    ),
)

BAD_DATE: Final = Rule(
    "bad-date",
    Level.ERROR,
    Bilingual("« {value} » n’est pas écrit comme une date.", "“{value}” is not written as a date."),
    Bilingual(
        "Écrivez AAAA, AAAA-MM ou AAAA-MM-JJ : 2014, 2014-05 ou 2014-05-12.",
        "Write YYYY, YYYY-MM or YYYY-MM-DD: 2014, 2014-05 or 2014-05-12.",
    ),
    Bilingual(
        "Une date se donne avec la précision connue : l’année, le mois ou le jour.",
        "A date is given as precisely as it is known: the year, the month or the day.",
    ),
)

IMPOSSIBLE_DATE: Final = Rule(
    "impossible-date",
    Level.ERROR,
    Bilingual("La date « {value} » n’existe pas.", "The date “{value}” does not exist."),
    Bilingual("Vérifiez le mois et le jour.", "Check the month and the day."),
    Bilingual(
        "Le mois va de 01 à 12, et le jour existe dans ce mois de cette année.",
        "The month is from 01 to 12, and the day exists in that month of that year.",
    ),
)

BAD_MOMENT: Final = Rule(
    "bad-moment",
    Level.ERROR,
    Bilingual(
        "« {value} » n’est écrit ni comme une date, ni comme un jour et une heure.",
        "“{value}” is written neither as a date nor as a day and a time.",
    ),
    Bilingual(
        "Écrivez AAAA-MM-JJ, suivi si besoin d’un espace et de l’heure : 2026-11-23 ou"
        " 2026-11-23 14:30.",
        "Write YYYY-MM-DD, followed if need be by a space and the time: 2026-11-23 or"
        " 2026-11-23 14:30.",
    ),
    Bilingual(
        "Un rendez-vous commence et finit à une date, ou un jour à une heure, celle de Paris, sur"
        " vingt-quatre heures.",
        "An event begins and ends on a date, or on a day at a time, that of Paris, by the"
        " twenty-four-hour clock.",
    ),
)

BAD_ADDRESS: Final = Rule(
    "bad-address",
    Level.ERROR,
    Bilingual("« {value} » n’est pas une adresse web.", "“{value}” is not a web address."),
    Bilingual(
        "Donnez l’adresse entière, sans espace et qui commence par « https:// », entre guillemets"
        " droits.",
        "Give the whole address, without a space and beginning with “https://”, between straight"
        " quotes.",
    ),
    Bilingual(
        "Une adresse web commence par https:// ou http:// et n’a ni espace ni guillemet.",
        "A web address begins with https:// or http:// and has neither space nor quote.",
    ),
)

BAD_NUMBER: Final = Rule(
    "bad-number",
    Level.ERROR,
    Bilingual("« {value} » n’est pas un nombre.", "“{value}” is not a number."),
    Bilingual(
        "Écrivez des chiffres, avec un point pour la décimale et sans espace : 1250000 ou 12.5.",
        "Write digits, with a point for decimals and no space: 1250000 or 12.5.",
    ),
    Bilingual(
        "Un nombre s’écrit en chiffres ; son unité a sa propre clé. « 010 » et « 1_000 » ne sont"
        " pas des nombres.",
        "A number is written in digits; its unit has a key of its own. “010” and “1_000” are not"
        " numbers.",
    ),
)

BAD_COUNT: Final = Rule(
    "bad-count",
    Level.ERROR,
    Bilingual("« {value} » n’est pas un nombre entier.", "“{value}” is not a whole number."),
    Bilingual("Écrivez des chiffres, sans espace : 1250.", "Write digits, without a space: 1250."),
    Bilingual(
        "Ce qui se compte s’écrit en chiffres, sans signe, sans espace et sans décimale.",
        "What is counted is written in digits, without a sign, a space or decimals.",
    ),
)

BAD_FILE_NAME: Final = Rule(
    "bad-file-name",
    Level.ERROR,
    Bilingual(
        "« {value} » n’est pas le nom d’une image qu’une fiche peut montrer.",
        "“{value}” is not the name of a picture that a record can show.",
    ),
    Bilingual(
        "Donnez le nom seul, sans chemin, par exemple « couverture.jpg » (formats : {types})."
        " D’un autre format, enregistrez l’image en JPEG.",
        "Give the bare name, without a path, for example “couverture.jpg” (types: {types})."
        " Save a picture of another type as JPEG.",
    ),
    Bilingual(
        "Une image se trouve dans le dossier de sa fiche, et nulle part ailleurs.",
        "A picture stands in the folder of its record, and nowhere else.",
    ),
)

UNKNOWN_CHOICE: Final = Rule(
    "unknown-choice",
    Level.ERROR,
    Bilingual("« {value} » n’est pas un choix possible.", "“{value}” is not a possible choice."),
    Bilingual("Choisissez parmi : {choices}.", "Choose among: {choices}."),
    Bilingual(
        "Certains champs n’admettent que quelques mots, que le système connaît : le statut, la"
        " langue, l’état d’une traduction.",
        "Some fields allow only a few words, which the system knows: the status, the language, the"
        " state of a translation.",
    ),
)

ALL: Final = (
    UNKNOWN_KEY,
    COMMA_IN_VALUE,
    MISSING_KEY,
    WRONG_TYPE,
    EMPTY_VALUE,
    UNTRIMMED_VALUE,
    MANY_LINES,
    BAD_ID,
    BAD_DATE,
    IMPOSSIBLE_DATE,
    BAD_MOMENT,
    BAD_ADDRESS,
    BAD_NUMBER,
    BAD_COUNT,
    BAD_FILE_NAME,
    UNKNOWN_CHOICE,
)
