"""The manual of rules: each with its words, and a wrong and a right example."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Final, NamedTuple

from fp_build.publishing.edition import Edition
from fp_build.words.findings import Rule
from fp_build.words.languages import Language
from fp_build.words.typography import typeset

Files = Mapping[str, bytes]
"""The files of an example, by their path in it."""

CONTEXT_LINES: Final = 3


class RuleView(NamedTuple):
    """A rule's page of the manual."""

    id: str
    level: str
    level_label: str
    text: tuple[str, ...]
    found: str
    fix: str
    wrong: str
    right: str
    needs_build: str


def view_rules(
    rules: Mapping[str, Rule], examples: Mapping[str, tuple[Files, Files]], edition: Edition
) -> tuple[RuleView, ...]:
    """Every rule as the manual shows it, in the language of the edition."""
    language = edition.language
    views = []
    for name, rule in rules.items():
        wrong, right = excerpts(*examples.get(name, ({}, {})))
        views.append(
            RuleView(
                id=name,
                level=rule.level.word,
                level_label=rule.level.label(language),
                text=tuple(typeset(part, language) for part in paragraphs(rule, language)),
                found=_as_example(edition.of(rule.found)),
                fix=_as_example(edition.of(rule.fix)),
                wrong=wrong,
                right=right,
                needs_build=edition.words["rule-needs-build"] if rule.needs_build else "",
            )
        )
    return tuple(views)


def paragraphs(rule: Rule, language: Language) -> tuple[str, ...]:
    """The rule's page of the manual, a paragraph each."""
    parts = rule.manual.of(language).strip().split("\n\n")
    return tuple(" ".join(part.split()) for part in parts)


def _as_example(message: str) -> str:
    """A message with its placeholders shown as such."""
    return message.replace("{{", "\0").replace("}}", "\1").replace("{", "‹").replace(
        "}", "›"
    ).replace("\0", "{").replace("\1", "}")  # fmt: skip


def excerpts(wrong: Files, right: Files) -> tuple[str, str]:
    """What differs between two examples, with a few lines around it, each as one text."""
    shown: tuple[list[str], list[str]] = ([], [])
    for path in sorted({*wrong, *right}):
        if path.endswith((".png", ".jpg", ".jpeg", ".webp")):
            continue
        before, after = _lines(wrong.get(path)), _lines(right.get(path))
        if before == after:
            continue
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        for side in shown:
            side.append(f"# {path}")
        for group in matcher.get_grouped_opcodes(CONTEXT_LINES):
            shown[0].extend(before[group[0][1] : group[-1][2]])
            shown[1].extend(after[group[0][3] : group[-1][4]])
        for side, lines in zip(shown, (before, after), strict=True):
            if not lines:
                side[-1] = f"# {path} —"
    return _text(shown[0]), _text(shown[1])


def _lines(data: bytes | None) -> list[str]:
    return [] if data is None else data.decode("utf-8", "backslashreplace").split("\n")


def _text(lines: list[str]) -> str:
    """The lines with whatever cannot be seen made visible, cut where they are very long."""
    visible = [
        "".join(c if c.isprintable() or c == "\t" else f"\\u{ord(c):04x}" for c in line)
        for line in lines
    ]
    return "\n".join(line if len(line) <= 160 else line[:157] + "…" for line in visible)
