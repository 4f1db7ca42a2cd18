"""Compares every lock with the lists of known vulnerabilities, and says so in French.

Exit status: 0 all was compared and nothing is known; 1 something is; 2 not all could be compared,
which is no all-clear: the tools by themselves pass over what they cannot look up.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

PROJECT: Final = Path(__file__).resolve().parent.parent
CHECKERS: Final = PROJECT / "tests" / "checkers"


class Result(NamedTuple):
    """What is known of one lock."""

    lock: str
    compared: int
    known: tuple[str, ...]
    """Each vulnerability: the package, its version, the advisory, the version that mends it."""
    unknown: tuple[str, ...]
    """The packages that could not be looked up."""


def read_pip(lock: str, report: Any) -> Result:
    """What pip-audit reports, as JSON."""
    found = report.get("dependencies", [])
    known = tuple(
        f"{package['name']} {package['version']} : {fault['id']}"
        f" (corrigée par {', '.join(fault['fix_versions']) or 'aucune version'})"
        for package in found
        for fault in package.get("vulns", [])
    )
    unknown = tuple(package["name"] for package in found if "skip_reason" in package)
    return Result(lock, len(found) - len(unknown), known, unknown)


def read_npm(lock: str, report: Any) -> Result:
    """What ``npm audit`` reports, as JSON."""
    if "metadata" not in report:
        return Result(lock, 0, (), (lock,))
    known = tuple(
        f"{name} : {fault['severity']}" for name, fault in report["vulnerabilities"].items()
    )
    return Result(lock, report["metadata"]["dependencies"]["total"], known, ())


def told(results: list[Result]) -> Iterator[str]:
    """The report, line by line."""
    for result in results:
        yield f"{result.lock} : {result.compared} paquets comparés, {len(result.known)} failles"
        yield from (f"  {line}" for line in result.known)
        if result.unknown or not result.compared:
            names = ", ".join(result.unknown[:5]) or "tous"
            yield f"  non comparés ({len(result.unknown)}) : {names}… Le réseau manque-t-il ?"


def status(results: list[Result]) -> int:
    """The exit status."""
    if any(result.known for result in results):
        return 1
    return 2 if any(result.unknown or not result.compared for result in results) else 0


def main() -> int:
    """Ask for every lock."""
    results = []
    for lock in sorted((PROJECT / "requirements").glob("*.txt")):
        name = f"requirements/{lock.name}"
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--format=json"]
        command += ["--require-hashes", "--disable-pip", "--progress-spinner=off"]
        command += [f"--cache-dir={PROJECT / '.cache' / 'advisories' / 'cache'}"]
        results.append(read_pip(name, ask(command)))
    name = "tests/checkers/package-lock.json"
    npm = shutil.which("npm")
    command = [npm or "", "audit", "--package-lock-only", "--json", "--prefix", str(CHECKERS)]
    results.append(read_npm(name, ask(command) if npm else {}))
    print("\n".join(told(results)))
    return status(results)


def ask(command: list[str]) -> Any:
    """The report of a tool; an empty one where it could not say anything, and its last words."""
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        print(*done.stderr.splitlines()[-1:], file=sys.stderr)
        return {}


if __name__ == "__main__":
    raise SystemExit(main())
