"""The host's templates escape what they print; only what Markdown made is passed on as HTML."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.structure.files import Files

from fp_build.doors.mkdocs.languages import language_of
from fp_build.words.languages import Language
from fp_build.words.typography import typeset


def escape_templates(env: Environment, files: Files) -> None:
    """Turn escaping on in MkDocs' environment, which leaves it off, and mark what is HTML already:
    the titles of tables of contents, and page titles that come from a level-one heading. Both have
    been through Python-Markdown's contents, which make all spaces the same: typeset them again."""
    env.autoescape = True
    for file in files.documentation_pages():
        page = file.page
        if page is None:
            continue
        language = language_of(file.src_uri) or "fr"
        _mark_entries(page.toc, language)
        if "title" not in page.meta and page.title:
            page.title = Markup(typeset(page.title, language))


def _mark_entries(entries: Any, language: Language) -> None:
    for entry in entries:
        entry.title = Markup(typeset(entry.title, language))
        _mark_entries(entry.children, language)
