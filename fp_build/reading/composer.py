"""From the parser's events to a tree, with a finding for everything that YAML should not hold here.

The tree is composed here rather than by PyYAML's own composer, which follows aliases, keeps the
last of two equal keys and has no bound on depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import yaml

from fp_build.reading import yaml_faults as faults
from fp_build.reading.source import Limits, Source, hidden_in, rule_against
from fp_build.reading.tree import Branch, Tree, kind_of, span_of
from fp_build.reading.yaml_errors import NO_BREAK_SPACES, events, judged
from fp_build.words.findings import Finding, Place, Rule

_COMMENT: Final = re.compile(r"([ \t]+)#(.?)[^\n]*")


def read_tree(
    source: Source, start: int, end: int, limits: Limits
) -> tuple[Tree | None, list[Finding]]:
    """Read ``source.text[start:end]`` as one YAML mapping.

    ``None`` where it is no mapping or cannot be parsed: then a finding says why.
    """
    text = source.text[start:end]
    wary = " #" in text or "\t#" in text
    composer = _Composer(source, start, limits, events(text), wary=wary)
    try:
        root = composer.compose()
    except _Bottomless:  # it has been said that the values are too deep
        return None, composer.findings
    except yaml.YAMLError as error:
        offset, problem = judged(error, text)
        place = source.place(min(start + offset, max(end - 1, start)))
        return None, [*composer.findings, faults.YAML_SYNTAX.at(place, problem=problem)]
    if not isinstance(root, Branch) or not isinstance(root.plain, dict):
        place = source.place(start) if root is None else composer.place(root)
        return None, [*composer.findings, faults.NOT_A_MAPPING.at(place, actual=kind_of(root))]
    if "\\" in text:
        composer.look_for_hidden(root)
    if any(space in text for space in NO_BREAK_SPACES):
        composer.look_for_stuck(root)
    return Tree(source, start, root), composer.findings


_SCALAR: Final = yaml.ScalarEvent
_LIST_START: Final = yaml.SequenceStartEvent
_LIST_END: Final = yaml.SequenceEndEvent
_MAP_START: Final = yaml.MappingStartEvent
_MAP_END: Final = yaml.MappingEndEvent


class _Composer:
    """Turns one stream of parser events into branches, gathering findings on the way. Some sixty
    events make the front matter of a file: what is asked of each is kept to what is needed."""

    def __init__(
        self,
        source: Source,
        base: int,
        limits: Limits,
        next_event: Callable[[], Any],
        *,
        wary: bool,
    ) -> None:
        self.source = source
        self.base = base
        self.limits = limits
        self.next_event = next_event
        self.wary = wary
        """True where the text has something like a comment, so that cut values are looked for."""
        self.findings: list[Finding] = []

    def compose(self) -> Any:
        """The top branch, the event of a lone text, or ``None`` for an empty text."""
        top: Any = None
        while (event := self.next_event()) is not None:
            if type(event) is yaml.DocumentStartEvent:
                if top is not None:
                    self.find(faults.YAML_SYNTAX, event, problem=faults.SECOND_DOCUMENT)
                    break
            elif type(event) in (_SCALAR, _LIST_START, _MAP_START, yaml.AliasEvent):
                top = self._opened(event, 0)
                if top is not None:
                    self._finish(top, 0)
        return top

    def _opened(self, event: Any, depth: int) -> Any:
        """What begins with an event, ``depth`` values deep: a branch that is still to be filled, or
        the event itself where that is a text. ``None`` for what is refused, which is passed over.
        """
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.find(faults.YAML_ANCHOR, event, text=f"*{event.anchor}")
            return None
        if kind is _SCALAR:
            node = event
        elif depth >= self.limits.nesting:
            self.find(faults.YAML_TOO_DEEP, event, limit=self.limits.nesting)
            _skip(self.next_event)
            return None
        else:
            node = Branch(event, [] if kind is _LIST_START else {})
        if event.anchor is not None:
            self.find(faults.YAML_ANCHOR, event, text=f"&{event.anchor}")
        if event.tag is not None:
            self.find(faults.YAML_TAG, event, text=self._typed(event))
        return node

    def _fill(self, branch: Branch, depth: int) -> None:
        if branch.is_list:
            self._fill_list(branch, depth)
        else:
            self._fill_mapping(branch, depth)

    def _fill_list(self, branch: Branch, depth: int) -> None:
        next_event, below = self.next_event, branch.below
        items: Any = branch.plain
        while type(event := next_event()) is not _LIST_END:
            plain = type(event) is _SCALAR and event.anchor is None and event.tag is None
            node = event if plain else self._opened(event, depth)
            if node is None:
                continue
            index = len(items)
            if index < self.limits.items:
                below[index] = node
                items.append(node.value if type(node) is _SCALAR else node.plain)
            elif branch.keys.setdefault("", node) is node:  # said once a list
                self.find(faults.YAML_TOO_MANY, node, limit=self.limits.items)
            self._finish(node, depth)
        branch.end = event

    def _fill_mapping(self, branch: Branch, depth: int) -> None:
        next_event, keys, below = self.next_event, branch.keys, branch.below
        values: Any = branch.plain
        room = self.limits.keys
        while type(key := next_event()) is not _MAP_END:
            plain = type(key) is _SCALAR and key.anchor is None and key.tag is None
            name = key.value if plain else self._odd_key(key, depth)
            event = next_event()
            plain = type(event) is _SCALAR and event.anchor is None and event.tag is None
            node = event if plain else self._opened(event, depth)
            if node is None:
                continue
            if name is None:
                pass
            elif name in keys or len(keys) >= room:
                self._refuse_key(branch, key)
            else:
                keys[name] = key
                below[name] = node
                values[name] = node.value if type(node) is _SCALAR else node.plain
            self._finish(node, depth)
        branch.end = key

    def _finish(self, node: Any, depth: int) -> None:
        """Read what is in a branch; look closer at a text that may have been cut."""
        if type(node) is Branch:
            self._fill(node, depth + 1)
        elif self.wary and not node.style:  # libyaml says '' for a plain value
            self._look_for_cut(node)

    def _odd_key(self, event: Any, depth: int) -> str | None:
        """The name that a key gives which is not plainly a text; ``None`` where it gives none."""
        key = self._opened(event, depth)
        if type(key) is Branch:
            self.find(faults.KEY_NOT_TEXT, event, actual=kind_of(key))
            self._fill(key, depth + 1)
            return None
        return None if key is None else str(key.value)

    def _refuse_key(self, branch: Branch, key: Any) -> None:
        name, keys = key.value, branch.keys
        if name in keys:
            first = self.place(keys[name]).line
            self.find(faults.DUPLICATE_KEY, key, key=name, first=first)
        elif len(branch.plain) == len(keys):  # said once a mapping
            self.find(faults.YAML_TOO_MANY, key, limit=self.limits.keys)
            keys[name] = key

    def _look_for_cut(self, event: Any) -> None:
        """Find a plain value whose line goes on with what looks like text, not like a comment:
        `` #`` after a single space, or a ``#`` with no space behind it."""
        end = self.base + event.end_mark.index
        match = _COMMENT.match(self.source.text, end)
        if match and event.value and (len(match[1]) == 1 or match[2].strip()):
            place = self.source.place(end + len(match[1]), match.end())
            rest = match[0].strip()
            self.findings.append(faults.CUT_BY_COMMENT.at(place, value=event.value, rest=rest))

    def look_for_hidden(self, branch: Branch) -> None:
        """Find what escapes of quoted texts bring in: characters that no file may hold."""
        for node in (*branch.keys.values(), *branch.below.values()):
            if type(node) is Branch:
                self.look_for_hidden(node)
            elif node.style == '"':
                for character in dict.fromkeys(hidden_in(node.value)):
                    self.find(rule_against(character), node, code=f"U+{ord(character):04X}")

    def look_for_stuck(self, branch: Branch) -> None:
        """Find keys with a no-break space before the colon, as French typography has it: they would
        be unknown, however right they look. They are taken for what they look like."""
        for name, key in list(branch.keys.items()):
            right = name.rstrip(NO_BREAK_SPACES)
            if right != name and right not in branch.keys:
                self.find(faults.YAML_SYNTAX, key, problem=faults.NO_BREAK)
                told: tuple[Any, ...] = (branch.plain, branch.keys, branch.below)
                for mapping in told:
                    mapping[right] = mapping.pop(name)
        for node in branch.below.values():
            if type(node) is Branch:
                self.look_for_stuck(node)

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


_DEEPEST: Final = 50
"""How much deeper than it may be a value is looked into for its end. The parser looks at all that
is open for each new bracket: 65,000 of them would take it minutes."""


class _Bottomless(Exception):
    """A value so deep that its end is not looked for."""


def _skip(next_event: Callable[[], Any]) -> None:
    """Pass over the rest of a value that was just opened."""
    depth = 1
    while depth:
        if depth > _DEEPEST:
            raise _Bottomless
        event = next_event()
        if isinstance(event, (_LIST_START, _MAP_START)):
            depth += 1
        elif isinstance(event, (_LIST_END, _MAP_END)):
            depth -= 1
