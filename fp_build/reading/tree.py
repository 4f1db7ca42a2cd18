"""YAML as a tree of texts, lists and mappings in which every key and value has its place.

Nothing is typed implicitly: ``no``, ``12:30``, ``010`` and ``1_000`` stay what the author wrote.
The tree is composed from the parser's events rather than by PyYAML's own composer, which follows
aliases, keeps the last of two equal keys and has no bound on depth. Events are kept as they come
and asked for their marks only when somebody wants to know a place: most values never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from fp_build.reading import yaml_faults as faults
from fp_build.reading.source import Limits, Source
from fp_build.words.findings import Finding, Place, Rule
from fp_build.words.languages import Bilingual

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT: Final = re.compile(r"([ \t]+)#(.?)[^\n]*")

Path = Sequence[str | int]
"""The way from the top of a tree to one value: keys and indices."""


class _Branch:
    """A list or mapping: its bare values, and the events that made it, which know their places.

    ``below`` holds for each key or index a branch, or the event of a text.
    """

    __slots__ = ("below", "end", "is_list", "keys", "plain", "start")

    def __init__(self, event: Any, plain: list[Any] | dict[str, Any]) -> None:
        self.start = self.end = event
        self.plain = plain
        self.is_list = type(plain) is list
        self.keys: dict[str, Any] = {}
        self.below: dict[str | int, Any] = {}


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML mapping with the places of all that is in it."""

    source: Source
    base: int
    root: _Branch
    touched: set[str] = field(default_factory=set, compare=False)
    """The top-level keys of which something was dropped."""

    @property
    def plain(self) -> dict[str, Any]:
        """The mapping as bare ``str``, ``list`` and ``dict``."""
        assert isinstance(self.root.plain, dict)
        return self.root.plain

    def place(self, path: Path = ()) -> Place:
        """The place of the value at the end of ``path``, or of the nearest thing on the way."""
        here: Any = self.root
        key: Any = None
        for step in path:
            if not isinstance(here, _Branch) or step not in here.below:
                break
            key = here.keys.get(step) if isinstance(step, str) else None
            here = here.below[step]
        start, end = _span(here)
        if start == end and key is not None:  # an empty value: its key shows the place
            start, end = _span(key)
        return self.source.place(self.base + start, self.base + end)

    def key_place(self, path: Path) -> Place:
        """The place of the last key of ``path``, or of the value where that is in a list."""
        here = self._branch_above(path)
        if here is None or path[-1] not in here.keys:
            return self.place(path)
        start, end = _span(here.keys[path[-1]])
        return self.source.place(self.base + start, self.base + end)

    def below(self, key: str) -> tuple[Tree | None, list[Finding]]:
        """The mapping under a key as a tree of its own, or a finding where there is none."""
        branch = self.root.below[key]
        if isinstance(branch, _Branch) and isinstance(branch.plain, dict):
            return Tree(self.source, self.base, branch), []
        place = self.key_place((key,))
        return None, [faults.NOT_A_MAPPING.at(place, actual=_kind(branch))]

    def put(self, path: Path, text: str) -> None:
        """Put another text in the place of the one at the end of ``path``."""
        here = self._branch_above(path)
        if here is not None:
            here.plain[path[-1]] = text  # type: ignore[index]

    def rename(self, path: Path, name: str) -> bool:
        """Give the last key of ``path`` another name. False where the mapping has that name
        already."""
        here = self._branch_above(path)
        if here is None or not isinstance(here.plain, dict) or name in here.plain:
            return False
        old: Any = path[-1]
        for mapping in (here.plain, here.keys, here.below):
            mapping[name] = mapping.pop(old)
        return True

    def drop(self, path: Path) -> bool:
        """Take the value at the end of ``path`` out, closing the gap in a list. False where there
        is nothing to take out."""
        here = self._branch_above(path)
        if here is None:
            return False
        self.touched.add(str(path[0]))
        step = path[-1]
        del here.plain[step]  # type: ignore[arg-type]
        del here.below[step]
        if isinstance(here.plain, list):
            here.below = dict(enumerate(here.below.values()))
        else:
            del here.keys[step]  # type: ignore[arg-type]
        return True

    def _branch_above(self, path: Path) -> _Branch | None:
        """The branch that holds the value at the end of ``path``, if there is such a value."""
        here: Any = self.root
        for step in path[:-1]:
            if not isinstance(here, _Branch) or step not in here.below:
                return None
            here = here.below[step]
        return here if path and isinstance(here, _Branch) and path[-1] in here.below else None


def _span(node: Any) -> tuple[int, int]:
    """First and last offset of a branch or an event, in the text that was parsed."""
    if isinstance(node, _Branch):
        return node.start.start_mark.index, node.end.end_mark.index
    return node.start_mark.index, node.end_mark.index


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
        place = source.place(min(start + _offset(error, text), max(end - 1, start)))
        problem = _explain(error)
        return None, [*composer.findings, faults.YAML_SYNTAX.at(place, problem=problem)]
    if not isinstance(root, _Branch) or not isinstance(root.plain, dict):
        place = source.place(start) if root is None else composer.place(root)
        return None, [*composer.findings, faults.NOT_A_MAPPING.at(place, actual=_kind(root))]
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
        here: _Branch | None = None
        key: Any = _NO_KEY  # the event of the key read last, in a mapping
        outer: list[tuple[_Branch | None, Any]] = []
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
                node = _Branch(event, plain)
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
                self.find(faults.KEY_NOT_TEXT, event, actual=_kind(node))
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

    def _add_item(self, parent: _Branch, node: Any, plain: Any) -> None:
        items: Any = parent.plain
        index = len(items)
        if index < self.limits.items:
            parent.below[index] = node
            items.append(plain)
        elif parent.keys.setdefault("", node) is node:  # said once a list
            self.find(faults.YAML_TOO_MANY, node, limit=self.limits.items)

    def _add_value(self, parent: _Branch, key: Any, node: Any, plain: Any) -> None:
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
    def _after_refusal(here: _Branch | None, key: Any) -> Any:
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
        start, end = _span(node)
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


def _offset(error: yaml.YAMLError, text: str) -> int:
    """Where the fault is. The parser notices late that a quote or a bracket is not closed: at the
    end of the text, or at a line that belongs to what is around. Then the opening is the place."""
    problem, opening = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if problem is None or opening is None:
        mark = problem or opening
        return int(mark.index) if mark is not None else 0
    within = str(error.context)  # type: ignore[attr-defined]
    if "quoted" in within or "alias" in within or "anchor" in within:
        return int(opening.index)
    if "flow" in within and opening.line < problem.line:
        if _indent(text, problem.index) <= _indent(text, opening.index):
            return int(opening.index)
    return int(problem.index)


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


def _kind(node: Any) -> Bilingual:
    if isinstance(node, _Branch):
        return faults.A_LIST if isinstance(node.plain, list) else faults.FIELDS
    return faults.A_TEXT if node is not None and node.value else faults.NOTHING
