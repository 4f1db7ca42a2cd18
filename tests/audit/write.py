"""Writes ``docs/accessibility/automatic.json`` from what the checks put on record.

It refuses where a check is missing: half an audit is none. Faults that were found are written too:
the page then shows them.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, get_args

from fp_build.doors.audits import FOLDER, content_of
from fp_build.doors.clock import today
from fp_build.doors.disk import VOCABULARY, open_workspace
from fp_build.judging.judge import judge
from fp_build.reading.audits import AUTOMATIC_FILE, AutomaticAudit, Check, Content, Scores
from fp_build.reading.source import Limits

PROJECT: Final = Path(__file__).resolve().parents[2]
CHECKS: Final[tuple[str, ...]] = get_args(Check.model_fields["id"].annotation)
OWN_SITE: Final = "real"
"""What the tests call the project's own site."""


def lines_in(folder: Path) -> list[Any]:
    """All that is on record."""
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def missing(lines: Sequence[Any]) -> list[str]:
    """The checks of which nothing is on record."""
    return [name for name in CHECKS if name not in {line["check"] for line in lines}]


def audit_of(lines: Sequence[Any], day: dt.date, content: Content) -> AutomaticAudit:
    """What the checks showed, all in all."""
    tools = {name: version for line in lines for name, version in line["tools"].items()}
    return AutomaticAudit(
        date=day,
        content=content,
        tools=dict(sorted(tools.items(), key=lambda item: item[0].casefold())),
        checks=tuple(_check(name, [x for x in lines if x["check"] == name]) for name in CHECKS),
        scores=tuple(_scores(lines)),
        pages=tuple(
            sorted({x["page"] for x in lines if x["check"] == "axe" and x["site"] == OWN_SITE})
        ),
    )


def _check(name: str, lines: Sequence[Any]) -> Check:
    looked = Counter((line["site"], line["page"]) for line in lines)
    faults = sum(len(line["faults"]) for line in lines)
    known: Any = name
    return Check(id=known, pages=len(looked), views=looked.total(), faults=faults)


def _scores(lines: Iterable[Any]) -> Iterable[Scores]:
    found = {line["page"]: line["scores"] for line in lines if line["scores"]}
    for page, scores in sorted(found.items(), key=lambda item: (len(item[0]), item[0])):
        yield Scores(page=page, **{name.replace("-", "_"): score for name, score in scores.items()})


def content_of_project(project: Path) -> Content:
    """The fingerprints of the project as it stands."""
    cases = project / "cases"
    workspace = open_workspace(cases, "cases", cases / VOCABULARY, f"cases/{VOCABULARY}")
    judgement = judge(workspace, today(), Limits())
    return content_of(project / "docs", project / "overrides", judgement)


def main(folder: Path) -> int:
    """Write the file; answers 1 where there is nothing to write or faults were found."""
    lines = lines_in(folder)
    if missing(lines):
        print(f"L’audit est incomplet, rien n’est écrit. Il manque : {', '.join(missing(lines))}.")
        return 1
    audit = audit_of(lines, today(), content_of_project(PROJECT))
    target = PROJECT / "docs" / FOLDER / AUTOMATIC_FILE
    text = json.dumps(audit.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
    target.write_text(text, encoding="utf-8", newline="\n")
    for check in audit.checks:
        print(f"{check.id}: {check.pages} pages, {check.views} vues, {check.faults} défauts")
    for score in audit.scores:
        print(f"/{score.page}: {score.performance} {score.accessibility}"
              f" {score.best_practices} {score.seo}")  # fmt: skip
    print(f"Écrit : {target.relative_to(PROJECT)}. Enregistrez-le avec ce qu’il a regardé.")
    return int(any(check.faults for check in audit.checks))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
