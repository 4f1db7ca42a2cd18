"""The body of a record as HTML: what it becomes, and that nothing harmful comes out."""

from __future__ import annotations

import re
from typing import Any, Final

import html5lib
import pytest
from hypothesis import strategies as st
from in_memory import judged, picture, property_of

import fp_build.publishing.body as body_module
from fp_build.publishing.body import Body, Heading, first_paragraph, headings_of, render_body
from fp_build.publishing.views import Picture, Said
from fp_build.reading.outline import Outline, read_outline
from fp_build.reading.source import Source

SECTIONS: Final = {"La situation": "situation", "Le contexte": "situation", "Résultats": "results"}
LABELS: Final = {"situation": "La situation", "results": "Les résultats & <effets>"}
FILES: Final = {
    "plan.png": Picture("../plan.png", Said("")),
    "vue.jpg": Picture(
        "../vue-960.webp", Said(""), width=2000, height=1500, sizes="94vw",
        srcset="../vue-480.webp 480w, ../vue-960.webp 960w",
    ),
}  # fmt: skip


def section(words: str) -> tuple[str, str] | None:
    known = SECTIONS.get(words)
    return (known, LABELS[known]) if known else None


def link(target: str) -> str | None:
    if target.startswith("case:"):
        slug = target.removeprefix("case:")
        return f"../{slug}/" if slug == "essai" else None
    return target


def render(text: str, *, citable: tuple[str, ...] = ("un", "deux")) -> Body:
    outline = read_outline(Source("x.md", text), 0)
    return render_body(
        outline,
        headings=headings_of(outline, section),
        citable=citable,
        link=link,
        picture=FILES.get,
        note_label="Source",
        language="fr",
    )


def html(text: str) -> str:
    return str(render(text).html).strip()


@pytest.mark.parametrize(
    ("info", "opening"),
    [
        ("", "<code>"),
        ("python", '<code class="language-python">'),
        ("c++", '<code class="language-c++">'),
        ("x&#10;fp-hidden", "<code>"),
        ("x&#9;fp-hidden", "<code>"),
        ("x&nbsp;y", "<code>"),
        ("é", "<code>"),
    ],
)
def test_a_fence_gives_its_code_no_class_but_the_language(info: str, opening: str) -> None:
    assert html(f"```{info}\nx\n```") == f"<pre>{opening}x\n</code></pre>"


# Headings


def test_a_section_has_the_id_and_the_label_of_the_vocabulary() -> None:
    body = render("## Le contexte\n\n## Résultats\n")
    assert body.headings == (
        Heading(2, "s-situation", "La situation", True),
        Heading(2, "s-results", "Les résultats & <effets>", True),
    )
    assert (
        '<div class="fp-heading"><h2 id="s-situation">La situation</h2><a class="fp-permalink"'
        ' href="#s-situation" aria-labelledby="fp-link-to s-situation"></a></div>' in body.html
    )
    assert '<h2 id="s-results">Les résultats &amp; &lt;effets&gt;</h2>' in body.html


def test_other_headings_are_named_by_their_words_and_keep_their_marks() -> None:
    body = render("### L’été *dernier* & après\n")
    assert body.headings == (Heading(3, "h-l-ete-dernier-apres", "L’été dernier & après"),)
    assert '<h3 id="h-l-ete-dernier-apres">L’été <em>dernier</em> &amp; après</h3>' in body.html


def test_a_section_is_one_at_level_two_only() -> None:
    (heading,) = render("### Résultats\n").headings
    assert heading.id == "h-resultats" and not heading.is_section


def test_repeated_headings_are_numbered() -> None:
    text = "## Le contexte\n\n### Oui\n\n### Oui\n\n### Oui 2\n\n## La situation\n\n### Oui\n"
    ids = [heading.id for heading in render(text).headings]
    assert ids == ["s-situation", "h-oui", "h-oui-2", "h-oui-2-2", "s-situation-2", "h-oui-3"]
    assert re.findall(r'id="([^"]+)"', html(text)) == ids


