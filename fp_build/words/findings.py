"""A fault in content as a value: which rule, how grave, where, and with which particulars."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final, NamedTuple

from fp_build.words.languages import Bilingual, Language
from fp_build.words.look_alikes import look_alikes


class Level(IntEnum):
    """How grave a finding is; the order is that of gravity."""

    NOTICE = 1
    """Never fails a build: something to know, such as a translation that is missing."""
    WARNING = 2
    """Fails a build under ``--strict`` only."""
    ERROR = 3
    """Fails every build."""

    def __reduce_ex__(self, proto: object) -> tuple[Any, ...]:
        """By value: Python 3.11.0 to 3.11.3 would name ``getattr``, which no cache of ours reads
        back."""
        return Level, (self.value,)

    @property
    def word(self) -> str:
        """The name used in reports for machines."""
        return self.name.lower()

    def label(self, language: Language, number: int = 1) -> str:
        """The name used in reports for people; in the plural where there are several."""
        one, several = _LEVEL_NAMES[self.name]
        return (one if number == 1 else several).of(language)


_LEVEL_NAMES: Final = {
    "ERROR": (Bilingual("erreur", "error"), Bilingual("erreurs", "errors")),
    "WARNING": (
        Bilingual("avertissement", "warning"),
        Bilingual("avertissements", "warnings"),
    ),
    "NOTICE": (Bilingual("remarque", "notice"), Bilingual("remarques", "notices")),
}


class Place(NamedTuple):
    """Where something stands. Lines and columns count from 1, columns in code points."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1
    """How many code points the mark under the line covers."""

    def is_within(self, other: Place) -> bool:
        """Whether it begins where another one stands, in one line."""
        same = (self.path, self.line) == (other.path, other.line)
        return same and 0 <= self.column - other.column < other.width


class Rule(NamedTuple):
    """What can be wrong, said in both languages.

    ``found`` and ``fix`` are templates whose placeholders are the arguments of a finding; both
    languages use the same ones. ``manual`` explains the rule to authors.
    """

    id: str
    level: Level
    found: Bilingual
    fix: Bilingual
    manual: Bilingual
    needs_build: bool = False
    """True for what only a build can find, because it needs finished pages."""

    def at(self, place: Place, /, *, level: Level | None = None, **arguments: Any) -> Finding:
        """A finding of this rule at that place."""
        return Finding(self, place, arguments, self.level if level is None else level)

    def placeholders(self, language: Language) -> frozenset[str]:
        """The names that the messages of this language ask for."""
        text = self.found.of(language) + self.fix.of(language)
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


_MORE = Bilingual(
    " (Et {more} autres comme celle-ci dans ce fichier, jusqu’à la ligne {last}.)",
    " (And {more} more like this one in this file, down to line {last}.)",
)
_LOOKS_LIKE = Bilingual(
    "Attention : la lettre {number} de « {word} », « {letter} » ({name}), n’est pas le « {like} »"
    " auquel elle ressemble.",
    "Mind letter {number} of “{word}”: “{letter}” ({name}) is not the “{like}” that it looks like.",
)
_DID_YOU_MEAN = Bilingual("Vouliez-vous écrire : {nearest} ?", "Did you mean: {nearest}?")


class Finding(NamedTuple):
    """One fault. ``arguments`` fill the rule's messages; ``nearest`` among them, a list of likely
    intended words, or what answers it, is appended as a question, and ``more`` with ``last`` say
    how many others it stands for and how far down they go."""

    rule: Rule
    place: Place
    arguments: Mapping[str, Any]
    level: Level

    def found(self, language: Language) -> str:
        """What was found, in that language."""
        words = self._words(language)
        text = self.rule.found.of(language).format_map(words)
        return text + _MORE.of(language).format_map(words) if self.more else text

    def settled(self) -> Finding:
        """With the words that were probably meant, where those are still to be looked for: that
        takes its time, and most findings of a flood are never told."""
        nearest = self.arguments.get("nearest")
        if not callable(nearest):
            return self
        return self._replace(arguments={**self.arguments, "nearest": nearest()})

    @property
    def more(self) -> int:
        """How many others of its kind, in the same file, it stands for."""
        more = self.arguments.get("more", 0)
        return more if type(more) is int else 0

    def fix(self, language: Language) -> str:
        """What to do about it, in that language."""
        text = self.rule.fix.of(language).format_map(self._words(language))
        nearest = self.arguments.get("nearest")
        if callable(nearest):
            nearest = nearest()
        if nearest:
            text += " " + _DID_YOU_MEAN.of(language).format(nearest=_word(nearest, language))
        for word in self.arguments.values():
            if isinstance(word, str) and not word.isascii():
                for found in look_alikes(word)[:1]:
                    said = {"word": _visible(word), "name": found.name, **found._asdict()}
                    text += " " + _LOOKS_LIKE.of(language).format_map(said)
        return text

    def message(self, language: Language) -> str:
        """Both, as one text."""
        return f"{self.found(language)} {self.fix(language)}"

    def _words(self, language: Language) -> dict[str, Any]:
        return {name: _word(value, language) for name, value in self.arguments.items()}


def _word(value: Any, language: Language) -> Any:
    if isinstance(value, Bilingual):
        return value.of(language)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(_word(item, language)) for item in value)
    if isinstance(value, str):
        return _visible(value)
    return value


def _visible(text: str, limit: int = 120) -> str:
    """What an author typed, fit for one line of a report: cut when long, nothing unprintable."""
    if text.isprintable() and len(text) <= limit:
        return text
    shown = "".join(
        c if c.isprintable() else " " if c.isspace() else f"\\u{ord(c):04x}"
        for c in text[: limit + 1]
    )
    return shown if len(text) <= limit else shown[:limit].rstrip() + "…"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by place, then rule: the order never depends on how they were found. Each once."""
    together: dict[tuple[str, int, int, int, str], list[Finding]] = {}
    for finding in findings:
        place = finding.place
        key = (place.path, place.line, place.column, place.width, finding.rule.id)
        together.setdefault(key, []).append(finding)
    found: list[Finding] = []
    for key in sorted(together):
        alike = together[key]
        if len(alike) > 1:  # seldom: then they are told apart by what they say
            said = {finding.message("en"): finding for finding in alike}
            alike = [said[message] for message in sorted(said)]
        found += alike
    return found


def curbed(findings: Iterable[Finding], most: int) -> list[Finding]:
    """Of each rule the first ``most`` in each file, in their order; the last of these tells how
    many more there are and down to which line. A file in another encoding is one fault to its
    author, not one for each of its accents. Those that are kept are settled."""
    kept: list[Finding] = []
    number: dict[tuple[str, str], int] = {}
    left: dict[tuple[str, str], list[Finding]] = {}
    last: dict[tuple[str, str], int] = {}
    for finding in findings:
        kind = finding.place.path, finding.rule.id
        number[kind] = count = number.get(kind, 0) + 1
        if count > most:
            left.setdefault(kind, []).append(finding)
        else:
            last[kind] = len(kept)
            kept.append(finding.settled())
    for kind, others in left.items():
        kept[last[kind]] = standing_for(kept[last[kind]], others)
    return kept


def standing_for(finding: Finding, others: Sequence[Finding]) -> Finding:
    """The finding as one that tells of these others as well, and as gravely as the gravest."""
    more = finding.more + sum(1 + other.more for other in others)
    line = max(int(f.arguments.get("last", f.place.line)) for f in (finding, *others))
    level = max(f.level for f in (finding, *others))
    arguments = {**finding.arguments, "more": more, "last": line}
    return finding._replace(arguments=arguments, level=level)
