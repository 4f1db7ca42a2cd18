"""What is unusual in a page of the team: HTML that the policy of the site refuses, or that takes
readers elsewhere. Judged in the HTML that a page comes to, told where its author typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Final, NamedTuple

from fp_build.judging.site_faults import UNUSUAL_HTML
from fp_build.reading.source import Source
from fp_build.words.findings import Finding

_TAGS: Final = frozenset(
    ["applet", "base", "embed", "frame", "iframe", "object", "portal", "script", "style"]
)
"""Elements that no page of the team needs."""

_CHANGING: Final = frozenset(["animate", "set"])
"""Elements of a drawing that change an attribute of another, which may be an address."""

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
    rf"<\s*(?:{'|'.join(sorted({*_TAGS, *_CHANGING, *_LOADED, 'meta', 'form', 'button'}))})\b"
    r"|\bon[a-z]+\s*=|\bstyle\s*=|\bping\s*=|script\s*:|\bdata\s*:|\baction\s*=|&#",
    re.I,
)
"""Most pages hold none of these, and are not parsed."""

_MOST: Final = 50
"""So many are told of one page: who mends them sees the others."""

_NAME: Final = re.compile(r"<([a-z][^\s/>]*)", re.I)
_ATTRIBUTE: Final = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)\s*(=\s*)?")
_BARE: Final = re.compile(r"[^\s>]*")

_CODE: Final = re.compile(
    r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)|(?<!`)(?P<ticks>`++).+?(?<!`)(?P=ticks)(?!`)",
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
    typed = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), source.text).lower()
    everything = source.text.lower()
    passed: dict[str, int] = {}
    found = (what for tag in _tags(html) for what in _unusual(tag, own))
    for what in islice((w for w in found if not (is_drawing and w in _STYLES)), _MOST):
        at = typed.find(what.lower(), passed.get(what, 0))
        if at < 0:  # typed otherwise than it came out, or in what was taken for code
            at = everything.find(what.lower())
        passed[what] = at + 1
        place = source.place(at, at + len(what)) if at >= 0 else source.place(0)
        yield UNUSUAL_HTML.at(place, what=what)


class _Tag(NamedTuple):
    """A tag that opens an element, with its attributes as a browser reads them."""

    name: str
    attributes: list[tuple[str, str]]


def _tags(html: str) -> Iterator[_Tag]:
    """Every tag, in one pass however many are never closed (``html.parser`` begins anew at each).
    Texts that a browser would not search for tags, such as titles, are searched as well."""
    at = html.find("<")
    while at >= 0:
        if html.startswith("<!--", at):
            at = html.find("-->", at + 4)
        elif name := _NAME.match(html, at):
            attributes, at = _attributes(html, name.end())
            if at >= 0:
                yield _Tag(name[1].lower(), attributes)
        elif html.startswith(("<!", "<?", "</"), at):
            at = html.find(">", at)
        else:
            at += 1
        at = html.find("<", at) if at >= 0 else -1  # without an end it is no tag, nor what follows


def _attributes(html: str, at: int) -> tuple[list[tuple[str, str]], int]:
    """The attributes of a tag, and where it ends: before nothing where it does not."""
    found: list[tuple[str, str]] = []
    while (name := _ATTRIBUTE.match(html, at)) is not None:
        at = name.end()
        if name[2] is None:
            value = ""
        elif html[at : at + 1] in ("'", '"'):
            end = html.find(html[at], at + 1)
            if end < 0:
                return found, -1
            value, at = html[at + 1 : end], end + 1
        else:
            bare = _BARE.match(html, at)
            assert bare is not None  # it may be empty
            value, at = bare[0], bare.end()
        found.append((name[1].lower(), unescape(value)))
    return found, html.find(">", at)


def _unusual(tag: _Tag, own: str) -> Iterator[str]:
    """What is unusual in a tag, as it was typed."""
    if tag.name in _TAGS:
        yield f"<{tag.name}"
        return
    for name, value in tag.attributes:
        if name.startswith("on") or name == "style":
            yield name
        elif _leads_astray(tag.name, name, value, own):
            yield value
    if tag.name == "meta" and any(name == "http-equiv" for name, _ in tag.attributes):
        yield "<meta"
    if tag.name in _CHANGING and any(
        name == "attributename" and value.lower().endswith("href") for name, value in tag.attributes
    ):
        yield f"<{tag.name}"


def _leads_astray(tag: str, name: str, value: str, own: str) -> bool:
    bare = _IGNORED.sub("", value)
    if name in ("href", "xlink:href", "src") and _RUNS.match(bare):
        return True
    if name in _SENT:
        return name == "ping" or _is_elsewhere(bare, own)
    if name not in _LOADED.get(tag, ()):
        return False
    parts = value.split(",") if name == "srcset" else [bare]
    return any(_is_elsewhere(_IGNORED.sub("", part), own) for part in parts)


def _is_elsewhere(address: str, own: str) -> bool:
    return not (own and address.startswith(own)) and _ELSEWHERE.match(address) is not None