@pytest.mark.parametrize("text", ["## \n", "## ###\n", "### 日本\n", "### 😀\n", "##\n"])
def test_a_heading_without_letters_has_an_id_all_the_same(text: str) -> None:
    body = render(text)
    assert all(heading.id.startswith("h-") for heading in body.headings)
    assert body.html.count(' id="') == len(body.headings) == 1


def test_a_long_heading_has_a_short_id() -> None:
    (heading,) = render("### " + "mot " * 100).headings
    assert len(heading.id) <= 62


# Citations


def test_citations_are_numbered_by_first_use() -> None:
    body = render("a[^deux] b[^un] c[^deux]\n")
    assert body.cited == ("deux", "un")
    notes = re.findall(r'href="#note-(\d)"', body.html)
    assert notes == ["1", "2", "1"]


def test_only_the_first_mark_is_one_to_come_back_to() -> None:
    text = html("a[^un] b[^un] c[^deux]\n")
    assert re.findall(r' id="(ref-\d)"', text) == ["ref-1", "ref-2"]
    assert text.count('aria-label="Source 1"') == 2


def test_an_unknown_citation_is_shown_as_typed() -> None:
    body = render("a[^trois] b[^un]\n")
    assert "a[^trois]" in body.html
    assert body.cited == ("un",)


@pytest.mark.parametrize("name", ["a&b", 'a"b', "<b>", "é", "x y"])
def test_a_citation_of_any_name_is_harmless(name: str) -> None:
    body = render(f"a[^{name}]\n")
    assert body.cited == ()
    assert tags_of(body) <= {"p"}


def test_a_note_typed_in_the_body_adds_no_citation_of_its_own() -> None:
    body = render("a[^un]\n\n[^un]: le texte de la note\n")
    assert body.cited == ("un",)


# Tables, pictures, links


def test_a_table_can_be_scrolled_from_the_keyboard() -> None:
    text = html("| a | b |\n|:--|--:|\n| 1 | 2 |\n")
    assert text.startswith('<div class="fp-table" tabindex="0" role="group"><table>')
    assert text.endswith("</table></div>")


def test_a_cell_is_aligned_by_its_class() -> None:
    text = html("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n")
    assert "<th>a</th>" in text and "<td>1</td>" in text
    assert '<th class="fp-number">b</th>' in text and '<td class="fp-number">2</td>' in text
    assert '<td class="fp-centre">3</td>' in text and "style" not in text


def test_a_picture_of_the_record_is_loaded_when_seen() -> None:
    assert html("![Le *plan*](plan.png)") == (
        '<p><img loading="lazy" decoding="async" src="../plan.png" alt="Le plan"></p>'
    )


def test_a_picture_of_a_text_keeps_its_place_and_leaves_the_choice() -> None:
    text = html('![La vue](vue.jpg "Un titre")')
    assert text == (
        '<p><img loading="lazy" decoding="async" width="2000" height="1500" '
        'srcset="../vue-480.webp 480w, ../vue-960.webp 960w" sizes="94vw" '
        'src="../vue-960.webp" alt="La vue" title="Un titre"></p>'
    )


@pytest.mark.parametrize("target", ["autre.png", "https://example.org/x.png", "../plan.png", ""])
def test_a_picture_from_elsewhere_is_not_loaded(target: str) -> None:
    text = html(f"![Le plan]({target})")
    assert "src=" not in text
    assert 'alt="Le plan"' in text


def test_links_to_records_are_resolved() -> None:
    assert 'href="../essai/"' in html("[x](case:essai)")


def test_a_link_to_an_unknown_record_leads_nowhere() -> None:
    assert html("[x](case:rien)") == "<p><a>x</a></p>"


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
               "file:///etc/passwd", "&#106;avascript:alert(1)"],
)  # fmt: skip
def test_dangerous_addresses_are_left_out(target: str) -> None:
    assert html(f"[x](<{target}>)") == "<p><a>x</a></p>"


