"""Whole sites: laid out on disk, built by the real command, shared by the workers of one session.

Two catalogues are built: the one of ``tests/fixtures/project``, in which every kind of record and
page exists and which changes with the code only, and the project's own.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import hostile_strings
import lxml.html
import places
import pytest
import ready_host
import search_words
import yaml
from in_memory import TODAY, at_noon
from publishing.editions import editions_of, renderer
from truth_table import record_files

from fp_build.publishing.page_kinds import REPORT, marks
from fp_build.words.addresses import root

PROJECT: Final = Path(__file__).resolve().parent.parent
FIXTURE: Final = Path(__file__).resolve().parent / "fixtures" / "project"
AGENDA: Final = FIXTURE.parent / "agenda"
"""Calls and events that stand otherwise on the day of the tests: open, to come, past."""

SITE_URL: Final = "https://example.org/fp/"
REPOSITORY: Final = "https://forge.example/futurs-publics"
GENERATED: Final = 90
"""How many records the generated catalogue has: enough for two pages of a list."""

LARGE: Final = 300
"""And the large one, of the project's own vocabularies: enough for long facets."""

LONE_PAGES: Final = ("404.html", "en/404.html")
"""Pages that a host shows at any address: without a twin and without an address of their own."""

_HTML: Final = lxml.html.HTMLParser(encoding="utf-8")


@dataclass(frozen=True)
class Plan:
    """How a site is to be built: from which project, with what else in ``mkdocs.yml``."""

    project: str = "fixture"
    config: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    url: str = SITE_URL
    records: int = 0
    """Generated records to add."""
    files: Mapping[str, str] | None = None
    """Records in the place of the project's, by path in its cases folder."""


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))
    }


PLANS: Final[Mapping[str, Plan]] = {
    "fixture": Plan(),
    "fixture-flat": Plan(config={"use_directory_urls": False}),
    "fixture-deep": Plan(
        config={"site_url": "https://example.org/un/deux"}, url="https://example.org/un/deux/"
    ),
    "fixture-nowhere": Plan(config={"site_url": ""}, url="https://nowhere.invalid/"),
    "fixture-preview": Plan(environment={"FP_PREVIEW": "1"}),
    "fixture-settings": Plan(
        config={
            "repo_url": REPOSITORY,
            "edit_uri": "edit/main/docs/",
            "plugins": {
                "futurs-publics": {
                    "settings": {
                        "contact": "equipe@example.org",
                        "publisher": {"fr": "L’éditeur", "en": "The publisher"},
                    }
                }
            },
        }
    ),
    "real": Plan("real"),
    "real-flat": Plan("real", {"use_directory_urls": False}),
    "generated": Plan(records=GENERATED),
    "large": Plan("real", records=LARGE),
    "truth-table": Plan(files=record_files()),
    "truth-table-flat": Plan(config={"use_directory_urls": False}, files=record_files()),
    "search-words": Plan(files=search_words.RECORDS),
    "places": Plan(files=places.RECORDS),
    "hostile": Plan(files=hostile_strings.record_files()),
    "agenda": Plan(files=_texts(AGENDA)),
    "agenda-nowhere": Plan(
        config={"site_url": "", "use_directory_urls": False},
        url="https://nowhere.invalid/",
        files=_texts(AGENDA),
    ),
}


def lay_out(plan: Plan, target: Path) -> Path:
    """A project on disk, ready to build: answers its folder."""
    source = FIXTURE if plan.project == "fixture" else PROJECT
    for name in ("docs", "cases"):
        shutil.copytree(source / name, target / name)
    shutil.copytree(PROJECT / "overrides", target / "overrides")
    (PROJECT / ".cache").mkdir(exist_ok=True)
    (target / ".cache").symlink_to(PROJECT / ".cache")  # what never changes is made once
    shutil.copy(source / "mkdocs.yml", target / "base.yml")
    config = {"INHERIT": "base.yml", **plan.config}
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    if plan.config.get("use_directory_urls") is False:  # editorial pages then stand elsewhere
        (target / "cases" / "_addresses.txt").unlink(missing_ok=True)
    if plan.files is not None:
        for record in (target / "cases").glob("[!_]*"):
            shutil.rmtree(record)
        for name, text in plan.files.items():
            (target / "cases" / name).parent.mkdir(exist_ok=True)
            (target / "cases" / name).write_text(text, encoding="utf-8")
        for page in (target / "docs").glob("*/methode.md"):  # the one that names a record
            text = re.sub(r"case:[\w#-]+", "index.md", page.read_text(encoding="utf-8"))
            page.write_text(text, encoding="utf-8")
        _with_project_vocabulary(target)
    if plan.records:
        run_module(target, "fp_build.generator", "--records", str(plan.records), "made").check()
        for record in (target / "made").glob("[!_]*"):
            record.rename(target / "cases" / record.name)
        _with_project_vocabulary(target)
    return target


