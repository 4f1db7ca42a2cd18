"""Tables of editorial pages hold no styles."""

from __future__ import annotations

from markdown import Markdown

from fp_build.doors.mkdocs.alignment import Alignment

TABLE = "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 { .x } | 2 | 3 | 4 { .x } |\n"


def test_cells_are_aligned_by_a_class() -> None:
    html = Markdown(extensions=["tables", "attr_list", Alignment()]).convert(TABLE)
    assert "style" not in html
    assert "<th>a</th>\n<th>b</th>\n" in html
    assert '<th class="fp-centre">c</th>\n<th class="fp-number">d</th>' in html
    assert '<td class="x">1</td>' in html and '<td class="x fp-number">4</td>' in html


def test_what_an_author_writes_stays_to_be_told() -> None:
    text = "| a |\n|--:|\n| 1 { style='color: red' } |\n"
    html = Markdown(extensions=["tables", "attr_list", Alignment()]).convert(text)
    assert 'style="color: red"' in html
