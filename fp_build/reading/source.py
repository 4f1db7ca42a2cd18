"""From the bytes of a file to a text in which every character has a line and a column."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Final

from fp_build.reading import source_faults as faults
from fp_build.words.findings import Finding, Place, Rule


@dataclass(frozen=True, slots=True)
class Limits:
    """How large input may be. Bytes, characters or items, as the names say."""

    text_bytes: int = 512 * 1024
    front_matter_characters: int = 64 * 1024
    line_characters: int = 20_000
    nesting: int = 8
    keys: int = 200
    items: int = 500
    picture_bytes: int = 2 * 1024 * 1024
    picture_pixels: int = 24_000_000
    elements: int = 10_000
    """Of a body: paragraphs, links, cells and whatever else Markdown makes of it."""
    body_nesting: int = 16
    """How deep lists, quotations and emphasis stand in each other."""
    block_characters: int = 50_000
    """Between two empty lines of a body: a sanitiser’s time grows with the square of it."""
    files: int = 200
    """What lies in the folder of one record."""
    records: int = 50_000
    vocabulary_bytes: int = 4 * 1024 * 1024
    terms: int = 5_000
    """Of one vocabulary: organisations are the ones that become many."""
    findings: int = 20
    """How many of one kind are told one by one in one file."""

    def for_vocabularies(self) -> Limits:
        """The same, for a file of terms in place of one record."""
        return replace(self, text_bytes=self.vocabulary_bytes, keys=self.terms)


class Source:
    """The text of a file: line ends are LF, a leading byte order mark is gone, and characters that
    may not stand in a text are replaced one for one, so that every place stays true.

    One that is put aside is held in UTF-8, which takes half the room of a text with a single “’”.
    """

    __slots__ = ("_asked", "_lines", "_text", "_utf8", "path")

    def __init__(self, path: str, text: str | None, utf8: bytes | None = None) -> None:
        """Of a text, or of its UTF-8; of both where both are at hand."""
        self.path = path
        self._text = text
        self._utf8 = utf8
        self._asked = 0
        self._lines: list[int] | None = None  # where each line ends

    @property
    def text(self) -> str:
        """The whole text."""
        if self._text is None:
            assert self._utf8 is not None
            self._text = self._utf8.decode()
        return self._text

    @property
    def utf8(self) -> bytes:
        """The whole text, in UTF-8."""
        if self._utf8 is None:
            self._utf8 = self.text.encode()
        return self._utf8

    def release(self) -> None:
        """Put the text aside until it is asked for."""
        self._utf8 = self.utf8
        self._text = self._lines = None

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters from ``start`` to ``end``; the mark stays on one line."""
        text = self.text
        start = max(0, min(start, len(text)))
        if start == len(text) and text.endswith("\n"):
            start -= 1  # there is no line after the last one
        stop = text.find("\n", start)
        width = min(start + 1 if end is None else end, stop if stop >= 0 else len(text)) - start
        line_start = text.rfind("\n", 0, start) + 1
        return Place(self.path, self._line(start), start - line_start + 1, max(1, width))

    def _line(self, start: int) -> int:
        """The number of the line of a character. Most texts are asked for one place or none, and
        then counting is ten times as fast as listing where lines start."""
        self._asked += 1
        if self._asked <= _FEW:
            return self.text.count("\n", 0, start) + 1
        if self._lines is None:
            self._lines = list(accumulate(len(line) + 1 for line in self.text.split("\n")))
        return bisect_right(self._lines, start) + 1


_FEW: Final = 8
"""After so many places of one text, more are likely to be asked for."""

_REPLACEMENT: Final = "\ufffd"
_BIDI: Final = "\u202a-\u202e\u2066-\u2069"
_FILLERS: Final = "\u115f\u1160\u3164\uffa0"
_SELECTORS: Final = "\ufe00-\ufe0f"
_INVISIBLE: Final = (
    "\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\u180e\u17b4\u17b5\ufff9-\ufffb"
    f"{_FILLERS}{_SELECTORS}\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
)
_CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff"
_SUSPECT: Final = re.compile(f"[{_CONTROL}{_BIDI}{_INVISIBLE}]")
_HARMLESS: Final = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
"""Bytes that are passed over before looking closer: nearly all of a text."""
_OF_AN_ENCODING: Final = 3
"""A file in another encoding is one fault to its author: so many of its letters show it."""
_FLOOD: Final = 20_000
"""Where there are more doubtful characters, no single one matters any more."""
_CONTROL_CHARACTER: Final = re.compile(f"[{_CONTROL}]")
_BIDI_CHARACTER: Final = re.compile(f"[{_BIDI}]")
_BAD_BYTE: Final = re.compile("[\udc80-\udcff]+")
_FLAG: Final = "\U0001f3f4"
_JOINERS: Final = "\u200c\u200d"

_JOINING_SCRIPTS: Final = (
    "ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "MANDAIC", "THAANA", "DEVANAGARI", "BENGALI",
    "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER",
    "MYANMAR", "TIBETAN", "BALINESE", "JAVANESE",
)  # fmt: skip
"""Scripts in which a joiner shapes letters, by the first word of Unicode's character names."""


def read_source(path: str, data: bytes, limits: Limits) -> tuple[Source, list[Finding]]:
    """Read any bytes: always a text, with a finding for each character that cannot be published."""
    if len(data) > limits.text_bytes:
        found = faults.FILE_TOO_LARGE.at(Place(path), size=len(data), limit=limits.text_bytes)
        return Source(path, ""), [found]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16: nothing in it can be placed
        return Source(path, ""), [faults.NOT_UTF8.at(Place(path), byte=f"0x{data[0]:02X}")]
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    findings: list[Finding] = []
    try:
        text = data.decode()
        doubtful = _SUSPECT.search(data.translate(None, _HARMLESS).decode()) is not None
    except UnicodeDecodeError:
        text = _judge_bytes(path, data.decode("utf-8", "surrogateescape"), findings, limits)
        doubtful = True
    if doubtful:
        source = Source(path, text := _judge_characters(path, text, findings, limits))
    else:
        source = Source(path, text, data)
    if len(text) > limits.line_characters:
        findings.extend(_long_lines(source, limits.line_characters))
    return source, findings


class _Tally:
    """Findings about characters, of which a damaged file can have one for each: the first of a rule
    are told one by one, the others counted, and of these the last one placed."""

    def __init__(self, source: Source, most: int) -> None:
        self._source = source
        self._most = most
        self._told: dict[Rule, list[Finding]] = {}
        self._more: dict[Rule, list[int]] = {}

    def add(self, rule: Rule, start: int, end: int, **arguments: Any) -> None:
        """Tell or count one."""
        told = self._told.setdefault(rule, [])
        if len(told) < self._most:
            told.append(rule.at(self._source.place(start, end), **arguments))
        else:
            self._more.setdefault(rule, []).append(start)

    def add_more(self, rule: Rule, start: int, count: int) -> None:
        """Count many, of whatever rule they are, from that place on."""
        self._more.setdefault(rule, []).extend([start] * count)

    def findings(self) -> Iterator[Finding]:
        """What was found, each rule's together."""
        for rule, told in self._told.items():
            more = self._more.get(rule)
            if more:
                last = self._source.place(more[-1]).line
                arguments = {**told[-1].arguments, "more": len(more), "last": last}
                told[-1] = told[-1]._replace(arguments=arguments)
            yield from told


def _judge_bytes(path: str, text: str, findings: list[Finding], limits: Limits) -> str:
    """Name each run of bytes that is not UTF-8, then put one character in place of each byte."""
    tally = _Tally(Source(path, text), min(_OF_AN_ENCODING, limits.findings))
    for match in _BAD_BYTE.finditer(text):
        byte = f"0x{ord(match[0][0]) - 0xDC00:02X}"
        tally.add(faults.NOT_UTF8, *match.span(), byte=byte)
    findings += tally.findings()
    return _BAD_BYTE.sub(lambda match: _REPLACEMENT * len(match[0]), text)


def _judge_characters(path: str, text: str, findings: list[Finding], limits: Limits) -> str:
    tally = _Tally(Source(path, text), limits.findings)
    kept: list[str] = []
    end = 0
    named: Rule | None = None
    for match in _SUSPECT.finditer(text):
        index = match.start()
        character = match[0]
        if _is_at_work(text, index):
            continue
        if named is not None and len(kept) > _FLOOD:
            rest, more = _SUSPECT.subn(_REPLACEMENT, text[end:])
            tally.add_more(named, index, more)
            kept.append(rest)
            end = len(text)
            break
        rule = rule_against(character)
        code = f"U+{ord(character):04X}"
        if index != end or rule is not named:  # what stands together is said once
            tally.add(rule, index, index + 1, code=code)
        named = rule
        kept += [text[end:index], _REPLACEMENT]
        end = index + 1
    findings += sorted(tally.findings(), key=lambda finding: finding.place)
    return "".join([*kept, text[end:]])


def hidden_in(text: str) -> Iterator[str]:
    """The characters of a text that may not be published: for what no file holds as such, but by a
    reference or an escape."""
    for match in _SUSPECT.finditer(text):
        if not _is_at_work(text, match.start()):
            yield match[0]


def rule_against(character: str) -> Rule:
    """The rule that a doubtful character breaks."""
    if _CONTROL_CHARACTER.match(character):
        return faults.CONTROL_CHARACTER
    if _BIDI_CHARACTER.match(character):
        return faults.BIDI_CONTROL
    return faults.INVISIBLE_CHARACTER


def _is_at_work(text: str, index: int) -> bool:
    """True where a zero-width character does what it exists for: joining letters of a script that
    joins, joining emoji, spelling out the flag of a region, choosing how a sign or an ideogram is
    drawn, or filling a syllable of old Korean."""
    character = text[index]
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return _is_drawn_otherwise(text[index - 1 : index], text[index + 1 : index + 2])
    if character in _FILLERS:
        return any(map(_is_jamo, (text[index - 1 : index], text[index + 1 : index + 2])))
    if character in _JOINERS:
        before = _visible_before(text, index)
        after = text[index + 1 : index + 2]
        if _is_pictograph(before):
            return character == "\u200d" and _is_pictograph(after)
        return _joins(before) and (character == "\u200c" or _joins(after) or not after.isalnum())
    if "\U000e0020" <= character <= "\U000e007f":
        return _FLAG in text[max(0, index - 8) : index]
    return False


def _is_drawn_otherwise(before: str, after: str) -> bool:
    """True of what a variation selector may follow: signs, emoji, digits of keys, ideograms."""
    if not before:
        return False
    is_key = after == "\u20e3" or (before.isdigit() and before.isascii())
    is_sign = unicodedata.category(before) in ("So", "Sk", "Sm", "Sc", "Po", "Pd", "Lo")
    return is_key or is_sign or "\u2100" <= before <= "\u214f"


def _is_jamo(character: str) -> bool:
    return "\u1100" <= character <= "\u11ff" and character not in _FILLERS


def _visible_before(text: str, index: int) -> str:
    """The character before, looking past variation selectors and skin tones."""
    while index > 0:
        index -= 1
        if not ("\ufe00" <= text[index] <= "\ufe0f" or "\U0001f3fb" <= text[index] <= "\U0001f3ff"):
            return text[index]
    return ""


def _is_pictograph(character: str) -> bool:
    return bool(character) and unicodedata.category(character) in ("So", "Sk", "Sm")


def _joins(character: str) -> bool:
    return bool(character) and unicodedata.name(character, "").startswith(_JOINING_SCRIPTS)


def _long_lines(source: Source, limit: int) -> Iterator[Finding]:
    start = 0
    for line in source.text.split("\n"):
        if len(line) > limit:
            place = source.place(start + limit, start + len(line))
            yield faults.LINE_TOO_LONG.at(place, length=len(line), limit=limit)
        start += len(line) + 1
