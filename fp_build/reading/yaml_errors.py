"""What stopped the parser of YAML, as the author of the text would say it, and where.

A parser notices a fault late, and tells what it would have liked to read next. Authors look for the
line that they typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import yaml

from fp_build.reading import yaml_faults as faults
from fp_build.reading.setting_in import misalignment, undashed_item
from fp_build.words.languages import Bilingual

_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_CURLY: Final = re.compile(r"(?:^|[:,\[{-])\s*[“”„«‘]")
"""A value that begins with a quote that YAML does not know as one."""


_BEGINS: Final = re.compile(r"(?:^|[:,\[{-])\s*$")
"""A line up to where a value begins."""
NO_BREAK_SPACES: Final = "\u00a0\u202f"
_UNBROKEN: Final = re.compile(rf"^[ \t-]*+(?:\w[\w-]*+:)?([{NO_BREAK_SPACES}]+)", re.M)
"""A no-break space after the colon of a key or where a line is set in."""
_BEFORE: Final = 5
"""How many lines after such a space the parser may notice."""


def events(text: str) -> Callable[[], Any]:
    """Gives the parser's events one by one, as :func:`yaml.parse` does with more ado; ``None`` once
    there are no more."""
    next_event: Callable[[], Any] = _Parser(text).get_event
    return next_event


def judged(error: yaml.YAMLError, text: str) -> tuple[int, Bilingual]:
    """Where a text cannot be read, and what is wrong there as its author would say it."""
    opened = _open_quote(error, text)
    if opened is not None:
        return opened, faults.UNCLOSED_QUOTE
    offset, problem = _offset(error, text), _explain(error)
    unbroken = _no_break(text, offset)
    if unbroken is not None:
        return unbroken, faults.NO_BREAK
    if text[offset : offset + 1] == "\t":
        return offset, faults.TAB
    sign = text[offset : offset + 1]
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    if sign in faults.SIGNS and _said(error).startswith(_AT_A_SIGN) and _BEGINS.search(line):
        return offset, faults.begins_with(sign)
    if "mapping values are not allowed" in str(getattr(error, "problem", "")) and (
        _CURLY.search(line)
    ):
        return offset, faults.CURLY_QUOTES
    return _set_in(error, text, offset) or (offset, problem)


_AT_A_SIGN: Final = (
    "found character that cannot start any token",
    "did not find expected alphabetic or numeric character",
)
"""What a parser says of a value that begins with a sign of its own."""

_OF_ALIGNMENT: Final = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-' indicator",
)
"""What a parser may say of a line that is not where it should be."""


def _set_in(error: yaml.YAMLError, text: str, offset: int) -> tuple[int, Bilingual] | None:
    """The line that begins at the wrong place or without its dash, where that is the fault."""
    if not _said(error).startswith(_OF_ALIGNMENT):
        return None
    lines = text.split("\n")
    at = text.count("\n", 0, offset)
    first = undashed_item(lines, at)
    if first is not None:
        return _beginning(lines, first), faults.NO_DASH
    wrong = misalignment(lines, at)
    if wrong is None:
        return None
    problem = faults.misaligned(wrong.found, wrong.wanted)
    return _beginning(lines, at), problem


def _beginning(lines: list[str], number: int) -> int:
    """Where a line begins, after its spaces."""
    spaces = len(lines[number]) - len(lines[number].lstrip(" "))
    return sum(len(line) + 1 for line in lines[:number]) + spaces


def _no_break(text: str, offset: int) -> int | None:
    """Where the last no-break space stands that YAML does not take for a space, on the line of a
    fault or shortly before."""
    end = text.find("\n", offset)
    lines = text[: end if end >= 0 else len(text)].split("\n")
    begin = sum(len(line) + 1 for line in lines[: -_BEFORE - 1])
    found = list(_UNBROKEN.finditer(text, begin, end if end >= 0 else len(text)))
    return found[-1].start(1) if found else None


def _open_quote(error: yaml.YAMLError, text: str) -> int | None:
    """Where a quote was opened that only a quote of a later line closed, so that what follows that
    one is at fault."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "did not find expected key" not in str(getattr(error, "problem", "")):
        return None
    last: Any = None
    next_event = events(text)
    try:
        while (event := next_event()) is not None:
            last = event
    except yaml.YAMLError:
        pass
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    start: Any = last.start_mark
    end: Any = last.end_mark
    return int(start.index) if start.line < end.line == mark.line else None


def _offset(error: yaml.YAMLError, text: str) -> int:
    """Where the fault is. The parser notices late that a quote or a bracket is not closed: at the
    end of the text, or at a line that belongs to what is around. Then the opening is the place."""
    problem, opening = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if problem is None or opening is None:
        mark = problem or opening
        return int(mark.index) if mark is not None else 0
    within, what = str(getattr(error, "context", "")), str(getattr(error, "problem", ""))
    unclosed = "found unexpected" in what or (
        "flow" in within
        and opening.line < problem.line
        and _indent(text, problem.index) <= _indent(text, opening.index)
    )
    keyless = "could not find expected ':'" in what
    nameless = "alias" in within or "anchor" in within
    return int((opening if unclosed or keyless or nameless else problem).index)


def _indent(text: str, index: int) -> int:
    """How far the line that holds a character is set in."""
    start = text.rfind("\n", 0, index) + 1
    return len(text) - start - len(text[start:].lstrip(" "))


def _explain(error: yaml.YAMLError) -> Bilingual:
    said = _said(error)
    for problem, explanation in faults.PROBLEMS.items():
        if problem in said:
            return explanation
    return faults.OTHER_PROBLEM


def _said(error: yaml.YAMLError) -> str:
    """What the parser says: the problem, and what it was reading."""
    return f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}"
