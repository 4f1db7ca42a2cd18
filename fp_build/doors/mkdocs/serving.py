"""Serving authors: a build that fails never takes the last good pages away."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from fp_build.doors.mkdocs.build import REPORT_FILE
from fp_build.doors.mkdocs.watching import QUIET, Watcher

if TYPE_CHECKING:
    from fp_build.doors.mkdocs.plugin import FutursPublics

log = logging.getLogger(f"mkdocs.plugins.{__name__}")


def watch(server: Any, host: Iterable[str], ours: Iterable[Path]) -> Watcher:
    """Let the system tell the server what changes. ``host`` are the paths that MkDocs may have
    begun to watch already, ``ours`` those that it does not know of."""
    watched = []
    for path in host:
        with suppress(KeyError):
            server.unwatch(path)
            watched.append(path)
    watcher = server.observer = Watcher()
    server.build_delay = QUIET
    for path in (*watched, *map(os.fspath, ours)):
        server.watch(path)
    return watcher


def guard(server: Any, plugin: FutursPublics, site: Path) -> None:
    """Wrap the server's builder: whatever it raises is logged and shown in the browser, and the
    pages stay as they are. Without this MkDocs would leave every request waiting."""
    builder = server.builder

    def build_or_keep(*arguments: Any, **named: Any) -> None:
        try:
            builder(*arguments, **named)
        except (Exception, SystemExit) as error:
            fragment = _fragment(plugin, error)
            (site / REPORT_FILE).write_text(fragment, encoding="utf-8")

    server.builder = build_or_keep


def _fragment(plugin: FutursPublics, error: BaseException) -> str:
    """What the banner says: the findings, or what went wrong in a template."""
    build = plugin.build
    if build is not None and build.fails(strict=bool(build.config.strict)):
        return build.report_banner()
    log.error("%s: %s", type(error).__name__, error)
    about = f"{type(error).__name__}: {error}"
    return str(Markup('<details open lang="en"><summary>{}</summary></details>').format(about))
