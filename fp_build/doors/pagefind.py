"""The full-text index of each language, made by the Pagefind program.

https://pagefind.app: its command line, run once a language, all at once. Its Python interface is
not used: it waits a tenth of a second for each message.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from fp_build.publishing.search_text import Shadow, search_data
from fp_build.words.languages import Language

FOLDER: Final = "search"
"""Where the indexes stand on the site, one folder a language."""

DATA: Final = "records.json"

_SIGNATURE: Final = "pagefind_dcd"
"""How every file of Pagefind's begins once it is unpacked."""

_INDEXED: Final = re.compile(
    rf'{_SIGNATURE}\{{"url":"/(?P<name>[^"]*)\.html","content":"(?P<content>[^"\\]*)"'
)
"""A fragment as Pagefind writes it of a shadow, in which there are only letters and digits."""


class SearchFailed(Exception):
    """Pagefind could not be run, or did not do what it should have; the text is its own."""


def program() -> Path | None:
    """Where Pagefind is, or nothing: it comes as a package, but not for every system."""
    try:
        return Path(import_module("pagefind_bin").get_executable())
    except (ImportError, FileNotFoundError):
        return None


def write_indexes(
    shadows: Mapping[Language, Iterable[Shadow]],
    records: Mapping[Language, Sequence[str]],
    site: Path,
) -> None:
    """Write the index of each language into the site. ``records`` are the slugs of each language's
    records in the order of its filter index. Raises ``SearchFailed``."""
    pagefind = program()
    if pagefind is None:
        raise SearchFailed("pagefind: not found")
    with tempfile.TemporaryDirectory(prefix="futurs-publics-", ignore_cleanup_errors=True) as made:
        runs: list[_Run] = []
        try:
            for language, pages in shadows.items():  # while one runs, the next one's are made
                runs.append(_Run(pagefind, language, list(pages), Path(made) / language))
                runs[-1].start()
            for run in runs:
                run.finish(records[run.language], site / FOLDER / run.language)
        except OSError as error:
            raise SearchFailed(str(error)) from error
        finally:
            for run in runs:
                run.stop()


class _Run:
    """Pagefind at work on the pages of one language."""

    def __init__(
        self, pagefind: Path, language: Language, pages: list[Shadow], folder: Path
    ) -> None:
        self.language = language
        self._pagefind = pagefind
        self._pages = pages
        self._source, self._made, self._said = folder / "pages", folder / "made", folder / "said"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._source.mkdir(parents=True)
        for page in self._pages:
            (self._source / f"{page.name}.html").write_text(page.html, encoding="utf-8")
        command = [
            str(self._pagefind), "--silent", "--force-language", self.language,
            "--site", str(self._source), "--output-path", str(self._made),
        ]  # fmt: skip
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                command,
                cwd=self._source.parent,  # away from any pagefind.yml of the person's
                env={k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )

    def finish(self, records: Sequence[str], target: Path) -> None:
        assert self._process is not None
        if self._process.wait():
            said = self._said.read_text(encoding="utf-8", errors="replace").strip()
            raise SearchFailed(said or f"pagefind: {self._process.returncode}")
        target.mkdir(parents=True, exist_ok=True)
        for name in (
            "pagefind.js",
            "pagefind-entry.json",
            f"wasm.{self.language}.pagefind",
            *(path.name for path in self._made.glob("pagefind.*.pf_meta")),
        ):
            shutil.copy(self._made / name, target / name)
        shutil.copytree(self._made / "index", target / "index")
        found = self._write_fragments(target / "fragment")
        data = search_data(self.language, records, found)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (target / DATA).write_text(text, encoding="utf-8")

    def _write_fragments(self, target: Path) -> dict[str, str]:
        """What is shown of each page, in the place of its shadow; answers the slugs by id."""
        target.mkdir()
        left = {page.name: page for page in self._pages}
        found = {}
        for path in sorted((self._made / "fragment").iterdir()):
            indexed = _INDEXED.match(gzip.decompress(path.read_bytes()).decode())
            page = left.pop(indexed["name"] if indexed else "", None)
            if indexed is None or page is None:
                raise SearchFailed(f"{path.name} is of no page")
            if len(indexed["content"].split()) != page.fragment["word_count"]:
                raise SearchFailed(f"{page.fragment['url']}: its words were counted otherwise")
            (target / path.name).write_bytes(_packed(page.fragment))
            if page.slug:
                found[page.slug] = path.stem
        if left:
            raise SearchFailed(f"{len(left)} pages are missing from the index")
        return found

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def _packed(fragment: Mapping[str, Any]) -> bytes:
    text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress((_SIGNATURE + text).encode(), compresslevel=6, mtime=0)
