"""From the parser's events to a tree, with a finding for everything that YAML should not hold here.

The tree is composed here rather than by PyYAML's own composer, which follows aliases, keeps the
last of two equal keys and has no bound on depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from fp_build.reading import yaml_faults as faults
from fp_build.reading.source import Limits, Source
from fp_build.reading.tree import Branch, Tree, kind_of, span_of
from fp_build.words.findings import Finding, Place, Rule
from fp_build.words.languages import Bilingual

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CURLY: Final = re.compile(r"(?:^|[:,\[{-])\s*[“”„«‘]")
"""A value that begins with a quote that YAML does not know as one."""

_COMMENT: Final = re.compile(r"([ \t]+)#(.?)[^\n]*")


def read_tree(
    source: Source, start: int, end: int, limits: Limits
) -> tuple[Tree | None, list[Finding]]:
    """Read ``source.text[start:end]`` as one YAML mapping.

    ``None`` where it is no mapping or cannot be parsed: then a finding says why.
    """
    text = source.text[start:end]
    composer = _Composer(source, start, limits, wary=" #" in text or "\t#" in text)
    try:
        root = composer.compose(_events(text))
    except yaml.YAMLError as error:
        offset, problem = _judged(error, text)
        place = source.place(min(start + offset, max(end - 1, start)))
        return None, [*composer.findings, faults.YAML_SYNTAX.at(place, problem=problem)]
    if not isinstance(root, Branch) or not isinstance(root.plain, dict):
        place = source.place(start) if root is None else composer.place(root)
        return None, [*composer.findings, faults.NOT_A_MAPPING.at(place, actual=kind_of(root))]
    return Tree(source, start, root), composer.findings


def _events(text: str) -> Iterator[Any]:
    """The parser's events, of a kind that :func:`yaml.parse` gives with more ado."""
    parser = _Parser(text)
    return iter(parser.get_event, None)


_NO_KEY: Final = object()
_REFUSED: Final = object()


