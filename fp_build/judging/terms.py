"""Words of the vocabularies, judged where a record uses them, before the record is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fp_build.judging.models import DISTINCT, TERMS
from fp_build.judging.term_faults import REPEATED_TERM, REPLACED_TERM, UNKNOWN_TERM
from fp_build.reading.tree import Tree
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.findings import Finding


def settle_terms(tree: Tree, vocabularies: Vocabularies) -> list[Finding]:
    """Judge every term that the tree uses. Former names are put right, unknown terms and
    repetitions dropped, each with a finding, so that what is left can be relied on."""
    findings: list[Finding] = []
    gone: list[tuple[str | int, ...]] = []
    for pattern, name in TERMS.items():
        if pattern[0] not in tree.plain:
            continue
        vocabulary = vocabularies[name]
        for path, value in _values(tree.plain, pattern):
            if value in vocabulary and not vocabulary[value].replaced_by:
                continue
            is_key = pattern[-1] == "{key}"
            place = tree.key_place(path) if is_key else tree.place(path)
            term = vocabulary.current(value)
            if term is not None:
                findings.append(REPLACED_TERM.at(place, value=value, term=term))
                tree.rename(path, term) if is_key else tree.put(path, term)
            else:
                close = vocabulary.nearest(value)
                findings.append(
                    UNKNOWN_TERM.at(place, value=value, vocabulary=name, nearest=close)
                )
                gone.append(path)
    for key in DISTINCT:
        items = tree.plain.get(key)
        if isinstance(items, list):
            seen: set[str] = set()
            for index, value in enumerate(items):
                if isinstance(value, str) and value in seen:
                    findings.append(REPEATED_TERM.at(tree.place((key, index)), value=value))
                    gone.append((key, index))
                elif isinstance(value, str):
                    seen.add(value)
    for path in sorted(gone, key=_last_first):
        tree.drop(path)
    return findings


def _last_first(path: tuple[str | int, ...]) -> list[tuple[int, str]]:
    return [(-step, "") if isinstance(step, int) else (0, step) for step in path]


def _values(plain: Any, pattern: tuple[str, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts that a pattern of :data:`TERMS` points at. What has the wrong type or is empty is
    left to typing."""
    step, *rest = pattern
    below: list[tuple[str | int, Any]]
    if step == "{key}":
        if isinstance(plain, dict):
            yield from (((key,), key) for key in list(plain) if key)
        return
    if step == "[]":
        below = list(enumerate(plain)) if isinstance(plain, list) else []
    elif step == "{}":
        below = list(plain.items()) if isinstance(plain, dict) else []
    else:
        below = [(step, plain[step])] if isinstance(plain, dict) and step in plain else []
    for key, value in below:
        if rest:
            for path, text in _values(value, tuple(rest)):
                yield (key, *path), text
        elif isinstance(value, str) and value and value == value.strip():
            yield (key,), value