def _with_project_vocabulary(target: Path) -> None:
    shutil.rmtree(target / "cases" / "_vocabulary")
    shutil.copytree(PROJECT / "cases" / "_vocabulary", target / "cases" / "_vocabulary")
    with_former_theme(target / "cases" / "_vocabulary" / "themes.yml")


def with_former_theme(themes: Path) -> None:
    """The records of the fixture use no term that the project lacks; only a former one is added."""
    former = (FIXTURE / "cases" / "_vocabulary" / "themes.yml").read_text(encoding="utf-8")
    at = former.index("old-age:")
    themes.write_text(themes.read_text(encoding="utf-8") + "\n" + former[at:], encoding="utf-8")


@dataclass(frozen=True)
class Run:
    """What a command answered."""

    code: int
    output: str

    def check(self) -> Run:
        assert self.code == 0, self.output
        return self


def environment(plan: Plan | None = None, **more: str) -> dict[str, str]:
    """The environment of a build: nothing of the person's own settings, and a fixed day, but for
    the project's own records, which may be as new as today."""
    own = {k: v for k, v in os.environ.items() if not k.startswith("FP_")}
    own.pop("SOURCE_DATE_EPOCH", None)
    if plan is None or plan.project == "fixture":
        own["SOURCE_DATE_EPOCH"] = str(int(at_noon(TODAY)))
    return {**own, "PYTHONUTF8": "1", **(plan.environment if plan else {}), **more}


def run_module(
    folder: Path, module: str, *arguments: str, env: dict[str, str] | None = None
) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env=env or environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr)


def build(project: Path, *arguments: str, env: dict[str, str] | None = None) -> Run:
    """Build a project with the real command, whose imports have been done."""
    return Run(*ready_host.run(project, ("build", *arguments), env or environment()))


def build_anew(
    project: Path, *arguments: str, host: str = "mkdocs", env: dict[str, str] | None = None
) -> Run:
    """The same in a Python that starts for it, as it does for a person."""
    return run_module(project, host, "build", *arguments, env=env)


class Page:
    """A page of a site, parsed."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.text = data.decode("utf-8")
        self.tree = lxml.html.document_fromstring(data, parser=_HTML)
        for template in self.tree.xpath("//template"):
            template.clear()  # what stands in one is not in the page

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(self.tree.xpath("//@id"))

    @property
    def lang(self) -> str:
        return str(self.tree.get("lang", ""))

    @property
    def is_redirect(self) -> bool:
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    def one(self, path: str) -> Any:
        """The one element at that XPath."""
        (found,) = self.tree.xpath(path)
        return found

    def words(self, path: str = "//main") -> str:
        """The text inside the one element at that XPath, each run of space as one space."""
        return words_of(self.one(path))

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every address that the page names, with the element and attribute that hold it."""
        for element in self.tree.iter("*"):
            for name in ("href", "src", "data-report", "poster", "action", "cite"):
                value = element.get(name)
                if value is not None:
                    yield f"{element.tag}@{name}", value
            for candidate in (element.get("srcset") or "").split(","):
                if candidate:
                    yield f"{element.tag}@srcset", candidate.split()[0]
            if element.get("http-equiv") == "refresh":
                yield "meta@refresh", element.get("content").partition("url=")[2]

    def alternates(self) -> dict[str, str]:
        """The addresses of the page in each language."""
        found = self.tree.xpath("//head/link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href") for link in found}

    @property
    def canonical(self) -> str:
        return str(self.one("//head/link[@rel='canonical']").get("href"))


