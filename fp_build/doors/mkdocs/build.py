"""One build: what was read, what was found, and what each hook of the host needs of it."""

from __future__ import annotations

import gzip
import logging
import re
from pathlib import Path, PurePath
from typing import Any, Final

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fp_build.arranging.catalogue import Catalogue
from fp_build.doors.clock import today
from fp_build.doors.disk import VOCABULARY, lines_of, open_workspace
from fp_build.doors.mkdocs.editorial import (
    SETTINGS,
    UNSET,
    judge_files,
    judge_placeholders,
    unknown_link,
)
from fp_build.doors.mkdocs.frames import Frame, Frames
from fp_build.doors.mkdocs.languages import config_view, language_of
from fp_build.doors.mkdocs.links import BLOCK, PLACEHOLDER
from fp_build.doors.mkdocs.press import WORDS_FILE, Press
from fp_build.doors.mkdocs.shell import Shells
from fp_build.doors.report import as_text, summary
from fp_build.doors.roles import role_addresses
from fp_build.judging.judge import Judgement, judge
from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.edition import Settings
from fp_build.publishing.site_plan import site_plan
from fp_build.publishing.sitemap import sitemap
from fp_build.publishing.views import SitePage
from fp_build.reading.source import Limits
from fp_build.words.addresses import Addresses, record_file, twin
from fp_build.words.findings import Finding, Level, in_order
from fp_build.words.languages import LANGUAGES, Language

REPORT_FILE: Final = "preview-report.txt"
"""Where the findings stand while an author is served pages that are not the newest."""

PREVIEW_SCRIPT: Final = "assets/javascripts/preview.js"
"""What shows that report in the browser; of no use on a published site."""

_HOST_BLOCKS: Final = ("sitemap", "rules")
_UNUSED: Final = re.compile(
    rf"{re.escape(WORDS_FILE)}|assets/javascripts/(?:lunr/.*|workers/search.*|bundle\..*|.*\.map)"
    r"|assets/images/favicon\.png|assets/stylesheets/(?:(?:main|palette)\.\w+\.min\.css|.*\.map)"
)
"""Files of the theme that no page asks for: our frame brings its own style and scripts."""


