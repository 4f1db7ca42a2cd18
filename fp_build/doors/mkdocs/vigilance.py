"""What the team puts around the records, looked at as what strangers write is: editorial pages and
the files beside them, and what ``mkdocs.yml`` turns on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from fp_build.doors.mkdocs.editorial import shown
from fp_build.judging import site_faults as faults
from fp_build.judging.extensions import programs, unknown
from fp_build.judging.unusual import is_worth_a_look, judge_html
from fp_build.reading.source import Source
from fp_build.words.findings import Finding, Place
from fp_build.words.text import nearest

PAGE_KEYS: Final = ("title", "description", "redirect_from")
"""What the header of an editorial page may say."""

_HEADER: Final = re.compile(r"---[ \t]*\n(?P<keys>.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_DRAWINGS: Final = (".svg", ".xml")
_RUN: Final = frozenset(
    (".cgi", ".htm", ".html", ".js", ".mjs", ".php", ".shtml", ".swf", ".wasm", ".xht", ".xhtml")
)
"""Endings of files that a browser or a host runs."""


def judge_page(page: Page, html: str, config: MkDocsConfig) -> Iterator[Finding]:
    """What is unusual in a page whose Markdown came to this HTML."""
    if is_worth_a_look(html):
        source = Source(shown(page.file, config), page.file.content_string)
        yield from judge_html(source, html, config.site_url or "")


def judge_header(page: Page, config: MkDocsConfig) -> Iterator[Finding]:
    """What the header of a page says that it may not, or that cannot be read."""
    if page.meta and not set(page.meta).difference(PAGE_KEYS):
        return
    source = Source(shown(page.file, config), page.file.content_string)
    header = _HEADER.match(source.text)
    if header is not None and not page.meta and header["keys"].strip():
        yield faults.PAGE_HEADER_LOST.at(source.place(0))
    for key in page.meta:
        if key not in PAGE_KEYS:
            at = re.search(rf"(?m)^\W*{re.escape(str(key))}\b", header["keys"] if header else "")
            start = header.start("keys") + at.start() if header and at else 0
            yield faults.UNKNOWN_PAGE_KEY.at(
                source.place(start, start + len(str(key))),
                key=str(key),
                choices=PAGE_KEYS,
                nearest=nearest(str(key), PAGE_KEYS),
            )


def judge_beside(files: Files, config: MkDocsConfig) -> Iterator[Finding]:
    """What is unusual among the files of the docs folder that are no pages."""
    for file in files:
        is_ours = file.src_dir == config.docs_dir and not file.inclusion.is_excluded()
        if not is_ours or file.is_documentation_page():
            continue
        path, ending = shown(file, config), PurePosixPath(file.dest_uri).suffix.lower()
        if ending in _RUN:
            yield faults.UNUSUAL_FILE.at(Place(path), ending=ending)
        elif ending in _DRAWINGS and file.abs_src_path is not None:
            text = Path(file.abs_src_path).read_text(encoding="utf-8", errors="replace")
            own = config.site_url or ""
            yield from judge_html(Source(path, text), text, own, is_drawing=True)


def judge_settings(config: MkDocsConfig) -> Iterator[Finding]:
    """What ``mkdocs.yml`` turns on that may read files or run code, the programs that it has every
    build start, and what it has all pages load from elsewhere."""
    path = Path(config.config_file_path or "mkdocs.yml")
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    source = Source(path.name, text)
    extensions: Any = config.markdown_extensions
    named = [each for each in extensions if isinstance(each, str)]
    for name in unknown(named, config.mdx_configs, config.plugins):
        yield faults.UNKNOWN_EXTENSION.at(_named(source, name), name=name)
    for name in programs(config.plugins):
        yield faults.UNREAD_PROGRAM.at(_named(source, name), name=name)
    for script in (*config.extra_css, *map(str, config.extra_javascript)):
        if re.match(r"[a-z][a-z0-9+.-]*:|//", script, re.I):
            yield faults.UNUSUAL_HTML.at(_named(source, script), what=script)


def _named(source: Source, name: str) -> Place:
    at = re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", source.text)
    return source.place(*at.span()) if at else source.place(0)
