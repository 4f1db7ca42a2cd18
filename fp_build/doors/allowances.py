"""The limits that the operator has set in ``mkdocs.yml``, read by the host or without it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from fp_build.judging.site_faults import BAD_LIMIT
from fp_build.reading.source import Limits, Source
from fp_build.words.findings import Finding, Place
from fp_build.words.text import nearest

KEY: Final = "limits"
"""The option of the plugin."""

_NUMBER: Final = re.compile(r"[1-9][0-9_]{0,17}", re.A)


def allowances(given: object, shown: str, file: Path) -> tuple[Limits, list[Finding]]:
    """The limits that are set, the usual ones for all others, and what is wrong with them: a name
    that is none, a value that is no whole number above 0. ``shown`` is how reports name the file
    that sets them."""
    if given is None or given == {}:
        return Limits(), []
    known = {field.name for field in fields(Limits)}
    set_: dict[str, int] = {}
    wrong: list[tuple[str, Any]] = []
    for name, value in (given if isinstance(given, Mapping) else {KEY: given}).items():
        number = _number(value)
        if name in known and number is not None:
            set_[name] = number
        else:
            wrong.append((str(name), value))
    source = Source(shown, _text(file)) if wrong else None
    findings = [
        BAD_LIMIT.at(
            _place(source, name) if source else Place(shown),
            name=name,
            value=str(value),
            nearest=[] if name in known else nearest(name, sorted(known)),
        )
        for name, value in wrong
    ]
    return replace(Limits(), **set_), findings


def _number(value: object) -> int | None:
    """A whole number above 0, as YAML or its text gives it."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    return value if type(value) is int and value > 0 else None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _place(source: Source, name: str) -> Place:
    """Where the file seems to set a limit: it may inherit it from another."""
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?=[\"']?\s*:)", source.text)
    return source.place(*found.span()) if found else Place(source.path)
