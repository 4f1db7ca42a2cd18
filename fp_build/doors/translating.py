"""Write into a translation which original it follows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fp_build.doors.clock import today
from fp_build.doors.target import find_project, find_target
from fp_build.judging.judge import judge
from fp_build.reading.manuscript import Manuscript
from fp_build.reading.source import Limits
from fp_build.words.findings import Finding, Level
from fp_build.words.languages import Bilingual


class NotTranslated(Exception):
    """There is no translation to note, or no place to write it; ``said`` says so."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(said.fr)
        self.said = said


def note_translated(cases: Path, slug: str) -> Path:
    """Set ``source_hash`` in the translation of a record and answer its file.

    Only that value is touched: the rest of the file stays as its author typed it.
    Raises :class:`NotTranslated`.
    """
    folder = cases / slug
    if not folder.is_dir():
        raise NotTranslated(Bilingual(f"Aucune fiche « {slug} ».", f"No record “{slug}”."))
    judgement = judge(
        find_target(str(cases)).open(find_project(Path.cwd())), today(), Limits(), [slug]
    )
    record = judgement.records.get(slug)
    translation = record.translated if record else None
    if record is None or translation is None or record.translation is None:
        raise NotTranslated(_unreadable(slug, judgement.findings))
    if record.translation.translation is None:
        raise NotTranslated(
            Bilingual(
                f"« {translation.source.path} » n’a pas de clé « translation » : ajoutez"
                " « translation: {state: draft} ».",
                f"“{translation.source.path}” has no key “translation”: add"
                " “translation: {state: draft}”.",
            )
        )
    path = Path(translation.source.path)
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    text = _with_hash(text, record.fingerprint, translation)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path


def _unreadable(slug: str, findings: Iterable[Finding]) -> Bilingual:
    """Why there is no translation to note: the first error in the way, where there is one."""
    error = next((finding for finding in findings if finding.level is Level.ERROR), None)
    if error is None:
        return Bilingual(
            f"La fiche « {slug} » n’a pas de traduction.",
            f"The record “{slug}” has no translation.",
        )
    place = f"{error.place.path}:{error.place.line}:{error.place.column}"
    return Bilingual(
        f"La fiche « {slug} » ne peut pas être lue en entier. {place} : {error.message('fr')}",
        f"The record “{slug}” cannot be read as a whole. {place}: {error.message('en')}",
    )


_LINES: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARK: Final = "\ufeff"


def _with_hash(text: str, value: str, translation: Manuscript) -> str:
    """The text of a file with the hash set where ``translation`` keeps it, or put before what is
    first there."""
    known = "source_hash" in translation.plain_value("translation")
    place = translation.place("translation", *(["source_hash"] if known else []))
    mark = _MARK if text.startswith(_MARK) else ""
    lines = _LINES.findall(text.removeprefix(mark))
    line = lines[place.line - 1]
    before, after = line[: place.column - 1], line[place.column - 1 :]
    written = f'"{value}"' if known else f'source_hash: "{value}"'
    if known:
        after = after[place.width :]
    elif after.startswith("{"):
        before, after, written = f"{before}{{", after[1:], f"{written}, "
    else:  # fields below each other, of which this becomes the first
        line_end = line[len(line.rstrip("\r\n")) :]
        written += line_end + before
    lines[place.line - 1] = before + written + after
    return mark + "".join(lines)
