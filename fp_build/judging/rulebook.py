"""All rules there are, wherever they are kept, and the editorial ones that are asked in turn."""

from __future__ import annotations

import copyreg
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple, cast

from fp_build.judging import (
    finished_faults,
    folder_faults,
    machine_faults,
    page_faults,
    picture_faults,
    promise_faults,
    reply_faults,
    rules,
    site_faults,
    term_faults,
)
from fp_build.judging.desk import Desk, Lectern
from fp_build.judging.record import Record
from fp_build.reading import (
    address_faults,
    audit_faults,
    field_faults,
    outline_faults,
    source_faults,
    vocabulary_faults,
    yaml_faults,
)
from fp_build.words.findings import Finding, Rule

Check = Callable[[Record, Desk], Iterator[Finding]]

Asks = Literal["nothing", "day", "pictures", "records", "all"]
"""What a rule asks the desk for besides the record: nothing that a lectern does not hold, the day,
what lies in its folder as pictures, other records by their names, or all of them."""


class EditorialRule(NamedTuple):
    """A rule with the function that looks for breaches of it in one record."""

    rule: Rule
    check: Check
    asks: Asks


@lru_cache(maxsize=1)
def editorial_rules() -> tuple[EditorialRule, ...]:
    """The rules of the package ``rules``, by the name of their file."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    modules = [importlib.import_module(f"{rules.__name__}.{name}") for name in names]
    return tuple(
        EditorialRule(module.RULE, module.check, getattr(module, "ASKS", "nothing"))
        for module in modules
    )


@lru_cache(maxsize=1)
def checks_of_one() -> tuple[Callable[[Record, Lectern], Iterator[Finding]], ...]:
    """What is asked about a record by itself."""
    # Their own type is that of a lectern; the modules are found by name, so mypy cannot see it.
    return tuple(cast(Any, rule.check) for rule in editorial_rules() if rule.asks == "nothing")


@lru_cache(maxsize=1)
def checks_among_all() -> tuple[Check, ...]:
    """What is asked about a record among the others, on a day, in its folder."""
    return tuple(rule.check for rule in editorial_rules() if rule.asks != "nothing")


_ELSEWHERE: Final = (
    source_faults.ALL, yaml_faults.ALL, outline_faults.ALL, field_faults.ALL, vocabulary_faults.ALL,
    folder_faults.ALL, reply_faults.ALL, term_faults.ALL,
    address_faults.ALL, promise_faults.ALL, page_faults.ALL, site_faults.ALL, audit_faults.ALL,
    picture_faults.ALL, finished_faults.ALL, machine_faults.ALL,
)  # fmt: skip


@lru_cache(maxsize=1)
def all_rules() -> Mapping[str, Rule]:
    """Every rule by id: of reading and typing first, then the editorial ones."""
    found = [rule for group in _ELSEWHERE for rule in group]
    found += [editorial.rule for editorial in editorial_rules()]
    return {rule.id: rule for rule in found}


def _by_name(rule: Rule) -> tuple[Callable[[str], Rule], tuple[str]]:
    return _rule_named, (rule.id,)


def _rule_named(name: str) -> Rule:
    return all_rules()[name]


copyreg.pickle(Rule, _by_name)  # a finding travels with the name of its rule, not with the manual
