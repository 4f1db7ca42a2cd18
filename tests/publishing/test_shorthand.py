"""Columns in few characters, and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.publishing.shorthand import terms_in, terms_text, titles_in, titles_text

TITLES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=80)


@given(st.lists(st.lists(st.integers(0, 5000), max_size=6)))
def test_terms_come_back(records: list[list[int]]) -> None:
    assert terms_in(terms_text(records)) == [tuple(numbers) for numbers in records]


@given(st.lists(TITLES).map(sorted))
def test_titles_come_back(titles: list[str]) -> None:
    assert titles_in(titles_text(titles)) == titles


def test_terms_are_a_character_each_that_json_leaves_alone() -> None:
    text = terms_text([range(300)])
    assert len(text) == 301
    assert json.dumps(text, ensure_ascii=False) == f'"{text}"'
    assert text[:57].isascii() and text[0] == "#" and text[57] == "¡"


@pytest.mark.parametrize(
    ("titles", "text"),
    [
        ([], ""),
        (["Un été", "Un étang", "Une île"], "#Un été\n(ang\n%e île"),
        (["🐢 a", "🐢 b"], "#🐢 a\n#🐢 b"),  # a browser counts that as two characters
    ],
)
def test_a_title_says_where_it_leaves_the_one_before(titles: list[str], text: str) -> None:
    assert titles_text(titles) == text
