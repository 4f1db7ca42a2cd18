"""Two languages in one MkDocs build: where files go, a menu each, a view of the settings each."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fp_build.words.addresses import root
from fp_build.words.languages import LANGUAGES, Language, as_language


def language_of(src_uri: str) -> Language | None:
    """The language of a file of the docs folder, by the folder it is in."""
    return as_language(src_uri.partition("/")[0])


def twin(src_uri: str) -> str:
    """The same file in the other language."""
    language, _, rest = src_uri.partition("/")
    return f"{'en' if language == 'fr' else 'fr'}/{rest}"


def page_names(docs: Path) -> frozenset[str]:
    """The editorial pages that stand in both languages, by their names without an ending; those
    that open a folder are left out."""
    found = [
        {path.relative_to(docs / language).with_suffix("").as_posix() for path in paths}
        for language in LANGUAGES
        for paths in [(docs / language).rglob("*.md")]
    ]
    names = frozenset[str].intersection(*map(frozenset, found))
    return frozenset(name for name in names if name.rpartition("/")[2] not in ("index", "README"))


def place_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each file of ``docs/fr`` and ``docs/en`` its address: French stands at the root."""
    placed = []
    for file in files:
        language = language_of(file.src_uri)
        if language is None or file.src_dir != config.docs_dir:
            placed.append(file)
            continue
        dest_uri = root(language) + file.dest_uri.partition("/")[2]
        placed.append(
            File(
                file.src_uri,
                file.src_dir,
                config.site_dir,
                file.use_directory_urls,
                dest_uri=dest_uri,
                inclusion=file.inclusion,
            )
        )
    return Files(placed)


def split_navigation(nav: Navigation) -> dict[Language, Navigation]:
    """A menu for each language, from the sections ``fr`` and ``en`` of the configured one."""
    menus: dict[Language, Navigation] = {}
    for language in LANGUAGES:
        items: list[Any] = []
        for item in nav.items:
            if item.is_section and item.title.lower() == language:
                items = list(item.children or [])
        for item in items:
            item.parent = None
        pages = list(_pages(items))
        for page, before, after in zip(pages, [None, *pages], [*pages[1:], None], strict=False):
            page.previous_page, page.next_page = before, after
        menu = Navigation(items, pages)
        home = root(language) or "./"
        menu.homepage = next(
            (page for page in pages if page.url in (home, f"{home}index.html")), None
        )
        if menu.homepage is None and pages:
            menu.homepage = pages[0]
        menus[language] = menu
    return menus


def _pages(items: Iterable[Any]) -> Iterator[Page]:
    for item in items:
        if item.is_page:
            yield item
        elif item.is_section:
            yield from _pages(item.children)


def config_view(config: MkDocsConfig, language: Language, site_name: str) -> MkDocsConfig:
    """The configuration as templates of one language see it; the host's own is left alone."""
    view = copy.copy(config)
    view.theme = copy.deepcopy(config.theme)
    view.theme["language"] = language
    view.site_name = site_name
    if view.copyright:
        view.copyright = Markup(view.copyright)  # the one setting that is HTML
    return view
