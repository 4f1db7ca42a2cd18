"""What authors mean by dates, numbers and addresses that are not written as they should be."""

from __future__ import annotations

import pytest
from ends import ends

from fp_build.words.meant import meant_address, meant_date, meant_moment, meant_number


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 mars 2026", "2026-03-12"),
        ("12\u00a0mars\u00a02026", "2026-03-12"),
        ("1er avril 2014", "2014-04-01"),
        ("Mardi 9 mars 2027", "2027-03-09"),
        ("9 March 2027", "2027-03-09"),
        ("March 9th, 2027", "2027-03-09"),
        ("août 2014", "2014-08"),
        ("sept. 2014", "2014-09"),
        ("juil. 2014", "2014-07"),
        ("31/01/2027", "2027-01-31"),
        ("3.4.2027", "2027-04-03"),
        ("2027/1/9", "2027-01-09"),
        ("2014-5", "2014-05"),
        ("05/2014", "2014-05"),
        ("20140512", "2014-05-12"),
        ("« 2014 »", "2014"),
        ("2026-10-01 09:00", "2026-10-01"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, date: str) -> None:
    assert meant_date(text) == [date]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("9 mars 2027 à 9h30", "2027-03-09 09:30"),
        ("9 mars 2027 à 9 h", "2027-03-09 09:00"),
        ("2027-03-09T14:30", "2027-03-09 14:30"),
        ("2027-03-09 9:30", "2027-03-09 09:30"),
        ("09/03/2027, 18h05", "2027-03-09 18:05"),
        ("9 mars 2027", "2027-03-09"),
        ("mars 2027", "2027-03"),
    ],
)
def test_a_moment_keeps_its_time(text: str, moment: str) -> None:
    assert meant_moment(text) == [moment]


@pytest.mark.parametrize(
    "text",
    [
        "", "bientôt", "printemps 2014", "31/02/2027", "13/13/2027", "ju 2014", "12/03", "9h30",
        "2027-03-09T09:30Z", "9 mars 2027 à 25h", "du 9 au 12 mars 2027", "9 mars 27",
    ],
)  # fmt: skip
def test_what_may_mean_anything_is_not_guessed(text: str) -> None:
    assert meant_date(text) == [] or text.endswith("25h")
    assert meant_moment(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 200", ["1200"]), ("1\u202f250\u00a0000,5", ["1250000.5"]), ("12,5", ["12.5"]),
        ("30 %", ["30"]), ("010", ["10"]), ("1,250", []), ("une centaine", []), ("1.5 M", []),
    ],
)  # fmt: skip
def test_a_number_without_its_spaces(text: str, number: list[str]) -> None:
    assert meant_number(text) == number


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.example.org/a?b", ["https://www.example.org/a?b"]),
        ("“https://example.org/lettre”", ["https://example.org/lettre"]),
        ("<http://localhost/x>", ["http://localhost/x"]),
        ("https://example.org/un rapport.pdf", ["https://example.org/un%20rapport.pdf"]),
        ("https://exam ple.org/rapport.pdf", []),
        ("marie@example.org", []),
        ("oui, sur Teams", []),
        ("javascript:alert(1)", []),
    ],
)
def test_an_address_whole_and_bare(text: str, address: list[str]) -> None:
    assert meant_address(text) == address


@pytest.mark.parametrize("text", ["9" * 10**6, "9 " * 10**6, "a." * 10**6, "“" * 10**6])
def test_a_long_text_takes_no_time(text: str) -> None:
    with ends():
        for guess in (meant_date, meant_moment, meant_number, meant_address):
            assert guess(text) == []
