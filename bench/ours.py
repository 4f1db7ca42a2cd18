"""The bench's site as the project builds it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import ROOT, SITES, generate
from bench.measure import Command

_SEARCH = "FP_SEARCH"


@dataclass(frozen=True, slots=True)
class Ours:
    """The generator that is measured, in a folder of its own."""

    folder: Path
    name: str = "futurs-publics"

    def prepare(self, records: int) -> None:
        """Write the records and the editorial pages."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        generate(records, self.cases)
        shutil.copytree(SITES / "docs", self.folder / "docs")
        settings = (SITES / "ours/mkdocs.yml").read_text(encoding="utf-8")
        settings = settings.replace("OVERRIDES", (ROOT / "overrides").as_posix())
        (self.folder / "mkdocs.yml").write_text(settings, encoding="utf-8")

    @property
    def cases(self) -> Path:
        """The records."""
        return self.folder / "cases"

    @property
    def site(self) -> Path:
        """The folder that it publishes."""
        return self.folder / "site"

    @property
    def build(self) -> Command:
        """What builds the whole site, without text search."""
        return self._build("0")

    @property
    def search(self) -> Command:
        """The same, with text search."""
        return self._build("1")

    def _build(self, search: str) -> Command:
        arguments = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        return Command(arguments, self.folder, {_SEARCH: search, "PYTHONPATH": str(ROOT)})

    def serve(self, port: int) -> Command:
        """What serves the site to its authors, reloading."""
        address = f"127.0.0.1:{port}"
        serve = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload")
        return Command(
            (*serve, "--dev-addr", address),
            self.folder,
            {"FP_PREVIEW": "1", "PYTHONPATH": str(ROOT)},
        )

    def check(self, path: Path) -> Command:
        """What judges a file or a folder; findings that are errors are none of the bench's."""
        arguments = (sys.executable, "-m", "fp_build", "check", str(path), "--format", "json")
        return Command(arguments, self.folder, {"PYTHONPATH": str(ROOT)})

    def forget(self) -> None:
        """Remove what it has published and all that it keeps for the next build."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)

    def file_of(self, slug: str, language: str) -> Path:
        """The file of a record."""
        return self.cases / slug / f"index.{language}.md"
