"""The host's templates escape what they print; only what Markdown made is passed on as HTML."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.structure.files import Files


def escape_templates(env: Environment, files: Files) -> None:
    """Turn escaping on in MkDocs' environment, which leaves it off, and mark what is HTML already:
    the titles of tables of contents, and page titles that come from a level-one heading."""
    env.autoescape = True
    for file in files.documentation_pages():
        page = file.page
        if page is None:
            continue
        _mark_entries(page.toc)
        if "title" not in page.meta and page.title:
            page.title = Markup(page.title)


def _mark_entries(entries: Any) -> None:
    for entry in entries:
        entry.title = Markup(entry.title)
        _mark_entries(entry.children)
