"""What is unusual in a page of the team: HTML that the policy of the site refuses, or that takes
readers elsewhere. Judged in the HTML that a page comes to, told where its author typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from fp_build.judging.site_faults import UNUSUAL_HTML
from fp_build.reading.source import Source
from fp_build.words.findings import Finding

_TAGS: Final = frozenset(
    ["applet", "base", "embed", "frame", "iframe", "object", "portal", "script", "style"]
)
"""Elements that no page of the team needs."""

_LOADED: Final = {
    "audio": ("src",), "body": ("background",), "feimage": ("href", "xlink:href"),
    "image": ("href", "xlink:href"), "img": ("src", "srcset"), "input": ("src",),
    "link": ("href",), "source": ("src", "srcset"), "track": ("src",),
    "use": ("href", "xlink:href"), "video": ("src", "poster"),
}  # fmt: skip
"""Attributes by which an element has something loaded."""

_SENT: Final = frozenset(["action", "formaction", "ping"])
"""Attributes by which something is sent."""

_STYLES: Final = ("<style", "style")

_ELSEWHERE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|\\\\|/\\|\\/)", re.I)
_RUNS: Final = re.compile(r"(?:javascript|vbscript|data):", re.I)
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\xa0]+")
"""What browsers leave out of an address, or pass over before it."""

_WORTH_A_LOOK: Final = re.compile(
    rf"<\s*(?:{'|'.join(sorted({*_TAGS, *_LOADED, 'meta', 'form', 'button'}))})\b"
    r"|\bon[a-z]+\s*=|\bstyle\s*=|\bping\s*=|script\s*:|\bdata\s*:|\baction\s*=|&#",
    re.I,
)
"""Most pages hold none of these, and are not parsed."""

_CODE: Final = re.compile(
    r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.M | re.S,
)


def is_worth_a_look(html: str) -> bool:
    """False where nothing unusual can be in it, which is soon seen."""
    return _WORTH_A_LOOK.search(html) is not None


def judge_html(
    source: Source, html: str, own: str, *, is_drawing: bool = False
) -> Iterator[Finding]:
    """What is unusual in the HTML that a page comes to, or in a drawing, which may have styles.
    ``own`` is what the addresses of the site begin with; nothing where that is not known."""
    reader = _Reader(own)
    reader.feed(html)
    reader.close()
    typed = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), source.text)
    passed: dict[str, int] = {}
    for what in reader.found:
        if is_drawing and what in _STYLES:
            continue
        at = typed.lower().find(what.lower(), passed.get(what, 0))
        if at < 0:  # typed otherwise than it came out, or in what was taken for code
            at = source.text.lower().find(what.lower())
        passed[what] = at + 1
        place = source.place(at, at + len(what)) if at >= 0 else source.place(0)
        yield UNUSUAL_HTML.at(place, what=what)


class _Reader(HTMLParser):
    """Notes what is unusual, as it was typed, in order."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self._own = own
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TAGS:
            self.found.append(f"<{tag}")
            return
        for name, value in attrs:
            if self._is_unusual(tag, name, _IGNORED.sub("", value or ""), value or ""):
                self.found.append(name if name.startswith("on") or name == "style" else value or "")
        if tag == "meta" and any(name == "http-equiv" for name, _ in attrs):
            self.found.append("<meta")

    handle_startendtag = handle_starttag

    def _is_unusual(self, tag: str, name: str, bare: str, value: str) -> bool:
        if name.startswith("on") or name == "style":
            return True
        if name in ("href", "xlink:href", "src") and _RUNS.match(bare):
            return True
        if name in _SENT:
            return name == "ping" or self._is_elsewhere(bare)
        if name not in _LOADED.get(tag, ()):
            return False
        parts = value.split(",") if name == "srcset" else [bare]
        return any(self._is_elsewhere(_IGNORED.sub("", part)) for part in parts)

    def _is_elsewhere(self, address: str) -> bool:
        if self._own and address.startswith(self._own):
            return False
        return _ELSEWHERE.match(address) is not None
