"""Serving authors: what they save shows at once, and a fault never takes the last good pages away.

A change of records goes to :mod:`refreshing`; after any other the host builds everything.
"""

from __future__ import annotations

import gc
import logging
import os
import posixpath
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from fp_build.doors.disk import ADDRESSES, VOCABULARY, as_shown
from fp_build.doors.mkdocs.lightening import RELOAD_SCRIPT
from fp_build.doors.mkdocs.refreshing import Refreshing
from fp_build.doors.mkdocs.reporting import REPORT_FILE, banner
from fp_build.doors.mkdocs.watching import QUIET, Watcher

if TYPE_CHECKING:
    from fp_build.doors.mkdocs.plugin import FutursPublics

log = logging.getLogger(f"mkdocs.plugins.{__name__}")

_MANY: Final = 500
"""After so many changes at once the system may have lost count of them."""


class Serving:
    """The server of an author, and what is published on it. ``host`` are the paths that MkDocs may
    have begun to watch already."""

    def __init__(self, server: Any, plugin: FutursPublics, site: Path, host: Iterable[str]) -> None:
        assert plugin.build is not None
        self._plugin = plugin
        self._site = site
        self._whole = server.builder
        self._watcher = _watch(server, host)
        self._refreshing: Refreshing | None = None
        """Of the last whole build that was good, if records can be renewed in it."""
        self._in_step = False
        """Whether nothing but records has changed since that build."""
        server.builder = self._build
        server._inject_js_into_html = partial(_with_reload, server.mount_path + RELOAD_SCRIPT)
        server.set_app(self._making_first(server.get_app(), server.mount_path))
        server.watch(os.fspath(plugin.build.room.cases))
        if plugin.build.config.theme.custom_dir:
            server.watch(plugin.build.config.theme.custom_dir)
        self._settle()

    def stop(self) -> None:
        """Leave nothing running."""
        if self._refreshing is not None:
            self._refreshing.stop()

    def _build(self, *arguments: Any, **named: Any) -> None:
        """What the server calls when something has changed. Whatever is raised is logged and shown
        in the browser, and the pages stay as they are: MkDocs would leave every request waiting."""
        touched = self._touched(self._watcher.changed())
        if not touched or not self._renewed(touched):
            self._build_whole(*arguments, **named)

    def _renewed(self, touched: set[str]) -> bool:
        """Publish what follows from these records, where no more than that has to be done."""
        begin, refreshing = monotonic(), self._refreshing
        if refreshing is None or not self._in_step or not refreshing.build.is_of_today():
            return False
        build = refreshing.build
        told = {(finding.place, finding.rule.id) for finding in build.report.findings}
        try:
            if not refreshing.renew(touched):
                return False
        except Exception as error:  # then the host's way, which is the longer one
            log.debug("%s: %s", type(error).__name__, error)
            return False
        file = self._site / REPORT_FILE
        if build.report.is_fatal:
            log.error(build.report.text())
            file.write_text(banner(build.report, build.press), encoding="utf-8")
            return True
        if text := build.report.text(told=told):
            log.log(build.report.log_level(), text)
        file.unlink(missing_ok=True)
        log.info("Records judged and arranged in %.2f s", monotonic() - begin)
        return True

    def _build_whole(self, *arguments: Any, **named: Any) -> None:
        refreshing, self._in_step = self._refreshing, False
        if refreshing is not None:
            refreshing.stop()
        try:
            self._whole(*arguments, **named)
        except (Exception, SystemExit) as error:
            self._fail(error)
            if refreshing is not None:  # its pages are still those that are served
                self._plugin.build = refreshing.build
                refreshing.resume()
        else:
            self._settle()

    def _settle(self) -> None:
        """After a whole build: what it holds stays, and is not to be searched, at every change, for
        what may go."""
        build = self._plugin.build
        assert build is not None
        can_refresh = build.sound and not build.searching.on
        self._refreshing = Refreshing(build, self._site, self._fail) if can_refresh else None
        self._in_step = can_refresh
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _fail(self, error: BaseException) -> None:
        fragment = _fragment(self._plugin, error)
        (self._site / REPORT_FILE).write_text(fragment, encoding="utf-8")

    def _touched(self, changed: set[str]) -> set[str]:
        """The folders of records, by name, in which all has changed that has; none where something
        else has changed as well."""
        assert self._plugin.build is not None
        cases = os.path.realpath(self._plugin.build.room.cases)
        touched: set[str] = set()
        for path in changed:
            name = as_shown(os.path.relpath(path, cases).split(os.sep)[0])
            if name in (os.curdir, os.pardir, VOCABULARY, ADDRESSES) or len(touched) > _MANY:
                return set()
            touched.add(name)
        return touched

    def _making_first(self, serve: Any, mount: str) -> Any:
        """A server's application that has a file made before it is given."""

        def application(environ: Any, start_response: Any) -> Any:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if self._refreshing is None or not path.startswith(mount):
                return serve(environ, start_response)
            file = posixpath.normpath("/" + path.removeprefix(mount)).lstrip("/")
            if path.endswith("/"):
                file = f"{file}/index.html".lstrip("/")
            with self._refreshing.asked_for(file):
                return serve(environ, start_response)

        return application


def _watch(server: Any, host: Iterable[str]) -> Watcher:
    """Let the system tell the server what changes."""
    watched = []
    for path in host:
        with suppress(KeyError):
            server.unwatch(path)
            watched.append(path)
    watcher = server.observer = Watcher()
    server.build_delay = QUIET
    for path in watched:
        server.watch(path)
    return watcher


def _with_reload(script: str, page: bytes, epoch: int) -> bytes:
    """A page that reloads when there is one newer than ``epoch``. MkDocs would write the script
    itself into the page, which the policy of our pages refuses."""
    body, end, rest = page.rpartition(b"</body>")
    if not end:
        body, rest = page, b""
    request = round(monotonic() * 1000)  # tells this page from others that are open
    tag = f'<script src="{script}" data-epoch="{epoch}" data-request="{request}"></script>'
    return body + tag.encode() + end + rest


def _fragment(plugin: FutursPublics, error: BaseException) -> str:
    """What the banner says: the findings, or what went wrong in a template."""
    build = plugin.build
    if build is not None and build.report.is_fatal:
        return banner(build.report, build.press)
    log.error("%s: %s", type(error).__name__, error)
    about = f"{type(error).__name__}: {error}"
    return str(Markup('<details open lang="en"><summary>{}</summary></details>').format(about))
