"""Comparing, cutting and normalising words."""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Final

from slugify import slugify

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The form of every slug and id of the catalogue."""

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"})


@lru_cache(maxsize=4096)
def slug_of(text: str, longest: int = 60) -> str:
    """The text as a slug: « L’été à Cluny » gives ``l-ete-a-cluny``; it may come out empty."""
    apart = text.translate(_APOSTROPHES)
    return slugify(apart, max_length=longest, word_boundary=True)


_APOSTROPHES: Final = str.maketrans({"’": " ", "'": " "})


def fold(text: str) -> str:
    """The text without accents, case, ligatures or surrounding space, for comparisons only."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    decomposed = decomposed.casefold().translate(_LIGATURES)  # 𝐀 has become A, and must be a
    if not decomposed.isascii():
        decomposed = unicodedata.normalize("NFKD", decomposed)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.split())


def in_a_list(text: str) -> str:
    """What a title is put in order by: letters and digits decide, not the quotes before them."""
    folded = fold(text)
    return folded.lstrip(_BEFORE_WORDS) or folded


_BEFORE_WORDS: Final = "«»“”„‹›‘’\"'([{…-–— \u00a0\u202f"


def nearest(word: str, known: Mapping[str, str] | Iterable[str]) -> list[str]:
    """Three of the known words at most that ``word`` was probably meant to be, likeliest first.

    With a mapping, its keys are compared and its values are answered, so that a label or an alias
    suggests the id that stands for it.
    """
    pairs = known.items() if isinstance(known, Mapping) else ((name, name) for name in known)
    return list(_lexicon(tuple(pairs)).nearest(word[:_LONGEST]))


_LONGEST: Final = 200
"""How much of a word is compared."""
_MOST: Final = 3
_REMEMBERED: Final = 4096
_FEW: Final = 300
"""So many words are compared one by one in a few milliseconds."""
_LIKELY: Final = 60
"""So many of more words are."""


class _Lexicon:
    """Words put in order once for all mistakes."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        self._folded: dict[str, str] = {}
        for name, answer in known:
            self._folded.setdefault(fold(name), answer)
        self._answered: dict[str, tuple[str, ...]] = {}

    def nearest(self, word: str) -> tuple[str, ...]:
        """As the function; the same mistake is often made in many records."""
        found = self._answered.get(word)
        if found is None:
            if len(self._answered) >= _REMEMBERED:
                self._answered.clear()
            found = self._answered[word] = self._nearest(fold(word))
        return found

    def _nearest(self, sought: str) -> tuple[str, ...]:
        folded = self._folded
        likely = self._likely(sought) if len(folded) > _FEW else folded
        close = difflib.get_close_matches(sought, likely, n=_MOST * 2, cutoff=0.6)
        if len(sought) >= 4:
            close += [n for n in folded if sought in n or (len(n) >= 4 and n in sought)]
        return tuple(dict.fromkeys(folded[name] for name in close))[:_MOST]

    def _likely(self, sought: str) -> list[str]:
        """Of many words those that share most with what is sought, three letters at a time."""
        names, index = self._index
        shared = Counter(number for three in _threes(sought) for number in index.get(three, ()))
        return [names[number] for number, _ in shared.most_common(_LIKELY)]

    @cached_property
    def _index(self) -> tuple[list[str], dict[str, list[int]]]:
        """The words, and the numbers of those that hold each three letters."""
        names, index = list(self._folded), dict[str, list[int]]()
        for number, name in enumerate(names):
            for three in _threes(name):
                index.setdefault(three, []).append(number)
        return names, index


@lru_cache(maxsize=16)
def _lexicon(known: tuple[tuple[str, str], ...]) -> _Lexicon:
    return _Lexicon(known)


def _threes(word: str) -> set[str]:
    edged = f"  {word} "
    return {edged[at : at + 3] for at in range(len(edged) - 2)}


_SENTENCE_END: Final = re.compile(r"[.!?…]+(?:\s»|[»”\")]*)(?=\s)")


_LITTLE_WORDS: Final = re.compile(r"(?:\s\S{1,3}){1,4}$")
"""What a text does not end with: articles, prepositions."""


def shortened(text: str, longest: int) -> str:
    """The text where it is no longer than that; else its first sentences, if they make up half of
    what there is room for, else its first words and “…”."""
    if len(text) <= longest:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, longest // 2, longest + 1)]
    if ends:
        return text[: ends[-1]]
    words = text[: longest + 1].rpartition(" ")[0]
    return _LITTLE_WORDS.sub("", words).rstrip(" ,;:.–«“(") + "…"


def normalised(text: str) -> str:
    """NFC, LF, no space at line ends: what two texts must share to count as the same text."""
    if "\n" not in text:
        return unicodedata.normalize("NFC", text).rstrip()
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    return "\n".join(map(str.rstrip, lines)).strip("\n")


def fingerprint(parts: Iterable[str]) -> str:
    """SHA-256 of the parts, each normalised, in the given order, kept apart by a NUL."""
    joined = "\0".join(map(normalised, parts))
    return hashlib.sha256(joined.encode()).hexdigest()