@pytest.mark.parametrize(
    "target", ["https://example.org/?a=1&b=2", "mailto:a@example.org", "tel:+33"]
)
def test_usual_addresses_stay(target: str) -> None:
    assert f'href="{target.replace("&", "&amp;")}"' in html(f"[x]({target})")


# Raw HTML


@pytest.mark.parametrize("raw", ["<b>x</b>", "a <br> b", "<!-- x -->", "<script>alert(1)</script>"])
def test_a_body_with_raw_html_is_shown_as_typed(raw: str) -> None:
    body = render(f"## La situation\n\n{raw}\n")
    assert body.headings == () and body.cited == ()
    assert tags_of(body) == {"pre"}
    (pre,) = parsed(body).iter("pre")
    assert raw in "".join(pre.itertext())


def test_code_may_hold_anything() -> None:
    text = html("`<script>` et\n\n```html\n<table><img src=x onerror=alert(1)>\n```\n")
    assert "&lt;script&gt;" in text and "&lt;table&gt;&lt;img src=x" in text
    assert "fp-table" not in text


def test_the_words_of_a_mark_may_look_like_one() -> None:
    assert "<h2" not in html("`<h2>x</h2>`")
    assert "<sup" not in html('`<sup class="footnote-reference"><a href="#un">1</a></sup>`')


# Whatever is typed

PIECES: Final = (
    "# ", "## ", "### ", "####### ", "La situation", "Résultats", "\n", "\n\n", "- ", "1. ", "> ",
    "*", "**", "_", "`", "```", "~~~", "~~", "|", "|--|--|", "|:-:|", "    ", "\t", "\\", "[", "]",
    "(", ")", "![", "[x](", "](", "<", ">", "&", "&lt;", "&#x6a;", "&#0;", '"', "'", "[^un]", "[^",
    "[^deux]: ", "javascript:", "data:text/html,", "case:essai", "case:essai#results",
    "plan.png", "https://example.org/", "<https://example.org/>", "<a@example.org>", "onload=",
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>", "<!--", "-->",
    "<![CDATA[", "<?php ", "<iframe>", "style=", "{{ x }}", "{% x %}", "fpslot0content0", "\0",
    "\u202e", "\ufeff", "é", "日本", "👩\u200d💻", "---", "***", "===",
    "[r]: javascript:x\n", "[r]", "[^<b>]",
    '[x](x "a" onclick="y")', '![x](plan.png "t\\"><script>")',
    "<h2>", "</h2>", "<table>",
    '<sup class="footnote-reference"><a href="#un">1</a></sup>',
)  # fmt: skip

