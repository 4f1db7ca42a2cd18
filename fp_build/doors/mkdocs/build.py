"""One build: what was read, what was found, and what each hook of the host needs of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.witness import Witness
from fp_build.doors.allowances import allowances
from fp_build.doors.audits import open_audits, with_records
from fp_build.doors.cache import Cache
from fp_build.doors.clock import today
from fp_build.doors.darkroom import Darkroom, Developed
from fp_build.doors.editorial_pages import EditorialPage, beside_records, editorial_pages
from fp_build.doors.fingerprints import of_files, of_program, of_values
from fp_build.doors.hosting import judge_host_files
from fp_build.doors.mkdocs.editorial import frame_texts, judge_claims, judge_files
from fp_build.doors.mkdocs.frames import Frames
from fp_build.doors.mkdocs.host_pages import HostPages
from fp_build.doors.mkdocs.inspecting import inspected
from fp_build.doors.mkdocs.languages import page_names
from fp_build.doors.mkdocs.lightening import lighten
from fp_build.doors.mkdocs.places import base_of, kept_of
from fp_build.doors.mkdocs.reporting import Report
from fp_build.doors.mkdocs.site_addresses import (
    judge_clashes,
    judge_unlisted,
    other_addresses,
    read_moved,
)
from fp_build.doors.mkdocs.site_writing import write_site
from fp_build.doors.mkdocs.vigilance import judge_beside, judge_settings
from fp_build.doors.press import Press, Written
from fp_build.doors.progress import Counts
from fp_build.doors.reading_room import ReadingRoom
from fp_build.doors.report import as_text
from fp_build.doors.roles import role_addresses
from fp_build.doors.searching import AUTO, Searching
from fp_build.doors.spare import Spare
from fp_build.judging.judge import Judgement
from fp_build.judging.promises import judge_gone
from fp_build.publishing.edition import Settings
from fp_build.publishing.statement import claim
from fp_build.reading.workspace import Workspace
from fp_build.words.addresses import Addresses
from fp_build.words.findings import Level, in_order
from fp_build.words.languages import LANGUAGES, Bilingual, Language

log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class Build:
    """The state of one build, from the host's first hook to its last."""

    def __init__(
        self,
        config: MkDocsConfig,
        options: Any,
        room: ReadingRoom,
        judgement: Judgement,
        editorial: Sequence[EditorialPage] = (),
        *,
        serving: bool,
    ) -> None:
        self.config = config
        self.options = options
        self.room = room
        self._editorial = editorial
        self.serving = serving
        self.language: Language = options.report_language
        self.report = Report(self.language, base_of(config), strict=bool(config.strict))
        self.addresses = Addresses(_with_slash(config.site_url), config.use_directory_urls)
        overrides = Path(config.theme.custom_dir or "overrides")
        kept = kept_of(config)
        cache = Cache(kept / "made")
        self.judgement = judgement
        self._darkroom = Darkroom(cache, judgement.desk.limits.picture_pixels)
        catalogue, developed = self._arranged()
        self._report_records(developed)
        settings = self._settings()
        self.searching = Searching(_is_wanted(options.search, serving=serving), cache)
        self.cache = cache
        self.way = self._way(overrides, catalogue, settings)
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
            self.way,
        )
        self.sound = self._is_sound() and not developed.findings
        if self.sound:
            self.press.prepare()
        docs = Path(config.docs_dir)
        self.audits, found = open_audits(docs, docs.name, overrides, judgement, today())
        self.report.add(found)
        self.judge_claims(frame_texts(config, options.settings))
        self.report.add(self.searching.findings(Path(config.config_file_path).name))
        self.published = Path(config.site_dir)
        """The folder whose place the site will take."""
        self.report.add(judge_host_files(self.published))
        self.report.add(judge_settings(config))
        self.frames = Frames(
            self.press.editions,
            self.press.palette,
            self.audits,
            serving=serving,
            search=self.searching.on,
        )
        self.pages = HostPages(self)
        self.env: Environment | None = None
        self.files = Files([])
        self.moved: Mapping[str, str] = {}
        """For each former file of an editorial page the one that stands there now."""
        self.written: Written | None = None
        """What was written of the catalogue; nothing where its records are at fault."""
        self._next = catalogue, developed

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
        editorial = list(found)
        cache = Cache(kept_of(config) / "made")
        besides = beside_records(editorial)
        file = Path(config.config_file_path or "mkdocs.yml")
        limits, wrong = allowances(options.limits, file.name, file)
        room = ReadingRoom(base_of(config), options.cases_dir, roles, cache, besides, limits)
        build = cls(config, options, room, room.judge(workspace, seen), editorial, serving=serving)
        build.report.add(wrong)
        return build

    def _way(self, overrides: Path, catalogue: Catalogue, settings: Settings) -> str:
        """A fingerprint of all that pages follow from, but for records and what stands around."""
        return of_values(
            of_program(),
            of_files(overrides),
            sorted(self.judgement.workspace.vocabulary.items()),
            list(catalogue.vocabularies["years"]),
            self.judgement.desk.today,
            _is_on(self.options.preview),
            self.serving,
            self.searching.on,
            replace(settings, pages=frozenset()),
            sorted(settings.pages),
            self.addresses,
        )

    def _is_sound(self) -> bool:
        return self.judgement.worst() is not Level.ERROR

    def _settings(self) -> Settings:
        config, options = self.config, self.options
        pages = page_names(Path(config.docs_dir))
        if not config.repo_url:
            return Settings(texts=options.settings, pages=pages)
        repository = config.repo_url.rstrip("/")
        edit = options.cases_edit_uri
        if edit is None and config.edit_uri:
            edit = re.sub(r"docs/?$", "", config.edit_uri) + f"{PurePath(options.cases_dir).name}/"
        return Settings(
            edit_url=f"{repository}/{edit.strip('/')}/{{path}}" if edit else "",
            report_url=f"{repository}/{options.report_uri}" if options.report_uri else "",
            texts={"repository": config.repo_url, **options.settings},
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
        self._report_records(self._next[1])

    def renew(self) -> bool:
        """Be a build of the records that were judged last. False, and nothing done, where they
        change what is around the pages of the catalogue as well."""
        catalogue, developed = self._next
        before = self.press.catalogue.afresh()
        audits = with_records(self.audits, self.judgement)
        if (
            list(catalogue.vocabularies["years"]) != list(before.vocabularies["years"])
            or self.pages.name_of(catalogue.records) != self.pages.name_of(before.records)
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

    def _report_records(self, developed: Developed) -> None:
        found = [*self.judgement.findings, *developed.findings]
        self.report.of_records(found, len(self.judgement.records))

    def judge_claims(self, texts: Iterable[tuple[str, str]]) -> None:
        """Report what texts say of the site's accessibility without proof."""
        saying = Bilingual(*(claim(self.audits, self.press.words[x]) for x in LANGUAGES))
        self.report.add(judge_claims(texts, self.audits.compliance, saying))

    # From the host's files to a site

    def take_files(self, files: Files, config: MkDocsConfig) -> None:
        """Judge the files of the site, leave out what no page uses, shorten style sheets and
        scripts."""
        self.report.add(judge_files(files, config))
        self.report.add(judge_beside(files, config))
        lighten(files, serving=self.serving)
        self.files = files

    def judge_addresses(self) -> None:
        """Judge which file stands at which address, once the files of the site are known."""
        if not self.sound:
            return  # without its records nothing can be said of the catalogue
        catalogue, listed = self.press.catalogue.unheard, self.judgement.listed
        self.report.add(judge_clashes(self.files, self.config, catalogue))
        moved = read_moved(self._editorial, self.files, catalogue)
        self.report.add(moved.findings)
        self.moved = moved.redirects
        if listed is not None:
            gone = beside_records(self._editorial) - other_addresses(self.files, moved)
            self.report.add(judge_gone(listed, gone))
        if not self.serving and not _is_on(self.options.preview):
            self.report.add(judge_unlisted(listed, self.files, moved, self.judgement, catalogue))

    def write(self, site: Path, spare: Spare | None, say: Callable[[str], None] | None) -> None:
        """Write everything of the catalogue into the folder that the host has built, but for pages
        that stand in the ``spare``. ``say`` is told how far it is."""
        self.written = write_site(self, site, spare, say)

    def inspect(self, site: Path, spare: Spare | None) -> None:
        """Hold what was built against what it should be. An author is shown it all the same, and
        told what is wrong."""
        if self.written is None:
            return
        try:
            found = inspected(self, self.written, site, spare.taken if spare else None)
        finally:
            self.press.close()
        if not found:
            return
        if self.serving:
            found = [finding._replace(level=Level.WARNING) for finding in found]
        self.report.add(found)
        if self.report.is_fatal:
            raise PluginError(self.report.text(Level.WARNING))
        log.warning(as_text(in_order(found), self.language, self.report.lines))

    def counts(self) -> Counts:
        """What there is now."""
        written = self.written
        return Counts(
            records=len(self.press.catalogue.records),
            pages=sum(map(len, written.pages.values())) if written else 0,
            taken=written.bindery.taken if written else 0,
            warnings=self.report.count(Level.WARNING),
        )


def _with_slash(url: str | None) -> str | None:
    return None if not url else url if url.endswith("/") else f"{url}/"


def _is_wanted(value: object, *, serving: bool) -> bool:
    """Whether there is a search: while serving only where it is asked for, as it takes time."""
    return not serving if str(value).lower() == AUTO else _is_on(value)


def _is_on(value: object) -> bool:
    """What an environment variable or ``mkdocs.yml`` says of an option."""
    return str(value).lower() not in ("", "0", "false", "no", "none", "off")
