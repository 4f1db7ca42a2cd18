"""What the bench asks of a generator, and the rounds in which generators take turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol

from bench.corpus import Entry, reword_body, reword_title
from bench.measure import Command, Cost

State = Literal["cold", "unchanged", "body", "title"]
"""No cache and no output; nothing changed; a sentence of a record changed; a title changed."""

STATES: Final[tuple[State, ...]] = ("cold", "unchanged", "body", "title")


class Generator(Protocol):
    """A program that builds the bench's site."""

    @property
    def name(self) -> str:
        """As the figures call it."""

    @property
    def site(self) -> Path:
        """The folder that it publishes."""

    @property
    def build(self) -> Command:
        """What builds the whole site, without text search."""

    def forget(self) -> None:
        """Remove what it has published and all that it keeps for the next build."""

    def file_of(self, slug: str, language: str) -> Path:
        """The file of a record."""


@dataclass(slots=True)
class Changes:
    """Changes to records, another record each time, the same for every generator in a round."""

    entries: Sequence[Entry]
    number: int = 0

    def change(self, generators: Sequence[Generator], what: Literal["body", "title"]) -> None:
        """Change the next record in every generator."""
        self.number += 1
        entry = self.entries[self.number * 37 % len(self.entries)]
        for generator in generators:
            path = generator.file_of(entry.slug, entry.language)
            text = path.read_text(encoding="utf-8")
            if what == "body":
                new = reword_body(text, self.number)
            else:
                new = reword_title(text, entry.title, self.number)
            if new == text:
                raise ValueError(f"{path}: nothing to change")
            path.write_text(new, encoding="utf-8")


def race(
    generators: Sequence[Generator], runs: int, states: Sequence[State], changes: Changes
) -> Mapping[str, Mapping[State, list[Cost]]]:
    """So many rounds in which every generator takes its turn in each state; the order of turns is
    turned round from one round to the next. What must be there for a state is made untimed."""
    found: dict[str, dict[State, list[Cost]]] = {
        generator.name: {state: [] for state in states} for generator in generators
    }
    for number in range(runs):
        turns = list(generators) if number % 2 == 0 else list(reversed(generators))
        for state in STATES:
            if state not in states:
                continue
            if state == "body" or state == "title":
                changes.change(generators, state)
            for generator in turns:
                if state == "cold":
                    generator.forget()
                elif not generator.site.exists():
                    generator.build.cost()
                found[generator.name][state].append(generator.build.cost())
    return found
