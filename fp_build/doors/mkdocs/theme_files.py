"""The files of the theme, as the host lists them."""

from __future__ import annotations

import os
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class VisibleFiles(FileSystemLoader):
    """Lists no hidden files. The host leaves them out of the site, but one by one: Material brings
    14,000 icons, of which a site uses a few, each by its name."""

    def list_templates(self) -> list[str]:
        """The names of all others."""
        return sorted({name for folder in self.searchpath for name in _visible(folder)})


def _visible(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = [entry for entry in found if not entry.name.startswith(".")]
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            for name in FileSystemLoader(entry.path).list_templates():
                yield f"{entry.name}/{name}"
        else:
            yield entry.name


def list_visible_files(theme: Theme) -> None:
    """Let the host list only what it may publish of a theme."""
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        if type(env.loader) is FileSystemLoader:
            env.loader = VisibleFiles(env.loader.searchpath)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
