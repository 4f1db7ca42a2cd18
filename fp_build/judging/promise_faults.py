"""What can be wrong with addresses that have been published."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

LOST_ADDRESS: Final = Rule(
    "lost-address",
    Level.ERROR,
    Bilingual(
        "L’adresse publiée « {address} » serait perdue : {reason}.",
        "The published address “{address}” would be lost: {reason}.",
    ),
    Bilingual("Pour la garder : {remedy}.", "To keep it: {remedy}."),
    Bilingual(
        "Une adresse publiée ne meurt pas : quelqu’un l’a citée, imprimée ou enregistrée.\n\n"
        "« cases/_addresses.txt » en tient la liste. Une fiche qui n’a plus cours garde la sienne"
        " avec « status: archived », et dit pourquoi ; celle qui change de nom garde l’ancien sous"
        " « redirect_from » ; un terme remplacé garde son identifiant avec « replaced_by » ; une"
        " page éditoriale déplacée donne ses anciens noms sous « redirect_from », en tête de son"
        " fichier. Pour retirer une adresse à dessein, sur décision de justice par exemple, effacez"
        " sa ligne de la liste : la demande de fusion le montre, et l’historique le garde.",
        "A published address does not die: somebody has cited, printed or saved it.\n\n"
        "“cases/_addresses.txt” lists them. A record that is no longer current keeps its own with"
        " “status: archived”, and says why; one that changes its name keeps the former one under"
        " “redirect_from”; a term that was replaced keeps its id with “replaced_by”; an editorial"
        " page that moved gives its former names under “redirect_from”, at the top of its file. To"
        " withdraw an address on purpose, such as by court order, delete its line from the list:"
        " the pull request shows it, and the history keeps it.",
    ),
)

NO_RECORDS_LEFT: Final = Rule(
    "no-records-left",
    Level.ERROR,
    Bilingual(
        "Le dossier des fiches n’en contient aucune, alors que {count} adresses de fiches sont"
        " publiées.",
        "The folder of the records holds none, while {count} addresses of records are published.",
    ),
    Bilingual(
        "Remettez les fiches (« git checkout -- {folder} »). Si vous commencez votre propre"
        " catalogue, effacez le fichier « {list} » : la liste sera la vôtre.",
        "Put the records back (“git checkout -- {folder}”). If you are beginning a catalogue of"
        " your own, delete the file “{list}”: the list will be yours.",
    ),
    Bilingual(
        "Publier un catalogue vide effacerait d’un coup toutes les adresses publiées : c’est"
        " presque toujours un accident.",
        "To publish an empty catalogue would wipe out all published addresses at once: nearly"
        " always an accident.",
    ),
)

UNLISTED_ADDRESS: Final = Rule(
    "unlisted-address",
    Level.NOTICE,
    Bilingual(
        "La liste des adresses publiées n’en garde pas encore {count}, comme « {address} ».",
        "The list of published addresses does not hold {count} of them yet, such as “{address}”.",
    ),
    Bilingual(
        "Après la publication, lancez « fp addresses --accept », puis enregistrez « {list} » avec"
        " le reste.",
        "After publication run “fp addresses --accept”, then commit “{list}” with the rest.",
    ),
    Bilingual(
        "Ce que la liste ne garde pas peut se perdre sans que personne le voie. La commande"
        " « fp addresses --accept » y ajoute les adresses d’aujourd’hui et n’en retire jamais.",
        "What the list does not hold can get lost without anybody seeing it. The command"
        " “fp addresses --accept” adds the addresses of today, and never takes one away.",
    ),
    needs_build=True,
)

ALL: Final = (LOST_ADDRESS, NO_RECORDS_LEFT, UNLISTED_ADDRESS)