def words_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def language_at(element: Any) -> str:
    """The language that a reader is told an element is in."""
    for part in (element, *element.iterancestors()):
        if part.get("lang"):
            return str(part.get("lang"))
    return ""


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path
    url: str = SITE_URL

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        return {
            path.relative_to(self.folder).as_posix(): Page(
                path.relative_to(self.folder).as_posix(), path.read_bytes()
            )
            for path in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def proper(self) -> Mapping[str, Page]:
        """The pages that are neither a 404 nor a redirect."""
        return {
            file: page
            for file, page in self.pages.items()
            if file not in LONE_PAGES and not page.is_redirect
        }

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        )

    def content(self) -> dict[str, bytes]:
        return {name: (self.folder / name).read_bytes() for name in sorted(self.files)}

    def read(self, file: str) -> bytes:
        return (self.folder / file).read_bytes()

    def file_at(self, address: str) -> str | None:
        """The file that a host shows at a full address; nothing where it is not of this site."""
        if not address.startswith(self.url):
            return None
        path = unquote(urlsplit(address).path)[len(urlsplit(self.url).path) :]
        return f"{path}index.html" if not path or path.endswith("/") else path

    def broken(self) -> list[str]:
        """Every address of every page that leads nowhere on this site."""
        lands: dict[tuple[str, str], tuple[str, str, str]] = {}  # neighbours name the same pages
        return sorted({line for page in self.pages.values() for line in self._broken(page, lands)})

    def _broken(
        self, page: Page, lands: dict[tuple[str, str], tuple[str, str, str]]
    ) -> Iterator[str]:
        folder = page.file.rpartition("/")[0]
        for where, address in page.addresses():
            if where == "script@data-report":
                continue  # stands there only while there is something to report
            if not address or address[0] in "#?":
                fault, file, anchor = self._landing(page.file, address)
            elif (folder, address) in lands:
                fault, file, anchor = lands[folder, address]
            else:
                fault, file, anchor = lands[folder, address] = self._landing(page.file, address)
            if not fault and anchor and file in self.pages and anchor not in self.pages[file].ids:
                fault = "no such anchor"
            elif not fault and anchor and file.endswith(".svg") and not self._view(anchor, file):
                fault = "no such view"
            if fault:
                yield f"{page.file}: {where} {address}: {fault}"

    def _landing(self, page: str, address: str) -> tuple[str, str, str]:
        """What is wrong with an address on a page; the file of this site that it leads to, and the
        place there, nothing of both where it leads elsewhere."""
        target, anchor = urldefrag(urljoin(urljoin(self.url, page), address))
        if not target.startswith(self.url):
            parts, own = urlsplit(target), urlsplit(self.url)
            if parts.scheme not in ("http", "https", "mailto", "tel"):
                return "odd scheme", "", ""
            leaves = parts.netloc == own.netloc and "forge" not in address
            return ("leaves the site" if leaves and not address.startswith("http") else ""), "", ""
        file = self.file_at(target) or ""
        return ("" if file in self.files else "no such file"), file, unquote(anchor)

    def _view(self, name: str, file: str) -> re.Match[bytes] | None:
        return re.search(rb'<view id="%s"' % re.escape(name.encode()), self.read(file))


WITH_REPORT: Final = "report"
"""The name of a site whose home pages are what an author sees while a first preview has findings;
else it is that of the fixture."""


def write_report(site: Path) -> None:
    """The page that an author sees while a first preview has findings, in both languages."""
    findings = [f"cases/essai/index.fr.md:{n}:1: unknown-key: …" for n in range(1, 60)]
    for language, edition in editions_of({}).items():
        file = site / root(language) / "index.html"
        values = {"report": "\n".join(findings), "top": "../" * len(root(language).split("/")[1:])}
        page = renderer()(REPORT.template, edition, {**values, "kind": marks(REPORT)})
        file.parent.mkdir(exist_ok=True)
        file.write_text(page, encoding="utf-8")


class Sites:
    """The sites of one session, each built by the first worker that asks for it."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared
        self._known: dict[str, Site] = {}

    def __getitem__(self, name: str) -> Site:
        if name not in self._known:
            plan = PLANS["fixture" if name == WITH_REPORT else name]
            make = self._with_report if name == WITH_REPORT else self._build
            folder = self.once(name, lambda target: make(plan, target))
            self._known[name] = Site(folder / "site", plan.url)
        return self._known[name]

    def _with_report(self, plan: Plan, target: Path) -> None:
        shutil.copytree(self["fixture"].folder, target / "site")
        write_report(target / "site")

    @staticmethod
    def _build(plan: Plan, target: Path) -> None:
        build(lay_out(plan, target), "--strict", "--quiet", env=environment(plan)).check()

    def once(self, name: str, make: Callable[[Path], None]) -> Path:
        """The folder of that name, made by whoever comes first while the others wait."""
        folder, done = self._shared / name, self._shared / f"{name}.done"
        with (self._shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The built sites, by the names of their plans."""
    base = tmp_path_factory.getbasetemp()
    return Sites(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, env: dict[str, str], log: Path) -> Iterator[Any]:
    """A program that runs while the block does."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=out)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def until(answer: Callable[[], Any], about: Callable[[], str], seconds: float = 60) -> Any:
    """Ask again and again until the answer is true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = answer()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"nothing after {seconds} s: {about()}")
