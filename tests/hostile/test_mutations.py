"""Files as a slip of the hand, a bad merge or bad will leave them: never a traceback, a place in
the file for every finding, and nothing that was typed lost without a word.

What is mutated are the project's own records. A seed gives the same mutations each time; ``make
torture`` makes ten thousand of each kind.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from typing import Any, Final

import pytest
from hostile_strings import TEXTS
from in_memory import CASES, judged

from fp_build.judging.judge import Judgement
from fp_build.publishing.body import headings_of, render_body
from fp_build.words.findings import Level

SHORT, LONG = 150, 10_000

SIGNS: Final = (
    *":-#[]{}\"'&*!|>%@`,?~<=+.\\/()_^$;",
    *("\n", "\n\n", "\t", "  ", " #", ": ", "- ", "---\n", "...\n", "\r", "\ufeff", "\u0085"),
    *("\u2028", "\0", "\u202e", "\u200b", "é", "e\u0301", "\U0001f600", "<<: *a", "&a ", "!!int "),
    *("null", "no", "010", "1_000", "12:30:45", "2014-13-45", "[^x]", "](", "![", "```\n", "<b>"),
    *("case:", "https://", "javascript:", "|--|--|\n", "| a | b | c |\n", "[r]: x\n", "&#x202e;"),
)


@lru_cache(maxsize=1)
def originals() -> tuple[tuple[str, str, str], ...]:
    """The front matter and the body of each original of the project, and its name."""
    found = []
    for path in sorted(CASES.glob("[!_]*/index.fr.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        found.append((path.parent.name, front, body))
    return tuple(found)


def mutated(text: str, draw: random.Random) -> str:
    """The text after a few slips."""
    for _ in range(draw.randint(1, 4)):
        text = slipped(text, draw)
    return text


def slipped(text: str, draw: random.Random) -> str:
    at, to = sorted((draw.randint(0, len(text)), draw.randint(0, len(text))))
    lines = text.split("\n")
    line = draw.randrange(len(lines))
    above, below = lines[:line], lines[line + 1 :]
    slips = (
        text[:at] + draw.choice(SIGNS) + text[at:],
        text[:at] + draw.choice(SIGNS) + text[at + 1 :],
        text[:at] + text[min(to, at + draw.randint(1, 30)) :],
        text[:at] + draw.choice(TEXTS) + text[at:],
        "\n".join([*above, *below]),
        "\n".join([*above, lines[line], lines[line], *below]),
        "\n".join([*above, " " * draw.randint(1, 4) + lines[line], *below]),
        "\n".join([*above, lines[line].strip(), *below]),
        text[:at] + text[at:to].upper() + text[to:],
        text[:to] + text[at : min(to, at + 200)] + text[to:],
    )
    return draw.choice(slips)


def each(number: int, seed: str) -> Iterator[tuple[str, str, str, random.Random]]:
    draw = random.Random(seed)
    for _ in range(number):
        yield (*draw.choice(originals()), draw)


def judge_one(text: str) -> Judgement:
    """The text as the only record there is, with a place in it for every finding."""
    judgement = judged({"essai/index.fr.md": text})
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in judgement.findings:
        place = finding.place
        assert place.path in ("cases/essai/index.fr.md", "cases/essai", "cases/_addresses.txt")
        if place.path.endswith(".md"):
            assert 1 <= place.line <= len(lines), finding
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, finding
        assert finding.message("fr") and finding.message("en")
    return judgement


ALONE: Final = {"unknown-record", "picture-missing", "not-a-call", "broken-section-link"}
"""What is wrong with these records because they are alone."""


def is_told(judgement: Judgement) -> bool:
    """True where an error tells the author that something is wrong: then nothing is published."""
    return any(f.level is Level.ERROR and f.rule.id not in ALONE for f in judgement.findings)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{3,}", text))


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    else:
        yield str(value)


def look_at_fronts(number: int) -> None:
    for _, front, body, draw in each(number, "front matters"):
        typed = mutated(front, draw)
        text = f"---\n{typed}---\n{body}"
        judgement = judge_one(text)
        record = judgement.records.get("essai")
        if record is None or is_told(judgement):
            continue
        tree = record.source.tree
        assert tree is not None
        said = re.sub(r"(?m)(^|\s)#.*$", "", text[: record.source.outline.start])
        if "\\" in said:  # between quotes it stands for another sign
            continue
        lost = words(said) - words("\n".join(texts_in(tree.plain)))
        assert not lost, (lost, typed)


def look_at_bodies(number: int) -> None:
    for _, front, body, draw in each(number, "bodies"):
        typed = mutated(body, draw)
        judgement = judge_one(f"---\n{front}---\n{typed}")
        record = judgement.records["essai"]
        outline = record.source.outline
        if is_told(judgement):
            continue
        made = render_body(
            outline,
            headings=headings_of(outline, lambda _: None),
            citable={source.id for source in record.facts.sources},
            link=lambda target: target,
            picture=lambda _: None,
            note_label="note",
            language="fr",
        )
        kept = words(unescape(str(made.html))) | words(" ".join(made.cited))
        lost = (
            words(unescape(outline.body)) - kept - words(" ".join(m.target for m in outline.marks))
        )
        assert not lost, (lost, typed)


@pytest.mark.parametrize("look", [look_at_fronts, look_at_bodies])
def test_whatever_slips_nothing_is_lost_without_a_word(look: Callable[[int], None]) -> None:
    look(SHORT)


@pytest.mark.torture
@pytest.mark.parametrize("look", [look_at_fronts, look_at_bodies])
def test_whatever_slips_nothing_is_lost_without_a_word_at_length(
    look: Callable[[int], None],
) -> None:
    look(LONG)
