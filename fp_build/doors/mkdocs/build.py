"""One build: what was read, what was found, and what each hook of the host needs of it."""

from __future__ import annotations

import gzip
import logging
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path, PurePath
from typing import Any, Final, NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.witness import Witness
from fp_build.doors import archive
from fp_build.doors.allowances import allowances
from fp_build.doors.archive import Part
from fp_build.doors.audits import open_audits, with_records
from fp_build.doors.cache import Cache
from fp_build.doors.clock import today
from fp_build.doors.darkroom import Darkroom, Developed
from fp_build.doors.disk import lines_of
from fp_build.doors.editorial_pages import EditorialPage, beside_records, editorial_pages
from fp_build.doors.fingerprints import of_files, of_program, of_values
from fp_build.doors.mkdocs.editorial import (
    CLAIM,
    SETTINGS,
    UNSET,
    frame_texts,
    judge_claims,
    judge_files,
    judge_placeholders,
    shown,
    unknown_link,
)
from fp_build.doors.mkdocs.frames import Frame, Frames
from fp_build.doors.mkdocs.hosting import judge_host_files, write_host_files
from fp_build.doors.mkdocs.inspecting import inspected
from fp_build.doors.mkdocs.languages import config_view, language_of, page_names
from fp_build.doors.mkdocs.links import BLOCK, PLACEHOLDER, as_link
from fp_build.doors.mkdocs.places import base_of, kept_of
from fp_build.doors.mkdocs.press import WORDS_FILE, Press, Written
from fp_build.doors.mkdocs.searching import AUTO, Searching
from fp_build.doors.mkdocs.shell import Shells
from fp_build.doors.mkdocs.standing import (
    besides,
    judge_clashes,
    judge_unlisted,
    read_moved,
)
from fp_build.doors.mkdocs.vigilance import (
    judge_beside,
    judge_header,
    judge_page,
    judge_settings,
)
from fp_build.doors.pagefind import SearchFailed
from fp_build.doors.progress import Counts, Progress
from fp_build.doors.reading_room import ReadingRoom
from fp_build.doors.report import as_text, summary
from fp_build.doors.roles import role_addresses
from fp_build.doors.spare import Spare
from fp_build.judging import page_faults
from fp_build.judging.judge import Judgement
from fp_build.judging.promises import judge_gone
from fp_build.publishing.assets import is_smaller, smaller
from fp_build.publishing.blocks import BLOCKS, HOST_BLOCKS
from fp_build.publishing.edition import Settings
from fp_build.publishing.hosts import Hosting
from fp_build.publishing.page_kinds import REPORT, marks
from fp_build.publishing.site_plan import site_plan
from fp_build.publishing.sitemap import sitemap
from fp_build.publishing.statement import claim, view_statement
from fp_build.reading.workspace import Workspace
from fp_build.words.addresses import Addresses, list_file, record_file, root, twin
from fp_build.words.findings import Finding, Level, Place, in_order
from fp_build.words.languages import LANGUAGES, Bilingual, Language
from fp_build.words.typography import typeset

log = logging.getLogger(f"mkdocs.plugins.{__name__}")

REPORT_FILE: Final = "preview-report.txt"
"""Where the findings stand while an author is served pages that are not the newest."""

RELOAD_SCRIPT: Final = "assets/javascripts/reload.js"
"""What loads a page again when its author has saved something."""

_OF_PREVIEWS: Final = ("assets/javascripts/preview.js", RELOAD_SCRIPT)
"""Scripts that are of no use on a published site; the first shows that report in the browser."""

_UNUSED: Final = re.compile(
    rf"{re.escape(WORDS_FILE)}|map/.*|assets/javascripts/(?:lunr/.*|workers/search.*|bundle\..*|.*\.map)"
    r"|assets/images/favicon\.png|assets/stylesheets/(?:(?:main|palette)\.\w+\.min\.css|.*\.map)"
)
"""Files of the theme that no page asks for: our frame brings its own style and scripts."""


class Editorial(NamedTuple):
    """An editorial page: what its author wrote, that with its blocks, and what stands around it."""

    written: str
    content: str
    frame: Frame


