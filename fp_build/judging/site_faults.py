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

KEPT_IN_REPOSITORY: Final = Rule(
    "kept-in-repository",
    Level.ERROR,
    Bilingual(
        "« {folder} » se trouve dans le dépôt : n’importe qui peut y avoir mis une page.",
        "“{folder}” is in the repository: anybody may have put a page there.",
    ),
    Bilingual(
        "Retirez-le du dépôt : « git rm -r --cached {folder} ». Le dossier sur votre disque peut"
        " rester.",
        "Take it out of the repository: “git rm -r --cached {folder}”. The folder on your disk may"
        " stay.",
    ),
    Bilingual(
        "Dans ce dossier chaque construction garde, pour la suivante, les pages qu’elle a faites."
        " Ce qui en vient n’est pas vérifié de nouveau : il ne doit venir que de la machine même,"
        " ou du cache de l’intégration continue, jamais d’une proposition.",
        "In that folder each build keeps the pages that it has made for the next one. What comes"
        " from there is not checked again: it may only come from the machine itself, or from the"
        " cache of continuous integration, never from a proposal.",
    ),
    needs_build=True,
)

SITE_BEHIND_A_LINK: Final = Rule(
    "site-behind-a-link",
    Level.ERROR,
    Bilingual(
        "« {folder} », où le site doit être publié, passe par un lien symbolique du projet.",
        "“{folder}”, where the site is to be published, leads over a symbolic link of the project.",
    ),
    Bilingual(
        "Supprimez ce lien. Pour publier ailleurs, donnez le vrai dossier : « site_dir: {target} »"
        " dans mkdocs.yml, ou « mkdocs build -d {target} ».",
        "Remove that link. To publish elsewhere, give the true folder: “site_dir: {target}” in"
        " mkdocs.yml, or “mkdocs build -d {target}”.",
    ),
    Bilingual(
        "Publier remplace tout ce que contient le dossier du site. Un lien, que n’importe quelle"
        " proposition peut apporter, ferait remplacer un autre dossier à sa place.",
        "Publishing replaces all that the folder of the site holds. A link, which any proposal may"
        " bring, would have another folder replaced in its place.",
    ),
    needs_build=True,
)

BAD_LIMIT: Final = Rule(
    "bad-limit",
    Level.ERROR,
    Bilingual("« {name}: {value} » n’est pas une limite.", "“{name}: {value}” is no limit."),
    Bilingual(
        "Sous « limits », donnez à une limite connue un nombre entier supérieur à 0.",
        "Under “limits”, give a limit that exists a whole number above 0.",
    ),
    Bilingual(
        "L’exploitant peut changer chaque limite sous « limits » du module « futurs-publics », dans"
        " « mkdocs.yml » ; une limite mal écrite ne limiterait rien, sans que personne le voie.",
        "The operator can change each limit under “limits” of the plugin “futurs-publics”, in"
        " “mkdocs.yml”; one that is misspelt would limit nothing, and nobody would see it.",
    ),
)

UNUSUAL_HTML: Final = Rule(
    "unusual-html",
    Level.WARNING,
    Bilingual(
        "« {what} » est inhabituel ici : la politique de sécurité du site le refuse, ou il emmène"
        " le lecteur ailleurs.",
        "“{what}” is unusual here: the security policy of the site refuses it, or it takes the"
        " reader elsewhere.",
    ),
    Bilingual(
        "Retirez-le. Un lien mène ailleurs sans rien charger ; une image se met à côté de la page ;"
        " un style, dans « overrides/assets/stylesheets ».",
        "Remove it. A link leads elsewhere and loads nothing; a picture goes beside the page; a"
        " style, into “overrides/assets/stylesheets”.",
    ),
    Bilingual(
        "Une page du site ne contient ni script, ni attribut « on… », ni lien « javascript: », ni"
        " cadre, ni style écrit dans la page, ni formulaire envoyé ailleurs, et ne charge rien d’un"
        " autre site : la politique de sécurité, dite par chaque page, le refuserait. Vaut pour le"
        " texte des pages de « docs », pour les dessins (SVG) qui s’y trouvent et pour les feuilles"
        " de style et les scripts que nomme « mkdocs.yml ».",
        "A page of the site holds no script, no “on…” attribute, no “javascript:” link, no frame,"
        " no style written into the page, no form that is sent elsewhere, and loads nothing from"
        " another site: the security policy, which every page states, would refuse it. Holds for"
        " the text of pages in “docs”, for drawings (SVG) there and for the style sheets and"
        " scripts that “mkdocs.yml” names.",
    ),
    needs_build=True,
)

UNUSUAL_FILE: Final = Rule(
    "unusual-file",
    Level.WARNING,
    Bilingual(
        "Un fichier « {ending} » serait publié tel quel, sans le cadre du site ni sa politique de"
        " sécurité.",
        "A file “{ending}” would be published as it is, without the frame of the site and its"
        " security policy.",
    ),
    Bilingual(
        "Écrivez une page en Markdown ; un script va dans « overrides/assets/javascripts ».",
        "Write a page in Markdown; a script belongs to “overrides/assets/javascripts”.",
    ),
    Bilingual(
        "Le dossier « docs » contient des pages en Markdown, des images et des documents à"
        " télécharger. Une page HTML, un script ou un programme y serait servi à l’adresse du site"
        " sans qu’aucun contrôle ne s’y applique.",
        "The folder “docs” holds pages in Markdown, pictures and documents to download. An HTML"
        " page, a script or a program in it would be served at the address of the site without any"
        " check.",
    ),
    needs_build=True,
)

