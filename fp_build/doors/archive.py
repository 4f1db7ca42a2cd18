"""Several files as one: what is made together is kept and read together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

Part = tuple[str, bytes]
"""A file, by its name."""


def packed(parts: Iterable[Part]) -> bytes:
    """The files in one, in this order: a line of names and sizes, then what is in them."""
    held = list(parts)
    names = json.dumps([(name, len(data)) for name, data in held]).encode()
    return b"".join([names, b"\n", *(data for _, data in held)])


def unpacked(archive: bytes) -> Iterator[Part]:
    """The files of what :func:`packed` made."""
    at = archive.index(b"\n") + 1
    for name, size in json.loads(archive[:at]):
        yield name, archive[at : at + size]
        at += size
