"""The editorial pages that lie in the docs folder, as all doors know them: where each will stand,
and the former names that lead to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fp_build.doors.host_settings import FILE, plugin_options, read_settings
from fp_build.judging.promises import FIXED
from fp_build.reading.manuscript import read_manuscript
from fp_build.reading.source import Limits
from fp_build.words.addresses import INDEX, Addresses, address_of, is_address, root
from fp_build.words.findings import Place
from fp_build.words.languages import LANGUAGES, Language

_KEY = "redirect_from"
_OPENING = ("index", "README")
"""The names of pages that open their folder."""


class EditorialPage(NamedTuple):
    """A page that the team wrote."""

    source: str
    """Its file in the docs folder: ``fr/principes.md``."""
    file: str
    """Its file on the site."""
    former: tuple[tuple[str, Place], ...]
    """The files that it had under former names, each with the place that says so."""


def editorial_pages(docs: Path, shown_as: str, *, directories: bool) -> Iterator[EditorialPage]:
    """Every page of both languages. ``shown_as`` is how reports name the docs folder."""
    for language in LANGUAGES:
        for path in sorted((docs / language).rglob("*.md")):
            source = path.relative_to(docs).as_posix()
            name = path.relative_to(docs / language).with_suffix("").as_posix()
            former = [
                (_file(language, former, directories=directories), place)
                for former, place in _former_names(path, f"{shown_as}/{source}")
            ]
            yield EditorialPage(
                source, _file(language, name, directories=directories), tuple(former)
            )


def beside_records(pages: Iterable[EditorialPage]) -> frozenset[str]:
    """The addresses of a site besides those of records and terms, as far as its files tell."""
    return FIXED.union(addresses_of(pages))


def addresses_of(pages: Iterable[EditorialPage]) -> Iterator[str]:
    """Those of editorial pages, and of their former names, as far as these can be any."""
    for page in pages:
        yield address_of(page.file)
        yield from filter(is_address, (address_of(former) for former, _ in page.former))


def _file(language: Language, name: str, *, directories: bool) -> str:
    folder, _, last = name.rpartition("/")
    if last in _OPENING:
        return f"{root(language)}{folder}/{INDEX}" if folder else f"{root(language)}{INDEX}"
    return Addresses(None, directories).editorial_file(language, name)


def _former_names(path: Path, shown_as: str) -> Iterator[tuple[str, Place]]:
    """The names under ``redirect_from`` in the front matter of a page, without an ending."""
    limits = Limits()
    try:
        if os.stat(path).st_size > limits.text_bytes:
            return
        data = path.read_bytes()
    except OSError:
        return
    if _KEY.encode() not in data:
        return
    manuscript, _ = read_manuscript(shown_as, data, limits)
    names = manuscript.plain_value(_KEY)
    if isinstance(names, str) and names:
        yield names.strip("/"), manuscript.place(_KEY)
    elif isinstance(names, list):
        for index, name in enumerate(names):
            yield str(name).strip("/"), manuscript.place(_KEY, index)


def pages_around(folder: Path) -> list[EditorialPage] | None:
    """The editorial pages of the site that a cases folder belongs to, told by the nearest
    ``mkdocs.yml`` with our plugin, in that folder or above it; ``None`` where there is none."""
    folder = folder.resolve()
    for here in (folder, *folder.parents):
        settings = read_settings(here / FILE)
        if plugin_options(settings) is not None:
            docs = str(settings.get("docs_dir") or "docs")
            said = str(settings.get("use_directory_urls", "true")).lower()
            directories = said not in ("false", "no", "off")
            return list(editorial_pages(here / docs, docs, directories=directories))
    return None
