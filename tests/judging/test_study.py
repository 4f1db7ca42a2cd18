"""Folders studied one by one, elsewhere and in any order, and put together again."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterator, Sequence

from in_memory import CASES, LIMITS, TODAY, Content, draft, folder_of, judged, workspace_of

from fp_build.judging.desk import Lectern
from fp_build.judging.folders import texts_of
from fp_build.judging.judge import judge
from fp_build.judging.study import Studied, study_each, study_folder
from fp_build.reading.workspace import Entry, Folder

FILES: dict[str, Content] = {
    path.relative_to(CASES).as_posix(): path.read_bytes()
    for path in CASES.glob("[!_]*/**/*")
    if path.is_file()
} | {
    "a/index.fr.md": draft(
        "themes: [inconnu, digital, digital]", "stages: [{stage: prototyping, end: 2013}]",
        "verified_on: 2026-11-22", "redirect_from: [b]", "related: [b, c, a]",
        "media: [{id: x, file: x.png}]", "sources: [{id: s}]",
        body="# Un\n[x](case:b#results) [y](case:c) [z](../b/index.fr.md) <b> a@b.fr[^s][^t]",
    ),
    "a/x.png": "rien",
    "b/index.fr.md": draft("titel: x", body="## Le résultat\n"),
    "c/index.en.md": "---\ntitle: One\ntitle: Two\n---\n",
    "d/notes.txt": "",
}  # fmt: skip


def elsewhere(folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
    """As another process or a cache would: through a pickle, the last folder first."""
    pickled = [pickle.dumps(studied) for studied in study_each(folders[::-1], lectern)]
    for folder, one in zip(folders, reversed(pickled), strict=True):
        record, findings = pickle.loads(one)
        yield record and record.lying_in(folder), findings


def test_the_same_is_found_wherever_folders_are_studied() -> None:
    here = judged(FILES)
    there = judge(workspace_of(FILES), TODAY, LIMITS, study=elsewhere)
    assert len({finding.rule.id for finding in here.findings}) > 20
    assert there.findings == here.findings
    assert list(there.records) == list(here.records)
    for slug, record in there.records.items():
        assert record.facts == here.records[slug].facts
        assert record.folder.path == f"cases/{slug}"


def test_nothing_is_studied_that_is_not_to_be_judged() -> None:
    asked: list[str] = []

    def study(folders: Sequence[Folder], lectern: Lectern) -> Iterator[Studied]:
        asked.extend(folder.name for folder in folders)
        return study_each(folders, lectern)

    judgement = judge(workspace_of(FILES), TODAY, LIMITS, ["a"], study=study)
    assert asked == ["a"] == list(judgement.records)


def test_what_is_found_alone_depends_on_no_other_record_and_on_no_day() -> None:
    workspace = workspace_of(FILES)
    judgement = judged(FILES)
    lectern = Lectern(vocabularies=judgement.vocabularies, limits=LIMITS)
    found = [f for folder in workspace.folders.values() for f in study_folder(folder, lectern)[1]]
    alone = workspace_of({path: text for path, text in FILES.items() if path.startswith("a/")})
    later = dt.date(2100, 1, 1)
    in_folder = judge(alone, later, LIMITS).findings
    assert [f for f in found if f.place.path.startswith("cases/a/")]
    for finding in found:
        assert finding in judgement.findings
        assert finding in in_folder or not finding.place.path.startswith("cases/a/")


def test_only_texts_are_read() -> None:
    read: list[str] = []

    def watched(entry: Entry) -> Entry:
        def bytes_of() -> bytes:
            read.append(entry.name)
            return entry.read()

        return Entry(entry.name, entry.path, entry.kind, entry.size, bytes_of)

    files = {**FILES, "a/replies/2026-11-20-x.md": "", "a/index.en.md": "", "a/y.md": ""}
    folder = workspace_of(files).folders["a"]
    entries = {name: watched(entry) for name, entry in folder.entries.items()}
    lectern = Lectern(vocabularies=judged({}).vocabularies, limits=LIMITS)
    study_folder(folder_of("a", entries), lectern)
    assert sorted(read) == sorted(entry.name for entry in texts_of(folder))
    assert len(read) == 3
