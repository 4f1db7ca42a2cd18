"""The workflows of the repository: what they run exists, nothing is fetched but the commit, and a
pull request is given nothing: no secret, no right, no way into a command."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
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
    """Nothing by default; the one job that publishes may write to the repository, and no other."""
    workflow = read(path)
    assert workflow["permissions"] == {}
    rights = {name: job.get("permissions", {}) for name, job in workflow["jobs"].items()}
    expected = {"rebuild": {"contents": "write"}} if path.stem == "daily" else {}
    assert {name: given for name, given in rights.items() if given} == expected
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


@every_workflow
def test_what_has_a_right_never_runs_what_a_stranger_proposes(path: Any) -> None:
    """``pull_request_target`` and ``workflow_run`` run with the rights of the repository on what
    strangers wrote; a job that may write runs by the clock or by hand, on the main branch."""
    workflow = read(path)
    events = set(workflow[True])  # « on » is true to YAML 1.1
    assert events <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    for job in workflow["jobs"].values():
        if job.get("permissions"):
            assert events <= {"schedule", "workflow_dispatch"}
            assert job["if"] == "github.ref == 'refs/heads/main'"


@every_workflow
def test_no_secret_is_handed_out_and_the_token_only_to_publish(path: Any) -> None:
    workflow = read(path)
    for step in steps_of(workflow):
        said = json.dumps(step)
        assert "secrets." not in said
        assert not re.search(r"github\.token|GITHUB_TOKEN", said) or step["name"] == "Publish it"
    rest = json.dumps(
        {**workflow, "jobs": [without_steps(job) for job in workflow["jobs"].values()]}
    )
    assert not re.search(r"secrets|github\.token|GITHUB_TOKEN", rest)


@every_workflow
def test_no_expression_stands_in_a_command(path: Any) -> None:
    """What GitHub fills in before a shell reads it is code: a title or a branch may hold any. It
    goes through the environment, and only what a contributor cannot choose goes there."""
    harmless = r"matrix\.[a-z]+|vars\.PUBLISH_BRANCH|github\.token"
    for step in steps_of(read(path)):
        assert "${{" not in step.get("run", "")
        for value in step.get("env", {}).values():
            said = re.findall(r"\$\{\{ *(.*?) *\}\}", str(value))
            assert all(re.fullmatch(harmless, name) for name in said)


@every_workflow
def test_images_are_named_by_their_digests(path: Any) -> None:
    """A tag can be made to mean another image overnight."""
    pinned = re.compile(r"[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}")
    for job in read(path)["jobs"].values():
        image = job["container"]
        if image == "${{ matrix.image }}":
            jobs = job["strategy"]["matrix"]["include"]
            assert all(pinned.fullmatch(one["image"]) for one in jobs)
            assert all(one["image"].startswith(f"python:{one['python']}-") for one in jobs)
        else:
            assert pinned.fullmatch(image)


@every_workflow
def test_nothing_is_kept_from_one_run_for_another(path: Any) -> None:
    """A cache that a pull request fills and the main branch reads is a way in."""
    assert not re.search(r"\bcache\b.*:|artifact", uncommented(path))


@every_workflow
def test_a_commit_is_fetched_without_credentials(path: Any) -> None:
    """By its hash, so that what is tested is what the event was about."""
    for step in steps_of(read(path)):
        if "git fetch" in step.get("run", ""):
            assert '"$GITHUB_SERVER_URL/$GITHUB_REPOSITORY" "$GITHUB_SHA"' in step["run"]
            assert "env" not in step


def steps_of(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def without_steps(job: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in job.items() if key != "steps"}


def uncommented(path: Any) -> str:
    return re.sub(r"(?m)(^| )#.*$", "", path.read_text(encoding="utf-8"))


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


# What is installed


LOCKS: Final = sorted((PROJECT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_locked_by_its_hash(lock: Any) -> None:
    """One version each, and what is fetched is what was seen when it was locked."""
    text = re.sub(r"\\\n", " ", lock.read_text(encoding="utf-8"))
    packages = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert packages
    for line in packages:
        assert re.match(r"[\w.-]+(?:\[[\w,-]+\])?==[\w.+!-]+ ", line), line[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line[:80]
        assert not re.search(r"https?://|git\+|--index|--find-links", line), line[:80]


def test_every_lock_of_what_is_declared_is_there() -> None:
    assert {lock.stem for lock in LOCKS} == {
        path.stem for path in (PROJECT / "requirements").glob("*.in")
    }


def test_the_checkers_are_locked_by_their_hashes() -> None:
    lock = json.loads((PROJECT / "tests/checkers/package-lock.json").read_bytes())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert [
        n for n, p in packages.items() if not p.get("integrity", "").startswith("sha512-")
    ] == []


def test_what_installs_asks_for_hashes() -> None:
    """Of a wheel, too: building from source would run code that no hash vouches for."""
    for script in (PROJECT / "scripts").glob("*.sh"):
        for command in re.findall(r"pip install (?:[^\n]*\\\n)*[^\n]*", script.read_text("utf-8")):
            offline = "--no-index" in command and "--no-deps" in command
            assert offline or ("--require-hashes" in command and "--only-binary" in command)
    assert "npm install" not in "".join(
        p.read_text("utf-8") for p in (PROJECT / "scripts").glob("*.*")
    )


def test_newer_versions_are_proposed_for_what_is_locked() -> None:
    config = read(PROJECT / ".github" / "dependabot.yml")
    asked = {(one["package-ecosystem"], one["directory"]) for one in config["updates"]}
    assert asked == {("pip", "/requirements"), ("npm", "/tests/checkers")}
    assert all((PROJECT / directory.strip("/")).is_dir() for _, directory in asked)
    assert all(one["cooldown"]["default-days"] >= 7 for one in config["updates"])
