"""The page around a catalogue page, rendered once by the host and filled for every page.

Rendering a page through the theme costs milliseconds; a catalogue has thousands of pages that
differ in a title, a few addresses and their content. So the theme's template is rendered once for
each language and place, with a marker where each of these goes. Two pages are in the same place
where links from them to the pages of the menu are the same: they lie as deep, and share as much of
their paths with these pages, since the host leaves out of a link what both have in common.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fp_build.publishing.site_page import SitePage
from fp_build.words.languages import Language

_MARKER: Final = re.compile(r"fpslot0([a-z]+)0")
"""Letters and digits only: no filter of the theme changes them."""


def slot(name: str) -> str:
    """The marker of a slot."""
    return f"fpslot0{name}0"


Values = dict[str, str]
"""What goes into each slot, ready as HTML."""

Said = Callable[[str], str]
"""Answers what stands in the slot of that name: its marker, or a page's value."""


class _Shell(NamedTuple):
    texts: list[str]
    """What stands around the slots, and nothing in the place of each, in turn."""
    slots: list[str]
    digest: bytes


class Shells:
    """The shells of one build."""

    def __init__(
        self,
        env: Environment,
        template: str,
        views: dict[Language, MkDocsConfig],
        navs: dict[Language, Navigation],
        slots_of: Callable[[Language, str, Said], Any],
        values_of: Callable[[SitePage], Values],
    ) -> None:
        self._env = env
        self._template = template
        self._views = views
        self._navs = navs
        self._slots_of = slots_of
        self._values_of = values_of
        self._shells: dict[tuple[Language, int, str], _Shell] = {}
        self._menus = {
            language: frozenset(folder for item in nav.items for folder in _folders(item))
            for language, nav in navs.items()
        }

    def digest(self, file: str, language: Language) -> bytes:
        """A digest of the shell around that page: what it says that the page does not."""
        return self._shell(file, language).digest

    def fill(self, page: SitePage) -> str:
        """The whole page."""
        values = self._values(page)
        shell = self._shell(page.file, page.language)
        parts = shell.texts.copy()
        parts[1::2] = [values[name] for name in shell.slots]
        return "".join(parts)

    def whole(self, page: SitePage) -> str:
        """The whole page as the host renders it when it is given the page itself: the same as
        ``fill``, unless a template asks more of a page than a slot can tell, such as whether it has
        a description."""
        values = self._values(page)
        return self._render(page.file, page.language, lambda name: Markup(values[name]))

    def _values(self, page: SitePage) -> Values:
        return {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "content": str(page.content),
            "kind": page.kind,
            **self._values_of(page),
        }

    def _shell(self, file: str, language: Language) -> _Shell:
        shared, menu = file, self._menus[language]
        while shared and shared not in menu:
            shared = shared.rpartition("/")[0]
        key = (language, file.count("/"), shared)
        shell = self._shells.get(key)
        if shell is None:
            text = self._render(file, language, slot)
            digest = hashlib.sha256(text.encode()).digest()
            parts = _MARKER.split(text)
            slots, parts[1::2] = parts[1::2], [""] * (len(parts) // 2)
            shell = self._shells[key] = _Shell(parts, slots, digest)
        return shell

    def _render(self, here: str, language: Language, said: Said) -> str:
        config = self._views[language]
        file = File(here, None, config.site_dir, config.use_directory_urls, dest_uri=here)
        file.generated_by = "futurs-publics"
        stub = Page(said("title"), file, config)
        stub.content = Markup(said("content"))
        stub.meta = {"description": said("description"), "hide": ["navigation", "toc"]}
        context = get_context(self._navs[language], [], config, stub)
        context["fp"] = self._slots_of(language, here, said)  # type: ignore[typeddict-unknown-key]
        catalogue = next((p for p in self._navs[language].pages if _is_catalogue(p)), None)
        if catalogue is None:
            return self._env.get_template(self._template).render(context)
        catalogue.active = True  # the menu shows where the reader is
        try:
            return self._env.get_template(self._template).render(context)
        finally:
            catalogue.active = False


def _folders(item: StructureItem) -> Iterator[str]:
    """The folders in which the pages of a part of the menu lie, and those that hold them."""
    for child in getattr(item, "children", None) or ():
        yield from _folders(child)
    path = getattr(item, "url", None) or ""
    while path:
        path = path.rpartition("/")[0]
        yield path


def _is_catalogue(page: Page) -> bool:
    return page.file.src_uri.endswith("/catalogue/index.md")
