"""Several files as one: what is made together is kept and read together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

SiteFile = tuple[str, bytes]
"""A file, by its way from the top of the site."""

MakeFiles = Callable[[], Iterable[SiteFile]]
"""Makes files that belong together, one after the other."""


def packed(files: Iterable[SiteFile]) -> bytes:
    """The files in one, in this order: a line of names and sizes, then what is in them."""
    held = list(files)
    names = json.dumps([(name, len(data)) for name, data in held]).encode()
    return b"".join([names, b"\n", *(data for _, data in held)])


def unpacked(archive: bytes) -> Iterator[SiteFile]:
    """The files of what :func:`packed` made."""
    at = archive.index(b"\n") + 1
    for name, size in json.loads(archive[:at]):
        yield name, archive[at : at + size]
        at += size
