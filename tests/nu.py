"""The Nu Html Checker, which is what the W3C's own validator runs, over files of a built site."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from in_memory import PROJECT

JAR: Final = PROJECT / "tests" / "checkers" / "node_modules" / "vnu-jar" / "build/dist/vnu.jar"

UNKNOWN_TO_IT: Final = (
    r"CSS: Unrecognized at-rule “@container”",
    r"CSS: “container”: Property “container” doesn't exist\.",
    r"Resource violates Content Security Policy \(meta tag\): [a-z ]+ “(?![a-z]+:|//)",
    r"(?s)Inline script violates Content Security Policy .*<script type=\"application/ld\+json\">",
)
"""What its part for style sheets does not know yet: container queries, which every browser has had
since February 2023 (https://www.w3.org/TR/css-contain-3/). And what it takes for breaches of the
policy: a file of the site, since it reads pages from a disk and not from a host, and scripts that
are data. Browsers hold the pages to it (``looking.opened``). Nothing else is passed over."""


@dataclass(frozen=True)
class Checked:
    """What the checker says of some files."""

    version: str
    faults: list[str]
    """Errors and warnings, each with its file and place."""
    passed_over: frozenset[str]
    """Those of ``UNKNOWN_TO_IT`` that were met."""


def check(site: Path, names: Iterable[str] = ()) -> Checked:
    """Check these files of a site; else all of its pages, style sheets and drawings."""
    types = (".html", ".css", ".svg")
    chosen = list(names) or [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*"))
        if path.suffix in types
    ]
    java = shutil.which("java")
    assert java and JAR.exists(), "sh scripts/checkers.sh installs Java and the Nu Html Checker"
    options = ("--also-check-css", "--also-check-svg", "--format", "json", "--stdout")
    done = subprocess.run(
        [java, "-Xss2m", "-jar", str(JAR), *options, "--exit-zero-always", *chosen],
        cwd=site,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0 and done.stdout, done.stderr
    answer: Any = json.loads(done.stdout)
    faults, passed_over = [], set()
    for message in answer["messages"]:
        said = f"{message['message']} {message.get('extract', '')}"
        known = [text for text in UNKNOWN_TO_IT if re.search(text, said)]
        passed_over.update(known)
        if (message["type"] != "info" or message.get("subType") == "warning") and not known:
            faults.append(_said(message, site))
    return Checked(str(answer["version"]), faults, frozenset(passed_over))


def _said(message: Any, site: Path) -> str:
    file = message.get("url", "").removeprefix(f"file:{site.resolve().as_posix()}/")
    place = f"{message.get('lastLine', 1)}:{message.get('firstColumn', 1)}"
    return f"{file}:{place}: {message['message']} {message.get('extract', '')!r}"
