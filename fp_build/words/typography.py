"""Typography as readers expect it, without asking authors to type it.

**French** follows the table of spaces of the *Lexique des règles typographiques en usage à
l’Imprimerie nationale* (3rd edition, 2002, entry « Ponctuation »): a no-break space before a colon
and inside « guillemets », a narrow one (« fine ») before ``;`` ``!`` ``?``. Unicode’s U+00A0 is the
first, U+202F the second, which also parts thousands, as CLDR has it for ``fr``. A number keeps to
what follows it: ``%``, ``€``, a unit, the month of a date; so do « n° » and « M. » to what they
announce. ``'`` in a word becomes ``’``, three dots become ``…``, and ASCII double quotes become
guillemets where all of a paragraph’s are plainly pairs.

**English** takes ``’``, ``“ ”`` under the same condition, and a no-break space between a number
and its unit; its authors type the rest.

Left alone: addresses, e-mail addresses, times (12:30), ratios, ``case:`` ids, ``!important`` and
other signs that a letter follows, keys such as « status: draft », and whatever a caller marks.

Whoever typesets a tree rather than a text sets marks in the place of its tags, so that a rule sees
« l'<em>eau</em> ! » as the line that a reader sees: :data:`TAG`, :data:`OBJECT`, :data:`EDGE`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import Final

from fp_build.words.languages import Language

NO_BREAK: Final = "\u00a0"
NARROW: Final = "\u202f"

TAG: Final = "\0"
"""Stands for a tag within a line: the rules see through it."""
OBJECT: Final = "\x01"
"""Stands for what is not to be touched, such as code: a rule sees that something is there."""
EDGE: Final = "\x1e"
"""Stands for the end of a paragraph: no rule reaches beyond it."""


def typeset(text: str, language: Language) -> str:
    """The text as it is printed in that language. Doing it again changes nothing."""
    return _known(text, language) if len(text) <= _SHORT else _printed(text, language)


_SHORT: Final = 300
"""Titles, labels and dates come again on many pages, bodies and most other texts do not."""


def _printed(text: str, language: Language) -> str:
    if len(text) > _LONG and _is_flood(text):
        return text
    if language == "fr":
        return _french(text) if _FRENCH_SIGN.search(text) else text
    return _english(text) if _ENGLISH_SIGN.search(text) else text


_LONG: Final = 50_000


def _is_flood(text: str) -> bool:
    """True where every fourth character is a sign, over pages: nobody reads that, and to set the
    spaces of each would take long."""
    return sum(map(text.count, _FLOODING)) * 4 > len(text)


_FLOODING: Final = "&;:!?«»°"

_known: Final = lru_cache(maxsize=8192)(_printed)


def typeset_between(texts: Sequence[str], marks: Sequence[str], language: Language) -> list[str]:
    """Texts that make lines together, with the marks, one at least, that stand between each two:
    as many as there are texts, less one. A text that holds a mark itself leaves all as they are."""
    whole = "".join(chain.from_iterable(zip(texts, (*marks, ""), strict=True)))
    pieces = typeset(whole, language).replace(OBJECT, TAG).replace(EDGE, TAG).split(TAG)
    if len(pieces) == len(texts):  # one mark between each two
        return pieces
    places = list(accumulate(map(len, marks), initial=0))
    return [pieces[at] for at in places] if len(pieces) == places[-1] + 1 else list(texts)


# A rule begins with the rare sign it is about and then looks back: to begin with a look back, with
# a space or with a choice costs ten times as much over a long text.

_SPACE: Final = " \t\n\u00a0\u2009\u202f"
_S: Final = f"[{_SPACE}]"
_HOLD: Final = "\x02"
"""Stands for an address while the rules are at work; Python-Markdown’s own marks begin with it."""

_HELD: Final = re.compile(
    r"\x02(?:[^\x02\x03]*\x03)?"  # what Python-Markdown keeps for later
    r"|\b(?:[A-Za-z][A-Za-z0-9+.-]{0,30}://|www\.|mailto:|case:)"
    r"[^\s<>«»\"\0\x01\x1e]*[^\s<>«»\"\0\x01\x1e.,;:!?)\]'’]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|&#?\w+;"
)
_HOLDS: Final = ("://", "@", "www.", "&", "mailto:", "case:", _HOLD)


def _hold(text: str) -> tuple[str, list[str]]:
    """The text without what must stay as it is, and what was taken out."""
    for sign in _HOLDS:
        if sign in text:
            break
    else:
        return text, []
    held: list[str] = []

    def keep(match: re.Match[str]) -> str:
        held.append(match[0])
        return _HOLD

    return _HELD.sub(keep, text), held


def _release(text: str, held: list[str]) -> str:
    if not held:
        return text
    parts = text.split(_HOLD)
    return "".join(part for pair in zip(parts, (*held, ""), strict=True) for part in pair)


# Quotation marks

_OPENS: Final = re.compile(r"(?:^|[\s«(\[’/—–])\0*\Z")
"""What stands before an opening quote."""
_CLOSES: Final = re.compile(r"\0*(?:\Z|[\s.,;!?…)\]»’/—–])")
"""What stands after a closing one: no colon, for ``"key": value`` is no quotation."""


def _paired(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    """ASCII double quotes as quotation marks, in each paragraph where all are plainly pairs;
    ``inner`` within guillemets."""
    return EDGE.join(
        _paired_in(part, outer, inner) if '"' in part else part for part in text.split(EDGE)
    )


def _paired_in(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text
    done = [parts[0]]
    within = parts[0].count("«") - parts[0].count("»")
    for quoted, after in zip(parts[1::2], parts[2::2], strict=True):
        bare = quoted.strip(TAG)
        plain = bare and not (bare[0].isspace() or bare[-1].isspace() or bare[0] in ",;:=")
        if not plain or not _OPENS.search(done[-1]) or not _CLOSES.match(after):
            return text
        opening, closing = inner if within > 0 else outer
        done += [opening, quoted, closing, after]
        within += sum(part.count("«") - part.count("»") for part in (quoted, after))
    return "".join(done)


# French

_FRENCH_SIGN: Final = re.compile("""['"«»;:!?%‰€0-9.°M]""")

_ELISION: Final = re.compile(r"""'(?:(?<=[^\W\d_]')|(?<=[^\W\d_]\0'))(?=\0*[\w«"“\x01\x02])""")
_DOTS: Final = re.compile(r"\.{3}(?<![./]\.{3})(?![./])(?:(?!\w)|(?<!\w\.{3}))")
_SIGNS: Final = re.compile("([;:!?«»])")
_THOUSANDS: Final = (
    rf"(?<=[1-9])(?<![\w.,][0-9])(?<![0-9]{_S}[0-9])([0-9]{{0,2}}(?:{_S}[0-9]{{3}})+)(?!{_S}?[0-9])"
)
_FRENCH_UNITS: Final = (
    "[kM]?€|Md€|[kM]?[$£]|°C|[kcm]?m[²³]?|ha|[kmµ]?g|t|[hcm]?[lL]|h|min|m?s|[kKMGT]o|[kMGT]?Wh?|px"
    "|ans?|mois|jours?|heures?|minutes?|secondes?|euros?|milliers?|millions?|milliards?"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_FRENCH_NUMBER: Final = re.compile(
    rf"[0-9](?:{_THOUSANDS}|[0-9]*)(?:er)?\0*"
    rf"({_S}+(h){_S}+(?=[0-9])|{_S}+(?=\0*(?:{_FRENCH_UNITS})(?![\w’']))|{_S}*(?=[%‰€](?!\w)))?"
)
"""A number, its thousands apart or not, and the space between it and its unit."""
_NUMERO: Final = re.compile(rf"°(?<=\b[nN]°){_S}*(?=[^\W_])")
_MISTER: Final = re.compile(rf"(M(?:M?\.|mes?)){_S}+(?=[A-ZÀ-Ý])")
_PAGE: Final = re.compile(rf"p\.(?<=\bp\.){_S}+(?=[0-9])")


def _french(text: str) -> str:
    text, held = _hold(text)
    if "'" in text:
        text = _ELISION.sub("’", text)
    if "..." in text:
        text = _DOTS.sub("…", text)
    if '"' in text:
        text = _paired(text, ("«", "»"), ("“", "”"))
    parts = _SIGNS.split(text)
    if len(parts) > 1:
        for at in range(1, len(parts), 2):
            _space_sign(parts, at)
        text = "".join(parts)
    text = _FRENCH_NUMBER.sub(_with_its_unit, text)
    if "°" in text:
        text = _NUMERO.sub(f"°{NO_BREAK}", text)
    if "M" in text:
        text = _MISTER.sub(rf"\1{NO_BREAK}", text)
    if "p. " in text:
        text = _PAGE.sub(f"p.{NO_BREAK}", text)
    return _release(text, held)


def _space_sign(parts: list[str], at: int) -> None:
    """Set the space that belongs to the sign at that place. ``parts`` are texts and, between each
    two, a sign."""
    sign, left, right = parts[at], parts[at - 1], parts[at + 1]
    if sign == "«":
        quoted = right.lstrip(_SPACE + TAG)
        moved = right[: len(right) - len(quoted)].count(TAG)
        parts[at + 1] = NO_BREAK + TAG * moved + quoted
        return
    text = left.rstrip(_SPACE + TAG)
    gap = left[len(text) :]
    last = text[-1:] or (parts[at - 2] if at > 1 else "")
    after = right.lstrip(TAG)[:1] or (parts[at + 2] if at + 2 < len(parts) else "")
    nothing = not last or last.isspace()
    if gap.strip(TAG):
        begins = nothing or last == "«"
        wanted = sign == "»" or not (begins or after.isalnum() or after in _GOES_ON[sign])
    elif sign == "»":
        wanted = not nothing
    else:
        key = sign == ":" and at > 1 and parts[at - 2] == "«" and _KEY.fullmatch(text.lstrip())
        wanted = not (nothing or key) and _ends(last) and (after in _STOPS[sign] or after.isspace())
    if wanted:
        tags = gap[: len(gap) - len(gap.lstrip(TAG))]
        space = NARROW if sign in ";!?" else NO_BREAK
        parts[at - 1] = text + tags + space + TAG * (gap.count(TAG) - len(tags))


_KEY: Final = re.compile("[a-z_]+")
"""What « status: draft » begins with: a key of a file, not a word."""
_GOES_ON: Final = dict.fromkeys(";!?", tuple("_=")) | {":": tuple("_=:/()-")}
"""What shows, right after a sign, that it is none of punctuation: ``!=``, ``::``, ``:-)``."""
_STOPS: Final = dict.fromkeys(";!?", ("", *"!?»”)]…,.–—")) | {":": ("", "«", "»")}
"""What may follow a sign that was typed without a space before it."""


def _ends(character: str) -> bool:
    """True for what ends a word or a group, after which an author may have left the space out."""
    return character.isalnum() or character in f"…)]}}”’»%‰€$£°{OBJECT}{_HOLD}"


def _with_its_unit(match: re.Match[str]) -> str:
    thousands, space, hour = match.groups()
    number = match[0] if space is None else match[0][: len(match[0]) - len(space)]
    if thousands:
        end = 1 + len(thousands)  # they follow the first digit
        number = NARROW.join(number[:end].split()) + number[end:]
    if space is None:
        return number
    return f"{number}{NO_BREAK}{hour}{NO_BREAK}" if hour else f"{number}{NO_BREAK}"


# English

_ENGLISH_SIGN: Final = re.compile("""['"0-9]""")

_APOSTROPHE: Final = re.compile(r"'(?:(?<=[^\W\d_]')|(?<=[^\W\d_]\0'))(?=\0*[^\W\d_])")
_POSSESSIVE: Final = re.compile(r"'(?<=[sS]')(?=\0*(?:[\s.,;:!?)\]]|\Z))")
_SINGLE_QUOTE: Final = re.compile(r"'(?<!\w')(?=\S)")
_ENGLISH_NUMBER: Final = re.compile(
    rf"([0-9]\0*){_S}+(?=\0*(?:%|[kMG]?€|°C|[kcm]?m[²³]?|ha|[kmµ]?g|min|[kKMGT]B|[kMGT]?Wh?|px"
    r"|years?|months?|days?|hours?|minutes?|seconds?|euros?|thousand|million|billion)(?![\w’']))"
)


def _english(text: str) -> str:
    text, held = _hold(text)
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
        if not _SINGLE_QUOTE.search(text):
            text = _POSSESSIVE.sub("’", text)
    if '"' in text and "“" not in text:
        text = _paired(text, ("“", "”"), ("“", "”"))
    text = _ENGLISH_NUMBER.sub(rf"\1{NO_BREAK}", text)
    return _release(text, held)
