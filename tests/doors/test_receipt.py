"""A build of the same things, whose site still stands, is known to have nothing to do."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from fp_build.doors import crew
from fp_build.doors.cache import Cache
from fp_build.doors.disk import open_project
from fp_build.doors.fingerprints import of_folders
from fp_build.doors.mkdocs import receipt
from fp_build.doors.mkdocs.receipt import Reception
from fp_build.doors.progress import Counts
from fp_build.doors.spare import standing

COUNTS = Counts(1, 2, 0, 1)
REPORT = "mkdocs.plugins.of_tests"
LONG_AGO = 10**18


@pytest.fixture(autouse=True)
def host() -> Iterator[logging.Logger]:
    log = logging.getLogger("mkdocs")
    before = log.level
    log.setLevel(logging.INFO)
    yield log
    log.setLevel(before)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """All that a site is made from, none of it new, and a site."""
    for name, text in {
        "mkdocs.yml": "site_name: x\nplugins: [futurs-publics]\ntheme: {name: material, "
        "custom_dir: overrides}\n",
        "cases/essai/index.fr.md": "---\n---\n",
        "cases/_vocabulary/themes.yml": "a: {}\n",
        "cases/_addresses.txt": "/\n",
        "docs/fr/index.md": "# x\n",
        "overrides/main.html": "x",
        "site/index.html": "x",
        "site/fr/other.html": "y",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in [tmp_path, *tmp_path.rglob("*")]:
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return tmp_path


def config_of(project: Path, **options: object) -> MkDocsConfig:
    return load_config(str(project / "mkdocs.yml"), **options)


def reception(project: Path, config: MkDocsConfig | None = None, since: int = 0) -> Reception:
    config = config or config_of(project)
    workspace = open_project(project, "cases")
    seen = of_folders(workspace.folders)
    since = since or LONG_AGO + 10**12
    return Reception(config, project / "cases", workspace, seen, REPORT, since)


def received(project: Path, *said: tuple[str, int, str]) -> None:
    """A build has ended, and this was said."""
    one = reception(project)
    for name, level, text in said:
        logging.getLogger(name).log(level, text)
    receive(one, project)
    one.close()


def receive(one: Reception, project: Path) -> None:
    one.all_is_read()
    one.receive(COUNTS, dict(standing(project / "site")))


def is_settled(project: Path, config: MkDocsConfig | None = None) -> bool:
    one = reception(project, config)
    one.close()
    return one.before() is not None


def test_a_site_that_stands_is_known(project: Path) -> None:
    assert not is_settled(project)
    received(project)
    one = reception(project)
    one.close()
    receipt = one.before()
    assert receipt is not None
    assert receipt.counts == COUNTS


@pytest.mark.parametrize(
    "file",
    [
        "cases/essai/index.fr.md",
        "cases/essai/index.en.md",
        "cases/_vocabulary/themes.yml",
        "cases/_addresses.txt",
        "cases/astray.txt",
        "docs/fr/index.md",
        "docs/.well-known/security.txt",
        "overrides/main.html",
        "site/index.html",
        "site/fr/more.html",
    ],
)
def test_whatever_changes_makes_a_build(project: Path, file: str) -> None:
    received(project)
    (project / file).parent.mkdir(exist_ok=True)
    (project / file).write_text("other", encoding="utf-8")
    assert not is_settled(project)


def test_a_file_of_the_site_that_is_gone_makes_a_build(project: Path) -> None:
    received(project)
    (project / "site/fr/other.html").unlink()
    assert not is_settled(project)


def test_a_hidden_file_of_the_site_counts_and_version_control_does_not(project: Path) -> None:
    for folder in (".well-known", ".git"):
        (project / "site" / folder).mkdir()
        (project / "site" / folder / "file").write_text("x", encoding="utf-8")
    received(project)
    (project / "site/.git/file").write_text("other", encoding="utf-8")
    assert is_settled(project)
    (project / "site/.well-known/file").unlink()
    assert not is_settled(project)


def test_times_of_sources_do_not_count(project: Path) -> None:
    received(project)
    for path in (project / "cases").rglob("*"):
        os.utime(path)
    assert is_settled(project)


@pytest.mark.parametrize(
    "change",
    [
        lambda project: config_of(project, strict=True),
        lambda project: config_of(project, site_url="https://example.net/"),
        lambda project: config_of(project, plugins=["futurs-publics", "search"]),
    ],
    ids=["strict", "an address", "a plugin of others"],
)
def test_another_way_of_building_makes_a_build(
    project: Path, change: Callable[[Path], MkDocsConfig]
) -> None:
    received(project)
    assert not is_settled(project, change(project))


def test_another_day_makes_a_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    received(project)
    assert is_settled(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(2 * 86_400))
    assert not is_settled(project)


def test_where_others_take_part_there_is_no_receipt(project: Path) -> None:
    config = config_of(project, plugins=["futurs-publics", "search"])
    one = reception(project, config)
    receive(one, project)
    one.close()
    assert not is_settled(project, config)


def test_what_was_saved_meanwhile_may_not_be_in_the_site(project: Path) -> None:
    one = reception(project, since=time.time_ns())
    os.utime(project / "docs/fr/index.md")
    receive(one, project)
    one.close()
    assert not is_settled(project)


def test_what_was_said_is_said_again(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    said = [
        (REPORT, logging.INFO, "a report"),
        ("mkdocs.structure.nav", logging.INFO, "a page"),
        ("mkdocs.somebody", logging.WARNING, "a warning"),  # the host's own says nothing twice
    ]
    received(project, *said, ("mkdocs.commands.build", logging.INFO, "the course of things"))
    one = reception(project)
    one.close()
    caplog.clear()
    receipt = one.before()
    assert receipt is not None
    receipt.repeat()
    assert caplog.record_tuples == said


def test_what_nobody_heard_is_not_left_out(project: Path, host: logging.Logger) -> None:
    host.setLevel(logging.ERROR)
    received(project)
    assert is_settled(project)
    host.setLevel(logging.INFO)
    assert not is_settled(project)


def test_a_receipt_that_says_something_else_is_none(project: Path) -> None:
    received(project)
    cache = Cache(project / ".cache/futurs-publics/made")
    key = cache.key("receipt", os.fsencode(project / "site"))
    for data in (b"{}", b"[]", b'{"causes": "x", "said": []}', b"\xff"):
        cache.put(key, data)
        assert not is_settled(project)


def test_what_another_process_finds_out_is_not_looked_for_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, look = os.getpid(), receipt._is_untouched

    def looked(folders: Iterable[Path], since: int) -> bool:
        assert os.getpid() != here
        return look(folders, since)

    monkeypatch.setattr(crew, "hands", lambda: 2)
    monkeypatch.setattr(receipt, "_is_untouched", looked)
    received(project)
    assert is_settled(project)
