"""The workflows of the repository: what they run exists, and nothing is fetched but the commit."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
import yaml
from in_memory import PROJECT

WORKFLOWS: Final = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Any) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


@every_workflow
def test_no_action_is_used(path: Any) -> None:
    """The header of each file says so; one that is used after all is to be pinned by its hash."""
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"^\s*(?:- )?uses: *(\S+)", text, re.M)
    assert [name for name in used if not re.search(r"@[0-9a-f]{40}$", name)] == []
    assert used == []


@every_workflow
def test_rights_and_time_are_bounded(path: Any) -> None:
    workflow = read(path)
    assert workflow["permissions"] in ({"contents": "read"}, {"contents": "write"})
    assert (workflow["permissions"]["contents"] == "write") is (path.stem == "daily")
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


@every_workflow
def test_what_is_made_exists(path: Any) -> None:
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.M))
    named = set(re.findall(r"\bmake ([a-z]+)", path.read_text(encoding="utf-8")))
    assert named and named <= targets


def test_the_site_is_rebuilt_each_day_after_midnight_in_paris() -> None:
    workflow = read(PROJECT / ".github" / "workflows" / "daily.yml")
    (schedule,) = workflow[True]["schedule"]  # « on » is true to YAML 1.1
    minute, hour, *days = schedule["cron"].split()
    assert days == ["*", "*", "*"]
    assert int(hour) == 23 and 0 <= int(minute) < 60, "an hour behind Paris in winter"
    steps = workflow["jobs"]["rebuild"]["steps"]
    assert any(step.get("run") == "make site" for step in steps)
