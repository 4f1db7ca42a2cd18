"""The text of a body is typeset; tags, attributes, code and marks of notes are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fp_build.publishing.typesetting import typeset_html
from publishing.test_body import html

TAGS = re.compile(r"<[^>]*>")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("<p>Oui ! Non?</p>", "<p>Oui\u202f! Non\u202f?</p>"),
        ("<p>l'<em>eau</em> !</p>", "<p>l’<em>eau</em>\u202f!</p>"),
        ("<p>« <strong>mot</strong> »</p>", "<p>«\u00a0<strong>mot</strong>\u00a0»</p>"),
        ("<p>un mot&nbsp;;</p>", "<p>un mot\u202f;</p>"),
        ("<p>R&amp;D, a &lt; b ; c</p>", "<p>R&amp;D, a &lt; b\u202f; c</p>"),
        ("<p>le prix</p>\n<p>: cent</p>", "<p>le prix</p>\n<p>: cent</p>"),
        ("<li>12 km</li><li>000</li>", "<li>12\u00a0km</li><li>000</li>"),
        (
            '<p>mot<sup class="fp-note"><a href="#note-1">1</a></sup> ; 5 %</p>',
            '<p>mot<sup class="fp-note"><a href="#note-1">1</a></sup>\u202f; 5\u00a0%</p>',
        ),
    ],
)
def test_text(typed: str, printed: str) -> None:
    assert typeset_html(typed, "fr") == printed


@pytest.mark.parametrize(
    "kept",
    [
        '<p><code>l\'a ! "b" ...</code></p>',
        '<pre><code class="language-css">a: l\'b !\n"c" ;</code></pre>',
        '<p><a href="https://x.org/l\'a?b=;!" title="l\'a > b ; c">ici</a></p>',
        '<p><img src="l\'a.png" alt="l\'a ; &quot;b&quot; ?"></p>',
    ],
)
def test_what_is_not_text(kept: str) -> None:
    assert typeset_html(kept, "fr") == kept


def test_a_body_is_typeset_in_its_language() -> None:
    assert html('L\'eau : "claire" !') == "<p>L’eau\u00a0: «\u00a0claire\u00a0»\u202f!</p>"
    assert '<h2 id="h-l-eau">L’eau\u202f?</h2>' in html("## L'eau ?")
    assert html("l'`a !` et <https://x.org/l'a> !").endswith("l'a</a>\u202f!</p>")


@given(st.text())
def test_tags_stay_as_they_are(text: str) -> None:
    whole = html(text)
    assert typeset_html(whole, "fr") == whole
    assert TAGS.findall(typeset_html(whole, "en")) == TAGS.findall(whole)
