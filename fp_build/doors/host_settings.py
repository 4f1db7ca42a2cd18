"""The settings of the host, as commands know them that answer without it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from fp_build.reading.composer import read_tree
from fp_build.reading.source import Limits, read_source

PLUGIN: Final = "futurs-publics"
FILE: Final = "mkdocs.yml"
_PARENTS: Final = 8
"""How many files are read of which each inherits from the next."""
_LIMITS: Final = Limits(nesting=40, keys=5_000, items=5_000)


def read_settings(file: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The settings of the host, with those that they inherit; nothing where they cannot be read.

    Read without the host, so that commands answer at once: everything is a text, tags such as
    ``!ENV`` are passed over, the text behind them is taken as it stands.
    """
    try:
        if not file.is_file() or file.stat().st_size > _LIMITS.text_bytes:
            return {}
        data = file.read_bytes()
    except (OSError, ValueError):  # a name with a NUL is no OSError
        return {}
    source, _ = read_source(file.name, data, _LIMITS)
    tree, _ = read_tree(source, 0, len(source.text), _LIMITS)
    if tree is None:
        return {}
    inherited = tree.plain.get("INHERIT")
    if isinstance(inherited, str) and len(seen) < _PARENTS:
        return _merged(read_settings(file.parent / inherited, (*seen, file)), tree.plain)
    return tree.plain


class Options(NamedTuple):
    """The options of our plugin, and the file that sets them."""

    file: Path
    values: Mapping[str, Any]


def options_around(folder: Path) -> Options | None:
    """What the nearest ``mkdocs.yml`` with our plugin sets, in a folder or above it; ``None`` where
    there is no such file. Whatever the file holds, nothing is raised."""
    for here in (folder, *folder.parents):
        plugins = plugin_options(read_settings(here / FILE))
        if plugins is not None:
            return Options(here / FILE, plugins)
    return None


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs puts two files together: groups are merged, all else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        both = isinstance(known, dict) and isinstance(value, dict)
        merged[key] = _merged(known, value) if both else value  # type: ignore[arg-type]
    return merged


def plugin_options(config: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The options of our plugin, whichever way plugins are listed; ``None`` where it is not."""
    plugins = config.get("plugins")
    listed = plugins if isinstance(plugins, list) else [plugins]
    for item in listed:
        if item == PLUGIN:
            return {}
        if isinstance(item, dict) and PLUGIN in item:
            options = item[PLUGIN]
            return options if isinstance(options, dict) else {}
    return None
