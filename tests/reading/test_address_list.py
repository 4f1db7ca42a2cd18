"""The list of published addresses: any bytes are a list, and extending it throws none away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_memory import LIMITS

from fp_build.reading.address_list import HEAD, AddressList, read_address_list

PATH = "cases/_addresses.txt"


def read(text: str) -> AddressList:
    listed, findings = read_address_list(PATH, text.encode(), LIMITS)
    assert findings == []
    return listed


def faults(data: bytes) -> list[tuple[int, str]]:
    found = read_address_list(PATH, data, LIMITS)[1]
    return [(finding.place.line, finding.rule.id) for finding in found]


def test_each_line_is_an_address_with_its_place() -> None:
    listed = read("# Une liste.\n\n/\n/catalogue/x/\r\n  /agenda.ics  \n/ma page/\n/été/\n")
    assert list(listed.lines) == ["/", "/catalogue/x/", "/agenda.ics", "/ma page/", "/été/"]
    place = listed.place("/agenda.ics")
    assert (place.path, place.line, place.column, place.width) == (PATH, 5, 1, 11)


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< main", "=======", ">>>>>>> x", "catalogue/x/", "https://example.org/fp/", "//x/",
        "/a//b/", "/../x", "/x/..", "/./x", "/a?b", "/a#b", "/a%20b", "/a\\b", "/a /b", "/a\tb",
        "/<b>", "/catalogue/page/2/", "/en/catalogue/theme/x/page/3/", "/catalogue/year/2013/",
        "/en/catalogue/year/2013/page/2/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_found_at_its_line(line: str) -> None:
    assert faults(f"/x/\n{line}\n/y/\n".encode()) == [(2, "bad-listed-address")]
    listed, _ = read_address_list(PATH, f"/x/\n{line}\n/y/\n".encode(), LIMITS)
    assert list(listed.lines) == ["/x/", "/y/"]


@pytest.mark.parametrize(
    "line", ["/page/2/", "/contribuer/page/2/", "/catalogue/year/", "/catalogue/page-blanche/"]
)
def test_a_page_that_is_only_called_so_is_kept(line: str) -> None:
    assert list(read(f"{line}\n").lines) == [line]


def test_a_file_of_another_kind_is_told_in_short() -> None:
    _, findings = read_address_list(PATH, b"x\n" * 10_000, LIMITS)
    assert len(findings) == LIMITS.findings
    assert (findings[-1].arguments["more"], findings[-1].arguments["last"]) == (
        10_000 - LIMITS.findings,
        10_000,
    )


def test_damaged_bytes_are_found_where_they_stand() -> None:
    rules = {rule for _, rule in faults(b"/x/\n/\xff/\n")}
    assert rules == {"not-utf8", "bad-listed-address"}


def test_a_list_may_be_larger_than_a_record() -> None:
    text = "".join(f"/catalogue/{'x' * 50}-{n}/\n" for n in range(20_000))
    assert len(text) > LIMITS.text_bytes
    assert len(read(text).lines) == 20_000


def test_extending_keeps_all_and_sorts() -> None:
    listed = read("# Notre liste.\n\n/b/\n# Imprimée en 2014.\n/a/\n")
    assert listed.extended(["/c/", "/b/"]) == (
        "# Notre liste.\n\n# Imprimée en 2014.\n/a/\n/b/\n/c/\n"
    )


def test_a_list_that_begins_says_what_it_is_in_both_languages() -> None:
    text = AddressList(PATH).extended(["/x/"])
    assert text == f"{HEAD}\n/x/\n"
    assert "fp addresses --accept" in HEAD
    assert "publiées" in HEAD
    assert "published" in HEAD


def test_accents_taken_apart_are_the_same_address() -> None:
    assert list(read("/e\u0301te\u0301/\n/été/\n").lines) == ["/été/"]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    listed, findings = read_address_list(PATH, data, LIMITS)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= finding.place.line <= lines for finding in findings)
    again, _ = read_address_list(PATH, listed.extended([]).encode(), LIMITS)
    assert again.lines.keys() == listed.lines.keys()
