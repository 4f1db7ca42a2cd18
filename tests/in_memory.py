"""Cases folders that lie on no disk, and short ways to ask what is wrong with them."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import FunctionType
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from fp_build.judging.judge import Judgement, judge
from fp_build.reading.source import Limits
from fp_build.reading.vocabulary import Vocabularies
from fp_build.reading.vocabulary_files import read_vocabularies
from fp_build.reading.workspace import Entry, Folder, Workspace
from fp_build.words.findings import Finding

PROJECT: Final = Path(__file__).resolve().parent.parent
CASES: Final = PROJECT / "cases"
TODAY: Final = dt.date(2026, 11, 21)
LIMITS: Final = Limits()

DRAFT: Final = "---\nkind: project\nstatus: draft\ntitle: Un essai\n---\n"
"""The smallest record with nothing to mend."""

TRANSLATED: Final = "---\ntitle: A trial\ntranslation: {state: draft}\n---\n"
"""A translation of it."""

Content = str | bytes


@lru_cache(maxsize=1)
def vocabulary_files() -> Mapping[str, bytes]:
    """The project's vocabularies, by the names of their files."""
    return {path.name: path.read_bytes() for path in sorted((CASES / "_vocabulary").iterdir())}


@lru_cache(maxsize=1)
def project_vocabularies() -> Vocabularies:
    """The same, read."""
    return read_vocabularies("cases/_vocabulary", vocabulary_files(), LIMITS)[0]


def workspace_of(
    files: Mapping[str, Content],
    vocabulary: Mapping[str, bytes] | None = None,
    *,
    in_order: Callable[[Iterable[str]], Iterable[str]] = sorted,
) -> Workspace:
    """A cases folder from ``{"record/index.fr.md": content}``; what has no folder is a stray."""
    folders: dict[str, dict[str, Entry]] = {}
    strays: list[Entry] = []
    for path in in_order(files):
        folder, _, name = path.partition("/")
        entry = entry_of(name or folder, f"cases/{path}", files[path])
        if name:
            folders.setdefault(folder, {})[name] = entry
        else:
            strays.append(entry)
    return Workspace(
        "cases",
        {name: folder_of(name, inside) for name, inside in folders.items()},
        "cases/_vocabulary",
        vocabulary_files() if vocabulary is None else vocabulary,
        tuple(strays),
    )


def folder_of(name: str, inside: Mapping[str, Entry]) -> Folder:
    return Folder(name, f"cases/{name}", lambda: inside)


def entry_of(name: str, path: str, content: Content) -> Entry:
    data = content.encode() if isinstance(content, str) else content
    return Entry(name, path, "file", len(data), lambda: data)


def judged(
    files: Mapping[str, Content],
    vocabulary: Mapping[str, bytes] | None = None,
    limits: Limits = LIMITS,
) -> Judgement:
    return judge(workspace_of(files, vocabulary), TODAY, limits)


def faults(
    files: Mapping[str, Content] | Content,
    vocabulary: Mapping[str, bytes] | None = None,
    limits: Limits = LIMITS,
) -> list[str]:
    """What is wrong, as ``path:line:column rule``; a lone content is that of one original."""
    if not isinstance(files, Mapping):
        files = {"essai/index.fr.md": files}
    return [in_short(finding) for finding in judged(files, vocabulary, limits).findings]


def in_short(finding: Finding) -> str:
    place = finding.place
    return f"{place.path.removeprefix('cases/')}:{place.line}:{place.column} {finding.rule.id}"


def rules_of(found: Iterable[str]) -> set[str]:
    """The rules of what :func:`faults` answers."""
    return {line.rpartition(" ")[2] for line in found}


def draft(*lines: str, body: str = "") -> str:
    """A draft with these lines added to its front matter; the first of them is line 4."""
    return "\n".join(["---", "kind: project", "status: draft", *lines, "---", body])


@lru_cache(maxsize=32)
def picture(form: str = "PNG", width: int = 6, height: int = 4, mode: str = "RGB") -> bytes:
    """The file of a picture, as Pillow writes it: colours that run from left to right."""
    image = Image.linear_gradient("L").rotate(90).resize((width, height)).convert(mode)
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def whole_png(width: int, height: int, pixels: bytes | None) -> bytes:
    """A PNG whose frame is right, whatever its pixels are; it may lack them."""

    def chunk(kind: bytes, inside: bytes) -> bytes:
        crc = zlib.crc32(kind + inside).to_bytes(4, "big")
        return len(inside).to_bytes(4, "big") + kind + inside + crc

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    drawn = b"" if pixels is None else chunk(b"IDAT", pixels)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + drawn + chunk(b"IEND", b"")


def property_of(*strategies: Any, examples: int) -> Callable[[Any], tuple[Any, Any]]:
    """Two tests of one property: a short one that always draws the same examples, since a
    contributor is to be blocked by nothing but a change of theirs; and ten times as many, drawn
    anew each time, under the mark ``torture``."""
    common: dict[str, Any] = {
        "deadline": None,
        "database": None,
        "suppress_health_check": list(HealthCheck),
    }

    def both(holds: Any) -> tuple[Any, Any]:
        short = settings(max_examples=examples, derandomize=True, **common)
        long = settings(max_examples=10 * examples, derandomize=False, print_blob=True, **common)

        name = f"{holds.__name__}_at_length"
        again = FunctionType(holds.__code__, holds.__globals__, name)
        return (
            short(given(*strategies)(holds)),
            pytest.mark.torture(long(given(*strategies)(again))),
        )

    return both


def at_noon(day: dt.date) -> float:
    """Seconds of the epoch."""
    return dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp()
