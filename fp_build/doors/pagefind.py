"""The program Pagefind at work on the pages of one language.

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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, Final, NamedTuple

from fp_build.doors.spool import Piece, Spool
from fp_build.publishing.search_text import Shadow, search_data
from fp_build.words.languages import Language

DATA: Final = "records.json"

_PACKAGE: Final = "pagefind_bin"

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
        return Path(import_module(_PACKAGE).get_executable())
    except (ImportError, FileNotFoundError):
        return None


def version() -> str:
    """Which Pagefind it is."""
    return metadata.version(_PACKAGE)


class _Given(NamedTuple):
    """What is remembered of a page that was handed over."""

    slug: str
    words: int
    fragment: Piece
    """What results are drawn from, ready for the site."""


class Run:
    """Pagefind at work. Whoever starts it stops it. Raises ``SearchFailed``."""

    def __init__(self, language: Language) -> None:
        pagefind = program()
        if pagefind is None:
            raise SearchFailed("pagefind: not found")
        self._language = language
        self._given: dict[str, _Given] = {}
        self._fragments = Spool()
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
        except OSError as error:
            self._said.close()
            self._fragments.close()
            raise SearchFailed(str(error)) from error
        self._send({"type": "NewIndex", "config": {"force_language": language}})

    def give(self, page: Shadow) -> None:
        """Hand a page over; the program reads it while the next ones are made."""
        fragment = self._fragments.put(_packed(page.fragment))
        self._given[page.name] = _Given(page.slug, page.fragment["word_count"], fragment)
        said = {"file_path": None, "url": f"/{page.name}", "file_contents": page.html}
        self._send({"type": "AddFile", "index_id": 0, **said})

    def finish(self) -> None:
        """There are no more pages: the program makes the index while the build goes on."""
        self._send({"type": "GetFiles", "index_id": 0})
        try:
            assert self._process.stdin is not None
            self._process.stdin.flush()
        except OSError as error:
            raise SearchFailed(self._said_or(error)) from error

    def _send(self, payload: Mapping[str, Any]) -> None:
        message = json.dumps({"message_id": 0, "payload": payload})
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(base64.b64encode(message.encode()) + b",")
        except OSError as error:
            raise SearchFailed(self._said_or(error)) from error

    def files(self, records: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """The files of the index, by their paths in its folder: those that a search asks for.
        ``records`` are the slugs of the records in the order of the filter index."""
        ids = {}
        left = dict(self._given)
        for name, data in self._made():
            if name.startswith("fragment/"):
                page = _page_of(data, left)
                if page.slug:
                    ids[page.slug] = Path(name).stem
                yield name, self._fragments.get(page.fragment)
            elif _NEEDED.fullmatch(name) and "unknown" not in name:
                yield name, data
        if left:
            raise SearchFailed(f"{len(left)} pages are missing from the index")
        text = json.dumps(
            search_data(self._language, records, ids), ensure_ascii=False, separators=(",", ":")
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
        raise SearchFailed(self._said_or(f"pagefind: {self._process.wait()}"))

    def _answers(self) -> Iterator[Mapping[str, Any]]:
        assert isinstance(self._process.stdout, io.BufferedReader)
        rest: list[bytes] = []
        while part := self._process.stdout.read1():
            *whole, last = part.split(b",")
            for end in whole:
                yield json.loads(base64.b64decode(b"".join([*rest, end])))["payload"]
                rest = []
            rest.append(last)

    def _said_or(self, otherwise: object) -> str:
        """What the program had to complain of."""
        self._said.seek(0)
        return self._said.read().decode(errors="replace").strip() or str(otherwise)

    def stop(self) -> None:
        """Leave nothing running and nothing open."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for file in (self._process.stdin, self._process.stdout, self._said, self._fragments):
            with suppress(OSError):  # what a program that died has not read
                if file is not None:
                    file.close()


def _page_of(fragment: bytes, left: dict[str, _Given]) -> _Given:
    """The page that a fragment is of, which is then no longer ``left``."""
    indexed = _INDEXED.match(gzip.decompress(fragment).decode())
    page = left.pop(indexed["name"], None) if indexed else None
    if indexed is None or page is None:
        raise SearchFailed("a part of the index is of no page")
    if len(indexed["content"].split()) != page.words:
        raise SearchFailed(f"{page.slug or indexed['name']}: its words were counted otherwise")
    return page


def _packed(fragment: Mapping[str, Any]) -> bytes:
    text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress((_SIGNATURE + text).encode(), compresslevel=6, mtime=0)