UNKNOWN_PAGE_KEY: Final = Rule(
    "unknown-page-key",
    Level.ERROR,
    Bilingual(
        "« {key} » n’est pas une clé d’une page du site.",
        "“{key}” is no key of a page of the site.",
    ),
    Bilingual("Retirez-la. Une page a : {choices}.", "Remove it. A page has: {choices}."),
    Bilingual(
        "L’en-tête d’une page de « docs » donne son titre, sa description et ses anciens noms."
        " Certaines clés changeraient tout en silence : « template » confie la page à un autre"
        " gabarit du thème, et celui nommé « redirect.html » exécute un script et emmène le lecteur"
        " ailleurs.",
        "The header of a page in “docs” gives its title, its description and its former names. Some"
        " keys would change everything without a word: “template” hands the page to another"
        " template of the theme, and the one named “redirect.html” runs a script and takes the"
        " reader elsewhere.",
    ),
    needs_build=True,
)

PAGE_HEADER_LOST: Final = Rule(
    "page-header-lost",
    Level.ERROR,
    Bilingual(
        "L’en-tête de cette page ne se lit pas : il serait publié comme du texte.",
        "The header of this page cannot be read: it would be published as text.",
    ),
    Bilingual(
        "Entre les deux lignes « --- », écrivez une clé par ligne, comme « title: Mon titre » ; un"
        " texte qui contient « : » se met entre guillemets droits.",
        "Between the two lines “---”, write one key a line, as in “title: My title”; a text that"
        " holds “: ” goes between straight quotes.",
    ),
    Bilingual(
        "MkDocs ne dit rien d’un en-tête qu’il ne peut pas lire : il le montre en haut de la page.",
        "MkDocs says nothing of a header that it cannot read: it shows it at the top of the page.",
    ),
    needs_build=True,
)

UNKNOWN_EXTENSION: Final = Rule(
    "unknown-extension",
    Level.ERROR,
    Bilingual(
        "« {name} » n’est pas parmi les extensions dont on sait qu’elles ne lisent aucun fichier et"
        " n’exécutent aucun code.",
        "“{name}” is not among the extensions that are known to read no file and to run no code.",
    ),
    Bilingual(
        "Retirez-la de « mkdocs.yml ». Si elle est sûre, ajoutez-la à la liste de"
        " « fp_build/judging/extensions.py ».",
        "Remove it from “mkdocs.yml”. If it is safe, add it to the list in"
        " “fp_build/judging/extensions.py”.",
    ),
    Bilingual(
        "Certaines extensions de Markdown et certains modules de MkDocs lisent des fichiers de la"
        " machine ou exécutent du code pendant la construction (pymdownx.snippets, markdown-exec,"
        " macros…). Une page proposée par un inconnu pourrait alors publier un secret ou lancer un"
        " programme. Seules celles de la liste sont admises, et sans fonction Python parmi leurs"
        " options, hors celles du site.",
        "Some extensions of Markdown and some plugins of MkDocs read files of the machine or run"
        " code during the build (pymdownx.snippets, markdown-exec, macros…). A page that a stranger"
        " proposes could then publish a secret or start a program. Only those of the list are"
        " admitted, and without a Python function among their options but those of the site.",
    ),
    needs_build=True,
)

UNREAD_PROGRAM: Final = Rule(
    "unread-program",
    Level.NOTICE,
    Bilingual(
        "« {name} » est un programme que chaque construction lance.",
        "“{name}” is a program that every build starts.",
    ),
    Bilingual(
        "Lisez-le avant d’accepter ce changement. S’il ne sert plus, retirez-le de « mkdocs.yml ».",
        "Read it before you accept this change. If it is no longer of use, remove it from"
        " “mkdocs.yml”.",
    ),
    Bilingual(
        "Un module de MkDocs et un fichier de « hooks: » sont du code : ils tournent avec les"
        " droits de qui construit le site, sur le poste de l’auteur ou la machine qui publie. Le"
        " constat ne bloque rien ; il dit à qui relit une proposition ce qui tournerait.",
        "A plugin of MkDocs and a file of “hooks:” are code: they run with the rights of whoever"
        " builds the site, on an author’s machine as on the one that publishes. The notice stops"
        " nothing; it tells whoever reads a proposal what it would have run.",
    ),
    needs_build=True,
)

ALL: Final = (
    HOST_FILE_KEPT,
    KEPT_IN_REPOSITORY,
    SITE_BEHIND_A_LINK,
    UNUSUAL_HTML,
    UNUSUAL_FILE,
    UNKNOWN_PAGE_KEY,
    PAGE_HEADER_LOST,
    UNKNOWN_EXTENSION,
    UNREAD_PROGRAM,
    BAD_LIMIT,
)
