"""Judging is total: whatever stands in a folder, findings come out, with places inside the file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final
from unittest import mock

import pytest
from hypothesis import strategies as st
from in_memory import (
    CASES,
    DRAFT,
    LIMITS,
    TODAY,
    TRANSLATED,
    Content,
    draft,
    faults,
    in_short,
    judged,
    property_of,
    rules_of,
    vocabulary_files,
    workspace_of,
)

from fp_build.judging.judge import Judgement, judge
from fp_build.judging.models import FACT_KEYS, Translation
from fp_build.reading.source import Limits
from fp_build.reading.vocabulary import Vocabularies
from fp_build.reading.vocabulary_files import read_vocabularies
from fp_build.words.findings import Finding, Level
from fp_build.words.languages import LANGUAGES

REAL: Final = tuple(path.read_bytes() for path in sorted(CASES.glob("*/index.*.md")))

NASTY: Final = (
    "\r", "\r\n", "\n", "\u0085", "\u2028", "\u2029", "\ufeff", "\0", "\x0b", "\x0c", "\x1b[31m",
    "\t", " ", "\u00a0", "\u200b", "\u200d", "\u200c", "\u2060", "\u202e", "\u2066", "\u2069",
    "é", "e\u0301", "\u0301", "👩\u200d💻", "🏴\U000e0067\U000e0062\U000e007f", "𝔘", "\U0010ffff",
    "\ufffe", "\ufdd0", "क्\u200dष", "שלום", "日本", "\u3000", "\u00ad", "\ufe0f", "İ", "ß", "ﬁ",
)  # fmt: skip

YAML_PIECES: Final = (
    "---",
    "--- ",
    "---\t",
    "--- #",
    "...",
    "----",
    "- ",
    "-",
    ": ",
    ":",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "!x ",
    "%YAML 1.1\n",
    "|",
    "|2-\n",
    ">",
    ">+\n",
    "'",
    '"',
    "\\",
    "#",
    " #",
    " # ",
    "@",
    "`",
    "~",
    "null",
    "no",
    "010",
    "1_000",
    "12:30",
    "0x1F",
    "'[key]'",
    "kind: project\n",
    "status: draft\n",
    "status: published\n",
    "kind: case\n",
    "title: x\n",
    "title: a: b\n",
    "summary: |\n  x\n",
    "themes: [social-benefits]\n",
    "stages:\n",
    "  - {stage: ",
    "criteria: {",
    "high-stakes: {answer: yes}",
    "indicators: {a: {name: x}}\n",
    "start: 2014-13\n",
    "media: [{id: a, file: x.jpg}]\n",
    "sources: [{id: a, title: x}]\n",
    "reasons: {a: b}\n",
    "translation: {state: draft}\n",
    "related: [essai]\n",
    "redirect_from: [essai, page]\n",
    "verified_on: 9999\n",
    '"": {answer: yes}',
    "criteria: {'': {answer: yes}}\n",
    "labels: {'[key]': ''}\n",
    "    " * 20,
    "[" * 30,
    "- " * 30,
    "{a: " * 12,
)

MARKDOWN_PIECES: Final = (
    "# ",
    "## La situation\n",
    "## Results\n",
    "#### x\n",
    "Titre\n=====\n",
    "##\n",
    "> ",
    "* ",
    "1. ",
    "```",
    "~~~\n",
    "    code\n",
    "`",
    "**",
    "_",
    "[x](case:essai#results)",
    "[x](#s-action)",
    "[x](javascript:a)",
    "[x](../y.md)",
    "[x][y]",
    "[y]: https://a.fr\n",
    "[^a]",
    "[^a]: b\n",
    "![](/x.png)",
    "![é](x.png)",
    "<b>",
    "</b>",
    "<!-- ",
    "-->",
    "<script>",
    "<https://a.fr>",
    "https://a.fr/?q=é",
    "a@b.fr",
    "|a|b|\n|-|-|\n",
    "\\",
    "&amp;",
    "&#0;",
    "&#xD800;",
    "---\n",
    "{% include x %}",
    "{{ x }}",
    "[",
    "](",
    "![",
    "x" * 50,
    "\n\n",
    "- [ ] ",
    "~~x~~",
)

PIECES: Final = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(YAML_PIECES),
    st.sampled_from(MARKDOWN_PIECES),
    st.text(max_size=5),
)


def joined(pieces: st.SearchStrategy[str], size: int = 25) -> st.SearchStrategy[str]:
    return st.lists(pieces, max_size=size).map("".join)


yaml_like = joined(
    st.one_of(
        *[st.sampled_from(YAML_PIECES)] * 3, st.just("\n"), st.just("  "), st.sampled_from(NASTY)
    )
)
markdown_like = joined(
    st.one_of(*[st.sampled_from(MARKDOWN_PIECES)] * 3, st.just("\n"), st.sampled_from(NASTY))
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real record in which a few things were cut, repeated, moved or put in."""
    data = draw(st.sampled_from(REAL))[: draw(st.sampled_from((300, 1500, 6000)))]
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.sampled_from((0, 1, 2, 7, 40, 400))))
        put_in = draw(
            st.one_of(
                PIECES.map(lambda text: text.encode("utf-8", "surrogatepass")),
                st.binary(max_size=4),
                st.just(data[start:stop] * 2),
                st.just(b""),
            )
        )
        data = data[:start] + put_in + data[stop:]
    return draw(st.sampled_from((b"", b"", b"\xef\xbb\xbf"))) + draw(line_ends(data))


