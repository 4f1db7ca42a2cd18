"""Check paths: open what they stand for, judge it, keep the findings they are about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fp_build.doors.allowances import KEY, allowances
from fp_build.doors.clock import today
from fp_build.doors.collector import without_collector
from fp_build.doors.editorial_pages import beside_records, pages_around
from fp_build.doors.host_settings import Options, options_around
from fp_build.doors.roles import role_addresses
from fp_build.doors.target import Target, find_project, find_target
from fp_build.doors.trial import study_each_on_trial
from fp_build.judging.folders import judge_folders
from fp_build.judging.judge import Judgement, judge
from fp_build.reading.source import Limits
from fp_build.words.findings import Finding, in_order


def check_paths(paths: Iterable[str], project: Path) -> tuple[list[Finding], int]:
    """The findings of all paths in one sorted report, and how many records were read.

    Raises :class:`FileNotFoundError` with a path that stands for nothing.
    """
    with without_collector():
        return _check(paths, find_project(project))


def _check(paths: Iterable[str], project: Path) -> tuple[list[Finding], int]:
    findings: list[Finding] = []
    records = 0
    for given in paths:
        target = find_target(given)
        judgement = judge_target(target, project)
        findings += _limits(_options(target.cases, project), project)[1]
        found = judgement.findings
        if target.slug == "":  # what lies beside the records is judged along with their names
            found += judge_folders(judgement.workspace)
        findings += [kept for finding in found if (kept := target.keep(finding)) is not None]
        records += len(judgement.records)
    return in_order(findings), records


def judge_target(target: Target, project: Path) -> Judgement:
    """Judge what a path stands for, as a build of its site would, as far as it can be told without
    one."""
    workspace = target.open(project)
    only = None if target.slug is None else {target.slug}
    options = _options(target.cases, project)
    roles = role_addresses(options.values.get("settings") if options else None)
    limits, _ = _limits(options, project)
    pages = pages_around(target.cases) if workspace.addresses and only is None else None
    besides = None if pages is None else beside_records(pages)
    return judge(
        workspace, today(), limits, only, roles, study=study_each_on_trial, besides=besides
    )


def _options(cases: Path, project: Path) -> Options | None:
    """What the operator of the site that a cases folder belongs to has set, as a build knows it;
    where it belongs to none, that of the project that lends it its vocabularies."""
    around = (options_around(folder.resolve()) for folder in (cases, project))
    return next((found for found in around if found is not None), None)


def _limits(options: Options | None, project: Path) -> tuple[Limits, list[Finding]]:
    if options is None:
        return Limits(), []
    file = options.file
    shown = file.relative_to(project) if file.is_relative_to(project) else file
    return allowances(options.values.get(KEY), shown.as_posix(), file)
