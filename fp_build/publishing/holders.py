"""Whose a file of the site is: no editorial page may take one that the catalogue writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fp_build.arranging.catalogue import Catalogue
from fp_build.publishing import covers, pictures, preview
from fp_build.publishing.hosts import NAMES
from fp_build.reading.vocabulary_forms import FACETS
from fp_build.words.addresses import (
    CATALOGUE,
    INDEX,
    calendar_file,
    calls_feed_file,
    one_file,
    records_feed_file,
    root,
)
from fp_build.words.languages import LANGUAGES, Bilingual
from fp_build.words.text import ID

_DATA: Final = Bilingual("les données du catalogue", "the data of the catalogue")
_LISTS: Final = Bilingual("les listes du catalogue", "the lists of the catalogue")
_SITE: Final = Bilingual("un fichier que la construction écrit", "a file that the build writes")

_FOLDERS: Final[Mapping[str, Bilingual]] = {
    "data": _DATA,
    "search": Bilingual("l’index de recherche", "the search index"),
    **dict.fromkeys((covers.FOLDER, pictures.FOLDER, preview.FOLDER), _SITE),
}
"""Folders in which only the catalogue writes."""

_FILES: Final[Mapping[str, Bilingual]] = {
    **dict.fromkeys(("sitemap.xml", "sitemap.xml.gz", "404.html", "en/404.html"), _SITE),
    **dict.fromkeys(NAMES, Bilingual("un fichier pour l’hébergeur", "a file for the host")),
    **{
        make(language): _DATA
        for language in LANGUAGES
        for make in (calendar_file, calls_feed_file, records_feed_file)
    },
}


def holder_of(file: str, catalogue: Catalogue) -> Bilingual | None:
    """What of the catalogue has a file already, or would have it on a disk that minds neither case
    nor the form of accents; ``None`` where it is free."""
    name = one_file(file)
    if name in _FILES:
        return _FILES[name]
    for folder, holder in _FOLDERS.items():
        if name == folder or (name.startswith(f"{folder}/") and name != f"{folder}/{INDEX}"):
            return holder
    for language in LANGUAGES:
        top = f"{root(language)}{CATALOGUE}"
        if name == top:
            return _LISTS
        if name.startswith(f"{top}/"):
            return _in_catalogue(name[len(top) + 1 :].partition("/")[0], catalogue)
    return None


def _in_catalogue(name: str, catalogue: Catalogue) -> Bilingual | None:
    if name in FACETS or name == "page":
        return _LISTS
    if not ID.fullmatch(name):
        return None  # no record was ever called so
    if name in catalogue.records:
        return Bilingual(f"la fiche « {name} »", f"the record “{name}”")
    for slug, record in catalogue.records.items():
        if name in record.brief.redirect_from:
            return Bilingual(
                f"l’ancienne adresse de la fiche « {slug} »",
                f"the former address of the record “{slug}”",
            )
    return None
