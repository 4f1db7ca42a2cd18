"""Publishes what follows from changed records into the site that is being served.

To judge the records and to arrange the catalogue anew takes a moment; to make everything again
that shows a record takes longer. So browsers are told to reload as soon as the first is done. A
file that one of them asks for is then made before it is given, and a thread makes the others
meanwhile. What stands there in the end is what a whole build would have given, byte for byte.
"""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from mkdocs.commands.build import get_context
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from fp_build.arranging.witness import Superseded
from fp_build.doors.archive import MakeFiles
from fp_build.doors.collector import without_collector
from fp_build.doors.mkdocs.build import Build
from fp_build.doors.mkdocs.site_writing import site_map
from fp_build.doors.press import PICTURES, REDIRECTS
from fp_build.doors.served_pages import ServedPages
from fp_build.publishing.pages import PageOrder

log = logging.getLogger(f"mkdocs.plugins.{__name__}")

_BREATH: Final = 0.2
"""For so many seconds after a change browsers go first."""

_SITEMAP: Final = "sitemap"
_NEW_FILES: Final = (REDIRECTS, PICTURES)
"""What a file may be a part of that was not there before."""


class Refreshing:
    """Keeps a folder that is served in step with the records, after a whole build into it. ``fail``
    hears what goes wrong with a file."""

    def __init__(self, build: Build, site: Path, fail: Callable[[Exception], None]) -> None:
        assert build.written is not None
        self.build = build
        self._site = site
        self._fail = fail
        self._pages = ServedPages(build.written.bindery)
        self._orders: Collection[str] = build.written.bindery.pages.keys()
        """The files of the pages of the catalogue."""
        self._editorial = {
            file.dest_uri: file.page
            for file in build.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
            if file.page is not None and not file.inclusion.is_excluded()
        }
        self._written = {name: set(files) for name, files in build.written.besides.items()}
        """The other files, by what they are parts of."""
        self._to_do: dict[str, Callable[[], None]] = {}
        """The pages and parts that have not been looked at since the last change."""
        self._lock = threading.Lock()
        """Held by whoever makes something."""
        self._waiting: list[str] = []
        """The files that browsers have asked for and not been given yet."""
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def renew(self, touched: Collection[str]) -> bool:
        """Begin to publish what follows from records that changed in these folders; where they are
        at fault, go on as before. False where a whole build is needed."""
        self.stop()
        with without_collector():
            self.build.judge_again(touched)
            if self.build.report.is_fatal:
                self.resume()
                return True
            if not self.build.renew():
                return False
            self._begin()
            return True

    def resume(self) -> None:
        """Go on with the records that were published last."""
        self.build.resume()
        self._begin()

    def stop(self) -> None:
        """End what is going on."""
        self._over.set()
        self.build.press.catalogue.retire()
        if self._thread is not None:
            self._thread.join()
        with self._lock:
            self._to_do.clear()

    @contextmanager
    def asked_for(self, file: str) -> Iterator[None]:
        """A browser asks for a file: make it before it is given."""
        self._waiting.append(file)
        try:
            self._provide(file)
            yield
        finally:
            self._waiting.remove(file)

    def finish(self) -> None:
        """Make what has not been made."""
        while not self._over.is_set():
            with self._lock:
                name = next(iter(self._to_do), None)
                if name is None:
                    break
                self._do(name)
            if self._waiting:
                self._over.wait(0.001)  # or this thread would have the lock again at once

    # What is to be done

    def _begin(self) -> None:
        press = self.build.press
        self._pages.follow(press.catalogue)
        orders = press.orders()
        pages = {order.file: order for written in orders.values() for order in written}
        files = {language: [order.file for order in some] for language, some in orders.items()}
        parts: dict[str, MakeFiles] = {
            **press.besides(self.build.moved, self._is_taken),
            _SITEMAP: partial(site_map, self.build, files),
        }
        with self._lock:
            for file in self._pages.drop_all_but(pages):
                self._remove(file)
            self._orders = pages.keys()
            self._to_do = {
                **{file: partial(self._renew_page, order) for file, order in pages.items()},
                **{file: partial(self._set_again, page) for file, page in self._editorial.items()},
                **{name: partial(self._renew_part, name, part) for name, part in parts.items()},
            }
        self._over = threading.Event()
        for file in self._waiting.copy():
            self._provide(file)
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def _work(self) -> None:
        if not self._over.wait(_BREATH):
            self.finish()
            gc.collect()  # what was made for the catalogue before this one

    def _provide(self, file: str) -> None:
        wanted = [file, *(name for name, files in self._written.items() if file in files)]
        if not (self._site / file).exists():
            wanted += _NEW_FILES
        for name in wanted:
            if name in self._to_do:
                with self._lock:
                    self._do(name)

    def _do(self, name: str) -> None:
        do = self._to_do.get(name)
        if do is None:
            return
        try:
            do()
        except Superseded:
            return  # it will be on the next list
        except Exception as error:  # a template that stumbles over a value takes nothing else along
            self._fail(error)
        self._to_do.pop(name, None)

    def _renew_page(self, order: PageOrder) -> None:
        data = self._pages.made_anew(order)
        if data is not None:
            self._put(order.file, data)

    def _set_again(self, page: Page) -> None:
        """Set an editorial page again, as the host has done, if any of its blocks has changed."""
        build, config, file = self.build, self.build.config, page.file.dest_uri
        pages = build.pages
        before = pages.known[file]
        assert pages.nav is not None and build.env is not None
        page.content = before.written
        page.active = True
        try:
            files = build.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
            context: Any = get_context(pages.nav, files, config, page)
            context = config.plugins.on_page_context(
                context, page=page, config=config, nav=pages.nav
            )
            if pages.known[file] != before:
                template = build.env.get_template(page.meta.get("template", "main.html"))
                html = template.render(context)
                html = config.plugins.on_post_page(html, page=page, config=config)
                self._put(file, html.encode("utf-8", errors="xmlcharrefreplace"))
        except Superseded:
            pages.known[file] = before
            raise
        finally:
            page.active = False

    def _renew_part(self, name: str, make: MakeFiles) -> None:
        written = self._written.setdefault(name, set())
        now = set()
        for file, data in make():
            now.add(file)
            written.add(file)
            self._put(file, data)
        gone = written - now
        self._written[name] = now
        for file in gone.difference(self._orders, *self._written.values()):
            self._remove(file)

    def _is_taken(self, file: str) -> bool:
        """Whether something better than a redirect stands at a place."""
        if file in self._orders:
            return True
        return file not in self._written[REDIRECTS] and (self._site / file).exists()

    # Files

    def _put(self, file: str, data: bytes) -> None:
        """Put a file into its place in one step, unless it stands there already. It may be shared
        with the pages that are kept, so it is never written into."""
        path = self._site / file
        try:
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return
        except OSError:
            path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(data)
        os.replace(beside, path)

    def _remove(self, file: str) -> None:
        """Remove a file, and its folder if nothing else is in it."""
        path = self._site / file
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self._site or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
