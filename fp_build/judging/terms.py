"""Words of the vocabularies, judged where a record uses them, before the record is typed."""

from __future__ import annotations

from typing import Any, Final

from fp_build.judging.models import DISTINCT, TERMS, form_of, keys_of
from fp_build.judging.term_faults import REPEATED_TERM, REPLACED_TERM, UNKNOWN_TERM
from fp_build.reading.tree import Tree
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.findings import Finding

_TERMS: Final = [(pattern[0], pattern, name) for pattern, name in TERMS.items()]


def settle_terms(tree: Tree, vocabularies: Vocabularies) -> list[Finding]:
    """Judge every term that the tree uses. Former names are put right, unknown terms and
    repetitions dropped, each with a finding, so that what is left can be relied on. A term that a
    vocabulary lacks which could not be read whole is dropped as well: there it is not at fault."""
    findings: list[Finding] = []
    gone: list[tuple[str | int, ...]] = []
    plain = tree.plain
    for key, pattern, name in _TERMS:  # the kind first: its former names are then put right
        if key not in plain:
            continue
        if key not in keys_of(form_of(plain.get("kind"))):
            continue  # that this kind has no such key is said when the record is typed
        vocabulary = vocabularies[name]
        current = vocabulary.current_terms
        if len(pattern) == 2 and pattern[1] == "[]" and _are_all_in(plain[key], current):
            continue  # as nearly always: no need to know where each one stands
        for path, value in _values(plain, pattern):
            if value in current:
                continue
            is_key = pattern[-1] == "{key}"
            place = tree.key_place(path) if is_key else tree.place(path)
            term = vocabulary.current(value)
            if term is not None:
                findings.append(REPLACED_TERM.at(place, value=value, term=term))
                if not is_key:
                    tree.put(path, term)
                elif not tree.rename(path, term):
                    findings.append(REPEATED_TERM.at(place, value=term))
                    gone.append(path)
                continue
            gone.append(path)
            if vocabulary.is_whole:
                close = vocabulary.nearest(value)
                findings.append(UNKNOWN_TERM.at(place, value=value, vocabulary=name, nearest=close))
    for key in DISTINCT:
        items = plain.get(key)
        if isinstance(items, list) and len(items) > 1:
            seen: set[str] = set()
            for index, value in enumerate(items):
                if isinstance(value, str) and value in seen:
                    findings.append(REPEATED_TERM.at(tree.place((key, index)), value=value))
                    gone.append((key, index))
                elif isinstance(value, str):
                    seen.add(value)
    tree.drop_all(gone)
    return findings


def _are_all_in(given: Any, terms: frozenset[str]) -> bool:
    try:
        return isinstance(given, list) and terms.issuperset(given)
    except TypeError:  # a list or a group of fields where a term should be
        return False


def _values(plain: Any, pattern: tuple[str, ...]) -> list[tuple[tuple[str | int, ...], str]]:
    """The texts that a pattern of :data:`TERMS` points at. What has the wrong type or is empty is
    left to typing."""
    key, *rest = pattern
    if key not in plain:
        return []
    value = plain[key]
    found: list[tuple[tuple[str | int, ...], Any]]
    if not rest:
        found = [((key,), value)]
    elif rest[0] == "[]":
        items = enumerate(value) if isinstance(value, list) else ()
        found = [((key, index), item) for index, item in items]
    elif isinstance(value, dict):
        found = [((key, name), name if rest[0] == "{key}" else value[name]) for name in value]
    else:
        return []
    if len(rest) == 2:
        field = rest[1]
        found = [
            ((*path, field), group[field])
            for path, group in found
            if isinstance(group, dict) and field in group
        ]
    if rest and rest[-1] == "{key}":
        return found
    return [
        (path, text) for path, text in found if isinstance(text, str) and text.strip() == text != ""
    ]
