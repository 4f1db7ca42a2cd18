"""The full-text index of each language, made by the Pagefind program.

https://pagefind.app. Pages are handed to it one by one, and the files it makes handed back, as its
own interfaces for Python and Node do: ``pagefind --service``, messages in JSON, in base64, with a
comma after each. Given a folder, it takes pages in the order in which the disk lists them, and
another disk makes another index. Its Python interface waits a tenth of a second for each answer.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from fp_build.publishing.search_text import Shadow, search_data
from fp_build.words.languages import Language

FOLDER: Final = "search"
"""Where the indexes stand on the site, one folder a language."""

DATA: Final = "records.json"

_NEEDED: Final = re.compile(
    r"pagefind\.js|pagefind-entry\.json|wasm\.\w+\.pagefind|.*\.pf_meta|index/.*"
)
"""What a search asks for, of all that Pagefind makes."""

_SIGNATURE: Final = "pagefind_dcd"
"""How every file of Pagefind's begins once it is unpacked."""

_INDEXED: Final = re.compile(
    rf'{_SIGNATURE}\{{"url":"/(?P<name>[^"]*)","content":"(?P<content>[^"\\]*)"'
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
    runs: list[_Run] = []
    try:
        for language, pages in shadows.items():  # while one runs, the next one's pages are made
            runs.append(_Run(pagefind, language))
            runs[-1].give(pages)
        for run in runs:
            for name, data in run.files(records[run.language]):
                path = site / FOLDER / run.language / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
    except OSError as error:
        said = "".join(run.said() for run in runs)
        raise SearchFailed(said or str(error)) from error
    finally:
        for run in runs:
            run.stop()


class _Run:
    """Pagefind at work on the pages of one language."""

    def __init__(self, pagefind: Path, language: Language) -> None:
        self.language = language
        self._pages: dict[str, Shadow] = {}
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 – ``stop`` closes it
        try:
            self._process = subprocess.Popen(
                [str(pagefind), "--service"],
                cwd=tempfile.gettempdir(),  # away from any pagefind.yml of the person's
                env={k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
            )
        except OSError:
            self._said.close()
            raise

    def give(self, pages: Iterable[Shadow]) -> None:
        """Hand the pages over; the program works on them while the next ones come."""
        self._send({"type": "NewIndex", "config": {"force_language": self.language}})
        for page in pages:
            self._pages[page.name] = page
            said = {"file_path": None, "url": f"/{page.name}", "file_contents": page.html}
            self._send({"type": "AddFile", "index_id": 0, **said})
        self._send({"type": "GetFiles", "index_id": 0})
        assert self._process.stdin is not None
        self._process.stdin.flush()

    def _send(self, payload: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None
        message = json.dumps({"message_id": 0, "payload": payload})
        self._process.stdin.write(base64.b64encode(message.encode()) + b",")

    def files(self, records: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """The files of the index, by their paths in its folder: those that a search asks for."""
        ids = {}
        left = dict(self._pages)
        for name, data in self._made():
            if name.startswith("fragment/"):
                page = _page_of(data, left)
                if page.slug:
                    ids[page.slug] = Path(name).stem
                yield name, _packed(page.fragment)
            elif _NEEDED.fullmatch(name) and "unknown" not in name:
                yield name, data
        if left:
            raise SearchFailed(f"{len(left)} pages are missing from the index")
        text = json.dumps(
            search_data(self.language, records, ids), ensure_ascii=False, separators=(",", ":")
        )
        yield DATA, text.encode()

    def _made(self) -> Iterator[tuple[str, bytes]]:
        for answer in self._answers():
            if answer["type"] == "Error":
                raise SearchFailed(answer["message"])
            if answer["type"] == "GetFiles":
                for file in answer["files"]:
                    yield file["path"], base64.b64decode(file["content"])
                return
        raise SearchFailed(self.said() or f"pagefind: {self._process.wait()}")

    def _answers(self) -> Iterator[Mapping[str, Any]]:
        assert isinstance(self._process.stdout, io.BufferedReader)
        rest: list[bytes] = []
        while part := self._process.stdout.read1():
            *whole, last = part.split(b",")
            for end in whole:
                yield json.loads(base64.b64decode(b"".join([*rest, end])))["payload"]
                rest = []
            rest.append(last)

    def said(self) -> str:
        """What the program had to complain of."""
        self._said.seek(0)
        return self._said.read().decode(errors="replace").strip()

    def stop(self) -> None:
        """Leave nothing running and nothing open."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for file in (self._process.stdin, self._process.stdout, self._said):
            with suppress(OSError):  # what a program that died has not read
                if file is not None:
                    file.close()


def _page_of(fragment: bytes, left: dict[str, Shadow]) -> Shadow:
    """The page that a fragment is of, which is then no longer ``left``."""
    indexed = _INDEXED.match(gzip.decompress(fragment).decode())
    page = left.pop(indexed["name"], None) if indexed else None
    if indexed is None or page is None:
        raise SearchFailed("a part of the index is of no page")
    if len(indexed["content"].split()) != page.fragment["word_count"]:
        raise SearchFailed(f"{page.fragment['url']}: its words were counted otherwise")
    return page


def _packed(fragment: Mapping[str, Any]) -> bytes:
    text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress((_SIGNATURE + text).encode(), compresslevel=6, mtime=0)
