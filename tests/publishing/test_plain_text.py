"""The text of a page out of its HTML."""

from __future__ import annotations

import pytest

from fp_build.publishing.plain_text import Passage, passages


def texts(html: str) -> list[str]:
    return [passage.text for passage in passages(html)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Un</p><p>Deux</p>", ["Un", "Deux"]),
        ("<p>Le <strong>m</strong>ot<br>et\n  la suite</p>", ["Le mot et la suite"]),
        ("<ul><li>Un</li><li><p>Deux</p></li></ul>", ["Un", "Deux"]),
        ("<table><tr><th>A</th><td>1</td></tr></table>", ["A", "1"]),
        ("<p>1<sup>er</sup> mai</p>", ["1er mai"]),
        ('<p>Cité<sup class="fp-note"><a href="#note-1">1</a></sup>.</p>', ["Cité."]),
        ("<p>A &lt;script&gt; &amp; B</p>", ["A <script> & B"]),
        ('<p title="a > b">Texte</p>', ["Texte"]),
        ("<p>a<!-- non -->b</p>", ["ab"]),
        ("avant<p>dedans</p>après", ["avant", "dedans", "après"]),
        ("<p>10\u202f% et 2\u00a0fois</p>", ["10\u202f% et 2\u00a0fois"]),
        ('<svg><path d=""/><title>x</title></svg><p>y</p>', ["y"]),
        ("<p> </p>", []),
        ("", []),
    ],
)
def test_passages(html: str, found: list[str]) -> None:
    assert texts(html) == found


def test_headings_are_told_from_text() -> None:
    assert passages("<h2 id='x'>Titre</h2><p>Texte</p><hr>fin") == [
        Passage("Titre", heading=True),
        Passage("Texte"),
        Passage("fin"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<ul data-unsought><li>a</li><li><ul><li>b</li></ul></li></ul>",
        "<nav><p>a</p></nav>",
        "<script>a < b && c > d</script>",
        "<style>p { color: red }</style>",
        '<a class="fp-permalink" href="#x">Lien</a>',
    ],
)
def test_what_is_left_out(html: str) -> None:
    assert texts(f"<p>avant</p>{html}<p>après</p>") == ["avant", "après"]
