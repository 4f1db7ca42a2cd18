"""Which extensions of Markdown are known to read no file and to run no code, and which programs a
build starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

_OURS: Final = "fp_build."

_PYTHON_MARKDOWN: Final = (
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code",
    "footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists",
    "smarty", "tables", "toc", "wikilinks",
)  # fmt: skip

_PYMDOWN: Final = (
    "arithmatex", "betterem", "bracketspan", "caret", "critic", "details", "emoji", "escapeall",
    "extra", "fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar",
    "quotes", "saneheaders", "smartsymbols", "striphtml", "superfences", "tabbed", "tasklist",
    "tilde",
)  # fmt: skip
"""Without ``b64`` and ``snippets``, which read files, and ``blocks``, which are programs."""

SAFE: Final = frozenset(
    [
        *_PYTHON_MARKDOWN,
        *(f"markdown.extensions.{name}" for name in _PYTHON_MARKDOWN),
        *(f"pymdownx.{name}" for name in _PYMDOWN),
    ]
)
"""Read in the versions of ``requirements/``."""

RUNNING_PLUGINS: Final = frozenset(
    [
        "codeinclude", "embed_file", "exec", "external-markdown", "gen-files", "include-markdown",
        "include_markdown", "macros", "markdown-exec", "mkdocs-jupyter", "mkdocs-simple-hooks",
        "mkdocstrings", "monorepo", "multirepo", "snippets", "table-reader",
    ]
)  # fmt: skip
"""Plugins of MkDocs by which the text of a page reads files or runs code. Not all there are."""

READ_PLUGINS: Final = frozenset(
    ["futurs-publics", "search", "tags", "material/search", "material/tags"]
)
"""Plugins that were read: ours, and those of MkDocs and Material for what a site commonly has."""


def unknown(
    extensions: Iterable[str], options: Mapping[str, Mapping[str, Any]], plugins: Iterable[str]
) -> Iterator[str]:
    """The names of what is not known to be harmless; of an extension also where an option of it is
    a function that is not ours."""
    for name in extensions:
        if name not in SAFE or _runs(options.get(name, {})):
            yield name
    for plugin in plugins:
        if plugin.rpartition("/")[2] in RUNNING_PLUGINS:
            yield plugin


def programs(plugins: Iterable[str]) -> Iterator[str]:
    """The names of what every build starts and nobody has read: a plugin, or a file of ``hooks:``,
    which MkDocs lists among the plugins. It is a program, whatever pages say."""
    for plugin in plugins:
        if plugin not in READ_PLUGINS and plugin.rpartition("/")[2] not in RUNNING_PLUGINS:
            yield plugin


def _runs(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_runs, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_runs, value))
    if not callable(value):
        return False
    return not str(getattr(value, "__module__", "")).startswith(_OURS)