@st.composite
def line_ends(draw: st.DrawFn, data: bytes) -> bytes:
    return data.replace(b"\n", draw(st.sampled_from((b"\n", b"\n", b"\n", b"\r\n", b"\r"))))


@st.composite
def records(draw: st.DrawFn) -> bytes:
    """What has the outline of a record, or nearly, with anything in it."""
    front = draw(st.one_of(yaml_like, joined(PIECES)))
    start = draw(
        st.sampled_from(("---\n", "---\n", "--- \n", "", "\ufeff---\n", "+++\n", "\n---\n"))
    )
    begin = draw(
        st.sampled_from(("kind: project\nstatus: draft\n", "kind: case\nstatus: review\n", ""))
    )
    end = draw(
        st.sampled_from(("\n---\n", "\n---\n", "\n...\n", "\n--- \n", "\n--- # x\n", "", "---"))
    )
    body = draw(st.one_of(markdown_like, joined(PIECES)))
    text = (start + begin + front + end + body).encode("utf-8", "surrogatepass")
    return draw(line_ends(text))


anything = st.one_of(st.binary(max_size=300), mutated(), records())


def must_be_sound(
    files: Mapping[str, Content], vocabulary: Mapping[str, bytes] | None = None
) -> Judgement:
    """What is thought of such a folder, once what holds of all findings was seen to hold."""
    workspace = workspace_of(files, vocabulary)
    judgement = judge(workspace, TODAY, LIMITS)
    findings = judgement.findings
    for finding in findings:
        must_lie_inside(finding, files, workspace.vocabulary)
        must_be_sayable(finding)
    backwards = workspace_of(
        files,
        vocabulary and dict(reversed(vocabulary.items())),
        in_order=lambda paths: sorted(sorted(paths, reverse=True), key=folder_of),
    )
    again = judge(backwards, TODAY, LIMITS).findings
    assert [told(f) for f in again] == [told(f) for f in findings]
    assert findings == sorted(findings, key=lambda f: (f.place, f.rule.id))
    return judgement


def folder_of(path: str) -> str:
    return path.partition("/")[0]


def told(finding: Finding) -> tuple[str, Level, str, str]:
    return in_short(finding), finding.level, finding.message("fr"), finding.message("en")


def must_lie_inside(
    finding: Finding, files: Mapping[str, Content], vocabulary: Mapping[str, bytes]
) -> None:
    place = finding.place
    known = {f"cases/{path}": content for path, content in files.items()}
    known |= {f"cases/_vocabulary/{name}": content for name, content in vocabulary.items()}
    folders = {str(above) for path in known for above in PurePosixPath(path).parents}
    folders.add("cases/_vocabulary")
    if place.path not in known:
        assert place.path in folders
        assert (place.line, place.column) == (1, 1)
        return
    lines = lines_in(known[place.path])
    assert 1 <= place.line <= len(lines), in_short(finding)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1, in_short(finding)
    assert place.width >= 1


