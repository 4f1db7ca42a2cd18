"""All rules there are, wherever they are kept, and the editorial ones that are asked in turn."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from fp_build.judging import (
    folder_faults,
    page_faults,
    picture_faults,
    reply_faults,
    rules,
    term_faults,
)
from fp_build.judging.desk import Desk
from fp_build.judging.record import Record
from fp_build.reading import (
    audit_faults,
    field_faults,
    source_faults,
    vocabulary_faults,
    yaml_faults,
)
from fp_build.words.findings import Finding, Rule

Check = Callable[[Record, Desk], Iterator[Finding]]


class EditorialRule(NamedTuple):
    """A rule with the function that looks for breaches of it in one record."""

    rule: Rule
    check: Check
    reads_all: bool
    """True where judging one record means reading every other."""


@lru_cache(maxsize=1)
def editorial_rules() -> tuple[EditorialRule, ...]:
    """The rules of the package ``rules``, by the name of their file."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    modules = [importlib.import_module(f"{rules.__name__}.{name}") for name in names]
    return tuple(
        EditorialRule(module.RULE, module.check, getattr(module, "READS_ALL", False))
        for module in modules
    )


_ELSEWHERE: Final = (
    source_faults.ALL, yaml_faults.ALL, field_faults.ALL, vocabulary_faults.ALL,
    folder_faults.ALL, reply_faults.ALL, term_faults.ALL,
    page_faults.ALL, audit_faults.ALL, picture_faults.ALL,
)  # fmt: skip


def all_rules() -> Mapping[str, Rule]:
    """Every rule by id: of reading and typing first, then the editorial ones."""
    found = [rule for group in _ELSEWHERE for rule in group]
    found += [editorial.rule for editorial in editorial_rules()]
    return {rule.id: rule for rule in found}
