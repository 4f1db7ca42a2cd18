"""A text cut into the words under which it is sought.

The index of the search holds no author's spelling but *forms*: without accents, case, ligatures or
elided article, with a few endings made alike where the stemmer, which then works on them, would
need the accents. A reader's query is made into forms by the same rules (``search.js`` is handed
them with the index), so that « hopital » finds « l’Hôpital » and the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from fp_build.words.languages import Language
from fp_build.words.text import fold

Rewriting = tuple[str, str]
"""A pattern and what takes its place (``$1``…), in the syntax that Python and JavaScript share."""

_SIGNS: Final[tuple[Rewriting, ...]] = (
    ("[\u00ad\u200b-\u200d\u2060\ufeff]", ""),  # what is not seen
    ("[\u2018\u02bc\u2032`]", "'"),
)
_ANY: Final[tuple[Rewriting, ...]] = (
    (r"(?<=[a-z])\((?:e?s?|ne|rice|trice|euse)\)", ""),  # agent(e)s
    (r"(?<=[a-z])(?:·[a-z]+)+", ""),  # agent·e·s
)

REWRITINGS: Final[Mapping[Language, tuple[Rewriting, ...]]] = {
    "fr": (
        *_SIGNS,
        # l’autonomie is found by « autonomie »; aujourd’hui stays one word.
        (r"(?<![a-z0-9])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z0-9])", ""),
        (r"'", ""),
        *_ANY,
        # What the French stemmer tells apart by accents that are folded, or does not know.
        (r"\b([a-z]{2,})y(?:es?|ees?)\b", "$1yer"),
        (r"\b(re)?cre(?:es?|ees?|ent|ez)\b", "$1creer"),
        (r"\b([a-z]{2,})ifi(?:er|e|es|ee|ees|ent|cations?|cateurs?)\b", "$1ifie"),
        (
            r"\b(publi|etudi|associ|confi|initi|copi|concili|benefici|appreci|negoci|expedi)"
            r"(?:es?|ees?|ent|ant)\b",
            "$1er",
        ),
        (
            r"\b(?!(?:ag|ann|journ|soir|matin|dur|donn|id|entr|rentr|mus|lyc)ees?\b)([a-z]{2,})ees?\b",
            "$1er",
        ),
        (r"\b([a-z]{2,})ieres?\b", "$1ier"),
        (r"\btravaux\b", "travail"),
        (r"\b((?:en)?jeu|(?:mi)?lieu|voeu|aveu|feu|neveu|cheveu)x\b", "$1"),
    ),
    "en": (
        *_SIGNS,
        (r"'s\b", ""),
        (r"(?<![a-z0-9])[dl]'(?=[a-z0-9])", ""),  # names: Cité de l’innovation
        (r"'", ""),
        *_ANY,
        # The spellings of both shores.
        (r"\b([a-z]{3,})iz(e|ed|es|er|ers|ing|ation|ations)\b", "$1is$2"),
        (r"\b([a-z]{3,})our(s|al|ed|ing)?\b", "$1or$2"),
        (r"\bprogramme(s?)\b", "program$1"),
        (r"\bcentre(s?)\b", "center$1"),
    ),
}
"""What is rewritten in a folded text before it is cut, in this order."""

IGNORED: Final[Mapping[Language, str]] = {
    "fr": "a au aux avec c ce ces d dans de des du en et j l la le les m n ne ou par pour qu que"
    " qui s sa se ses sur t un une y",
    "en": "a an and are as at be by for from in is of on or s t that the this to was were with",
}
"""Words too common to be sought: they would be a third of the index and say nothing."""

_TOKEN: Final = re.compile(r"\S+(?:(?<=\d)[\u00a0\u202f](?=\d)\S+)*\s*")
"""What stands between spaces, and the space after it; 1 500 is one number."""

_FORM: Final = re.compile(r"[^\W_]+")


def forms(text: str, language: Language) -> list[str]:
    """The forms of the words in a text: « L’Hôpital-école » gives ``hopital`` and ``ecole``."""
    folded = fold(text)
    for pattern, replacement in _compiled(language):
        folded = pattern.sub(replacement, folded)
    return _FORM.findall(folded)


@lru_cache(maxsize=2)
def _compiled(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", replacement))
        for pattern, replacement in REWRITINGS[language]
    )


@lru_cache(maxsize=100_000)
def sought(token: str, language: Language) -> str | None:
    """What is indexed of a token, its forms joined by ``-``; empty where all are ignored, and
    ``None`` where there is no word in it."""
    known = forms(token, language)
    if not known:
        return None
    ignored = _ignored(language)
    return "-".join(form for form in known if form not in ignored)


@lru_cache(maxsize=2)
def _ignored(language: Language) -> frozenset[str]:
    return frozenset(IGNORED[language].split())


def tokens(text: str, language: Language) -> tuple[list[str], list[str]]:
    """The text cut into tokens, as the author wrote them and as they are sought (see ``sought``),
    one for one. Signs that stand alone belong to the word before them, or to the first one; the
    space after a token belongs to it."""
    spelt: list[str] = []
    indexed: list[str] = []
    before = ""
    for token in _TOKEN.findall(text):
        form = sought(token, language)
        if form is not None:
            spelt.append(before + token)
            indexed.append(form)
            before = ""
        elif spelt:
            spelt[-1] += token
        else:
            before += token
    if before:
        spelt.append(before)
        indexed.append("")
    return spelt, indexed
