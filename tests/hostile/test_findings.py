"""Hostile text in every field of every kind of file, quoted and bare: no traceback, a line for
every finding, and reports in which nothing of it acts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import pytest
from hostile_strings import TEXTS, original, quoted, translation
from in_memory import Content, judged, picture, vocabulary_files

from fp_build.doors.report import as_github, as_json, as_text
from fp_build.judging.judge import Judgement
from fp_build.words.findings import Level

REPLY: Final = "---\nname: {0}\ndate: 2026-11-01\nlanguage: fr\n---\n\n{1}\n"
TERM: Final = """
texte:
  fr: {0}
  en: {0}
  definition: {{fr: {0}, en: {0}}}
  aliases: [{0}]
  source: editorial
"""
ODD: Final = (
    "null", "~", "yes", "no", "on", "12:30:45", "010", "0x1F", "1e3", "1_000", ".inf", "2014-01-01",
    "&a x", "*a", "<<: *a", "!!python/object:os.system x", "!!binary aGk=", "!x y", "? a", "- a",
    "{a: b}", "[a, b", "{a", "'a", '"a', '"\\x41\\u202e"', '"\\/"', "| a", ">-\n  a\n  b", "a: b",
    "a #b", "a\t# b", "\tx", "@x", "`x`", "%x", "--- x", "...", "a\n---\nb: c", "a\n...\nb: c",
    "a\rb",
    "a\x85b", "a\u2028b", "\ufeffa", "a\0b", "a\x1b[31mb\x1b[0m", "a\u202eb", "a\u200bb", "=1+1",
    "x" * 25_000, "[" * 2_000, "é" * 500, "e" + "\u0301" * 500, "a\ud7ff", "\U0010ffff", "\ufffe",
)  # fmt: skip
"""What YAML, Unicode and terminals make something else of."""


def look(files: Mapping[str, Content], vocabulary: Mapping[str, bytes] | None = None) -> Judgement:
    """Judge them, and look at each finding and report."""
    judgement = judged(files, vocabulary)
    sizes = {f"cases/{path}": lines_of(text) for path, text in files.items()}
    for name, data in (vocabulary or {}).items():
        sizes[f"cases/_vocabulary/{name}"] = lines_of(data)
    for finding in judgement.findings:
        place = finding.place
        if place.path in sizes:
            assert 1 <= place.line <= sizes[place.path], finding
    for language in ("fr", "en"):
        text = as_text(judgement.findings, language, lambda path: ["x\x1b[31m\u202e"] * 99)
        assert all(c == "\n" or c.isprintable() for c in text)
        for line in as_github(judgement.findings, language).splitlines():
            assert line.startswith(("::error file=", "::warning file=", "::notice file="))
            assert line.count("::") >= 2 and "\r" not in line
        assert len(json.loads(as_json(judgement.findings, language))) == len(judgement.findings)
    return judgement


def lines_of(content: Content) -> int:
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def bare(make: str, text: str) -> str:
    """A file in which a text stands without its quotes."""
    return make.replace(quoted(text), text)


def each_file(text: str) -> Iterator[tuple[str, Mapping[str, Content], Mapping[str, bytes] | None]]:
    """The text in every field of a file of each kind."""
    for kind in range(3):
        yield f"record {kind}", {"essai/index.fr.md": original(text, kind)}, None
        yield f"bare record {kind}", {"essai/index.fr.md": bare(original(text, kind), text)}, None
    both = {"essai/index.fr.md": original("Un texte", 0)}
    yield "translation", {**both, "essai/index.en.md": translation(text, 0)}, None
    yield "bare translation", {**both, "essai/index.en.md": bare(translation(text), text)}, None
    name = "essai/replies/2026-11-01-ada.md"
    yield "reply", {**both, name: REPLY.format(quoted(text), text)}, None
    yield "body", {"essai/index.fr.md": original("Un texte", 0) + f"\n{text}\n\n# {text}\n"}, None
    medium = (
        f"media: [{{id: x, file: plan.png, alt: {quoted(text)}, credit: {quoted(text)}}}]\n---\n"
    )
    told = original("Un texte", 0).replace("\n---\n", f"\n{medium}", 1)
    yield "picture", {"essai/index.fr.md": told, "essai/plan.png": picture()}, None
    files = vocabulary_files()
    for term in (TERM.format(quoted(text)), TERM.format(text), TERM.replace("texte", text)):
        themes = files["themes.yml"] + term.encode("utf-8", "surrogatepass")
        yield "vocabulary", both, {**files, "themes.yml": themes}


def some(texts: Sequence[str], step: int) -> list[Any]:
    """The texts, of which only some are looked at each time; the others in ``make torture``."""
    return [
        pytest.param(text, id=ascii(text)[:30], marks=() if n % step == 0 else pytest.mark.torture)
        for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize("text", some(TEXTS, 12))
def test_a_hostile_text_in_every_field(text: str) -> None:
    for what, files, vocabulary in each_file(text):
        judgement = look(files, vocabulary)
        if what in ("record 0", "record 1", "record 2", "translation"):
            assert judgement.worst() in (None, Level.NOTICE), what


@pytest.mark.parametrize("text", some(ODD, 6))
def test_an_odd_text_in_every_field(text: str) -> None:
    for _, files, vocabulary in each_file(text):
        look(files, vocabulary)


@pytest.mark.parametrize(
    "name",
    ["<img src=x onerror=alert(1)>.png", "a\nb.png", "::error::x.png", "\x1b[31m.png", "..png", "~",
     "a'b\"c.png", "=1+1.png", "\u202egnp.exe", "x" * 200 + ".png", "index.fr.md.swp", "{{x}}.png"],
)  # fmt: skip
def test_a_hostile_name_of_a_file(name: str) -> None:
    text = original("Un texte", 0)
    look({"essai/index.fr.md": text, f"essai/{name}": picture(), name: b"x"})
    look({"essai/index.fr.md": text, f"{name.replace('/', '')}/index.fr.md": text})
