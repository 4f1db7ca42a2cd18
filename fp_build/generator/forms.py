"""What stands in a body besides paragraphs: lists, quotations, tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fp_build.generator import anywhere
from fp_build.generator.dice import Dice
from fp_build.generator.pairs import Pair

Say = Callable[[Pair], Pair]
"""Fills the slots of a sentence."""


def list_of_points(dice: Dice, say: Say, mark: str) -> Pair:
    """A list under its opening words; ``mark`` is ``-``, or ``1.`` for a list in order."""
    items = [say(item) for item in dice.some(anywhere.ITEMS, dice.between(3, 6))]
    opening = say(dice.pick(anywhere.LIST_OPENINGS))
    french, english = (
        "\n".join(f"{mark} {item[language]}" for item in items).rstrip("; ") + "."
        for language in (0, 1)
    )
    return f"{opening[0]}\n\n{french}", f"{opening[1]}\n\n{english}"


def quotation(dice: Dice, say: Say) -> Pair:
    """What somebody invented is made to say."""
    words, speaker = say(dice.pick(anywhere.QUOTES)), say(dice.pick(anywhere.SPEAKERS))
    french, english = (f"> {w}\n>\n> — *{s}*" for w, s in zip(words, speaker, strict=True))
    return french, english


def table(dice: Dice, say: Say) -> Pair:
    """Steps, with whom, and for how long."""
    steps = [[say(cell) for cell in anywhere.TABLE_ROW] for _ in range(dice.between(3, 5))]
    rows = [anywhere.TABLE_HEAD, *steps]
    return _in_pipes(rows, 0), _in_pipes(rows, 1)


def _in_pipes(rows: Sequence[Sequence[Pair]], language: int) -> str:
    head, *below = (f"| {' | '.join(cell[language] for cell in row)} |" for row in rows)
    return "\n".join([head, "|---|---|---|", *below])


def paragraph(sentences: Sequence[Pair]) -> Pair:
    """Sentences one after the other."""
    return " ".join(pair[0] for pair in sentences), " ".join(pair[1] for pair in sentences)
