"""What can be wrong with what the team itself puts around the records: pages, files, settings."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

HOST_FILE_KEPT: Final = Rule(
    "host-file-kept",
    Level.NOTICE,
    Bilingual(
        "« {file} » a été écrit à la main : la construction le garde et n’écrit pas le sien.",
        "“{file}” was written by hand: the build keeps it and does not write its own.",
    ),
    Bilingual(
        "Effacez-le du dossier publié pour que le site y mette ses en-têtes de sécurité ; vos"
        " propres lignes vont dans la configuration du serveur.",
        "Remove it from the published folder, so that the site puts its security headers there;"
        " your own lines belong to the configuration of the server.",
    ),
    Bilingual(
        "Le site écrit « .htaccess » pour Apache, avec les en-têtes de sécurité, les types de"
        " fichiers et les redirections, et le tient à jour. Un fichier de ce nom qui n’est pas de"
        " lui n’est jamais écrasé.",
        "The site writes “.htaccess” for Apache, with security headers, types of files and"
        " redirects, and keeps it up to date. A file of that name that is not its own is never"
        " overwritten.",
    ),
    needs_build=True,
)

ALL: Final = (HOST_FILE_KEPT,)
