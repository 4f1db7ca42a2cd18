"""The MkDocs plugin ``futurs-publics``: each hook hands over to what can be read alone."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands import build as host_build
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fp_build.doors.collector import keep_all, leave_to_the_system, without_collector
from fp_build.doors.compiled import CompiledTemplates
from fp_build.doors.disk import open_project
from fp_build.doors.fingerprints import of_folders
from fp_build.doors.interruption import INTERRUPTED, TOO_LATE, Interruption
from fp_build.doors.mkdocs.alignment import Alignment
from fp_build.doors.mkdocs.entrance import judge_entrance
from fp_build.doors.mkdocs.escaping import escape_templates
from fp_build.doors.mkdocs.failing import as_failure, failure, failures, is_said
from fp_build.doors.mkdocs.languages import place_files
from fp_build.doors.mkdocs.links import CaseLinks
from fp_build.doors.mkdocs.places import base_of, kept_of
from fp_build.doors.mkdocs.receipt import Reception
from fp_build.doors.mkdocs.theme_files import list_visible_files
from fp_build.doors.mkdocs.typesetting import Typesetting
from fp_build.doors.progress import beginning, ending
from fp_build.doors.publication import Publication
from fp_build.doors.turn import WAITING
from fp_build.judging.machine_faults import BUILD_BUSY
from fp_build.words.findings import Place
from fp_build.words.languages import Language, as_language

if TYPE_CHECKING:  # what only a build needs is imported when there is something to build
    from fp_build.doors.mkdocs.build import Build
    from fp_build.doors.mkdocs.serving import Serving

log = logging.getLogger(f"mkdocs.plugins.{__name__}")
course = log.getChild("course")
"""How far a build is; ``log`` is for what was found."""


class Options(base.Config):
    """What ``mkdocs.yml`` may set for the plugin."""

    cases_dir = c.Type(str, default="cases")
    """The folder of the records, relative to ``mkdocs.yml``."""
    report_language = c.Choice(("fr", "en"), default="fr")
    preview = c.Type((bool, int, str), default=False)
    """Shows drafts and records in review."""
    search = c.Type((bool, int, str), default="auto")
    """Whether pages can be searched: ``auto`` leaves the index out while authors are served."""
    cases_edit_uri = c.Optional(c.Type(str))
    """Where records are edited, relative to ``repo_url``; by default beside ``edit_uri``."""
    report_uri = c.Type(str, default="issues/new?title={title}&body={page}")
    """Where an error is reported, relative to ``repo_url``."""
    settings = c.Type(dict, default={})
    """Publisher, host, contacts: a text, or one for each language."""
    wait = c.Type((int, float, str), default=120)
    """For how many seconds a build waits for another one of the same site."""
    limits = c.Optional(c.Type(dict))
    """How large input may be, by the names of ``fp_build.reading.source.Limits``."""


class FutursPublics(BasePlugin[Options]):
    """Judges the records and publishes the catalogue in both languages; lets no fault out."""

    def __init__(self) -> None:
        self.command: Literal["build", "serve", "gh-deploy"] | None = None
        self.publication: Publication | None = None
        self.ready = False
        self.has_published = False
        self.build: Build | None = None
        self.serving: Serving | None = None
        self.reception: Reception | None = None
        self.since = 0.0
        self.base, self.target = Path(), Path()
        self.interruption = Interruption.none()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what was asked; with this hook MkDocs keeps the plugin across rebuilds."""
        self.command = command
        if command == "build":
            self.interruption = Interruption.heard()

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave a site alone that stands as it should; else read and judge the records, and build
        beside the published folder."""
        if config.strict:  # -q hides the warnings that --strict counts: let them through
            host = logging.getLogger(host_build.__name__.partition(".")[0])
            host.setLevel(min(host.getEffectiveLevel(), logging.WARNING))
        self.ready = False
        self.since, began = time.monotonic(), time.time_ns()
        base, target = base_of(config), Path(config.site_dir)
        self.base, self.target = base, target
        self.publication = publication = Publication(target)
        cases = base / self.config.cases_dir
        self._judge_entrance(config, cases)
        if self.command != "serve":  # which publishes into a folder of its own
            self._wait_for(publication)
        publication.sweep()
        workspace = open_project(base, self.config.cases_dir)
        seen = of_folders(workspace.folders)
        if self.command == "build":  # others publish into folders that come and go
            self.reception = Reception(config, cases, workspace, seen, log.name, began)
            self._stop_where_all_is_done(not workspace.folders)
            publication.take_spare(kept_of(config) / "before")
        with without_collector():
            from fp_build.doors.mkdocs.build import Build
            from fp_build.doors.mkdocs.permalinks import Permalinks

            serving = self.command == "serve"
            self.build = Build.start(config, self.config, workspace, seen, serving=serving)
            if self.command == "build":  # others go on when the site is built
                keep_all()
        config.site_dir = str(publication.begin())
        list_visible_files(config.theme)
        extensions = (
            CaseLinks(self.build.pages.resolve_case),
            Alignment(),
            Typesetting(self.build.pages.language),
            Permalinks(self.build.pages.has_permalinks),
        )
        config.markdown_extensions.extend(extensions)  # type: ignore[arg-type]
        return config

    @property
    def _language(self) -> Language:
        return as_language(self.config.report_language) or "fr"

    def _judge_entrance(self, config: MkDocsConfig, cases: Path) -> None:
        """Stop where the project brings what nothing may be made of."""
        overrides = config.theme.custom_dir
        docs, site = Path(config.docs_dir), Path(config.site_dir)
        refused = list(
            judge_entrance(self.base, docs, cases, Path(overrides) if overrides else None, site)
        )
        if refused:
            raise failures(refused, self._language)

    def _wait_for(self, publication: Publication) -> None:
        """Wait until no other build is at work on the site."""
        site, patience = publication.target.name, float(str(self.config.wait))
        waiting = WAITING.of(self._language).format(site=site, seconds=round(patience))
        if not publication.take_turn(patience, lambda: click.echo(waiting, err=True)):
            finding = BUILD_BUSY.at(Place(site), seconds=round(patience))
            raise failure(finding, self._language)

    def _welcome(self, bare: bool) -> None:
        """Tell whoever begins a catalogue how, however quiet the host is asked to be."""
        if bare:
            click.echo(beginning(self._language, self.config.cases_dir), err=True)

    def _stop_where_all_is_done(self, bare: bool) -> None:
        """Say what the last build said, and end: no hook can tell the host that there is nothing to
        do, and it would read, render and write all that there is."""
        assert self.reception is not None
        receipt = self.reception.before()
        if receipt is None:
            return
        receipt.repeat()
        seconds = time.monotonic() - self.since
        course.info(ending(self._language, receipt.counts, seconds, same=True))
        self._welcome(bare)
        raise SystemExit(0)

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give pages the addresses of their language; leave out what the site does not need."""
        assert self.build is not None
        placed = place_files(files, config)
        self.build.take_files(placed, config)
        return placed

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Split the menu by language."""
        assert self.build is not None
        self.build.pages.take_menu(nav)
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill in the operator's settings, and remember the page for its ``case:`` links."""
        assert self.build is not None
        return self.build.pages.open(markdown, page, config)

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Look at what the Markdown of a page came to, after other plugins have."""
        assert self.build is not None
        self.build.pages.look_at(html, page, config)
        return html

    @event_priority(100)
    def _escape(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        assert self.build is not None
        escape_templates(env, files)
        env.bytecode_cache = CompiledTemplates(self.build.cache, env)
        return env

    @event_priority(-100)
    def _judge(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """All findings of both languages are known and nothing is written yet."""
        assert self.build is not None
        self.build.env = env
        self.build.judge_addresses()
        report = self.build.report
        if report.is_fatal:
            text = report.text()
            if self.build.serving and not self.has_published:
                log.error(text)
                return env  # a first start with findings shows a page that says so
            raise PluginError(text)
        level = report.log_level()
        if report.findings and log.isEnabledFor(level):  # thousands of notices take their time
            log.log(level, report.text())
        return env

    on_env = CombinedEvent(_escape, _judge)

    @event_priority(100)
    def _give_language(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        assert self.build is not None
        return self.build.pages.context(context, page)

    @event_priority(-200)
    def _mark_content(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Last: until here other plugins may still work on the content as text."""
        page.content = Markup(page.content or "")
        return context

    on_page_context = CombinedEvent(_give_language, _mark_content)

    @event_priority(100)
    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """The 404 page; the host makes the French one."""
        assert self.build is not None
        return self.build.pages.lone_context(context, "fr")

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the catalogue; publish at once where no shutdown will follow."""
        assert self.build is not None and self.publication is not None
        say = course.info if course.isEnabledFor(logging.INFO) else None
        site, spare = Path(config.site_dir), self.publication.spare
        self.build.write(site, spare, say)
        if self.reception is not None:
            self.reception.all_is_read()
        self.build.inspect(site, spare)
        self.ready = True
        if self.command in (None, "serve"):
            self._publish(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Nothing of a failed build is published, and what failed is said plainly."""
        self.ready = False
        if self.build is not None:
            self.build.press.close()
        if self.command != "build" and self.publication is not None:  # no shutdown will follow
            self.publication.give_up()
            self.publication.give_turn()
        if not is_said(error):
            raise as_failure(error, self._language, self.target, self.base) from error

    def on_shutdown(self) -> None:
        """MkDocs has had its last word: exchange the folders, or leave the published one alone."""
        if self.serving is not None:
            self.serving.stop()
        try:
            self._end()
        finally:
            if self.reception is not None:
                self.reception.close()
            if self.publication is not None:
                self.publication.give_turn()
            self.interruption.close()
            if self.command == "build":  # nothing follows it
                leave_to_the_system(self)
            if self.interruption.has_come:
                said = TOO_LATE if self.has_published else INTERRUPTED
                click.echo(said.of(self._language), err=True)

    def _end(self) -> None:
        publication, build = self.publication, self.build
        if publication is None:
            return
        if not (publication.is_begun and self.ready and build is not None):
            publication.give_up()
            return
        try:
            with self.interruption.held_off():
                self._publish(build.config)
        except OSError as error:
            publication.give_up()
            raise as_failure(error, self._language, self.target, self.base) from error

    def _publish(self, config: MkDocsConfig) -> None:
        assert self.publication is not None and self.build is not None
        written = self.build.written
        files = self.publication.complete(written.standing if written else ())
        if self.build.sound:
            seconds = time.monotonic() - self.since
            course.info(ending(self.build.language, self.build.counts(), seconds))
            if self.reception is not None:
                self.reception.receive(self.build.counts(), files)
            if not self.has_published:
                self._welcome(self.build.is_bare)
        config.site_dir = str(self.publication.target)
        self.has_published = True
        self.publication.give_turn()

    @event_priority(100)
    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the records and templates; keep the last good pages when a build fails."""
        from fp_build.doors.mkdocs.serving import Serving

        assert self.build is not None
        host = (config.docs_dir, config.config_file_path, *config.theme.dirs)
        self.serving = Serving(server, self, Path(os.fspath(config.site_dir)), host)
        return server
