"""The bench's site as Hugo builds it, from the templates in ``sites/hugo``."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.hugo_content import convert
from bench.measure import Command


@dataclass(frozen=True, slots=True)
class Hugo:
    """Hugo, in a folder of its own, with its caches there too."""

    folder: Path
    program: Path
    name: str = "Hugo"

    def prepare(self, cases: Path, built: Path) -> None:
        """Write the whole site, from the records and from what we publish of them."""
        convert(self.folder, cases, built)

    @property
    def site(self) -> Path:
        """The folder that it publishes."""
        return self.folder / "public"

    @property
    def build(self) -> Command:
        """What builds the whole site."""
        cache = str(self.folder / "cache")
        return Command((str(self.program), "--quiet", "--cacheDir", cache), self.folder)

    def serve(self, port: int) -> Command:
        """What serves the site to its authors, reloading."""
        cache = str(self.folder / "cache")
        serve = (str(self.program), "server", "--quiet", "--port", str(port))
        return Command((*serve, "--cacheDir", cache), self.folder)

    def forget(self) -> None:
        """Remove what it has published and all that it keeps for the next build."""
        for name in ("public", "resources", "cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def file_of(self, slug: str, language: str) -> Path:
        """The file of a record."""
        return self.folder / "content/catalogue" / slug / f"index.{language}.md"
