"""Letters of other alphabets that look like those of an id, and are none of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from fp_build.words.text import ID

_PAIRS: Final = (
    "аa вb сc ԁd еe ɡg һh іi ıi јj ӏl ոn оo рp ԛq ѕs тt υu ѵv ԝw хx уy ѐe ёe ӓa ӑa ӧo "
    "αa βb ϲc ϵe ηn ιi κk νv οo ρp τt χx γy ϳj օo սu հh յj ցg ғf кk мm нh "
    "‐- ‑- ‒- –- —- −- ﹣- －- ‧- ·- "
)
"""Cyrillic, Greek, Armenian and dashes, each with what it looks like."""

_LOOKS_LIKE: Final = {pair[0]: pair[1] for pair in _PAIRS.split()}


class LookAlike(NamedTuple):
    """A letter that looks like another."""

    letter: str
    number: int
    """Which letter of the word it is, from 1."""
    like: str

    @property
    def name(self) -> str:
        """Its number and name in Unicode."""
        return f"U+{ord(self.letter):04X}, {unicodedata.name(self.letter, '?')}"


def look_alikes(word: str) -> tuple[LookAlike, ...]:
    """The letters for which a word looks like an id without being one; nothing where it does not
    look like one in any case.

    >>> [(found.number, found.like) for found in look_alikes("clim\u0430t")], look_alikes("été")
    ([(5, 'a')], ())
    """
    found = () if word.isascii() or len(word) > _LONGEST else tuple(_found(word))
    letters = list(word.lower())
    for one in found:
        letters[one.number - 1 : one.number] = [one.like]
    return found if found and ID.fullmatch("".join(letters)) else ()


_LONGEST: Final = 100


def _found(word: str) -> Iterator[LookAlike]:
    for number, letter in enumerate(word, start=1):
        like = _LOOKS_LIKE.get(letter.lower()) or _wide(letter)
        if like:
            yield LookAlike(letter, number, like)


def _wide(letter: str) -> str:
    """What a letter of mathematics or of full width stands for."""
    plain = "" if letter.isascii() else unicodedata.normalize("NFKC", letter).lower()
    return plain if len(plain) == 1 and plain.isascii() and plain.isalnum() else ""
