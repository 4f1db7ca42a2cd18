"""What can stop a build that is nobody's record: the disk, the machine, a template, the program."""

from __future__ import annotations

from typing import Final

from fp_build.words.findings import Level, Rule
from fp_build.words.languages import Bilingual

DISK_FULL: Final = Rule(
    "disk-full",
    Level.ERROR,
    Bilingual(
        "Le disque est plein : {said}.",
        "The disk is full: {said}.",
    ),
    Bilingual(
        "Faites de la place, puis relancez. Le site publié n’a pas changé.",
        "Make room, then run it again. The published site has not changed.",
    ),
    Bilingual(
        "Un nouveau site se construit à côté de l’ancien : le disque doit tenir les deux. Quand la"
        " place manque, ce qui était commencé est effacé et le site publié reste entier. Le dossier"
        " « .cache » peut être effacé à tout moment.",
        "A new site is built beside the old one: the disk must hold both. Where there is no room,"
        " what was begun is removed and the published site stays whole. The folder “.cache” may be"
        " removed at any time.",
    ),
    needs_build=True,
)

FOLDER_CLOSED: Final = Rule(
    "folder-closed",
    Level.ERROR,
    Bilingual(
        "Le système refuse d’écrire ou de lire ici : {said}.",
        "The system does not let the build write or read here: {said}.",
    ),
    Bilingual(
        "Donnez à votre compte le droit d’écrire dans ce dossier et dans celui qui le contient, ou"
        " publiez ailleurs avec « --site-dir ».",
        "Give your account the right to write to this folder and to the one that holds it, or"
        " publish elsewhere with “--site-dir”.",
    ),
    Bilingual(
        "Le site se construit à côté du dossier publié, puis prend sa place : il faut pouvoir"
        " écrire dans le dossier qui contient les deux.",
        "The site is built beside the published folder, then takes its place: the folder that holds"
        " both must be writable.",
    ),
    needs_build=True,
)

BUILD_BUSY: Final = Rule(
    "build-busy",
    Level.ERROR,
    Bilingual(
        "Une autre construction du même site est en cours depuis plus de {seconds} s.",
        "Another build of the same site has been going on for more than {seconds} s.",
    ),
    Bilingual(
        "Attendez qu’elle finisse, ou arrêtez-la, puis relancez. Rien n’a été changé.",
        "Wait until it ends, or stop it, then run this one again. Nothing has been changed.",
    ),
    Bilingual(
        "Deux constructions ne publient jamais ensemble dans un même dossier : la seconde attend"
        " son tour, puis renonce. L’option « wait » de « futurs-publics » dit combien de secondes.",
        "Two builds never publish into one folder together: the second waits for its turn, then"
        " gives up. The option “wait” of “futurs-publics” says after how many seconds.",
    ),
    needs_build=True,
)

TEMPLATE_FAILED: Final = Rule(
    "template-failed",
    Level.ERROR,
    Bilingual(
        "Un gabarit s’est arrêté sur une erreur : {said}.",
        "A template stopped at an error: {said}.",
    ),
    Bilingual(
        "Corrigez le gabarit, dans « overrides ». Rien n’a été publié.",
        "Mend the template, in “overrides”. Nothing has been published.",
    ),
    Bilingual(
        "Les pages sont composées par des gabarits Jinja. Une valeur que le gabarit nomme et qui"
        " n’existe pas arrête la construction : mieux vaut rien qu’une page à trous.",
        "Pages are set by Jinja templates. A value that a template names and that does not exist"
        " stops the build: nothing is better than a page with holes.",
    ),
    needs_build=True,
)

BUILD_CUT_SHORT: Final = Rule(
    "build-cut-short",
    Level.ERROR,
    Bilingual(
        "Le système a arrêté un processus de la construction ({said}), sans doute faute de"
        " mémoire.",
        "The system has stopped a process of the build ({said}), probably for want of memory.",
    ),
    Bilingual(
        "Fermez d’autres programmes, puis relancez. Rien n’a été publié.",
        "Close other programs, then run it again. Nothing has been published.",
    ),
    Bilingual(
        "Une construction se partage entre plusieurs processus. Si l’un d’eux est arrêté, ses pages"
        " manquent : rien n’est publié.",
        "A build is shared between several processes. If one of them is stopped, its pages are"
        " missing: nothing is published.",
    ),
    needs_build=True,
)

BUILD_FAILED: Final = Rule(
    "build-failed",
    Level.ERROR,
    Bilingual(
        "La construction s’est arrêtée sur une erreur du programme : {said}.",
        "The build stopped at an error of the program: {said}.",
    ),
    Bilingual(
        "Signalez-la avec ce que dit « mkdocs build --verbose ». Rien n’a été publié.",
        "Report it with what “mkdocs build --verbose” says. Nothing has been published.",
    ),
    Bilingual(
        "Aucune fiche ne devrait pouvoir arrêter le programme : une fiche fautive est une erreur à"
        " sa ligne. Si cela arrive, c’est le programme qui est en faute ; le site publié reste"
        " entier.",
        "No record should be able to stop the program: a fault in a record is a finding at its"
        " line. If it happens, the program is at fault; the published site stays whole.",
    ),
    needs_build=True,
)

ALL: Final = (
    DISK_FULL,
    FOLDER_CLOSED,
    BUILD_BUSY,
    TEMPLATE_FAILED,
    BUILD_CUT_SHORT,
    BUILD_FAILED,
)
