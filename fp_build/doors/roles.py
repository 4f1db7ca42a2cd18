"""The e-mail addresses of roles, as the operator has set them in ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from fp_build.reading.composer import read_tree
from fp_build.reading.source import Limits, read_source
from fp_build.words.mail import mail_addresses

PLUGIN: Final = "futurs-publics"
_FILE: Final = "mkdocs.yml"
_PARENTS: Final = 8
"""How many files are read of which each inherits from the next."""
_LIMITS: Final = Limits(nesting=40, keys=5_000, items=5_000)


def role_addresses(settings: object) -> frozenset[str]:
    """Every e-mail address in the operator's settings: in a text, or in those of each language."""
    return frozenset(mail.address for text in _texts(settings) for mail in mail_addresses(text))


def addresses_around(folder: Path) -> frozenset[str] | None:
    """The role addresses that the nearest ``mkdocs.yml`` with our plugin sets, in a folder or above
    it; ``None`` where there is no such file.

    Read without the host, so that ``fp check`` answers at once: tags such as ``!ENV`` are passed
    over, the text behind them is taken as it stands. Whatever the file holds, nothing is raised.
    """
    for here in (folder, *folder.parents):
        plugins = _plugins(_read(here / _FILE))
        if plugins is not None:
            return role_addresses(plugins.get("settings"))
    return None


def _read(file: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The settings of the host, with those that they inherit; nothing where they cannot be read."""
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
        return _merged(_read(file.parent / inherited, (*seen, file)), tree.plain)
    return tree.plain


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs puts two files together: groups are merged, all else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        both = isinstance(known, dict) and isinstance(value, dict)
        merged[key] = _merged(known, value) if both else value  # type: ignore[arg-type]
    return merged


def _plugins(config: Mapping[str, Any]) -> Mapping[str, Any] | None:
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


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
