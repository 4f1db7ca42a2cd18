"""Builds that are killed, that meet, that are read from meanwhile, and whose cache is damaged.

Each figure has a small number for every day and the full one under the mark ``torture``.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from site_faults import Break, beside, build, nth
from whole_site import Plan, Site, environment, lay_out, until

from fp_build.doors import bindery, spare, staging, turn
from fp_build.doors.staging import Staging, sweep

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="folders are exchanged by Linux")

Content = dict[str, bytes]


def times(few: int, many: int) -> Any:
    return pytest.mark.parametrize(
        "number", [few, pytest.param(many, marks=pytest.mark.torture)], ids=str
    )


class Twofold:
    """A project of which two sites can be made, and both sites."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._page = folder / "docs" / "fr" / "methode.md"
        text = self._page.read_text("utf-8")
        self._texts = [text, f"{text}\nUne phrase de plus.\n"]
        self.sites: list[Content] = []
        for number in (0, 1):
            self.write(number)
            self.build()
            self.sites.append(Site(folder / "site").content())

    def build(self) -> None:
        with pytest.MonkeyPatch.context() as patch:
            run = build(self.folder, patch)
        assert run.code == 0, run.output

    def with_spare(self) -> None:
        """The site before last has been put aside, unless a kill has taken it along."""
        kept = self.folder / ".cache" / "futurs-publics" / "before"
        if not any("-" not in path.name for path in kept.iterdir()):
            self.change()
            self.build()

    def write(self, number: int) -> None:
        self._page.write_text(self._texts[number], encoding="utf-8")

    @property
    def published(self) -> int:
        """Which of the two sites stands there, whole."""
        return self.sites.index(Site(self.folder / "site").content())

    def change(self) -> int:
        """Ask for the other site; answers which one that is."""
        other = 1 - self.published
        self.write(other)
        return other

    def start(self) -> subprocess.Popen[bytes]:
        own = {"FP_SEARCH": "0", "TMPDIR": str(self.folder.parent)}
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-q"],
            cwd=self.folder,
            env=environment(**own),
            stderr=subprocess.PIPE,
        )

    def at_work(self) -> list[str]:
        """The processes that work in the project, or for it."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                where = os.readlink(process / "cwd")
            except OSError:
                continue
            if Path(where) in (self.folder, self.folder.parent) and process.name != str(
                os.getpid()
            ):
                found.append(f"{process.name}: {(process / 'comm').read_text().strip()}")
        return found


@pytest.fixture(scope="module")
def twofold(tmp_path_factory: pytest.TempPathFactory) -> Twofold:
    folder = lay_out(Plan(), tmp_path_factory.mktemp("killed") / "project")
    (folder / ".cache").unlink()
    return Twofold(folder)


# Killed at a certain step, and at any moment


def die(*rest: Any, **more: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before(owner: Any, name: str, after: int = 0) -> Break:
    """Killed when it comes to this for the next time after so many."""
    return lambda patch: patch.setattr(owner, name, nth(after, getattr(owner, name), die))


def after(owner: Any, name: str) -> Break:
    """Killed as soon as this is done."""
    work = getattr(owner, name)

    def and_die(*rest: Any, **more: Any) -> None:
        work(*rest, **more)
        die()

    return lambda patch: patch.setattr(owner, name, and_die)


def halfway(patch: pytest.MonkeyPatch) -> None:
    """Killed when half of what the spare has too much is gone."""
    clear = spare._clear

    def clear_half(folder: str, files: Collection[str], standing: Collection[str]) -> None:
        gone = [name for name in files if name not in standing]
        assert len(gone) > 1
        clear(folder, gone[::2], standing)
        die()

    patch.setattr(spare, "_clear", clear_half)


STEPS: Final[dict[str, tuple[Break, bool]]] = {
    # What is done first, and whether the new site stands there then.
    "while the host writes": (before(bindery.Bindery, "write"), False),
    "before the spare is brought up to date": (before(spare, "_clear"), False),
    "while it is": (halfway, False),
    "while files are moved there": (before(spare, "_move", after=3), False),
    "before the exchange": (before(staging, "_exchange"), False),
    "after it": (after(staging, "_exchange"), True),
    "before the old site is put aside": (before(spare.Spare, "put_aside"), True),
    "before the next one has its turn": (before(turn.Turn, "give"), True),
}


SAMPLE: Final = ("while it is", "after it")
"""Those that are looked at every day."""


@pytest.mark.parametrize(
    "step",
    [step if step in SAMPLE else pytest.param(step, marks=pytest.mark.torture) for step in STEPS],
)
def test_a_build_killed_at_a_certain_step_leaves_a_whole_site(twofold: Twofold, step: str) -> None:
    kill, published = STEPS[step]
    twofold.with_spare()
    old = twofold.published
    new = twofold.change()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of threads
        process = os.fork()
    if process == 0:
        try:
            with pytest.MonkeyPatch.context() as patch:
                kill(patch)
                build(twofold.folder, patch)
        finally:
            os._exit(1)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    assert twofold.published == (new if published else old)


def test_the_next_build_sweeps_up_what_the_dead_have_left(twofold: Twofold) -> None:
    new = twofold.change()
    left = twofold.folder / ".site-building-1-left-whole"  # of a number that is alive
    for _ in ("with something to do", "with nothing"):
        (left / "catalogue").mkdir(parents=True)
        twofold.build()
        assert twofold.published == new
        assert beside(twofold.folder) == []


@times(2, 200)
def test_a_build_killed_at_any_moment_leaves_a_whole_site(twofold: Twofold, number: int) -> None:
    """And a file that was opened before stays what it was."""
    chance = random.Random(number)
    since = time.monotonic()
    twofold.change()
    with twofold.start() as process:
        assert process.wait() == 0
    usual = time.monotonic() - since
    page = twofold.folder / "site" / "catalogue" / "guichet-tout" / "index.html"
    held, content = page.open("rb"), page.read_bytes()
    for _ in range(number):
        twofold.change()
        with twofold.start() as process:
            time.sleep(usual * chance.uniform(0.2, 1.05))
            process.kill()
        assert process.returncode in (0, -signal.SIGKILL)
        assert twofold.published in (0, 1)
        until(lambda: not twofold.at_work(), lambda: str(twofold.at_work()))
    assert held.read() == content
    held.close()
    new = twofold.change()
    twofold.build()
    assert twofold.published == new
    assert beside(twofold.folder) == []


@pytest.mark.parametrize(
    "number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.torture)]
)
def test_a_build_that_is_interrupted_says_so(twofold: Twofold, number: signal.Signals) -> None:
    folder = twofold.folder
    for _ in range(9):  # one that was done before it heard is no answer
        old = twofold.published
        twofold.change()
        with twofold.start() as process:
            until(lambda: [n for n in beside(folder) if not n.endswith("lock")], lambda: "none")
            process.send_signal(number)
            assert process.stderr is not None
            said = process.stderr.read().decode()
        if process.returncode:
            break
    assert process.returncode == 128 + number
    assert said.strip() == (
        "Construction interrompue : rien n’a été publié, le site est resté tel qu’il était."
    )
    assert twofold.published == old
    assert beside(folder) == []
    assert twofold.at_work() == []


def test_an_interruption_that_comes_while_the_site_is_published_is_told_as_it_is(
    twofold: Twofold,
) -> None:
    exchange = staging._exchange

    def interrupted(one: Path, other: Path) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        exchange(one, other)

    new, said = twofold.change(), twofold.folder.parent / "said"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of threads
        process = os.fork()
    if process == 0:
        status = 1
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(staging, "_exchange", interrupted)
                run = build(twofold.folder, patch)
                said.write_text(run.output, encoding="utf-8")
                status = run.code
        finally:
            os._exit(status)
    _, status = os.waitpid(process, 0)
    assert said.read_text(encoding="utf-8").strip() == (
        "L’interruption est venue trop tard : le site était déjà publié, il est entier."
    )
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGTERM
    assert twofold.published == new
    assert beside(twofold.folder) == []


# Two at once


@times(1, 20)
def test_builds_at_the_same_time_do_not_mix(twofold: Twofold, tmp_path: Path, number: int) -> None:
    """Two copies of a project, each with a site of its own to publish into one folder."""
    one, other = Twofold.__new__(Twofold), Twofold.__new__(Twofold)
    for copy, name in ((one, "one"), (other, "other")):
        shutil.copytree(twofold.folder, tmp_path / name, ignore=shutil.ignore_patterns("site"))
        copy.__dict__.update(twofold.__dict__, folder=tmp_path / name)
        copy._page = tmp_path / name / "docs" / "fr" / "methode.md"
    one.write(0)
    other.write(1)
    target = tmp_path / "public" / "site"
    for _ in range(number):
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(target)],
                cwd=copy.folder,
                env=environment(FP_SEARCH="0"),
                stderr=subprocess.PIPE,
            )
            for copy in (one, other)
        ]
        for process in processes:
            _, said = process.communicate()
            assert process.returncode == 0, said.decode()
        assert Site(target).content() in twofold.sites
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_a_build_that_does_not_get_its_turn_gives_up(
    twofold: Twofold, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = twofold.published
    twofold.change()
    first = turn.Turn(twofold.folder / "site")
    assert first.take(0, lambda: None)
    monkeypatch.setattr(turn, "PATIENCE", 0.0)
    config = twofold.folder / "impatient.yml"
    config.write_text("INHERIT: mkdocs.yml\nplugins: {futurs-publics: {wait: 0.3}}\n")
    try:
        run = build(twofold.folder, monkeypatch, "--config-file", str(config))
    finally:
        first.give()
        config.unlink()
    assert run.code == 1
    assert "Une autre construction publie dans « site » : j’attends mon tour" in run.output
    assert "site:1:1 erreur [build-busy]" in run.output
    assert "Traceback" not in run.output
    assert twofold.published == old
    assert beside(twofold.folder) == []


# Readers


@contextmanager
def reading(target: Path, files: list[str], faults: list[str]) -> Iterator[Callable[[], int]]:
    """A reader who asks for every file again and again while the block runs."""
    over, read = threading.Event(), 0

    def work() -> None:
        nonlocal read
        while not over.is_set():
            for file in files:
                try:
                    text = (target / file).read_text()
                except OSError as error:
                    faults.append(f"{file}: {error}")
                    continue
                if len(set(text.split())) != 1 or not text.endswith("\n"):
                    faults.append(f"{file}: {text[:40]}")
                read += 1

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield lambda: read
    finally:
        over.set()
        thread.join()


@times(60, 1000)
def test_a_reader_misses_nothing_while_sites_are_published(tmp_path: Path, number: int) -> None:
    target = tmp_path / "site"
    files = [f"{folder}/index.html" for folder in ("a", "a/b", "c", "d")] + ["index.html"]
    faults: list[str] = []

    def publish(version: int) -> None:
        sweep(target, alone=True)
        new = Staging(target, spare.Spare(tmp_path / "before", target))
        for file in files:
            path = new.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{version}\n" * 200)
        new.publish()

    publish(0)
    with reading(target, files, faults) as read:
        for version in range(1, number):
            publish(version)
        until(lambda: read() > number, lambda: f"only {read()} files were read")
    assert faults == []


# Damage


def flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data)) if data else 0
    return (
        data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :] if data else b"?"
    )


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] if data else b"?"


def empty(data: bytes, chance: random.Random) -> bytes:
    return b"" if data else b"?"


def garbage(data: bytes, chance: random.Random) -> bytes:
    """As of another version, or of another Python."""
    return b"\x80\x05\x8c\x08builtins\x94\x8c\x04eval\x94\x93\x94." + data[::-1]


DAMAGES: Final = (flip, cut, empty, garbage)


@times(0, 500)
def test_a_damaged_cache_gives_what_a_clean_one_gives(
    twofold: Twofold, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Every file at once, or so many of them, twenty at a time; files that are nobody's as well."""
    chance = random.Random(number)
    kept = twofold.folder / ".cache" / "futurs-publics"
    for folder in (kept, kept / "before", kept / "pages", *(kept / "before").iterdir()):
        (folder / "alien").mkdir(exist_ok=True)
        (folder / "alien" / "index.html").write_text("alien")
        if not (folder / "link").is_symlink():
            (folder / "link").symlink_to("/etc")
    for start in range(0, number or 1, 20):
        new = twofold.change()
        files = sorted(path for path in kept.rglob("*") if path.is_file())
        chosen = chance.sample(files, 20) if number else files
        for place, path in enumerate(chosen, start):
            damage, data = DAMAGES[place % len(DAMAGES)], path.read_bytes()
            path.unlink()  # it may be one with a file that is published
            path.write_bytes(damage(data, chance))
        run = build(twofold.folder, monkeypatch)
        assert run.code == 0, run.output
        assert twofold.published == new
