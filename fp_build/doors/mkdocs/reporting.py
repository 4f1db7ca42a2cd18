"""What was found in one build, and how its author is told."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fp_build.doors.disk import lines_of
from fp_build.doors.report import as_text, ending
from fp_build.publishing.page_kinds import REPORT, marks
from fp_build.words.findings import Finding, Level, Place, in_order
from fp_build.words.languages import Language

if TYPE_CHECKING:
    from fp_build.doors.press import Press

REPORT_FILE: Final = "preview-report.txt"
"""Where the findings stand while an author is served pages that are not the newest."""

_HOME_PAGES: Final = ("index.html", "en/index.html")


class Report:
    """The findings of a build, told in one ``language``. ``base`` is the folder that their paths
    start from; where it is ``strict``, warnings are as bad as errors."""

    def __init__(self, language: Language, base: Path, *, strict: bool) -> None:
        self.language: Language = language
        self._base = base
        self._strict = strict
        self._of_records: Sequence[Finding] = ()
        self._checked = 0
        self._of_site: list[Finding] = []

    def of_records(self, findings: Iterable[Finding], checked: int) -> None:
        """What was found in the records, in the place of what was found there before; and how many
        have been ``checked``."""
        self._of_records, self._checked = tuple(findings), checked

    def add(self, findings: Iterable[Finding]) -> None:
        """What was found elsewhere."""
        self._of_site += findings

    @property
    def findings(self) -> list[Finding]:
        """All that is known to be wrong."""
        return [*self._of_records, *self._of_site]

    @property
    def is_fatal(self) -> bool:
        """True where the build may not publish."""
        limit = Level.WARNING if self._strict else Level.ERROR
        return any(finding.level >= limit for finding in self.findings)

    def count(self, level: Level) -> int:
        """How many findings there are of that level."""
        return sum(finding.level is level for finding in self.findings)

    def log_level(self) -> int:
        """How loud the report is in the host's log, when it fails nothing."""
        loud = any(finding.level >= Level.WARNING for finding in self.findings)
        return logging.WARNING if loud else logging.INFO

    def text(self, least: Level = Level.NOTICE, told: Collection[tuple[Place, str]] = ()) -> str:
        """The findings from that level on, all in one; nothing where there are none. Those that
        have been ``told`` before, by place and rule, are left out."""
        findings = in_order(
            finding
            for finding in self.findings
            if finding.level >= least and (finding.place, finding.rule.id) not in told
        )
        text = as_text(findings, self.language, self.lines)
        end = ending(findings, self._checked, self.language)
        return f"Futurs Publics\n\n{text}\n\n{end}" if findings else ""

    def lines(self, path: str) -> Sequence[str]:
        """The lines of a file of the project, by its path as findings have it."""
        return lines_of(str(self._base / path))


def home_pages(report: Report, press: Press) -> Iterator[tuple[str, str]]:
    """Pages that show the findings, while there is nothing better to show; each with its file."""
    for file in _HOME_PAGES:
        values = {"report": report.text(Level.WARNING), "top": "../" * file.count("/")}
        edition = press.editions[report.language]
        yield file, press.render(REPORT.template, edition, {**values, "kind": marks(REPORT)})


def banner(report: Report, press: Press) -> str:
    """The findings as a part of a page, to be laid over the last good pages."""
    edition = press.editions[report.language]
    words = edition.words.count("report-banner", report.count(Level.ERROR))
    values = {"banner": words, "report": report.text(Level.WARNING)}
    return press.render("preview/banner.html", edition, values)