def lines_in(content: Content) -> list[str]:
    """The lines of a file as an editor numbers them, each damaged byte being one character."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    lines = re.split(r"\r\n|\r|\n", text)
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def must_be_sayable(finding: Finding) -> None:
    for language in LANGUAGES:
        words = finding.found(language), finding.fix(language)
        assert all(words), finding.rule.id
        assert "\n" not in "".join(words)
        assert finding.rule.placeholders(language) <= finding.arguments.keys()
    assert finding.found("fr") != finding.found("en")


@pytest.fixture(autouse=True, scope="module")
def vocabularies_read_once() -> Iterator[None]:
    """Those of the project are nearly always the same, and take longer to read than a record."""
    known = read_vocabularies("cases/_vocabulary", vocabulary_files(), LIMITS)

    def read(
        folder: str, files: Mapping[str, bytes], limits: Limits
    ) -> tuple[Vocabularies, list[Finding]]:
        if files is vocabulary_files():
            return known[0], list(known[1])
        return read_vocabularies(folder, files, limits)

    *others, _ = judge.__defaults__ or ()
    with mock.patch.object(judge, "__defaults__", (*others, read)):
        yield


ORIGINAL: Final = "essai/index.fr.md"
TRANSLATION: Final = "essai/index.en.md"


@property_of(anything, examples=800)
def _any_original(data: bytes) -> None:
    judgement = must_be_sound({ORIGINAL: data})
    assert judgement.findings or "essai" in judgement.records, "passed over in silence"


@property_of(st.one_of(anything, joined(PIECES).map(str.encode)), examples=250)
def _any_translation(data: bytes) -> None:
    judgement = must_be_sound({ORIGINAL: DRAFT, TRANSLATION: data})
    read = judgement.records["essai"].translation is not None
    assert judgement.findings or read, "passed over in silence"


@property_of(anything, anything, examples=400)
def _any_pair(fr: bytes, en: bytes) -> None:
    must_be_sound({ORIGINAL: fr, TRANSLATION: en, "autre/index.fr.md": DRAFT})


VOCABULARY_PIECES: Final = (
    "field-trials: {fr: a, en: b, definition: {fr: a, en: b}, source: editorial}\n",
    "a: {fr: x, en: y, definition: {fr: x, en: y}, source: editorial, replaced_by: a}\n",
    "b:\n  fr: x\n  en: x\n",
    "  aliases: [a, b, '']\n",
    "  replaced_by: b\n",
    "  source: nothing\n",
    "  definition: {fr: x}\n",
    "draft: ",
    "yes: ",
    "FR: {type: country}\n",
    "parent: FR\n",
    "é: a\n",
)

vocabulary_text = st.one_of(
    st.binary(max_size=200),
    joined(st.one_of(st.sampled_from(VOCABULARY_PIECES), st.sampled_from(YAML_PIECES))).map(
        str.encode
    ),
    joined(st.one_of(st.sampled_from(VOCABULARY_PIECES), PIECES)).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    ),
)


@property_of(
    st.sampled_from(sorted(vocabulary_files())),
    vocabulary_text,
    st.sampled_from(REAL),
    examples=80,
)
def _any_vocabulary(name: str, data: bytes, record: bytes) -> None:
    must_be_sound({ORIGINAL: record}, {**vocabulary_files(), name: data})


@property_of(
    st.dictionaries(
        st.one_of(
            st.sampled_from(("themes.yml", "themes.yaml", ".yml", "kinds", "notes.txt", "É.yml")),
            st.text(min_size=1, max_size=8).filter(lambda name: "/" not in name),
        ),
        vocabulary_text,
        max_size=3,
    ),
    examples=40,
)
def _any_set_of_vocabularies(files: dict[str, bytes]) -> None:
    must_be_sound({ORIGINAL: REAL[0], TRANSLATION: REAL[1]}, files)


NAMES: Final = (
    "index.fr.md", "index.en.md", "INDEX.fr.md", "index.md", "index.de.md", "index.fr.txt", ".fr",
    "photo.jpg", "notes.docx", "sub/index.fr.md", "replies/x.md",
    "replies/2026-11-20-x.md", "a b.md", "caf\u00e9.png", "cafe\u0301.png", "x",
)  # fmt: skip
FOLDERS: Final = (
    "essai", "Essai", "éssai", "theme", "a" * 70, "a_b", "-", "fr", "日本", "a\nb", "..x", "%2e",
)  # fmt: skip


@property_of(
    st.dictionaries(
        st.one_of(
            st.builds("{}/{}".format, st.sampled_from(FOLDERS), st.sampled_from(NAMES)),
            st.sampled_from(NAMES[2:8]).filter(lambda name: "/" not in name),
        ),
        st.sampled_from((DRAFT, TRANSLATED, "", draft("related: [essai, Essai]"))),
        min_size=1,
        max_size=7,
    ),
    examples=400,
)
def _any_arrangement(files: dict[str, str]) -> None:
    judgement = must_be_sound(files)
    for path in files:
        folder = path.partition("/")[0]
        about = [f for f in judgement.findings if f.place.path.startswith(f"cases/{folder}")]
        assert about or folder in judgement.records, "passed over in silence"


REPLY: Final = "essai/replies/2026-11-20-une-lectrice.md"


@st.composite
def replies(draw: st.DrawFn) -> bytes:
    """What has the outline of a reply, or nearly, with anything in it."""
    lines = draw(
        st.lists(
            st.sampled_from(
                (
                    "name: Une lectrice", "name: ''", "name: [x]", "date: 2026-11-20",
                    "date: 2026-11", "date: hier", "language: fr", "language: en", "language: de",
                    "title: x", "name: jean@exemple.fr", "- x", "name: *x",
                )
            ),
            max_size=6,
        )
    )  # fmt: skip
    body = draw(st.one_of(markdown_like, joined(PIECES), st.just("")))
    text = "\n".join(["---", *lines, "---", body])
    return draw(line_ends(text.encode("utf-8", "surrogatepass")))


@property_of(st.one_of(anything, replies()), examples=500)
def _any_reply(data: bytes) -> None:
    judgement = must_be_sound({ORIGINAL: DRAFT, REPLY: data})
    about = [f for f in judgement.findings if f.place.path == f"cases/{REPLY}"]
    assert about or judgement.records["essai"].replies, "passed over in silence"


test_any_reply, test_any_reply_at_length = _any_reply
test_any_original, test_any_original_at_length = _any_original
test_any_translation, test_any_translation_at_length = _any_translation
test_any_pair, test_any_pair_at_length = _any_pair
test_any_vocabulary, test_any_vocabulary_at_length = _any_vocabulary
test_any_vocabularies, test_any_vocabularies_at_length = _any_set_of_vocabularies
test_any_arrangement, test_any_arrangement_at_length = _any_arrangement


ORIGINALS: Final = [data for data in REAL if b"\nkind:" in data]


@pytest.mark.parametrize("data", ORIGINALS, ids=[str(n) for n in range(len(ORIGINALS))])
def test_line_ends_and_byte_order_mark_move_nothing(data: bytes) -> None:
    """Broken in three places, a record has the same findings however its lines end."""
    text = data.replace(b"title:", b"titel:", 1).replace(b"\n## ", b"\n#### ", 1) + b"\n<b>x</b>\n"
    expected = faults({ORIGINAL: text})
    assert len(expected) >= 3
    for other in (
        text.replace(b"\n", b"\r\n"),
        text.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + text,
        b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"),
        text.removesuffix(b"\n"),
    ):
        assert faults({ORIGINAL: other}) == expected


REAL_DEFECTS: Final[Mapping[str, tuple[Content, set[str]]]] = {
    "empty file": ("", {"1:1 front-matter-missing"}),
    "blank file": ("\n\n\n", {"1:1 front-matter-missing"}),
    "one line end": ("\n", {"1:1 front-matter-missing"}),
    "only a mark": (b"\xef\xbb\xbf", {"1:1 front-matter-missing"}),
    "no front matter": ("# Un titre\n\nDu texte.\n", {"1:1 front-matter-missing"}),
    "late front matter": ("\n---\nkind: project\n---\n", {"1:1 front-matter-missing"}),
    "toml": ('+++\ntitle = "x"\n+++\nTexte\n', {"1:1 front-matter-missing"}),
    "json": ('{"title": "x"}\n\nTexte\n', {"1:1 front-matter-missing"}),
    "unclosed": ("---\nkind: project\nTexte\n", {"1:1 front-matter-unclosed"}),
    "closed by dots": (DRAFT.replace("Un essai\n---", "Un essai\n..."), set()),
    "nothing in it": ("---\n---\nTexte\n", {"2:1 not-a-mapping"}),
    "empty braces": ("---\n{}\n---\nTexte\n", {"2:1 missing-key"}),
    "only a comment": ("---\n# rien\n---\n", {"2:1 not-a-mapping"}),
    "a list": ("---\n- kind: project\n---\n", {"2:1 not-a-mapping"}),
    "a sentence": ("---\nBonjour\n---\n", {"2:1 not-a-mapping"}),
    "other keys": (
        "---\nlayout: post\ntitle: x\ndate: 2014-05-12\ntags: [a]\n---\n",
        {"2:1 missing-key", "2:1 unknown-key", "4:1 unknown-key", "5:1 unknown-key"},
    ),
    "capitals": (draft("Title: x"), {"4:1 unknown-key"}),
    "a short date": (draft("verified_on: 2014-5-3"), {"4:14 bad-date"}),
    "a french date": (draft("verified_on: 12/05/2014"), {"4:14 bad-date"}),
    "a moment": (draft("verified_on: 2014-05-12T10:00:00Z"), {"4:14 bad-date"}),
    "no such day": (draft("verified_on: 2014-02-30"), {"4:14 impossible-date"}),
    "a tab": ("---\nkind: project\n\tstatus: draft\n---\n", {"3:1 yaml-syntax"}),
    "a colon": (draft("title: Le titre : la suite"), {"4:17 yaml-syntax"}),
    "an open quote": (draft('title: "Le titre'), {"4:8 yaml-syntax"}),
    "an at sign": (draft("title: @moi"), {"4:8 yaml-syntax"}),
    "a template": (draft("title: {{ page.title }}"), {"4:9 key-not-text"}),
    "a hash": (draft("title: Projet #3"), {"4:15 cut-by-comment"}),
    "a hidden value": (draft("summary: #3"), {"4:1 empty-value"}),
    "an anchor": (draft("title: &t x", "summary: *t"), {"4:8 yaml-anchor", "5:10 yaml-anchor"}),
    "a tag": (draft("title: !!str x"), {"4:8 yaml-tag"}),
    "a starred title": (draft("title: *gras*"), {"4:8 yaml-syntax"}),
    "a level-one heading": (draft(body="# Titre\n"), {"5:1 heading-at-top"}),
    "an underlined heading": (draft(body="Titre\n=====\n"), {"5:1 heading-at-top"}),
    "html": (draft(body='Un\n<div class="x">\n'), {"6:1 raw-html"}),
    "html in a line": (draft(body="Un <br> deux"), {"5:4 raw-html"}),
    "a comment": (draft(body="<!-- more -->\n"), {"5:1 raw-html"}),
    "a path": (draft(body="![x](/assets/x.png)"), {"5:1 picture-elsewhere"}),
    "another site": (draft(body="![x](https://a.fr/x.png)"), {"5:1 picture-elsewhere"}),
    "a script": (draft(body="[x](javascript:alert(1))"), {"5:1 forbidden-link"}),
    "a page": (draft(body="[x](/contact/)"), {"5:1 broken-file-link"}),
    "a bare address": (draft(body="Voir http://a.fr."), {"5:6 bare-address"}),
    "old bytes": (draft(body="Caf\udce9").encode("utf-8", "surrogateescape"), {"5:4 not-utf8"}),
    "old bytes in a key": (
        draft("title: Caf\udce9 !").encode("utf-8", "surrogateescape"),
        {"4:11 not-utf8"},
    ),
    "a cut letter": (
        draft(body="x\udce2\udc82y").encode("utf-8", "surrogateescape"),
        {"5:2 not-utf8"},
    ),
    "a nul": (draft(body="a\0b"), {"5:2 control-character"}),
    "a line separator": (draft("summary: a\u2028b"), {"4:11 control-character"}),
    "a next line": (draft("summary: a\u0085b"), {"4:11 control-character"}),
    "a lone return": (draft("title: a\rsummary: b\rlead: x"), {"6:7 unknown-term"}),
    "a mark inside": (draft(body="a\ufeffb"), {"5:2 invisible-character"}),
    "a joiner in a word": (draft(body="a\u200db"), {"5:2 invisible-character"}),
    "a reversal": (draft(body="a\u202eb"), {"5:2 bidi-control"}),
    "utf-16": (DRAFT.encode("utf-16"), {"1:1 not-utf8"}),
    "utf-16 without mark": (DRAFT.encode("utf-16-le"), {"1:2 control-character"}),
    "a comment after the fence": (
        DRAFT.replace("---\n", "--- # x\n", 1),
        set(),
    ),
    "a comment after the second fence": (
        "---\nkind: project\nstatus: draft\n--- # fin\nDu texte\n---\n",
        {"4:1 yaml-syntax"},
    ),
    "an odd key": (draft('"[key]": x'), {"4:1 unknown-key"}),
    "an empty key": (draft('"": x'), {"4:1 unknown-key"}),
    "an empty criterion": (draft('criteria: {"": {answer: yes}}'), {"4:12 unknown-term"}),
    "a nameless criterion": (draft('criteria: {"[key]": {answer: yes}}'), {"4:12 unknown-term"}),
}
"""What real files have, and what has to be said of them at the least, in ``essai/index.fr.md``."""


@pytest.mark.parametrize("name", REAL_DEFECTS)
def test_defects_of_real_files(name: str) -> None:
    content, expected = REAL_DEFECTS[name]
    found = {line.removeprefix(f"{ORIGINAL}:") for line in faults({ORIGINAL: content})}
    assert expected <= found
    if not expected:
        assert found == set()
    must_be_sound({ORIGINAL: content})
    must_be_sound({ORIGINAL: DRAFT, TRANSLATION: content})


def test_the_project_has_no_error() -> None:
    files: dict[str, Content] = {
        path.relative_to(CASES).as_posix(): path.read_bytes()
        for path in CASES.glob("[!_]*/**/*")
        if path.is_file()
    }
    found = judged(files).findings
    assert [in_short(f) for f in found if f.level is Level.ERROR] == []


def test_only_some_records_are_judged() -> None:
    files = {"a/index.fr.md": "", "b/index.fr.md": "", "Ç/index.fr.md": "", "x.md": ""}
    found = judge(workspace_of(files), TODAY, LIMITS, ["b"]).findings
    assert [in_short(f) for f in found] == ["b/index.fr.md:1:1 front-matter-missing"]


def test_other_records_are_read_for_links_without_being_judged() -> None:
    files = {
        "a/index.fr.md": draft(body="[x](case:b#results)"),
        "b/index.fr.md": draft("titel: x", body="## Les résultats\n"),
    }
    assert judge(workspace_of(files), TODAY, LIMITS, ["a"]).findings == []


def test_the_day_is_an_input() -> None:
    files = {ORIGINAL: draft("verified_on: 2026-11-22")}
    assert rules_of(faults(files)) == {"future-date"}
    assert judge(workspace_of(files), dt.date(2026, 11, 22), LIMITS).findings == []


def test_worst() -> None:
    assert judged({ORIGINAL: DRAFT}).worst() is None
    assert judged({ORIGINAL: DRAFT.replace("project", "Project")}).worst() is Level.ERROR
    assert judged({ORIGINAL: draft("themes: [digital, digital]")}).worst() in Level


def test_limits_of_a_file() -> None:
    small = Limits(text_bytes=10)
    assert faults({ORIGINAL: DRAFT}, limits=small)[:1] == [f"{ORIGINAL}:1:1 file-too-large"]


def test_facts_and_words_of_a_translation_are_apart() -> None:
    """What a translation may hold is what is translated, and the shared names hold words there."""
    shared = FACT_KEYS & Translation.model_fields.keys()
    assert shared == {"title", "summary", "indicators", "question", "place"}


def giving(*former: str) -> str:
    return draft(f"redirect_from: [{', '.join(former)}]")


@pytest.mark.parametrize("given", ["ancien", "'ancien'", '"anc\\x69en"'])
def test_who_else_gives_an_address_is_found_without_reading_all(given: str) -> None:
    texts = {"a": giving("ancien"), "b": giving("vieux"), "c": giving(given), "d": "", "e": "\\"}
    workspace = workspace_of({f"{name}/index.fr.md": text for name, text in texts.items()})
    judgement = judge(workspace, TODAY, LIMITS, ["a"])
    (clash,) = judgement.findings
    assert clash.rule.id == "redirect-clash" and "« c »" in clash.found("fr")
    assert "b" not in judgement.desk.shelf._known and "c" in judgement.desk.shelf._known
    among_all = judge(workspace, TODAY, LIMITS).findings
    assert [f for f in among_all if f.place.path == "cases/a/index.fr.md"] == [clash]
