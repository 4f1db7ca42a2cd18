"""Write into a translation which original it follows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from fp_build.doors.clock import today
from fp_build.doors.target import find_target
from fp_build.judging.judge import judge
from fp_build.reading.source import Limits
from fp_build.words.languages import Bilingual

_HASH: Final = re.compile(
    r"(?P<key>[\"']?source_hash[\"']?[ \t]*:[ \t]*)(?P<value>\"[^\"\n]*\"|'[^'\n]*'|[^\s,}#]*)"
)


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
    judgement = judge(find_target(str(cases)).open(Path.cwd()), today(), Limits(), [slug])
    record = judgement.records.get(slug)
    translation = record.translated if record else None
    if record is None or translation is None or record.translation is None:
        raise NotTranslated(
            Bilingual(
                f"La fiche « {slug} » n’a pas de traduction lisible.",
                f"The record “{slug}” has no translation that can be read.",
            )
        )
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
    text = path.read_bytes().decode("utf-8")
    path.write_bytes(_with_hash(text, record.fingerprint).encode("utf-8"))
    return path


def _with_hash(text: str, value: str) -> str:
    """The file with the hash set, wherever ``translation`` keeps it."""
    at = re.search(r"^translation[ \t]*:", text, re.M)
    start = at.end() if at else 0
    known = _HASH.search(text, start)
    if known:
        return f'{text[: known.start("value")]}"{value}"{text[known.end("value") :]}'
    flow = re.compile(r"[ \t]*\{").match(text, start)
    if flow:
        return f'{text[: flow.end()]}source_hash: "{value}", {text[flow.end() :]}'
    line_end = text.find("\n", start)
    indent = re.compile(r"[ \t]*").match(text, line_end + 1)
    space = (indent[0] if indent else "") or "  "
    return f'{text[: line_end + 1]}{space}source_hash: "{value}"\n{text[line_end + 1 :]}'