class _Composer:
    """Turns one stream of parser events into branches, gathering findings on the way."""

    def __init__(self, source: Source, base: int, limits: Limits, *, wary: bool) -> None:
        self.source = source
        self.base = base
        self.limits = limits
        self.wary = wary
        """True where the text has something like a comment, so that cut values are looked for."""
        self.findings: list[Finding] = []

    def compose(self, events: Iterator[Any]) -> Any:
        """The top branch, the event of a lone text, or ``None`` for an empty text."""
        top: Any = None
        here: Branch | None = None
        key: Any = _NO_KEY  # the event of the key read last, in a mapping
        outer: list[tuple[Branch | None, Any]] = []
        scalar, list_start, map_start, list_end, map_end, alias = (
            yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent,
            yaml.SequenceEndEvent, yaml.MappingEndEvent, yaml.AliasEvent,
        )  # fmt: skip
        for event in events:
            kind = type(event)
            node: Any
            plain: Any
            if kind is scalar:
                node, plain = event, event.value
            elif kind is list_start or kind is map_start:
                if len(outer) >= self.limits.nesting:
                    self.find(faults.YAML_TOO_DEEP, event, limit=self.limits.nesting)
                    _skip(events)
                    key = self._after_refusal(here, key)
                    continue
                plain = [] if kind is list_start else {}
                node = Branch(event, plain)
            elif (kind is list_end or kind is map_end) and here is not None:
                here.end = event
                here, key = outer.pop()
                continue
            elif kind is alias:
                self.find(faults.YAML_ANCHOR, event, text=f"*{event.anchor}")
                key = self._after_refusal(here, key)
                continue
            elif kind is yaml.DocumentStartEvent and top is not None:
                self.find(faults.YAML_SYNTAX, event, problem=faults.SECOND_DOCUMENT)
                break
            else:
                continue
            if event.anchor is not None or event.tag is not None:
                self._refuse_properties(event)
            if here is None:
                top = node if top is None else top
            elif here.is_list:
                self._add_item(here, node, plain)
            elif key is not _NO_KEY:
                self._add_value(here, key, node, plain)
                key = _NO_KEY
            elif kind is scalar:
                key = event
                continue
            else:
                self.find(faults.KEY_NOT_TEXT, event, actual=kind_of(node))
                key = _REFUSED
            if kind is not scalar:
                outer.append((here, key))
                here, key = node, _NO_KEY
            elif self.wary and not event.style:  # libyaml says '' for a plain value
                self._look_for_cut(event)
        return top

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.find(faults.YAML_ANCHOR, event, text=f"&{event.anchor}")
        if event.tag is not None:
            self.find(faults.YAML_TAG, event, text=self._typed(event))

    def _add_item(self, parent: Branch, node: Any, plain: Any) -> None:
        items: Any = parent.plain
        index = len(items)
        if index < self.limits.items:
            parent.below[index] = node
            items.append(plain)
        elif parent.keys.setdefault("", node) is node:  # said once a list
            self.find(faults.YAML_TOO_MANY, node, limit=self.limits.items)

    def _add_value(self, parent: Branch, key: Any, node: Any, plain: Any) -> None:
        if key is _REFUSED:
            return
        values: Any = parent.plain
        name, keys = key.value, parent.keys
        if name in keys:
            first = self.place(keys[name]).line
            self.find(faults.DUPLICATE_KEY, key, key=name, first=first)
        elif len(keys) < self.limits.keys:
            keys[name] = key
            parent.below[name] = node
            values[name] = plain
        elif len(values) == len(keys):  # said once a mapping
            self.find(faults.YAML_TOO_MANY, key, limit=self.limits.keys)
            keys[name] = key

    @staticmethod
    def _after_refusal(here: Branch | None, key: Any) -> Any:
        """What the key is once a key or a value was refused, so that both stay paired."""
        if here is None or here.is_list or key is not _NO_KEY:
            return _NO_KEY
        return _REFUSED

    def _look_for_cut(self, event: Any) -> None:
        """Find a plain value whose line goes on with what looks like text, not like a comment:
        `` #`` after a single space, or a ``#`` with no space behind it."""
        end = self.base + event.end_mark.index
        match = _COMMENT.match(self.source.text, end)
        if match and event.value and (len(match[1]) == 1 or match[2].strip()):
            place = self.source.place(end + len(match[1]), match.end())
            rest = match[0].strip()
            self.findings.append(faults.CUT_BY_COMMENT.at(place, value=event.value, rest=rest))

    def _typed(self, event: Any) -> str:
        """The first word of what the author typed there."""
        start = self.base + event.start_mark.index
        return (self.source.text[start : start + 40].split() or [""])[0]

    def place(self, node: Any) -> Place:
        """The place of a branch or an event."""
        start, end = span_of(node)
        return self.source.place(self.base + start, self.base + end)

    def find(self, rule: Rule, node: Any, **arguments: Any) -> None:
        """Gather a finding at the place of a branch or an event."""
        self.findings.append(rule.at(self.place(node), **arguments))


def _skip(events: Iterator[Any]) -> None:
    """Pass over the rest of a value that was just opened."""
    depth = 1
    for event in events:
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1
            if depth == 0:
                return


def _judged(error: yaml.YAMLError, text: str) -> tuple[int, Bilingual]:
    """Where a text cannot be read, and what is wrong there as its author would say it."""
    opened = _open_quote(error, text)
    if opened is not None:
        return opened, faults.UNCLOSED_QUOTE
    offset, problem = _offset(error, text), _explain(error)
    if text[offset : offset + 1] == "\t":
        return offset, faults.TAB
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    if "mapping values are not allowed" in str(getattr(error, "problem", "")) and (
        _CURLY.search(line)
    ):
        return offset, faults.CURLY_QUOTES
    return offset, problem


def _open_quote(error: yaml.YAMLError, text: str) -> int | None:
    """Where a quote was opened that only a quote of a later line closed, so that what follows that
    one is at fault."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "did not find expected key" not in str(getattr(error, "problem", "")):
        return None
    last: Any = None
    try:
        for event in _events(text):
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
    said = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}"
    for problem, explanation in faults.PROBLEMS.items():
        if problem in said:
            return explanation
    return faults.OTHER_PROBLEM
