"""The pages that the host reads and renders: the editorial ones, and those without a source."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fp_build.doors.mkdocs.editorial import (
    CLAIM,
    SETTINGS,
    UNSET,
    judge_placeholders,
    shown,
    unknown_link,
)
from fp_build.doors.mkdocs.frames import Frame
from fp_build.doors.mkdocs.languages import config_view, language_of, split_navigation
from fp_build.doors.mkdocs.links import BLOCK, PLACEHOLDER, as_link
from fp_build.doors.mkdocs.vigilance import judge_header, judge_page
from fp_build.publishing.blocks import BLOCKS, HOST_BLOCKS
from fp_build.publishing.site_plan import site_plan
from fp_build.publishing.statement import claim, view_statement
from fp_build.words.addresses import list_file, record_file, root
from fp_build.words.languages import LANGUAGES, Language
from fp_build.words.typography import typeset

if TYPE_CHECKING:
    from fp_build.doors.mkdocs.build import Build

_BLOCKS: Final = frozenset({*BLOCKS, *HOST_BLOCKS})
_OVERVIEWS: Final = frozenset(
    file for language in LANGUAGES for file in (f"{root(language)}index.html", list_file(language))
)
"""The home page and the catalogue: ways to somewhere else."""


class Editorial(NamedTuple):
    """An editorial page: what its author wrote, that with its blocks, and what stands around it."""

    written: str
    content: str
    frame: Frame


class HostPages:
    """What the host asks of one build about the pages that it makes itself."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._page: Page | None = None
        """The one that is being read."""
        self._views: dict[Language, MkDocsConfig] = {}
        self.nav: Navigation | None = None
        """The host's menu, of both languages."""
        self.navs: dict[Language, Navigation] = {}
        self._named: set[str] = set()  # the records to which they lead
        self.known: dict[str, Editorial] = {}
        """Each by its file, while an author is served: records that change may change it."""

    def take_menu(self, nav: Navigation) -> None:
        """Split the menu by language."""
        self.nav, self.navs = nav, split_navigation(nav)

    def files(self, language: Language) -> list[str]:
        """The files of those that stand in the menu."""
        return [page.file.dest_uri for page in self.navs[language].pages]

    def name_of(self, records: Collection[str]) -> set[str]:
        """Those of these records to which they lead."""
        return {slug for slug in self._named if slug in records}

    # While one is read

    def open(self, markdown: str, page: Page, config: MkDocsConfig) -> str:
        """Begin with a page: its settings filled in, its placeholders judged."""
        build, self._page = self._build, page
        language = self.language()
        for key in ("title", "description"):
            if isinstance(page.meta.get(key), str):
                page.meta[key] = typeset(page.meta[key], language)
        build.report.add(judge_header(page, config))
        build.report.add(judge_placeholders(page, config, _BLOCKS))
        build.judge_claims([(shown(page.file, config), page.file.content_string)])
        words = build.press.words[language]

        def value(match: re.Match[str]) -> str:
            if match[1] == "accessibility" and match[2] == CLAIM:
                return claim(build.audits, words)
            if match[1] != "setting" or match[2] not in SETTINGS:
                return match[0]
            return as_link(build.press.settings.of(match[2], language)) or words[UNSET]

        return PLACEHOLDER.sub(value, markdown)

    def look_at(self, html: str, page: Page, config: MkDocsConfig) -> None:
        """Judge what the Markdown of a page came to."""
        self._build.report.add(judge_page(page, html, config))

    def language(self) -> Language:
        """The language of the page that is being read."""
        return (self._page and language_of(self._page.file.src_uri)) or "fr"

    def has_permalinks(self) -> bool:
        """True where the page that is being read has links beside its headings."""
        return self._page is not None and self._page.file.dest_uri not in _OVERVIEWS

    def resolve_case(self, target: str) -> str | None:
        """The address of a record, from the page that is being read."""
        build, page = self._build, self._page
        assert page is not None
        slug, _, anchor = target.partition("#")
        if not build.sound:
            return None
        self._named.add(slug)
        if build.is_bare:
            return None  # a catalogue that begins: its pages already name what is to come
        records = build.press.catalogue.records
        if slug not in records:
            build.report.add([unknown_link(page, build.config, target, records)])
            return None
        file = record_file(self.language(), slug)
        url = build.addresses.between(page.file.dest_uri, file)
        return f"{url}#s-{anchor}" if anchor else url

    # When one is rendered

    def view(self, language: Language) -> MkDocsConfig:
        """The configuration as the templates of one language see it."""
        if language not in self._views:
            name = self._build.press.words[language]["site-name"]
            self._views[language] = config_view(self._build.config, language, name)
        return self._views[language]

    @property
    def views(self) -> dict[Language, MkDocsConfig]:
        """The same for each language."""
        return {language: self.view(language) for language in LANGUAGES}

    def context(self, context: Any, page: Page) -> Any:
        """What the templates are given for an editorial page, in its language."""
        build, file = self._build, page.file.dest_uri
        language = language_of(page.file.src_uri) or "fr"
        written = page.content or ""
        page.content, blocks = self._filled(written, page, language)
        build.searching.take_editorial(language, file, page.title, page.content)
        frame = build.frames.of_page(page, language, blocks)
        if build.serving:
            self.known[file] = Editorial(written, page.content, frame)
        return self._in_language(context, language, frame)

    def lone_context(self, context: Any, language: Language) -> Any:
        """The same for a page without a source, such as the 404."""
        return self._in_language(context, language, self._build.frames.of_lone_page(language))

    def english_404(self) -> str:
        """The host makes the French one."""
        build = self._build
        assert build.env is not None
        base = build.addresses.site_path
        context: Any = get_context(self.navs["en"], build.files, self.view("en"), base_url=base)
        template = build.env.get_template("404.html")
        return str(template.render(self.lone_context(context, "en")))

    def _in_language(self, context: Any, language: Language, frame: Frame) -> Any:
        context["nav"] = self.navs[language]
        context["config"] = self.view(language)
        context["fp"] = frame
        return context

    def _filled(self, html: str, page: Page, language: Language) -> tuple[str, Sequence[str]]:
        """A page with generated blocks in the place of their names; and which there are."""
        build, here = self._build, page.file.dest_uri
        filled: list[str] = []

        def block(match: re.Match[str]) -> str:
            name = match[1]
            if not build.sound or name not in _BLOCKS:
                return ""
            filled.append(name)
            extra: dict[str, Any] = {}
            if name.startswith("accessibility-"):
                words = build.press.words[language]
                extra = {"statement": view_statement(build.audits, words, language)}
            if name == "sitemap":
                own = [(page.file.dest_uri, str(page.title)) for page in self.navs[language].pages]
                extra = {"parts": site_plan(build.press.editions[language], own, here)}
            return str(build.press.block(name, language, here, extra))

        return BLOCK.sub(block, html), filled
