"""What is unusual in a page of the team."""

from __future__ import annotations

import pytest

from fp_build.judging.unusual import is_worth_a_look, judge_html
from fp_build.reading.source import Source

OWN = "https://example.org/fp/"


def found(typed: str, html: str | None = None) -> list[tuple[int, int, str]]:
    """Line, column and what was found, in a page that comes to what was typed."""
    html = typed if html is None else html
    if not is_worth_a_look(html):
        return []
    findings = judge_html(Source("docs/fr/x.md", typed), html, OWN)
    return [(f.place.line, f.place.column, f.arguments["what"]) for f in findings]


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("<script>1</script>", "<script"),
        ("<SCRIPT SRC=x></SCRIPT>", "<script"),
        ("<style>p{}</style>", "<style"),
        ('<iframe src="https://a.org"></iframe>', "<iframe"),
        ("<object data=x></object>", "<object"),
        ("<embed src=x>", "<embed"),
        ("<base href=/>", "<base"),
        ('<p onclick="x()">', "onclick"),
        ("<svg onload=x>", "onload"),
        ('<p style="color: red">', "style"),
        ('<a href="javascript:x">', "javascript:x"),
        ('<a href=" JavaScript:x">', " JavaScript:x"),
        ('<a href="java&#10;script:x">', "java\nscript:x"),
        ('<a href="data:text/html,x">', "data:text/html,x"),
        ('<svg><a xlink:href="javascript:x">', "javascript:x"),
        ('<img src="https://a.org/x.png">', "https://a.org/x.png"),
        ('<img src="//a.org/x.png">', "//a.org/x.png"),
        ('<img src="data:image/png;base64,x">', "data:image/png;base64,x"),
        ('<img src="x.png" srcset="x.png 1x, https://a.org/x 2x">', "x.png 1x, https://a.org/x 2x"),
        ('<video poster="https://a.org/x">', "https://a.org/x"),
        ('<link rel="stylesheet" href="https://a.org/x.css">', "https://a.org/x.css"),
        ('<form action="https://a.org/">', "https://a.org/"),
        ('<button formaction="//a.org/">', "//a.org/"),
        ('<a href="x" ping="/y">', "/y"),
        ('<svg><set attributeName="href" to="javascript:x">', "<set"),
        ('<meta http-equiv="refresh" content="0; url=https://a.org">', "<meta"),
    ],
)
def test_what_is_unusual(typed: str, what: str) -> None:
    assert [each for _, _, each in found(f"Un texte.\n\n{typed}\n")] == [what]


@pytest.mark.parametrize(
    "typed",
    [
        'Un [lien](https://a.org) et <a href="https://a.org">un autre</a>.',
        '<a href="mailto:a@example.org">a</a> <a href="#x">b</a> <a href="../x/">c</a>',
        '<img src="x.png" alt=""> <img src="../a/x.png" srcset="a.png 1x, b.png 2x" alt="">',
        f'<img src="{OWN}x.png" alt="">',
        '<form action="../catalogue/"><button>b</button></form>',
        '<p><code>&lt;script&gt;</code> onclick= style= javascript: data:</p>',
        '<span lang="en">one = two</span> <abbr title="on x = y">z</abbr>',
        '<details><summary>a</summary>b</details>',
    ],
)  # fmt: skip
def test_what_is_usual(typed: str) -> None:
    assert found(typed) == []


def test_it_is_told_where_it_was_typed() -> None:
    typed = "# Un\n\nDeux <b onclick=x>trois</b>.\n\n- ![a](https://a.org/a.png)\n\n{ onclick=y }\n"
    html = (
        "<h1>Un</h1><p>Deux <b onclick=x>trois</b>.</p>"
        '<img alt="a" src="https://a.org/a.png"><p onclick="y">'
    )
    assert found(typed, html) == [
        (3, 9, "onclick"), (5, 8, "https://a.org/a.png"), (7, 3, "onclick"),
    ]  # fmt: skip


def test_code_is_passed_over() -> None:
    typed = "`<script>` et\n\n```\n<script>\n```\n\n<script>x</script>\n"
    html = "<code>&lt;script&gt;</code><pre>&lt;script&gt;</pre><script>x</script>"
    assert found(typed, html) == [(7, 1, "<script")]


def test_what_was_typed_otherwise_has_a_place_too() -> None:
    assert found("Un texte.", "<p onclick=x>") == [(1, 1, "onclick")]


@pytest.mark.parametrize("start", ["<![foo[", "<![", "<!ELEMENT x", "<?php x", "</", "<!", "<a b="])
def test_what_is_no_html_stops_nobody(start: str) -> None:
    assert found(f"<p>a {start} > b</p><p onclick=x>")[-1][2] == "onclick"


def test_a_drawing_may_have_styles_and_nothing_else() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style>'
        '<path style="fill: red" onclick="x"/><image href="https://a.org/x.png"/></svg>'
    )
    findings = judge_html(Source("docs/x.svg", drawing), drawing, OWN, is_drawing=True)
    assert [f.arguments["what"] for f in findings] == ["onclick", "https://a.org/x.png"]


@pytest.mark.parametrize("part", ["<a ", "<a b='", "<!--", "<![", "`", "<", "<p onclick=x>"])
def test_what_is_never_closed_takes_no_time(part: str) -> None:
    """``html.parser`` takes a minute for the first two."""
    assert len(found(f"<script>{part * 20_000}")) <= 50