class Build:
    """The state of one build, from the host's first hook to its last."""

    def __init__(
        self,
        config: MkDocsConfig,
        options: Any,
        judgement: Judgement,
        cases: Path,
        *,
        serving: bool,
    ) -> None:
        self.config = config
        self.options = options
        self.judgement = judgement
        self.cases = cases
        self.serving = serving
        self.language: Language = options.report_language
        self.findings: list[Finding] = list(judgement.findings)
        self.addresses = Addresses(_with_slash(config.site_url), config.use_directory_urls)
        catalogue = Catalogue.arrange(
            judgement.records.values() if self._is_sound() else (),
            judgement.vocabularies,
            judgement.desk.today,
            preview=_is_on(options.preview),
        )
        self.press = Press(
            catalogue,
            Path(config.theme.custom_dir or "overrides"),
            self.addresses,
            self._settings(),
        )
        self.sound = self._is_sound()
        self.frames = Frames(self.addresses, self.press.words, self.press.settings, serving=serving)
        self.navs: dict[Language, Navigation] = {}
        self.views: dict[Language, MkDocsConfig] = {}
        self.env: Environment | None = None
        self.page: Page | None = None
        self.files = Files([])

    @classmethod
    def start(cls, config: MkDocsConfig, options: Any, *, serving: bool) -> Build:
        """Read and judge the records."""
        base = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        shown = PurePath(options.cases_dir).as_posix()
        cases = base / options.cases_dir
        own = cases / VOCABULARY
        vocabulary, vocabulary_shown = own, f"{shown}/{VOCABULARY}"
        if not own.is_dir():
            vocabulary, vocabulary_shown = base / "cases" / VOCABULARY, f"cases/{VOCABULARY}"
        workspace = open_workspace(cases, shown, vocabulary, vocabulary_shown)
        roles = role_addresses(options.settings)
        judgement = judge(workspace, today(), Limits(), role_addresses=roles)
        return cls(config, options, judgement, cases, serving=serving)

    def _is_sound(self) -> bool:
        return self.judgement.worst() is not Level.ERROR

    def _settings(self) -> Settings:
        config, options = self.config, self.options
        if not config.repo_url:
            return Settings(said=options.settings)
        repository = config.repo_url.rstrip("/")
        edit = options.cases_edit_uri
        if edit is None and config.edit_uri:
            edit = re.sub(r"docs/?$", "", config.edit_uri) + f"{PurePath(options.cases_dir).name}/"
        return Settings(
            edit_url=f"{repository}/{edit.strip('/')}/{{path}}" if edit else "",
            report_url=f"{repository}/{options.report_uri}" if options.report_uri else "",
            said={"repository": config.repo_url, **options.settings},
        )

    # Findings

    def fails(self, *, strict: bool) -> bool:
        """True where the build may not publish."""
        limit = Level.WARNING if strict else Level.ERROR
        return any(finding.level >= limit for finding in self.findings)

    def log_level(self) -> int:
        """How loud the report is in the host's log, when it fails nothing."""
        loud = any(finding.level >= Level.WARNING for finding in self.findings)
        return logging.WARNING if loud else logging.INFO

    def report(self, least: Level = Level.NOTICE) -> str:
        """The findings from that level on, all in one; nothing where there are none."""
        findings = [f for f in in_order(self.findings) if f.level >= least]
        text = as_text(findings, self.language, self._lines)
        line = summary(findings, len(self.judgement.records), self.language)
        return f"Futurs Publics\n\n{text}\n\n{line}" if findings else ""

    def _lines(self, path: str) -> Any:
        base = Path(self.config.config_file_path or "mkdocs.yml").resolve().parent
        return lines_of(str(base / path))

    # Files and pages

    def take_files(self, files: Files, config: MkDocsConfig) -> None:
        """Judge the files of the site and leave out what no page uses."""
        self.findings += judge_files(files, config)
        for file in list(files):
            only_preview = file.src_uri == PREVIEW_SCRIPT and not self.serving
            if only_preview or _UNUSED.fullmatch(file.src_uri):
                files.remove(file)
        self.files = files

    def open_page(self, markdown: str, page: Page, config: MkDocsConfig) -> str:
        """Begin with a page: its settings filled in, its placeholders judged."""
        self.page = page
        language = language_of(page.file.src_uri) or "fr"
        self.findings += judge_placeholders(page, config, {*BLOCKS, *_HOST_BLOCKS})

        def value(match: re.Match[str]) -> str:
            if match[1] == "block" or match[2] not in SETTINGS:
                return match[0]
            said = self.press.settings.of(match[2], language)
            return said or self.press.words[language][UNSET]

        return PLACEHOLDER.sub(value, markdown)

    def resolve_case(self, target: str) -> str | None:
        """The address of a record, from the page that is being read."""
        assert self.page is not None
        slug, _, anchor = target.partition("#")
        if not self.sound:
            return None
        if slug not in self.press.catalogue.records:
            slugs = self.press.catalogue.records
            self.findings.append(unknown_link(self.page, self.config, target, slugs))
            return None
        language = language_of(self.page.file.src_uri) or "fr"
        url = self.addresses.between(self.page.file.dest_uri, record_file(language, slug))
        return f"{url}#s-{anchor}" if anchor else url

    def fill_blocks(self, html: str, page: Page) -> str:
        """Put generated blocks in the place of their names."""
        language = language_of(page.file.src_uri) or "fr"
        here = page.file.dest_uri

        def block(match: re.Match[str]) -> str:
            if not self.sound or match[1] not in {*BLOCKS, *_HOST_BLOCKS}:
                return ""
            extra = {}
            if match[1] == "sitemap":
                own = [(page.file.dest_uri, str(page.title)) for page in self.navs[language].pages]
                extra = {"parts": site_plan(self.press.editions[language], own, here)}
            return str(self.press.block(match[1], language, here, extra))

        return BLOCK.sub(block, html)

    # What templates are given

    def view(self, language: Language) -> MkDocsConfig:
        """The configuration as the templates of one language see it."""
        if language not in self.views:
            name = self.press.words[language]["site-name"]
            self.views[language] = config_view(self.config, language, name)
        return self.views[language]

    def page_context(self, context: Any, page: Page) -> Any:
        """An editorial page, in its language."""
        language = language_of(page.file.src_uri) or "fr"
        page.content = self.fill_blocks(page.content or "", page)
        return self._in_language(context, language, self.frames.of_page(page, language))

    def lone_context(self, context: Any, language: Language) -> Any:
        """A page without a source, such as the 404."""
        return self._in_language(context, language, self.frames.of_lone_page(language))

    def _in_language(self, context: Any, language: Language, frame: Frame) -> Any:
        context["nav"] = self.navs[language]
        context["config"] = self.view(language)
        context["fp"] = frame
        return context

    # Writing

    def write(self, site: Path) -> None:
        """Write everything of the catalogue into the folder that the host has built."""
        assert self.env is not None
        self._write_lone_pages(site)
        if not self.sound:
            self.write_report(site)
            return
        for language in LANGUAGES:
            self.view(language)
        shells = Shells(self.env, "catalogue.html", self.views, self.navs, self.frames.of_slots)
        listed = [
            (language, page.file.dest_uri, twin(page.file.dest_uri))
            for language, nav in self.navs.items()
            for page in nav.pages
        ]

        def fill(page: SitePage, language: Language) -> str:
            listed.append((language, page.file, page.other_file))
            values = {
                "self": str(escape(self.addresses.between(page.file, page.file))),
                "other": str(escape(self.addresses.between(page.file, page.other_file))),
                "selfabs": str(escape(self.addresses.absolute(page.file) or "")),
                "otherabs": str(escape(self.addresses.absolute(page.other_file) or "")),
                "titlelang": f' lang="{page.title_lang}"' if page.title_lang else "",
            }
            return shells.fill(page, language, values)

        self.press.write(site, fill)
        text = sitemap(sorted(listed, key=lambda item: item[1]), self.addresses).encode()
        (site / "sitemap.xml").write_bytes(text)
        (site / "sitemap.xml.gz").write_bytes(gzip.compress(text, mtime=0))

    def _write_lone_pages(self, site: Path) -> None:
        """The English 404; the host makes the French one."""
        assert self.env is not None
        base = self.frames.site_path
        context: Any = get_context(self.navs["en"], self.files, self.view("en"), base_url=base)
        page = self.env.get_template("404.html").render(self.lone_context(context, "en"))
        (site / "en").mkdir(exist_ok=True)
        (site / "en" / "404.html").write_text(page, encoding="utf-8")

    def write_report(self, site: Path) -> None:
        """Show the findings at the home pages, while there is nothing better to show."""
        edition = self.press.editions[self.language]
        for name in ("index.html", "en/index.html"):
            values = {"report": self.report(Level.WARNING), "top": "../" * name.count("/")}
            page = self.press.render("preview/report.html", edition, values)
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(page, encoding="utf-8")

    def report_banner(self) -> str:
        """The findings as a part of a page, to be laid over the last good pages."""
        edition = self.press.editions[self.language]
        number = sum(finding.level is Level.ERROR for finding in self.findings)
        banner = edition.words.count("report-banner", number)
        values = {"banner": banner, "report": self.report(Level.WARNING)}
        return self.press.render("preview/banner.html", edition, values)


def _with_slash(url: str | None) -> str | None:
    return None if not url else url if url.endswith("/") else f"{url}/"


def _is_on(value: object) -> bool:
    """What an environment variable or ``mkdocs.yml`` says of an option."""
    return str(value).lower() not in ("", "0", "false", "no", "none", "off")
