"""Judge a whole cases folder, or part of it: records in, findings out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from fp_build.judging.comparing import Compare, compare_each
from fp_build.judging.desk import Desk, Lectern, Shelf
from fp_build.judging.folder_faults import TOO_MANY_RECORDS
from fp_build.judging.folders import judge_folders, read_record
from fp_build.judging.promises import judge_promises, read_promises
from fp_build.judging.record import Record
from fp_build.judging.rules.personal_address import addresses_in
from fp_build.judging.study import Study, study_each
from fp_build.reading.address_list import AddressList
from fp_build.reading.source import Limits, read_source
from fp_build.reading.vocabulary import Vocabularies
from fp_build.reading.vocabulary_files import read_vocabularies
from fp_build.reading.workspace import Folder, Workspace
from fp_build.words.findings import Finding, Level, Place, curbed, in_order
from fp_build.words.mail import same_mailbox

ReadVocabularies = Callable[[str, Mapping[str, bytes], Limits], tuple[Vocabularies, list[Finding]]]
"""Answers what :func:`read_vocabularies` does."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was read, and all that is wrong with it."""

    workspace: Workspace
    vocabularies: Vocabularies
    records: Mapping[str, Record]
    """The records that could be read, by slug, sorted; faulty ones among them."""
    findings: list[Finding]
    desk: Desk
    listed: AddressList | None = None
    """The addresses that have been published, where there is a list of them."""

    def worst(self) -> Level | None:
        """The gravest level among the findings."""
        return max((finding.level for finding in self.findings), default=None)


def judge(
    workspace: Workspace,
    today: dt.date,
    limits: Limits,
    only: Collection[str] | None = None,
    role_addresses: Iterable[str] = (),
    study: Study = study_each,
    compare: Compare = compare_each,
    besides: Collection[str] | None = None,
    vocabularies_of: ReadVocabularies = read_vocabularies,
) -> Judgement:
    """Judge the records of a workspace, or ``only`` those of the given slugs; others are then read
    as far as links need them. ``role_addresses`` are the e-mail addresses that the operator has
    set; ``besides`` the addresses that the site has besides those of records and terms, where they
    are known. Nothing that can stand in a folder makes this raise."""
    vocabularies, findings = vocabularies_of(
        workspace.vocabulary_path, workspace.vocabulary, limits
    )
    allowed = frozenset(map(same_mailbox, role_addresses))
    findings.extend(_addresses_in_vocabularies(workspace, limits, allowed))
    lectern = Lectern(vocabularies=vocabularies, limits=limits, role_addresses=allowed)
    slugs = [slug for slug in workspace.folders if only is None or slug in only]
    if len(slugs) > limits.records:
        rule, place = TOO_MANY_RECORDS, Place(workspace.path)
        findings.append(rule.at(place, count=len(slugs), limit=limits.records))
        slugs = slugs[: limits.records]
    known: dict[str, Record | None] = {}
    studied = study([workspace.folders[slug] for slug in slugs], lectern)
    for slug, (record, found) in zip(slugs, studied, strict=True):
        known[slug] = record
        findings += found
    records = {slug: record for slug, record in known.items() if record is not None}

    def read(folder: Folder) -> Record | None:
        return read_record(folder, vocabularies, limits)[0]

    desk = Desk(
        vocabularies=vocabularies,
        limits=limits,
        role_addresses=allowed,
        shelf=Shelf(workspace.folders, read, known),
        today=today,
    )
    findings += compare(records, desk)
    if only is None:
        findings.extend(judge_folders(workspace))
        listed, found = read_promises(workspace, limits)
        findings += found
        if listed is not None:
            findings += judge_promises(listed, workspace, records, vocabularies, besides)
    else:
        listed = None
        of_folders = {workspace.folders[slug].path for slug in slugs}
        findings.extend(f for f in judge_folders(workspace) if f.place.path in of_folders)
    told = curbed(in_order(findings), limits.findings)
    return Judgement(workspace, vocabularies, records, told, desk, listed)


def _addresses_in_vocabularies(
    workspace: Workspace, limits: Limits, allowed: Collection[str]
) -> Iterator[Finding]:
    """The vocabularies are published just as the records are."""
    for name, data in workspace.vocabulary.items():
        if b"@" in data or b"%40" in data or b"&" in data:
            path = f"{workspace.vocabulary_path}/{name}"
            source, _ = read_source(path, data, limits.for_vocabularies())
            yield from addresses_in(source, allowed)
