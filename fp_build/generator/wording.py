"""All that a generated record says outside its body, and how it stands in front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from fp_build.generator.pairs import Pair

_PLAIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœ](?:[\w’ «»“”().–—+/-]*[\w.)»”])?")


def yaml_text(text: str) -> str:
    """The text as a YAML value, between quotes only where it needs them, as an author would."""
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@dataclass(slots=True)
class Wording:
    """What is translated, under the id of its item, in the order of the model."""

    title: Pair
    summary: Pair
    reasons: dict[str, Pair] = field(default_factory=dict)
    alternatives: dict[str, Pair] = field(default_factory=dict)
    labels: dict[str, Pair] = field(default_factory=dict)
    indicators: dict[str, tuple[Pair, Pair]] = field(default_factory=dict)
    """Name and unit."""
    question: Pair | None = None
    place: Pair | None = None

    def translatable(self, language: int, body: str) -> Iterator[str]:
        """The parts of a source's fingerprint, as ``Record.fingerprint`` finds them when it reads
        the record: a test holds the two together. ``language`` is 0 for French, 1 for English."""
        yield self.title[language]
        yield self.summary[language]
        for mapping in (self.reasons, self.alternatives, self.labels):
            for key, text in mapping.items():
                yield key
                yield text[language]
        for key, (name, unit) in self.indicators.items():
            yield from (key, name[language], unit[language])
        for words in filter(None, (self.question, self.place)):
            yield words[language]
        yield body

    def heading(self, language: int) -> list[str]:
        """The lines of title and summary."""
        return [
            f"title: {yaml_text(self.title[language])}",
            f"summary: {yaml_text(self.summary[language])}",
        ]

    def translated(self, language: int) -> list[str]:
        """The lines of a translation's front matter, but for its note."""
        return [
            *self.heading(language),
            *self._own(language),
            *_group("reasons", self.reasons, language),
            *self._indicators(language),
            *_group("alt", self.alternatives, language),
            *_group("labels", self.labels, language),
        ]

    def _own(self, language: int) -> Iterator[str]:
        for key, words in (("question", self.question), ("place", self.place)):
            if words:
                yield f"{key}: {yaml_text(words[language])}"

    def _indicators(self, language: int) -> Iterator[str]:
        if self.indicators:
            yield "indicators:"
        for key, (name, unit) in self.indicators.items():
            yield (
                f"  {key}: {{name: {yaml_text(name[language])}, unit: {yaml_text(unit[language])}}}"
            )


def _group(key: str, words: Mapping[str, Pair], language: int) -> Iterator[str]:
    if words:
        yield f"{key}:"
    for item, text in words.items():
        yield f"  {yaml_text(item)}: {yaml_text(text[language])}"
