"""Where the records of a project are read and judged; and again, while an author is served.

Then only the folders that were touched are looked into and studied anew, and only such records
compared with others that have changed or that name one that has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from fp_build.arranging.facets import Terms
from fp_build.arranging.ground import Digests
from fp_build.doors.cache import Cache
from fp_build.doors.clock import today
from fp_build.doors.collector import without_collector
from fp_build.doors.crew import shared
from fp_build.doors.disk import open_project
from fp_build.doors.fingerprints import of_program, of_values
from fp_build.doors.kept_mapping import KeptMapping
from fp_build.doors.kept_values import remembered
from fp_build.doors.studies import OURS, WORTH_SHARING, Studies
from fp_build.judging.comparing import Compared, Comparisons
from fp_build.judging.desk import Desk, Lectern
from fp_build.judging.judge import Judgement, judge
from fp_build.judging.record import Record
from fp_build.judging.study import Studied
from fp_build.reading.source import Limits
from fp_build.reading.vocabulary import Vocabularies
from fp_build.reading.vocabulary_files import read_vocabularies
from fp_build.reading.workspace import Folder, Workspace
from fp_build.words.findings import Finding

Value = TypeVar("Value")


class ReadingRoom:
    """The records of a project. ``base`` is the folder of ``mkdocs.yml``, ``cases_dir`` how that
    names the folder of the records. ``besides`` are the addresses that the site has besides those
    of records and terms."""

    def __init__(
        self,
        base: Path,
        cases_dir: str,
        roles: frozenset[str],
        cache: Cache,
        besides: Collection[str] | None = None,
        limits: Limits = Limits(),  # noqa: B008 – frozen
    ) -> None:
        self.cases = base / cases_dir
        self._cache = cache
        self._roles = roles
        self._besides = besides
        self._limits = limits
        self._program = of_program()
        self._open = partial(open_project, base, cases_dir)
        self._comparisons = Comparisons(partial(shared, least=WORTH_SHARING))
        self._compared: KeptMapping[Compared] | None = None
        self._studies: Studies | None = None
        self._studied: dict[str, tuple[Folder, Studied]] = {}
        self.digests: dict[str, Digests] = {}
        """What tells whether each record is the same, by the name of its folder."""
        self.terms: dict[str, Terms] = {}
        """Under which terms each is found, by the same name."""

    def judge(self, workspace: Workspace, seen: Mapping[str, bytes]) -> Judgement:
        """Read everything and judge it. ``seen`` are the fingerprints of the folders, by name."""
        judgement = self._judged(workspace, seen)
        if self._studies is not None:
            self._studies.note(workspace.folders.values())
        if self._compared is not None:
            self._compared.note(self._comparisons.known)
        return judgement

    def judge_again(self, before: Judgement, touched: Collection[str]) -> Judgement:
        """Judge the records as they are now. Of the folders that there were ``before`` only those
        that were ``touched`` may be another: by name."""
        now, known = self._open(), before.workspace.folders
        folders = {
            name: folder if name in touched else known.get(name, folder)
            for name, folder in now.folders.items()
        }
        return self._judged(replace(now, folders=folders), {})

    def _judged(self, workspace: Workspace, seen: Mapping[str, bytes]) -> Judgement:
        with without_collector():
            return judge(
                workspace,
                today(),
                self._limits,
                role_addresses=self._roles,
                study=partial(self._study, workspace.vocabulary, seen),
                compare=self._compare,
                besides=self._besides,
                vocabularies_of=self._vocabularies,
            )

    def _vocabularies(
        self, folder: str, files: Mapping[str, bytes], limits: Limits
    ) -> tuple[Vocabularies, list[Finding]]:
        def read() -> tuple[Vocabularies, list[Finding]]:
            vocabularies, findings = read_vocabularies(folder, files, limits)
            return vocabularies, [finding.settled() for finding in findings]

        causes = ("vocabularies", folder, sorted(files.items()), limits)
        return remembered(self._cache, causes, read, tuple, *OURS)

    def _study(
        self,
        vocabulary: Mapping[str, bytes],
        seen: Mapping[str, bytes],
        folders: Sequence[Folder],
        lectern: Lectern,
    ) -> list[Studied]:
        """What is found in each folder. One is known by being the very same that was studied."""
        gone = self._studied.keys() - {folder.name for folder in folders}
        for name in gone:
            del self._studied[name]
        new = [folder for folder in folders if not self._knows(folder)]
        studies = self._studies_of(vocabulary)
        for folder, studied in zip(new, studies(new, lectern, seen), strict=True):
            self._studied[folder.name] = folder, studied
        # Those of before stay as they are: a catalogue of before may still be asked.
        self.digests = _without(gone, {**self.digests, **studies.digests})
        self.terms = _without(gone, {**self.terms, **studies.terms})
        return [self._studied[folder.name][1] for folder in folders]

    def _studies_of(self, vocabulary: Mapping[str, bytes]) -> Studies:
        things = self._program, sorted(vocabulary.items()), self._limits, sorted(self._roles)
        way = of_values(*things)
        if self._studies is None or self._studies.way != way:
            self._studies = Studies(self._cache, way)
            key = self._cache.key("comparisons", way)
            self._compared = KeptMapping(self._cache, key, Compared, *OURS)
            self._comparisons.known = self._compared.before
        return self._studies

    def _compare(self, records: Mapping[str, Record], desk: Desk) -> Iterable[Finding]:
        contents = {name: digests.whole for name, digests in self.digests.items()}
        return self._comparisons(records, desk, contents)

    def _knows(self, folder: Folder) -> bool:
        return folder.name in self._studied and self._studied[folder.name][0] is folder


def _without(gone: Collection[str], known: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in known.items() if name not in gone} if gone else known
