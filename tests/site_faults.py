"""Builds in this process, where faults can be put in their way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from in_memory import TODAY, at_noon
from mkdocs.__main__ import cli
from whole_site import Run

Break = Callable[[pytest.MonkeyPatch], None]


def build(project: Path, patch: pytest.MonkeyPatch, *arguments: str) -> Run:
    """Build in this process, where faults can be put in its way."""
    patch.chdir(project)
    patch.setenv("SOURCE_DATE_EPOCH", str(int(at_noon(TODAY))))
    patch.setenv("FP_SEARCH", "0")
    done = CliRunner().invoke(cli, ["build", "-q", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return Run(done.exit_code, done.output)


def beside(project: Path) -> list[str]:
    """What lies beside the published folder."""
    usual = {"base.yml", "mkdocs.yml", "docs", "cases", "overrides", "site", ".cache"}
    return sorted(path.name for path in project.iterdir() if path.name not in usual)


def nth(number: int, work: Any, fault: Callable[..., Any]) -> Any:
    """The fault comes with the call of that number."""
    calls = iter(range(number))

    def called(*arguments: Any, **named: Any) -> Any:
        if next(calls, None) is None:
            return fault(*arguments, **named)
        return work(*arguments, **named)

    return called
