"""YAML as a tree of texts, lists and mappings in which every key and value has its place.

Nothing is typed implicitly: ``no``, ``12:30``, ``010`` and ``1_000`` stay what the author wrote.
Events are kept as the parser gave them and asked for their marks only when somebody wants to know a
place: most values never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from fp_build.reading import yaml_faults as faults
from fp_build.reading.source import Source
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Bilingual

Path = Sequence[str | int]
"""The way from the top of a tree to one value: keys and indices."""

Change = tuple[Literal["put", "rename", "drop"], Path] | tuple[Literal["put", "rename"], Path, str]
"""The name of a method of :class:`Tree`, and what it was given."""


class Branch:
    """A list or mapping: its bare values, and the events that made it, which know their places.

    ``below`` holds for each key or index a branch, or the event of a text.
    """

    __slots__ = ("below", "end", "is_list", "keys", "lost", "plain", "start")

    def __init__(self, event: Any, plain: list[Any] | dict[str, Any]) -> None:
        self.start = self.end = event
        self.plain = plain
        self.is_list = type(plain) is list
        self.keys: dict[str, Any] = {}
        self.below: dict[str | int, Any] = {}
        self.lost: tuple[str, ...] = ()  # the keys that were dropped


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML mapping with the places of all that is in it."""

    source: Source
    base: int
    root: Branch
    touched: set[str] = field(default_factory=set, compare=False)
    """The top-level keys of which something was dropped."""
    changes: list[Change] = field(default_factory=list, compare=False)
    """What was done to it since it was read, in order."""

    def change_again(self, changes: Iterable[Change]) -> None:
        """Do to a tree what was done to the one that was read of the same text."""
        for change, path, *words in changes:
            getattr(self, change)(path, *words)

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
            if not isinstance(here, Branch) or step not in here.below:
                break
            key = here.keys.get(step) if isinstance(step, str) else None
            here = here.below[step]
        start, end = span_of(here)
        if start == end and key is not None:  # an empty value: its key shows the place
            start, end = span_of(key)
        return self.source.place(self.base + start, self.base + end)

    def key_place(self, path: Path) -> Place:
        """The place of the last key of ``path``, or of the value where that is in a list."""
        here = self._branch_above(path)
        if here is None or path[-1] not in here.keys:
            return self.place(path)
        start, end = span_of(here.keys[path[-1]])
        return self.source.place(self.base + start, self.base + end)

    def stands_alone(self, path: Path) -> bool:
        """True for words between braces without a “:”, which YAML takes for a key."""
        here = self._branch_above(path)
        if here is None or path[-1] not in here.keys or dict(here.plain)[path[-1]] != "":
            return False
        end = self.base + span_of(here.keys[path[-1]])[1]
        return self.source.text[end : end + 80].lstrip()[:1] in (",", "}")

    def below(self, key: str) -> tuple[Tree | None, list[Finding]]:
        """The mapping under a key as a tree of its own, or a finding where there is none."""
        branch = self.root.below[key]
        if isinstance(branch, Branch) and isinstance(branch.plain, dict):
            return Tree(self.source, self.base, branch), []
        place = self.key_place((key,))
        return None, [faults.NOT_A_MAPPING.at(place, actual=kind_of(branch))]

    def put(self, path: Path, text: str) -> None:
        """Put another text in the place of the one at the end of ``path``."""
        here = self._branch_above(path)
        if here is not None:
            here.plain[path[-1]] = text  # type: ignore[index]
            self.changes.append(("put", path, text))

    def rename(self, path: Path, name: str) -> bool:
        """Give the last key of ``path`` another name. False where the mapping has that name
        already."""
        here = self._branch_above(path)
        if here is None or not isinstance(here.plain, dict) or name in here.plain:
            return False
        old: Any = path[-1]
        for mapping in (here.plain, here.keys, here.below):
            mapping[name] = mapping.pop(old)
        self.changes.append(("rename", path, name))
        return True

    def drop(self, path: Path) -> bool:
        """Take the value at the end of ``path`` out, closing the gap in a list. False where there
        is nothing to take out."""
        here = self._branch_above(path)
        if here is None:
            return False
        self.touched.add(str(path[0]))
        self.changes.append(("drop", path))
        step = path[-1]
        del here.plain[step]  # type: ignore[arg-type]
        del here.below[step]
        if isinstance(here.plain, list):
            here.below = dict(enumerate(here.below.values()))
        else:
            del here.keys[step]  # type: ignore[arg-type]
            here.lost += (str(step),)
        return True

    def has_lost(self, path: Path) -> bool:
        """True where the last key of ``path`` was typed, but dropped."""
        here: Any = self.root
        for step in path[:-1]:
            if not isinstance(here, Branch) or step not in here.below:
                return False
            here = here.below[step]
        return isinstance(here, Branch) and path[-1] in here.lost

    def drop_all(self, paths: Iterable[Path]) -> bool:
        """Take out the values at the ends of these paths. False where there was none of them."""
        dropped = [self.drop(path) for path in sorted(paths, key=_last_first)]
        return any(dropped)

    def _branch_above(self, path: Path) -> Branch | None:
        """The branch that holds the value at the end of ``path``, if there is such a value."""
        here: Any = self.root
        for step in path[:-1]:
            if not isinstance(here, Branch) or step not in here.below:
                return None
            here = here.below[step]
        return here if path and isinstance(here, Branch) and path[-1] in here.below else None


def _last_first(path: Path) -> list[tuple[int, str]]:
    """Sorts so that an item is dropped before those that stand earlier in its list."""
    return [(-step, "") if isinstance(step, int) else (0, step) for step in path]


def span_of(node: Any) -> tuple[int, int]:
    """First and last offset of a branch or an event, in the text that was parsed."""
    if isinstance(node, Branch):
        return node.start.start_mark.index, node.end.end_mark.index
    return node.start_mark.index, node.end_mark.index


def kind_of(node: Any) -> Bilingual:
    """What a branch or an event is, in words."""
    if isinstance(node, Branch):
        return faults.A_LIST if isinstance(node.plain, list) else faults.FIELDS
    return faults.A_TEXT if node is not None and node.value else faults.NOTHING
