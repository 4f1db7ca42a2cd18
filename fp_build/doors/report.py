"""Findings as people and machines read them: plain text, GitHub annotations, JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final

from fp_build.words.findings import Finding, Level
from fp_build.words.languages import Bilingual, Language

_ARROW: Final = Bilingual("→ ", "→ ")
_ALL_WELL: Final = Bilingual("Tout est en ordre : {records}.", "All is well: {records}.")
_RECORD: Final = Bilingual("1 fiche vérifiée", "1 record checked")
_RECORDS: Final = Bilingual("{n} fiches vérifiées", "{n} records checked")
_NOTHING: Final = Bilingual(
    "Il n’y a aucune fiche ici. Créez un dossier avec un fichier « index.fr.md » : la page"
    " « Écrire une fiche » du site montre comment.",
    "There is no record here. Create a folder with a file “index.fr.md”: the page “Write a record”"
    " of the site shows how.",
)


Lines = Callable[[str], Sequence[str]]
"""Answers the lines of a file by its path, for the quotation under a finding."""


def as_text(findings: Iterable[Finding], language: Language, lines: Lines) -> str:
    """For people: each finding with its line and a mark under the place."""
    read_once = lru_cache(maxsize=8)(lines)  # those of one file stand together
    return "\n\n".join(_one_text(finding, language, read_once) for finding in findings)


def _one_text(finding: Finding, language: Language, lines: Lines) -> str:
    out = [
        _heading(finding, language),
        *_quotation(finding, lines(finding.place.path)),
        f"  {finding.found(language)}",
        f"  {_ARROW.of(language)}{finding.fix(language)}",
    ]
    return "\n".join(out)


def _heading(finding: Finding, language: Language) -> str:
    place = finding.place
    level = finding.level.label(language)
    return f"{_shown(place.path)}:{place.line}:{place.column} {level} [{finding.rule.id}]"


_WINDOW: Final = 100
"""How many characters of a long line are shown around the place."""


def _quotation(finding: Finding, lines: Sequence[str]) -> list[str]:
    place = finding.place
    if not 1 <= place.line <= len(lines):
        return []
    line = lines[place.line - 1]
    if not line.strip():
        return []
    start = max(0, place.column - 1 - _WINDOW // 2) if len(line) > _WINDOW else 0
    shown = _shown(line[start : start + _WINDOW])
    at = place.column - 1 - start
    before = _columns(shown[:at])
    width = max(1, _columns(shown[at : at + place.width]))
    number = str(place.line)
    return [
        f"  {number} | {'…' if start else ''}{shown}",
        f"  {' ' * len(number)} | {' ' if start else ''}{' ' * before}{'^' * width}",
    ]


def _shown(text: str) -> str:
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    """One character for one, so that the mark stays under its place."""
    if character == "\t" or character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(maxsize=1024)
def _width(character: str) -> int:
    """Two for an ideogram or an emoji, none for an accent that stands on the letter before."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 1 + (unicodedata.east_asian_width(character) in "WF")


_MOST_AGAIN: Final = 10
"""How many findings the end of a report names again."""
_FIRST: Final = Bilingual("À corriger d’abord :", "To mend first:")
_OTHERS: Final = Bilingual("… et {n} de plus", "… and {n} more")


def ending(findings: Sequence[Finding], records: int, language: Language) -> str:
    """What a report for people ends on: the summary, and before it the places of the gravest
    findings, where others less grave stand between them and the end of the screen."""
    line = summary(findings, records, language)
    gravest = max((finding.level for finding in findings), default=Level.NOTICE)
    first = [finding for finding in findings if finding.level is gravest]
    if gravest is Level.NOTICE or len(first) == len(findings):
        return line
    places = [f"  {_heading(finding, language)}" for finding in first[:_MOST_AGAIN]]
    if len(first) > _MOST_AGAIN:
        places.append(f"  {_OTHERS.of(language).format(n=len(first) - _MOST_AGAIN)}")
    return "\n".join([_FIRST.of(language), *places, "", line])


def summary(findings: Sequence[Finding], records: int, language: Language) -> str:
    """The last line: how many of what."""
    if not findings and not records:
        return _NOTHING.of(language)
    read = (_RECORD if records == 1 else _RECORDS).of(language).format(n=records)
    counts = {
        level: sum(1 + f.more for f in findings if f.level is level) for level in reversed(Level)
    }
    said = [_count(level, number, language) for level, number in counts.items() if number]
    if not said:
        return _ALL_WELL.of(language).format(records=read)
    return f"{', '.join(said)} ({read})."


def _count(level: Level, number: int, language: Language) -> str:
    return f"{number} {level.label(language, number)}"


def as_json(findings: Iterable[Finding], language: Language) -> str:
    """For programs: a list of objects, one a finding."""
    rows = [
        {
            "rule": finding.rule.id,
            "level": finding.level.word,
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "message": finding.message(language),
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_github(findings: Iterable[Finding], language: Language) -> str:
    """For pull requests: workflow commands that GitHub shows on the line.

    The escapes are those of GitHub's own toolkit (``@actions/core``, ``command.ts``).
    """
    return "\n".join(
        f"::{finding.level.word} file={_property(finding.place.path)},line={finding.place.line},"
        f"col={finding.place.column},title={_property(finding.rule.id)}"
        f"::{_data(finding.message(language))}"
        for finding in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
