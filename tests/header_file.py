"""``_headers`` as hosts read it: https://docs.netlify.com/manage/routing/headers/."""

from __future__ import annotations

from collections.abc import Mapping

Headers = Mapping[str, list[tuple[str, str]]]
"""By the path that they are for; one that ends with ``*`` stands for all that begin so."""


def read_headers(text: str) -> Headers:
    """What the file says."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in text.splitlines():
        if not line or line.lstrip().startswith("#"):
            continue
        if not line.startswith(" "):
            assert line.startswith("/") and line not in found
            found[line] = []
        else:
            name, value = line.strip().split(": ", 1)
            found[next(reversed(found))].append((name, value))
    return found


def headers_of(path: str, headers: Headers) -> list[tuple[str, str]]:
    """Those that a host sends with what stands at a path."""
    return [said for pattern in headers if _matches(pattern, path) for said in headers[pattern]]


def _matches(pattern: str, path: str) -> bool:
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern
