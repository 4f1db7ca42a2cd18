"""From bytes to a text in which every character has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_memory import LIMITS

from fp_build.reading.source import Limits, Source, read_source
from fp_build.words.findings import Place


def read(data: bytes | str, limits: Limits = LIMITS) -> tuple[str, list[str]]:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    source, findings = read_source("x", raw, limits)
    return source.text, [f"{f.place.line}:{f.place.column} {f.rule.id}" for f in findings]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b"\xef\xbb\xbfa\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"),
        (b"\r\r\n\n", "\n\n\n"),
        ("é\t😀e\u0301\u00a0\u202f«".encode(), "é\t😀e\u0301\u00a0\u202f«"),
        ("\u00ad\u3000☎\ufe0f".encode(), "\u00ad\u3000☎\ufe0f"),
    ],
)
def test_what_is_accepted(data: bytes, text: str) -> None:
    assert read(data) == (text, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\0b", ["1:2 control-character"]),
        ("\x0b\n\x0c", ["1:1 control-character", "2:1 control-character"]),
        ("\x7f", ["1:1 control-character"]),
        (
            "a\u0085b\u2028c\u2029d",
            ["1:2 control-character", "1:4 control-character", "1:6 control-character"],
        ),
        ("\ufdd0", ["1:1 control-character"]),
        ("a\u202eb\u2066c", ["1:2 bidi-control", "1:4 bidi-control"]),
        ("a\u200bb", ["1:2 invisible-character"]),
        ("a\u2060b\ufeff", ["1:2 invisible-character", "1:4 invisible-character"]),
        ("\ufeff\ufeffx", ["1:1 invisible-character"]),
        ("a\u200db", ["1:2 invisible-character"]),
        ("a \u200d", ["1:3 invisible-character"]),
        ("\u200c", ["1:1 invisible-character"]),
        ("\U000e0041", ["1:1 invisible-character"]),
        ("\0\0\0", ["1:1 control-character"]),
        (
            "\0\u200b\0",
            ["1:1 control-character", "1:2 invisible-character", "1:3 control-character"],
        ),
        ("\0a\0", ["1:1 control-character", "1:3 control-character"]),
        ("\0\n\0", ["1:1 control-character", "2:1 control-character"]),
        ("a\u3164b", ["1:2 invisible-character"]),
        ("\u115f\u1160", ["1:1 invisible-character"]),
        ("a\uffa0", ["1:2 invisible-character"]),
        ("a\ufe0fb", ["1:2 invisible-character"]),
        ("\u2764\ufe0f\ufe0f", ["1:3 invisible-character"]),
        (" \ufe0f", ["1:2 invisible-character"]),
        ("a\U000e0100", ["1:2 invisible-character"]),
        ("a\u206ab\ufff9", ["1:2 invisible-character", "1:4 invisible-character"]),
    ],
)
def test_what_is_refused(text: str, expected: list[str]) -> None:
    read_text, found = read(text)
    assert found == expected
    assert len(read_text) == len(text.removeprefix("\ufeff"))
    assert "\ufffd" in read_text


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d💻",
        "❤\ufe0f\u200d🔥",
        "👩🏽\u200d🚀",
        "क्\u200dष",
        "क्\u200cष",
        "می\u200cخواهم",
        "ക്\u200d",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "©\ufe0f ℹ\ufe0f 1\ufe0f\u20e3 #\ufe0f\u20e3 ‼\ufe0f 〰\ufe0f ↔\ufe0e",
        "葛\U000e0100 ≨\ufe00",
        "\u115f\u1161 \u1100\u1160\u11a8",
        "שלום",
        "مرحبا",
    ],
)
def test_characters_at_work(text: str) -> None:
    assert read(text) == (text, [])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"caf\xe9", ["1:4 not-utf8"]),
        (b"\xe9\xe8 \xe9", ["1:1 not-utf8", "1:4 not-utf8"]),
        (b"a\n\xe2\x82b", ["2:1 not-utf8"]),
        (b"\xed\xa0\x80", ["1:1 not-utf8"]),
        (b"\xc0\xaf", ["1:1 not-utf8"]),
        (b"\xf8\x88", ["1:1 not-utf8"]),
        (b"\xe9\0", ["1:1 not-utf8", "1:2 control-character"]),
        (b"\xff\xfea\0", ["1:1 not-utf8"]),
        (b"\xfe\xff\0a", ["1:1 not-utf8"]),
        (b"\xef\xbb", ["1:1 not-utf8"]),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, expected: list[str]) -> None:
    assert read(data)[1] == expected


def test_a_large_file_is_not_looked_at() -> None:
    assert read(b"\0" * 11, Limits(text_bytes=10)) == ("", ["1:1 file-too-large"])
    assert read(b"a" * 10, Limits(text_bytes=10)) == ("a" * 10, [])


def test_long_lines() -> None:
    limits = Limits(line_characters=5)
    assert read("abcde\nabcdef\n\nabcdefg", limits)[1] == ["2:6 line-too-long", "4:6 line-too-long"]
    assert read("é" * 5, limits)[1] == []


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    source, findings = read_source("x", data, LIMITS)
    source.text.encode()
    assert "\r" not in source.text
    again, more = read_source("x", source.text.encode(), LIMITS)
    assert more == [] and again.text == source.text
    if not findings:
        assert source.text == data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("start", "end", "line", "column", "width"),
    [
        (0, None, 1, 1, 1),
        (0, 2, 1, 1, 2),
        (3, 5, 2, 1, 2),
        (3, 99, 2, 1, 3),
        (2, 4, 1, 3, 1),
        (6, None, 2, 4, 1),
        (7, None, 3, 1, 1),
        (-4, None, 1, 1, 1),
        (8, None, 4, 1, 1),
        (99, None, 4, 3, 1),
    ],
)
def test_places(start: int, end: int | None, line: int, column: int, width: int) -> None:
    assert Source("x", "ab\ncde\n\nfg").place(start, end) == Place("x", line, column, width)


def test_there_is_no_place_after_the_last_line() -> None:
    assert Source("x", "ab\n").place(3) == Place("x", 1, 3)
    assert Source("x", "\n").place(1) == Place("x", 1, 1)
    assert Source("x", "").place(5) == Place("x", 1, 1)


@given(st.text(st.sampled_from("a\né")), st.data())
def test_a_place_is_a_way_back(text: str, data: st.DataObject) -> None:
    if not text:
        return
    index = data.draw(st.integers(0, len(text) - 1))
    place = Source("x", text).place(index)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1 == index


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers())
def test_a_source_that_was_put_aside_is_the_same(text: str, start: int) -> None:
    source, again = Source("x", text), Source("x", None, text.encode())
    place = source.place(start)
    source.release()
    assert source.text == again.text == text and source.utf8 == again.utf8
    assert source.place(start) == again.place(start) == place


def test_a_file_in_another_encoding_is_told_by_a_few_of_its_letters() -> None:
    text = "L’été à la plage.\n" * 80
    source, findings = read_source("x", text.encode("cp1252"), Limits())
    assert [f.place.line for f in findings] == [1, 1, 1]
    assert findings[-1].more == 80 * 3 - 3
    assert "237 more" in findings[-1].found("en") and "line 80" in findings[-1].found("en")
    assert source.text.count("\n") == 80


def test_a_flood_of_hidden_characters_is_counted() -> None:
    _, findings = read_source("x", ("a\u200b" * 1_000 + "\n").encode() * 60, Limits())
    assert len(findings) == 20 and findings[-1].more >= 59_000