ALLOWED: Final = {
    "a", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "img", "li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip


@property_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=200),
    examples=400,
)
def _safe(text: str) -> None:
    body = render(text)
    for element in parsed(body).iter():
        assert element.tag in ALLOWED, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            if name in ("href", "src"):
                scheme = re.match(r"\s*([a-zA-Z][\w+.-]*):", value)
                assert scheme is None or scheme[1].lower() in ("https", "http", "mailto", "tel")
            assert name != "style"
    ids = [element.get("id") for element in parsed(body).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {heading.id for heading in body.headings if heading.level > 1} <= set(ids)
    assert all(source in ("un", "deux") for source in body.cited)


test_nothing_harmful_comes_out, test_nothing_harmful_comes_out_at_length = _safe


MADE: Final = (
    "[x](https://a.example/?a=1&b=\"2\" 'ti\"tle')", "[x](mailto:a@b 'c')", "[x](tel:1)",
    "[x](#s-a)",
    "[x](javascript:alert(1))", "[x](java&Tab;script:x)", "[x](//evil.example)", "[x](<a b>)",
    "![a\"b](plan.png \"t\")", "![a](https://e.example/y.png)", "&#x202e;", "&#0;",
    "&lt;b&gt;",
    "&quot;", "&nbsp;", "&zwj;", "`<b>`", "``` x\" onload=y\n<b>\n```\n",
    "    <b>\n", "| a | b |\n",
    "|:-|-:|\n", "[^un]", "[^autre]", "[^un]: note\n", "# T\n", "## T *e* `c`\n",
    "- a\n", "7) b\n",
    "- [ ] t\n", "> q\n", "***a***", "~~b~~", "---\n", "\n", "\n\n", " ", "  \n", "a", "*", "_",
    "[", "](",
    ")", "<", "<b>", "<!--", "&", "<https://a.example/\">", "<a@b.example>",
    "<javascript:x>", "[r]",
    "[r]: https://a.example 'x'\n", "[case](case:essai)", "<svg", "&#x3c;b&#x3e;", "<plaintext>",
)  # fmt: skip


@property_of(st.lists(st.sampled_from(MADE), max_size=9).map("".join), examples=100)
def _same(text: str) -> None:
    """A body is right only if nothing has to be taken out of it: what the sanitiser would change is
    an error with its place, and none is ever mended behind its author's back."""
    front = ["---", "kind: project", "status: published", "title: T", "summary: S"]
    front += ["media: [{id: plan, file: plan.png, alt: A, credit: C}]"]
    front += ["sources: [{id: un, title: T, publisher: P, match: stated}]", "---", text]
    judgement = judged({"autre/index.fr.md": "\n".join(front), "autre/plan.png": picture()})
    record = judgement.records["autre"]
    outline = record.source.outline
    found = [f for f in judgement.findings if f.place.line >= len(front) and f.rule.id in HARM]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body_module, "typeset_html", lambda html, _: html)
        clean = rendered(outline)
        patch.setattr(body_module, "_cleaned", lambda html, *_, **__: html)
        patch.setattr(body_module, "_DIRECTIONS", "")
        raw = rendered(outline)
    same = html5lib.serialize(parsed(raw)) == html5lib.serialize(parsed(clean))
    assert same or found, (raw.html, clean.html)


HARM: Final = {
    "raw-html", "forbidden-link", "picture-elsewhere", "heading-at-top", "note-in-text",
    "bidi-control", "control-character", "invisible-character",
}  # fmt: skip
"""The rules against what the sanitiser takes out."""

test_nothing_is_taken_out_in_silence, test_nothing_is_taken_out_in_silence_at_length = _same


def rendered(outline: Outline) -> Body:
    return render_body(
        outline,
        headings=headings_of(outline, lambda _: None),
        citable={"un"},
        link=lambda target: "/x/" if target.startswith("case:") else target,
        picture=lambda name: Picture(name, Said("")) if name == "plan.png" else None,
        note_label="note",
        language="fr",
    )


def parsed(body: Body) -> Any:
    """The body as a browser reads it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(f"<!doctype html><body><main>{body.html}</main>").find("body")
    main = root.find("main")
    assert [child.tag for child in root] == ["main"], "the body ended the element around it"
    main.tag = "div"
    return main


def tags_of(body: Body) -> set[str]:
    return {element.tag for element in list(parsed(body).iter())[1:]}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "## A\n\nUn.\n\n## B\n\nDeux [mots](https://x)[^s] *et* `plus`\nencore.\n\nTrois.",
            "Deux mots et plus encore.",
        ),
        ("## *B*\n\n- une liste\n- serrée\n\nPuis un texte.", "Puis un texte."),
        ("## B\n\n### Plus bas\n\nLà.", "Là."),
        ("## B\n\n## C\n\nAilleurs.", ""),
        ("# B\n\nTrop haut.", ""),
        ("### B\n\nTrop bas.", ""),
        ("Sans titre.", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_first_words_of_a_section(body: str, words: str) -> None:
    outline = read_outline(Source("x", body), 0)
    assert first_paragraph(outline, lambda heading: heading == "B") == words
