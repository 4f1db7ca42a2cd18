"""The form of the files that programs read."""

from __future__ import annotations

import pytest

from fp_build.publishing.feeds import ATOM
from fp_build.publishing.forms import form_of, has_form, sitemap_links, style_links

FEED = (
    f'<feed xmlns="{ATOM}"><id>a</id><title>T</title><updated>2026-01-01T00:00:00Z</updated>'
    "<author><name>N</name></author><entry><id>b</id><title>U</title>"
    "<updated>2026-01-01T00:00:00Z</updated></entry></feed>"
)
CALENDAR = "\r\n".join(
    (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:1",
        "DTSTART;VALUE=DATE:1", "SUMMARY:une", " suite", "END:VEVENT", "END:VCALENDAR", "",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("file", "text", "rows"),
    [
        ("a.json", '[{"a": 1}, {}]', 2),
        ("a.json", "{}", 0),
        ("a.csv", '\ufeffa,b\r\n"x\ny",2\r\n3,4\r\n', 2),
        ("a.atom", FEED, 0),
        ("a.xml", "<a/>", 0),
        ("a.ics", CALENDAR, 0),
        ("a.png", "", 0),
    ],
)
def test_a_file_as_it_should_be(file: str, text: str, rows: int) -> None:
    assert form_of(file, text.encode()) == ("", rows)
    assert has_form(file) is not file.endswith("png")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.json", "[1"),
        ("a.json", ""),
        ("a.csv", "a,b\r\n1\r\n"),
        ("a.csv", 'a,b\r\n"1,2\r\n'),
        ("a.xml", "<a>"),
        ("a.atom", FEED[:-1]),
        ("a.atom", FEED.replace("<id>b</id>", "")),
        ("a.atom", FEED.replace("<title>T</title>", "<title/>")),
        ("a.atom", FEED.replace("author", "writer")),
        ("a.atom", FEED.replace(ATOM, "urn:x")),
        ("a.ics", CALENDAR[:-2]),
        ("a.ics", CALENDAR.replace("\r\n", "\n")),
        ("a.ics", CALENDAR.replace("UID:1\r\n", "")),
        ("a.ics", CALENDAR.replace("END:VEVENT\r\n", "")),
        ("a.ics", CALENDAR.replace("END:VCALENDAR\r\n", "")),
        ("a.ics", CALENDAR.replace("une", "é" * 40)),
        ("a.ics", "X:1\r\n" + CALENDAR),
    ],
)
def test_a_file_that_is_not(file: str, text: str) -> None:
    assert form_of(file, text.encode()).fault


def test_what_style_sheets_and_sitemaps_name() -> None:
    style = b"a{b:url(../x.woff2)}c{d:url('y.svg')}e{f:url(data:image/png;base64,x)}g{h:url(#i)}"
    assert style_links(style) == ["../x.woff2", "y.svg"]
    assert sitemap_links(b"<loc>https://a/?b&amp;c</loc><loc>d</loc>") == ["https://a/?b&c", "d"]
