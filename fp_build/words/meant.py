"""What an author probably meant by a value that is not written as it should be.

Only what can be read in one way is guessed, and only to be asked back: nothing is ever mended
behind an author's back. All guesses take time that grows with the length of the text alone.
"""

from __future__ import annotations

import re
from typing import Final

from fp_build.words.dates import BadDateForm, ImpossibleDate, Moment
from fp_build.words.text import fold

_LONGEST: Final = 80
"""In characters. What is longer is no date, number or address with a slip in it."""

_QUOTES: Final = "\"'“”„«»‹›‘’ \t\u00a0\u202f"

_MONTHS: Final = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"),
    ("mai", "may"), ("juin", "june"), ("juillet", "july"), ("aout", "august"),
    ("septembre", "september"), ("octobre", "october"), ("novembre", "november"),
    ("decembre", "december"),
)  # fmt: skip
_SHORTEST: Final = 3
"""How many letters of a month there must be: “jan”, but not “ju”."""

_TIME: Final = r"(?:t|,? *(?:a|at|vers)? +|, *)?(\d{1,2}) ?[h:](?: ?(\d{2}))?(?::\d{2}| ?min)?"
_FORMS: Final = tuple(
    re.compile(rf"(?:{form})(?:{_TIME})?", re.A)
    for form in (
        r"(?P<y>\d{4})",
        r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})(?:[-/. ](?P<d>\d{1,2}))?",
        r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4})",
        r"(?P<m>\d{1,2})[-/. ](?P<y>\d{4})",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?:[a-z]{5,9},? )?(?:(?P<d>\d{1,2})(?:er|st|nd|rd|th)? )?(?:of )?"
        r"(?P<name>[a-z]{3,9})\.?,? (?P<y>\d{4})",
        r"(?:[a-z]{5,9},? )?(?P<name>[a-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})",
    )
)
"""Dates as people write them, in either language, with a time of day after them or without; a day
comes before its month."""


def meant_date(text: str) -> list[str]:
    """The date that was probably meant, as it is to be written; a time of day is left out.

    >>> meant_date("12 mars 2026"), meant_date("1/9/2014"), meant_date("bientôt")
    (['2026-03-12'], ['2014-09-01'], [])
    """
    return [date for date in _moment(text)[:1] if date]


def meant_moment(text: str) -> list[str]:
    """The same, with the time of day where there is one.

    >>> meant_moment("9 mars 2027 à 9h30"), meant_moment("2027-03-09T14:00")
    (['2027-03-09 09:30'], ['2027-03-09 14:00'])
    """
    found = _moment(text)
    return [" ".join(filter(None, found))] if found else []


def _moment(text: str) -> tuple[str, ...]:
    """A date and a time of day, which may be empty; nothing where the text is no date."""
    bare = fold(text.strip(_QUOTES)) if len(text) <= _LONGEST else ""
    for form in _FORMS:
        match = form.fullmatch(bare)
        if match is None:
            continue
        parts = match.groupdict()
        date = parts["y"]
        if "name" in parts:
            date += f"-{_month(parts['name']):02}"
        elif "m" in parts:
            date += f"-{int(parts['m']):02}"
        if parts.get("d"):
            date += f"-{int(parts['d']):02}"
        hour, minute = match.groups()[-2:]
        time = f"{int(hour):02}:{minute or '00'}" if hour and parts.get("d") else ""
        try:
            Moment.parse(f"{date} {time}".rstrip())
        except (BadDateForm, ImpossibleDate):
            continue
        return date, time
    return ()


def _month(name: str) -> int:
    """The number of a month by its name in either language, or by the beginning of one that no
    other month shares; 0 where it is none."""
    found = [
        number
        for number, names in enumerate(_MONTHS, start=1)
        if any(known.startswith(name) for known in names)
    ]
    return found[0] if len(found) == 1 and len(name) >= _SHORTEST else 0


_SPACED: Final = re.compile(r"(-?)(\d{1,3}(?: \d{3})+|\d+)(?:([.,])(\d{1,6}))? ?[%€]?", re.A)


def meant_number(text: str) -> list[str]:
    """The number that was probably meant: « 1 250,5 » is 1250.5.

    What may be thousands as well as decimals, such as “1,250”, is not guessed.
    """
    bare = re.sub("[\u00a0\u202f]", " ", text.strip(_QUOTES)) if len(text) <= _LONGEST else ""
    match = _SPACED.fullmatch(bare)
    if match is None or (match[3] == "," and len(match[4]) == 3 and " " not in match[2]):
        return []
    whole = match[2].replace(" ", "").lstrip("0") or "0"
    return [f"{match[1]}{whole}" + (f".{match[4]}" if match[4] else "")]


_HOST: Final = re.compile(r"(?:https?:/{0,2})?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\s@]*)?)", re.I)


def meant_address(text: str) -> list[str]:
    """The web address that was probably meant: without quotes, with “https://”, and with its spaces
    written as addresses have them."""
    bare = text.strip(_QUOTES + "<>") if len(text) <= 5 * _LONGEST else ""
    match = _HOST.fullmatch(bare)
    if match:
        return [f"https://{match[1]}"]
    bare = bare.replace(" ", "%20")
    return [bare] if bare != text and re.match(r"https?://[^\s/%]+/", bare + "/") else []
