"""The audits that a repository holds, and the fingerprints that tell whether they still hold.

An automatic audit looks at a few pages of each kind. It is stale as soon as anything changes that
all pages of a kind are made with: the templates, styles, scripts, pictures and words of
``overrides/``, the editorial pages, the code that turns records into pages. Records are another
matter: a new one goes through the same templates and through the rules, so the page only says that
records have changed. What ``mkdocs.yml`` and the locks hold is left out: an operator fills in the
one, and the other changes with every security fix.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from fp_build.judging.judge import Judgement
from fp_build.publishing.statement import Audits
from fp_build.reading.audits import (
    AUTOMATIC_FILE,
    HUMAN_FILE,
    Content,
    read_automatic_audit,
    read_human_audit,
)
from fp_build.words.findings import Finding

FOLDER: Final = "accessibility"
"""Where audits are kept, below the folder of the pages; it is not published."""

_CODE: Final = Path(__file__).resolve().parents[1]
_MAKES_PAGES: Final = ("publishing", "doors/mkdocs")
_SHARED: Final = ("fr", "en")


def open_audits(
    docs: Path, shown: str, overrides: Path, judgement: Judgement, today: dt.date
) -> tuple[Audits, list[Finding]]:
    """What the folder of the pages holds of audits; ``shown`` is what reports call that folder."""
    human, automatic = docs / FOLDER / HUMAN_FILE, docs / FOLDER / AUTOMATIC_FILE
    findings: list[Finding] = []
    made = written = None
    if human.is_file():
        made, found = read_human_audit(f"{shown}/{FOLDER}/{HUMAN_FILE}", human.read_bytes())
        findings += found
    now = Content(frame="", records="")
    if automatic.is_file():
        data = automatic.read_bytes()
        written, found = read_automatic_audit(f"{shown}/{FOLDER}/{AUTOMATIC_FILE}", data)
        findings += found
        now = content_of(docs, overrides, judgement)
    return Audits(made, written, now, today), findings


def content_of(docs: Path, overrides: Path, judgement: Judgement) -> Content:
    """The fingerprints of what the site is made of."""
    frame = [
        *_files(overrides, "overrides"),
        *(item for part in _SHARED for item in _files(docs / part, f"docs/{part}")),
        *(item for part in _MAKES_PAGES for item in _files(_CODE / part, f"fp_build/{part}")),
    ]
    return Content(frame=_fingerprint(frame), records=_records(judgement))


def with_records(audits: Audits, judgement: Judgement) -> Audits:
    """What is known of the audits when nothing but the records has changed."""
    if audits.automatic is None:
        return audits
    now = Content(frame=audits.now.frame, records=_records(judgement))
    return replace(audits, now=now)


def _records(judgement: Judgement) -> str:
    records = (
        (slug, record.brief.texts.hex().encode())
        for slug, record in sorted(judgement.records.items())
        if record.is_public
    )
    return _fingerprint(records)


def _files(folder: Path, shown: str) -> Iterator[tuple[str, bytes]]:
    """The files below a folder that people keep, by name."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith("."):
            yield f"{shown}/{name}", path.read_bytes()


def _fingerprint(items: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 of names and contents. Line ends do not count: git may change those of a text."""
    whole = hashlib.sha256()
    for name, data in items:
        content = data if b"\0" in data else data.replace(b"\r\n", b"\n")
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()