class Build:
    """The state of one build, from the host's first hook to its last."""

    def __init__(
        self,
        config: MkDocsConfig,
        options: Any,
        room: ReadingRoom,
        judgement: Judgement,
        pages: Sequence[EditorialPage] = (),
        *,
        serving: bool,
    ) -> None:
        self.config = config
        self.options = options
        self.room = room
        self._pages = pages
        self.serving = serving
        self.language: Language = options.report_language
        self.addresses = Addresses(_with_slash(config.site_url), config.use_directory_urls)
        overrides = Path(config.theme.custom_dir or "overrides")
        kept = kept_of(config)
        cache = Cache(kept / "made")
        self.judgement = judgement
        self._darkroom = Darkroom(cache, judgement.desk.limits.picture_pixels)
        self._arranged_last: Catalogue | None = None
        catalogue, developed = self._arranged()
        self._of_records = [*judgement.findings, *developed.findings]
        self._of_site: list[Finding] = []
        """What was found elsewhere than in the records."""
        settings = self._settings()
        self.searching = Searching(_is_wanted(options.search, serving=serving), cache)
        way = of_values(
            of_program(),
            of_files(overrides),
            sorted(judgement.workspace.vocabulary.items()),
            list(catalogue.vocabularies["years"]),
            judgement.desk.today,
            _is_on(options.preview),
            serving,
            self.searching.on,
            replace(settings, pages=frozenset()),
            sorted(settings.pages),
            self.addresses,
        )
        self.cache = cache
        self.way = way
        """What tells this way of building from others."""
        self.press = Press(
            catalogue,
            overrides,
            self.addresses,
            settings,
            cache,
            self._darkroom,
            developed,
            kept / "pages",
            way,
        )
        self.sound = self._is_sound() and not developed.findings
        if self.sound:
            self.press.prepare()
        docs = Path(config.docs_dir)
        self.audits, found = open_audits(docs, docs.name, overrides, judgement, today())
        self._of_site += found
        self._of_site += self._claims(frame_texts(config, options.settings))
        self._of_site += self.searching.findings(Path(config.config_file_path).name)
        self._published = Path(config.site_dir)
        """The folder whose place the site will take."""
        self._of_site += judge_host_files(self._published)
        self._of_site += judge_settings(config)
        self.frames = Frames(
            self.press.editions,
            self.press.palette,
            self.audits,
            serving=serving,
            search=self.searching.on,
        )
        self.navs: dict[Language, Navigation] = {}
        self.views: dict[Language, MkDocsConfig] = {}
        self.env: Environment | None = None
        self.page: Page | None = None
        self.files = Files([])
        self.done = Written({}, 0, frozenset())
        """What was written of the catalogue."""
        self._next = catalogue, developed
        self._named: set[str] = set()
        """The records to which editorial pages lead."""
        self.editorial: dict[str, Editorial] = {}
        """Each editorial page, while an author is served: records that change may change it."""
        self.nav: Navigation | None = None
        """The host's menu, of both languages."""

    @classmethod
    def start(
        cls,
        config: MkDocsConfig,
        options: Any,
        workspace: Workspace,
        seen: Mapping[str, bytes],
        *,
        serving: bool,
    ) -> Build:
        """Read and judge the records of a workspace. ``seen`` are the fingerprints of its folders,
        by name."""
        roles = role_addresses(options.settings)
        docs = Path(config.docs_dir)
        found = editorial_pages(docs, docs.name, directories=config.use_directory_urls)
        pages = list(found)
        cache = Cache(kept_of(config) / "made")
        besides = beside_records(pages)
        file = Path(config.config_file_path or "mkdocs.yml")
        limits, wrong = allowances(options.limits, file.name, file)
        room = ReadingRoom(base_of(config), options.cases_dir, roles, cache, besides, limits)
        build = cls(config, options, room, room.judge(workspace, seen), pages, serving=serving)
        build._of_site += wrong
        return build

    def _is_sound(self) -> bool:
        return self.judgement.worst() is not Level.ERROR

    def _settings(self) -> Settings:
        config, options = self.config, self.options
        pages = page_names(Path(config.docs_dir))
        if not config.repo_url:
            return Settings(said=options.settings, pages=pages)
        repository = config.repo_url.rstrip("/")
        edit = options.cases_edit_uri
        if edit is None and config.edit_uri:
            edit = re.sub(r"docs/?$", "", config.edit_uri) + f"{PurePath(options.cases_dir).name}/"
        return Settings(
            edit_url=f"{repository}/{edit.strip('/')}/{{path}}" if edit else "",
            report_url=f"{repository}/{options.report_uri}" if options.report_uri else "",
            said={"repository": config.repo_url, **options.settings},
            pages=pages,
        )

    def _arranged(self) -> tuple[Witness, Developed]:
        """The catalogue of the records that were judged, none where they are at fault, and what was
        made of its pictures."""
        judgement = self.judgement
        catalogue = Catalogue.arrange(
            judgement.records.values() if self._is_sound() else (),
            judgement.vocabularies,
            judgement.desk.today,
            preview=_is_on(self.options.preview),
            known=self.room.terms,
        )
        if self._is_sound():
            self._arranged_last = catalogue
        developed = self._darkroom.develop(catalogue.records.values())
        return Witness(catalogue, self.room.digests), developed

    # Again, while an author is served

    def is_of_today(self) -> bool:
        """False where a day has begun since: what is open or past follows the day."""
        return self.judgement.desk.today == today()

    def judge_again(self, touched: Collection[str]) -> None:
        """Judge the records as they are now, where only these folders were touched."""
        self.judgement = self.room.judge_again(self.judgement, touched)
        self._next = self._arranged()
        self._of_records = [*self.judgement.findings, *self._next[1].findings]

    def renew(self) -> bool:
        """Be a build of the records that were judged last. False, and nothing done, where they
        change what is around the pages of the catalogue as well."""
        catalogue, developed = self._next
        before = self.press.catalogue.afresh()
        audits = with_records(self.audits, self.judgement)
        if (
            list(catalogue.vocabularies["years"]) != list(before.vocabularies["years"])
            or any((slug in catalogue.records) != (slug in before.records) for slug in self._named)
            or any(claim(audits, w) != claim(self.audits, w) for w in self.press.words.values())
        ):
            return False
        self.audits = audits
        self._print(catalogue, developed)
        return True

    def resume(self) -> None:
        """Go on with the records that were published last."""
        self._print(self.press.catalogue.afresh(), self.press.developed)

    def _print(self, catalogue: Witness, developed: Developed) -> None:
        self.press = self.press.renewed(catalogue, developed)
        self.frames.renew(self.press.editions, self.audits)

    @property
    def is_bare(self) -> bool:
        """True where nobody has written a record yet."""
        return not self.judgement.workspace.folders

    # Findings

    @property
    def findings(self) -> list[Finding]:
        """All that is known to be wrong."""
        return [*self._of_records, *self._of_site]

    def fails(self, *, strict: bool) -> bool:
        """True where the build may not publish."""
        limit = Level.WARNING if strict else Level.ERROR
        return any(finding.level >= limit for finding in self.findings)

    def log_level(self) -> int:
        """How loud the report is in the host's log, when it fails nothing."""
        loud = any(finding.level >= Level.WARNING for finding in self.findings)
        return logging.WARNING if loud else logging.INFO

    def report(self, least: Level = Level.NOTICE, told: Collection[tuple[Place, str]] = ()) -> str:
        """The findings from that level on, all in one; nothing where there are none. Those that
        have been ``told`` before, by place and rule, are left out."""
        findings = in_order(
            finding
            for finding in self.findings
            if finding.level >= least and (finding.place, finding.rule.id) not in told
        )
        text = as_text(findings, self.language, self.lines)
        line = summary(findings, len(self.judgement.records), self.language)
        return f"Futurs Publics\n\n{text}\n\n{line}" if findings else ""

    def lines(self, path: str) -> Any:
        """The lines of a file of the project, by its path as findings have it."""
        return lines_of(str(base_of(self.config) / path))

    def _claims(self, texts: Iterable[tuple[str, str]]) -> Iterator[Finding]:
        """What texts say of the site's accessibility without proof."""
        saying = Bilingual(*(claim(self.audits, self.press.words[x]) for x in LANGUAGES))
        return judge_claims(texts, self.audits.compliance, saying)

    # Files and pages

    def take_files(self, files: Files, config: MkDocsConfig) -> None:
        """Judge the files of the site, leave out what no page uses, shorten style sheets and
        scripts."""
        self._of_site += judge_files(files, config)
        self._of_site += judge_beside(files, config)
        for file in list(files):
            only_preview = file.src_uri in _OF_PREVIEWS and not self.serving
            if only_preview or _UNUSED.fullmatch(file.src_uri):
                files.remove(file)
            elif is_smaller(file.src_uri):
                file.content_string = smaller(file.src_uri, file.content_string)
        self.files = files

    def judge_standing(self) -> None:
        """Judge what stands where, once the files of the site are known."""
        catalogue, listed = self._arranged_last, self.judgement.listed  # whom no witness hears
        if not self.sound or catalogue is None:
            return  # without its records nothing can be said of the catalogue
        self._of_site += judge_clashes(self.files, self.config, catalogue)
        moved = read_moved(self._pages, self.files, catalogue)
        self._of_site += moved.findings
        self.press.moved = moved.redirects
        if listed is not None:
            gone = beside_records(self._pages) - besides(self.files, moved)
            self._of_site += judge_gone(listed, gone)
        if not self.serving and not _is_on(self.options.preview):
            self._of_site += judge_unlisted(listed, self.files, moved, self.judgement, catalogue)

    def open_page(self, markdown: str, page: Page, config: MkDocsConfig) -> str:
        """Begin with a page: its settings filled in, its placeholders judged."""
        self.page = page
        language = self.page_language()
        for key in ("title", "description"):
            if isinstance(page.meta.get(key), str):
                page.meta[key] = typeset(page.meta[key], language)
        self._of_site += judge_header(page, config)
        self._of_site += judge_placeholders(page, config, {*BLOCKS, *HOST_BLOCKS})
        self._of_site += self._claims([(shown(page.file, config), page.file.content_string)])

        def value(match: re.Match[str]) -> str:
            if match[1] == "accessibility" and match[2] == CLAIM:
                return claim(self.audits, self.press.words[language])
            if match[1] != "setting" or match[2] not in SETTINGS:
                return match[0]
            said = self.press.settings.of(match[2], language)
            return as_link(said) or self.press.words[language][UNSET]

        return PLACEHOLDER.sub(value, markdown)

    def take_page(self, html: str, page: Page, config: MkDocsConfig) -> None:
        """Judge what the Markdown of a page came to."""
        self._of_site += judge_page(page, html, config)

    def page_language(self) -> Language:
        """The language of the page that is being read."""
        return (self.page and language_of(self.page.file.src_uri)) or "fr"

    def has_permalinks(self) -> bool:
        """True where the page that is being read has links beside its headings: not on the home
        page and the catalogue, which are ways to somewhere else."""
        lists = [f"{root(lang)}index.html" for lang in LANGUAGES] + [*map(list_file, LANGUAGES)]
        return self.page is not None and self.page.file.dest_uri not in lists

    def resolve_case(self, target: str) -> str | None:
        """The address of a record, from the page that is being read."""
        assert self.page is not None
        slug, _, anchor = target.partition("#")
        if not self.sound:
            return None
        self._named.add(slug)
        if self.is_bare:
            return None  # a catalogue that begins: its pages already name what is to come
        if slug not in self.press.catalogue.records:
            slugs = self.press.catalogue.records
            self._of_site.append(unknown_link(self.page, self.config, target, slugs))
            return None
        language = self.page_language()
        url = self.addresses.between(self.page.file.dest_uri, record_file(language, slug))
        return f"{url}#s-{anchor}" if anchor else url

    def fill_blocks(self, html: str, page: Page) -> tuple[str, list[str]]:
        """Put generated blocks in the place of their names; answers which there are as well."""
        language = language_of(page.file.src_uri) or "fr"
        here = page.file.dest_uri
        filled: list[str] = []

        def block(match: re.Match[str]) -> str:
            if not self.sound or match[1] not in {*BLOCKS, *HOST_BLOCKS}:
                return ""
            filled.append(match[1])
            extra: dict[str, Any] = {}
            if match[1].startswith("accessibility-"):
                words = self.press.words[language]
                extra = {"statement": view_statement(self.audits, words, language)}
            if match[1] == "sitemap":
                own = [(page.file.dest_uri, str(page.title)) for page in self.navs[language].pages]
                extra = {"parts": site_plan(self.press.editions[language], own, here)}
            return str(self.press.block(match[1], language, here, extra))

        return BLOCK.sub(block, html), filled

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
        written = page.content or ""
        page.content, blocks = self.fill_blocks(written, page)
        self.searching.take_editorial(language, page.file.dest_uri, page.title, page.content)
        frame = self.frames.of_page(page, language, blocks)
        if self.serving:
            self.editorial[page.file.dest_uri] = Editorial(written, page.content, frame)
        return self._in_language(context, language, frame)

    def lone_context(self, context: Any, language: Language) -> Any:
        """A page without a source, such as the 404."""
        return self._in_language(context, language, self.frames.of_lone_page(language))

    def _in_language(self, context: Any, language: Language, frame: Frame) -> Any:
        context["nav"] = self.navs[language]
        context["config"] = self.view(language)
        context["fp"] = frame
        return context

    # Writing

    def write(self, site: Path, spare: Spare | None, say: Callable[[str], None] | None) -> None:
        """Write everything of the catalogue into the folder that the host has built, but for pages
        that stand in the ``spare``. ``say`` is told how far it is."""
        assert self.env is not None
        self._write_lone_pages(site)
        if not self.sound:
            self.write_report(site)
            return
        for language in LANGUAGES:
            self.view(language)
        self.shells = Shells(
            self.env,
            "catalogue.html",
            self.views,
            self.navs,
            self.frames.of_slots,
            self.frames.values_of,
        )
        self._compare(self.shells)
        self.searching.begin(self.press.catalogue, self.addresses)
        try:
            with Progress(self.language, say) as progress:
                self.done = self.press.write(site, spare, self.shells, self.searching, progress)
            for file, data in self.sitemap(self.done.pages):
                (site / file).write_bytes(data)
            if not self.serving:
                moved = sorted(self.press.redirects.items())
                hosting = Hosting(self.addresses, self.searching.on, moved)
                write_host_files(site, hosting, self._published)
            self.searching.write(site)
        except SearchFailed as failure:
            place = Place(Path(self.config.config_file_path).name)
            self._of_site.append(page_faults.SEARCH_FAILED.at(place, said=str(failure)))
            raise PluginError(self.report(Level.ERROR)) from failure
        finally:
            self.searching.stop()

    def inspect(self, site: Path, spare: Spare | None) -> None:
        """Hold what was built against what it should be. An author is shown it all the same, and
        told what is wrong."""
        if not self.sound:
            return
        try:
            found = inspected(self, site, spare.taken if spare else None)
        finally:
            self.press.close()
        if not found:
            return
        if self.serving:
            found = [finding._replace(level=Level.WARNING) for finding in found]
        self._of_site += found
        if self.fails(strict=bool(self.config.strict)):
            raise PluginError(self.report(Level.WARNING))
        log.warning(as_text(in_order(found), self.language, self.lines))

    def counts(self) -> Counts:
        """What there is now."""
        return Counts(
            records=len(self.press.catalogue.records),
            pages=sum(map(len, self.done.pages.values())),
            taken=self.done.taken,
            warnings=sum(finding.level is Level.WARNING for finding in self.findings),
        )

    def _compare(self, shells: Shells) -> None:
        """Hold what is filled against what the host renders, on a few pages."""
        for page in self.press.samples():
            if shells.fill(page) != shells.whole(page):
                place = Place(f"{Path(self.config.theme.custom_dir or '').name}/catalogue.html")
                self._of_site.append(page_faults.FRAME_FROZEN.at(place, page=page.file))
                raise PluginError(self.report(Level.ERROR))

    def sitemap(self, pages: Mapping[Language, Iterable[str]]) -> Iterator[Part]:
        """What programs are told of all pages: those of the catalogue, and the editorial ones."""
        files = [(language, file) for language, written in pages.items() for file in written]
        for language, nav in self.navs.items():
            files += ((language, page.file.dest_uri) for page in nav.pages)
        files.sort(key=itemgetter(1))
        key = self.cache.key("sitemap", of_values(of_program(), self.addresses, files))

        def made() -> Iterator[Part]:
            listed = ((language, file, twin(file)) for language, file in files)
            text = sitemap(listed, self.addresses).encode()
            yield "sitemap.xml", text
            yield "sitemap.xml.gz", gzip.compress(text, mtime=0)

        yield from archive.unpacked(self.cache.made(key, lambda: archive.packed(made())))

    def _write_lone_pages(self, site: Path) -> None:
        """The English 404; the host makes the French one."""
        assert self.env is not None
        base = self.addresses.site_path
        context: Any = get_context(self.navs["en"], self.files, self.view("en"), base_url=base)
        page = self.env.get_template("404.html").render(self.lone_context(context, "en"))
        (site / "en").mkdir(exist_ok=True)
        (site / "en" / "404.html").write_text(page, encoding="utf-8")

    def write_report(self, site: Path) -> None:
        """Show the findings at the home pages, while there is nothing better to show."""
        edition = self.press.editions[self.language]
        for name in ("index.html", "en/index.html"):
            values = {"report": self.report(Level.WARNING), "top": "../" * name.count("/")}
            page = self.press.render(REPORT.template, edition, {**values, "kind": marks(REPORT)})
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


def _is_wanted(value: object, *, serving: bool) -> bool:
    """Whether there is a search: while serving only where it is asked for, as it takes time."""
    return not serving if str(value).lower() == AUTO else _is_on(value)


def _is_on(value: object) -> bool:
    """What an environment variable or ``mkdocs.yml`` says of an option."""
    return str(value).lower() not in ("", "0", "false", "no", "none", "off")
