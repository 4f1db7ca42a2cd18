"""Files that tell hosts what to send with the site: headers, types of files, addresses that moved.

They lie in the site itself and follow from :mod:`policy`, so that a host that reads them is up to
date with every publication:

- ``_headers`` and ``_redirects``, which Netlify, Cloudflare Pages and others alike read;
- ``.htaccess`` for Apache, one at the top and one for the 404 of the English pages;
- ``_nginx/http.conf``, ``server.conf`` and ``headers.conf``, each to be included where it says.

Their comments are for the operator, in French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from fp_build.publishing import calendars, feeds
from fp_build.publishing.policy import HEADERS, HTTPS_FOR_EVER, OPEN, header_policy
from fp_build.words.addresses import (
    CSV_FILE,
    Addresses,
    calendar_file,
    calls_feed_file,
    records_feed_file,
    root,
)
from fp_build.words.languages import LANGUAGES, Language

SIGNATURE: Final = "# Futurs Publics:"
"""How each of these files begins: another one of the same name was written by someone."""

APACHE: Final = ".htaccess"
HEADERS_FILE: Final = "_headers"
REDIRECTS_FILE: Final = "_redirects"
NGINX_HTTP: Final = "_nginx/http.conf"
NGINX_SERVER: Final = "_nginx/server.conf"
NGINX_HEADERS: Final = "_nginx/headers.conf"

NAMES: Final = (
    HEADERS_FILE, REDIRECTS_FILE, NGINX_HTTP, NGINX_SERVER, NGINX_HEADERS,
    *(f"{root(language)}{APACHE}" for language in LANGUAGES),
)  # fmt: skip

_TYPES: Final = {
    "atom": feeds.MEDIA_TYPE,
    "ics": calendars.MEDIA_TYPE,
    "csv": "text/csv",
}
"""By their endings, the types of files that not every host knows. All texts are UTF-8."""

_KNOWN_TO_NGINX: Final = ("atom",)

_OPEN_ENDINGS: Final = ("atom", "ics")
"""Of feeds and calendars, which the scripts of other sites may read."""

_HTTPS: Final = "# Seulement si tout le domaine répond en https, et pour de bon :"
_READ: Final = "# Les scripts d’autres sites peuvent lire les données, les fils et les agendas."


@dataclass(frozen=True, slots=True)
class Hosting:
    """What the files for hosts follow from."""

    addresses: Addresses
    search: bool
    """Whether the site is searched: the policy allows what that needs."""
    moved: Sequence[tuple[str, str]] = ()
    """Files that stand elsewhere now: the old one and the new one, each from the top of the site.
    None is named twice."""

    @property
    def headers(self) -> dict[str, str]:
        """What is to be sent with every file."""
        return {"Content-Security-Policy": header_policy(search=self.search), **HEADERS}

    def at(self, file: str) -> str:
        """The address of a file on its host."""
        return self.addresses.site_path + self.addresses.path(file)

    def redirects(self) -> Iterator[tuple[str, str]]:
        """The addresses that moved, and where to, neither encoded. By any other name that a host
        knows a page by, such as its file, a reader gets the page that leads on."""
        for old, new in self.moved:
            yield unquote(self.at(old)), unquote(self.at(new))


def host_files(hosting: Hosting) -> Iterator[tuple[str, str]]:
    """The files, each with its name from the top of the site."""
    yield HEADERS_FILE, _lines(_headers(hosting))
    yield REDIRECTS_FILE, _lines(_redirects(hosting))
    yield NGINX_HTTP, _lines(_nginx_http(hosting))
    yield NGINX_SERVER, _lines(_nginx_server(hosting))
    yield NGINX_HEADERS, _lines(_nginx_headers(hosting))
    for language in LANGUAGES:
        apache = _apache(hosting) if language == "fr" else _apache_lost(hosting, language)
        yield f"{root(language)}{APACHE}", _lines(apache)


def _headers(hosting: Hosting) -> Iterator[str]:
    top = hosting.addresses.site_path
    yield f"{SIGNATURE} en-têtes, pour les hébergeurs qui lisent un fichier de ce nom."
    if top != "/":
        yield f"# Le site est sous {top} : ce fichier se place tout en haut de l’hébergement."
    yield f"{top}*"
    for name, value in hosting.headers.items():
        yield f"  {name}: {value}"
    name, value = HTTPS_FOR_EVER
    yield f"  {_HTTPS}"
    yield f"  # {name}: {value}"
    yield f"{top}data/*"
    yield f"  {OPEN[0]}: {OPEN[1]}"
    for file in (CSV_FILE, *_subscribed()):
        kind = _TYPES[file.rpartition(".")[2]]
        yield hosting.at(file)
        if not file.startswith("data/"):
            yield f"  {OPEN[0]}: {OPEN[1]}"
        yield f"  Content-Type: {kind}; charset=utf-8"


def _subscribed() -> Iterator[str]:
    for language in LANGUAGES:
        yield calendar_file(language)
        yield calls_feed_file(language)
        yield records_feed_file(language)


def _redirects(hosting: Hosting) -> Iterator[str]:
    yield f"{SIGNATURE} redirections, pour les hébergeurs qui lisent un fichier de ce nom."
    for old, new in hosting.redirects():
        yield f"{quote(old)} {quote(new)} 301"


def _nginx_http(hosting: Hosting) -> Iterator[str]:
    top = re.escape(hosting.addresses.site_path)
    yield f"{SIGNATURE} pour nginx, à inclure dans « http »."
    yield _READ
    yield "map $uri $fp_open {"
    yield '    default "";'
    yield f'    "~^{top}data/" "{OPEN[1]}";'
    yield f'    "~^{top}.*\\.(?:{"|".join(_OPEN_ENDINGS)})$" "{OPEN[1]}";'
    yield "}"
    yield "# Chaque langue a sa page pour ce qui n’existe pas."
    yield "map $uri $fp_lost {"
    for language in reversed(LANGUAGES):
        part, page = root(language), f"{root(language)}404.html"
        key = f'"~^{top}{part}"' if part else "default"
        yield f"    {key} {_nginx_text(hosting.addresses.site_path + page)};"
    yield "}"


def _nginx_headers(hosting: Hosting) -> Iterator[str]:
    yield f"{SIGNATURE} pour nginx, à inclure dans « server »,"
    yield "# et encore dans chacun de vos « location » qui a un « add_header » à lui."
    for name, value in hosting.headers.items():
        yield f'add_header {name} "{value}" always;'
    yield f"add_header {OPEN[0]} $fp_open always;"
    yield _HTTPS
    name, value = HTTPS_FOR_EVER
    yield f'# add_header {name} "{value}" always;'


def _nginx_server(hosting: Hosting) -> Iterator[str]:
    yield f"{SIGNATURE} pour nginx, à inclure dans « server », avec headers.conf."
    yield "include mime.types;"
    yield "types {"
    for ending, kind in _TYPES.items():
        if ending not in _KNOWN_TO_NGINX:
            yield f"    {kind} {ending};"
    yield "}"
    yield "charset utf-8;"
    kinds = [
        *_TYPES.values(),
        "text/css",
        "text/plain",
        "text/javascript",
        "application/javascript",
    ]
    yield f"charset_types {' '.join(kinds)} application/json image/svg+xml;"
    yield "error_page 404 $fp_lost;"
    yield "# Ces fichiers sont pour l’hébergeur, pas pour les lecteurs."
    yield r"location ~ /(?:_headers|_redirects|_nginx/|\.ht) { return 404; }"
    for old, new in hosting.redirects():
        yield f"location = {_nginx_text(old)} {{ return 301 {quote(new)}; }}"


def _nginx_text(text: str) -> str:
    escaped = re.sub(r'(["\\])', r"\\\1", text)
    return f'"{escaped}"'


def _apache(hosting: Hosting) -> Iterator[str]:
    yield f"{SIGNATURE} pour Apache, qui le lit là où « AllowOverride FileInfo » le permet."
    yield "<IfModule mod_headers.c>"
    for name, value in hosting.headers.items():
        yield f'    Header always set {name} "{value}"'
    name, value = HTTPS_FOR_EVER
    yield f"    {_HTTPS}"
    yield f'    # Header always set {name} "{value}"'
    top = re.escape(hosting.addresses.site_path)
    endings = "|".join(_OPEN_ENDINGS)
    yield f"    {_READ}"
    yield rf'    <If "%{{REQUEST_URI}} =~ m#^{top}(data/|.*[.]({endings})$)#">'
    yield f'        Header set {OPEN[0]} "{OPEN[1]}"'
    yield "    </If>"
    yield "</IfModule>"
    yield "<IfModule mod_mime.c>"
    for ending, kind in _TYPES.items():
        yield f"    AddType {kind} .{ending}"
    yield "    AddCharset UTF-8 .html .css .js .json .svg .txt .xml .atom .ics .csv"
    yield "</IfModule>"
    yield from _apache_404(hosting, "fr")
    yield "# Ces fichiers sont pour l’hébergeur, pas pour les lecteurs."
    yield "<IfModule mod_alias.c>"
    yield rf'    RedirectMatch 404 "^{top}(_headers|_redirects|_nginx(/.*)?)$"'
    for old, new in hosting.redirects():
        yield f'    RedirectMatch 301 "^{_apache_pattern(old)}$" "{_apache_target(new)}"'
    yield "</IfModule>"


def _apache_lost(hosting: Hosting, language: Language) -> Iterator[str]:
    yield f"{SIGNATURE} pour Apache, la page de ce qui n’existe pas dans cette langue."
    yield from _apache_404(hosting, language)


def _apache_404(hosting: Hosting, language: Language) -> Iterator[str]:
    yield f"ErrorDocument 404 {hosting.addresses.site_path}{root(language)}404.html"


def _apache_pattern(path: str) -> str:
    return re.escape(path).replace('"', r"\x22")


def _apache_target(path: str) -> str:
    """What Apache encodes itself; in it « $1 » would stand for a part of the pattern."""
    return re.sub(r'([\\$"])', r"\\\1", path)


def _lines(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
