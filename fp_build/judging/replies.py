"""Readers' replies to a record: one reviewed file each, ``replies/<YYYY-MM-DD>-<name>.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from fp_build.judging import reply_faults as faults
from fp_build.judging.folder_faults import NOT_A_PLAIN_FILE
from fp_build.reading.fields import Date, Fields, Line, read_fields
from fp_build.reading.manuscript import Manuscript, read_manuscript
from fp_build.reading.source import Limits
from fp_build.reading.source_faults import FILE_TOO_LARGE
from fp_build.reading.workspace import Entry, Folder
from fp_build.words.dates import PartialDate
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Language
from fp_build.words.meant import meant_date
from fp_build.words.text import slug_of

FOLDER: Final = "replies/"
_NAME: Final = re.compile(r"replies/(\d{4}-\d{2}-\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md", re.A)


class ReplyFacts(Fields):
    """The front matter of a reply."""

    name: Line
    """Who replies, by name or pseudonym."""
    date: Date
    language: Literal["fr", "en"]


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """What a reader wrote, in that reader's language only."""

    id: str
    """The name of its file without its ending: what its anchor is made of."""
    name: str
    date: PartialDate
    language: Language
    manuscript: Manuscript


def is_reply(entry: Entry) -> bool:
    """True for what lies in a record's folder of replies."""
    return entry.name.startswith(FOLDER)


def read_replies(folder: Folder, limits: Limits) -> tuple[tuple[Reply, ...], list[Finding]]:
    """Read the replies of a record, by date and name. One that cannot be read is left out, with a
    finding."""
    replies: list[Reply] = []
    findings: list[Finding] = []
    for entry in filter(is_reply, folder.entries.values()):
        if entry.kind in ("file", "folder"):  # what is neither is judged with the record's files
            reply, found = _read_reply(entry, limits)
            findings += found
            replies += [reply] if reply else []
    return tuple(sorted(replies, key=lambda reply: reply.id)), findings


_DATED: Final = re.compile(
    r"replies/(\d{4}-\d\d?-\d\d?|\d\d?-\d\d?-\d{4})[-_ ]+([^.]+)(\.\w+)*", re.A
)


def _meant(name: str) -> list[str]:
    """The name that a reply was probably meant to have; nothing where it tells no date."""
    match = _DATED.fullmatch(name)
    reader = slug_of(match[2]) if match else ""
    return (
        [f"{FOLDER}{date}-{reader}.md" for date in meant_date(match[1])] if match and reader else []
    )


def _read_reply(entry: Entry, limits: Limits) -> tuple[Reply | None, list[Finding]]:
    place = Place(entry.path)
    match = _NAME.fullmatch(entry.name)
    if match is None or entry.kind == "folder":
        return None, [faults.REPLY_NAME.at(place, name=entry.name, nearest=_meant(entry.name))]
    if entry.size > limits.text_bytes:
        return None, [FILE_TOO_LARGE.at(place, size=entry.size, limit=limits.text_bytes)]
    try:
        data = entry.read()
    except OSError:  # it has vanished since the folder was looked at, or the disk is failing
        return None, [NOT_A_PLAIN_FILE.at(place, name=entry.name)]
    manuscript, findings = read_manuscript(entry.path, data, limits)
    tree = manuscript.tree
    if tree is None:
        return None, findings
    facts, found = read_fields(ReplyFacts, tree)
    findings += found
    if facts is not None and facts.date.text != match[1]:
        where = manuscript.place("date")
        findings.append(faults.REPLY_DATE.at(where, date=facts.date.text, named=match[1]))
    if not manuscript.outline.body.strip():
        end = manuscript.source.place(manuscript.outline.start)
        findings.append(faults.REPLY_WITHOUT_TEXT.at(end))
    if facts is None:
        return None, findings
    name = entry.name.removeprefix(FOLDER).removesuffix(".md")
    return Reply(name, facts.name, facts.date, facts.language, manuscript), findings
