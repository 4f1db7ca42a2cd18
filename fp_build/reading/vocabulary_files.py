"""The files of the vocabularies read, and judged together once all are known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from fp_build.reading import field_faults
from fp_build.reading import vocabulary_faults as faults
from fp_build.reading.composer import read_tree
from fp_build.reading.fields import read_fields
from fp_build.reading.source import Limits, read_source
from fp_build.reading.tree import Tree
from fp_build.reading.vocabulary import Vocabularies, Vocabulary
from fp_build.reading.vocabulary_forms import EDITORIAL, MODELS, REFERENCES, REQUIRED, Term
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Bilingual
from fp_build.words.text import ID, fold, nearest

_LINKS: Final = ("parent", "replaced_by", "became.organisation")
"""The keys by which terms follow one another, and which must not lead back."""

_ID_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    "territories": re.compile(r"FR|2[AB]|[0-9]{2,3}|reg-[0-9]{2}"),
    "licences": re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*"),
}
"""Ids that come from elsewhere. INSEE numbers regions and départements apart and uses the same
numbers for both, so that a région is ``reg-44`` and a département ``44``. Licences go by their
SPDX ids in lower case."""


def read_vocabularies(
    folder: str, files: Mapping[str, bytes], limits: Limits
) -> tuple[Vocabularies, list[Finding]]:
    """Read the files of a ``_vocabulary`` folder, given by name. The same files are read once."""
    in_order = tuple(sorted(files.items()))
    vocabularies, findings = _read(folder, in_order, limits.for_vocabularies())
    return vocabularies, list(findings)


@lru_cache(maxsize=1)
def _read(
    folder: str, files: tuple[tuple[str, bytes], ...], limits: Limits
) -> tuple[Vocabularies, list[Finding]]:
    findings: list[Finding] = []
    found: dict[str, Vocabulary] = {}
    trees: dict[str, Tree] = {}
    for file_name, data in files:
        name = file_name.removesuffix(".yml")
        path = f"{folder}/{file_name}"
        if name not in MODELS or not file_name.endswith(".yml"):
            close = [f"{n}.yml" for n in nearest(name, list(MODELS))]
            findings.append(faults.VOCABULARY_UNKNOWN.at(Place(path), name=name, nearest=close))
            continue
        source, faulty = read_source(path, data, limits)
        findings += faulty
        if faulty and not source.text:  # nothing of it could be read, and that has been said
            continue
        tree, faulty = read_tree(source, 0, len(source.text), limits)
        findings += faulty
        if tree is not None:
            trees[name] = tree
            found[name], faulty = _read_terms(name, tree)
            findings += faulty
    findings += _missing(folder, {file_name for file_name, _ in files})
    for name in MODELS:
        found.setdefault(name, Vocabulary(name, {}, is_whole=False))
    vocabularies = Vocabularies(found)
    for name, tree in trees.items():
        findings.extend(_judge(vocabularies, found[name], tree))
    return vocabularies, findings


def _missing(folder: str, names: Collection[str]) -> Iterator[Finding]:
    """What of the vocabularies is not there. Where none is, that is said once."""
    missing = [name for name in MODELS if f"{name}.yml" not in names]
    if len(missing) == len(MODELS):
        yield faults.VOCABULARY_MISSING.at(
            Place(folder),
            what=Bilingual(
                f"tous les vocabulaires : le dossier « {folder} » manque, ou il est vide",
                f"all vocabularies: the folder “{folder}” is not there, or empty",
            ),
            remedy=Bilingual(
                f"ce dossier, par exemple avec « git checkout -- {folder} »",
                f"that folder, such as with “git checkout -- {folder}”",
            ),
        )
        return
    for name in missing:
        yield faults.VOCABULARY_MISSING.at(
            Place(folder),
            what=Bilingual(f"le vocabulaire « {name} »", f"the vocabulary “{name}”"),
            remedy=Bilingual(
                f"le fichier « {folder}/{name}.yml »", f"the file “{folder}/{name}.yml”"
            ),
        )


def _read_terms(name: str, tree: Tree) -> tuple[Vocabulary, list[Finding]]:
    findings: list[Finding] = []
    terms: dict[str, Any] = {}
    for term in list(tree.plain):
        if not _is_id(name, term):
            findings.append(field_faults.BAD_ID.at(tree.key_place((term,)), value=term))
            continue
        below, wrong = tree.below(term)
        findings += wrong
        if below is None:
            continue
        value, faulty = read_fields(MODELS[name], below)
        findings += faulty
        if value is not None:
            terms[term] = value
    return Vocabulary(name, terms, is_whole=len(terms) == len(tree.plain)), findings


def _is_id(vocabulary: str, term: str) -> bool:
    return _ID_FORMS.get(vocabulary, ID).fullmatch(term) is not None


def _judge(vocabularies: Vocabularies, vocabulary: Vocabulary, tree: Tree) -> Iterator[Finding]:
    """What only shows when all vocabularies are known."""
    name = vocabulary.name
    for term in REQUIRED.get(name, ()):
        if term not in tree.plain:
            yield faults.TERM_MISSING.at(Place(tree.source.path), term=term)
    references = {**REFERENCES.get(name, {}), "replaced_by": name, "source": "documents"}
    said: dict[str, str] = {}
    for term, value in vocabulary.terms.items():
        for key, target in references.items():
            known = vocabularies[target]
            for path, named in _named(value, key):
                if named in known or (key == "source" and named == EDITORIAL):
                    continue
                place = tree.place((term, *path))
                close = known.nearest(named)
                yield faults.TERM_REFERENCE.at(place, value=named, vocabulary=target, nearest=close)
        for key in _LINKS:
            for path, named in _named(value, key):
                if term in _reached(vocabulary, named, key):
                    yield faults.TERM_LOOP.at(tree.place((term, *path)), term=term, value=named)
        for index, alias in enumerate(value.aliases):
            owner = alias if alias in vocabulary and alias != term else said.get(fold(alias))
            if owner is not None and owner != term:
                place = tree.place((term, "aliases", index))
                yield faults.TERM_CLASH.at(place, alias=alias, term=owner)
            said[fold(alias)] = term


def _named(value: Term, key: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The terms that a key of a term names, each with the way to it."""
    key, _, inner = key.partition(".")
    given = getattr(value, key, None)
    if isinstance(given, str):
        yield (key,), given
    elif inner and given is not None:
        for index, group in enumerate(given):
            yield (key, index, inner), getattr(group, inner)


def _reached(vocabulary: Vocabulary, term: str, key: str) -> set[str]:
    """The term and all those that a key leads to from it."""
    found: set[str] = set()
    waiting = [term]
    while waiting:
        here = waiting.pop()
        if here not in found and here in vocabulary:
            found.add(here)
            waiting += [named for _, named in _named(vocabulary[here], key)]
    return found
