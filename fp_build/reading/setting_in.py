"""How far lines are set in, where that is what YAML stumbled on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_LINE: Final = re.compile(
    r"(?P<spaces> *+)(?:(?P<dash>-)(?P<gap> ++|$))?+(?P<key>[\w-]++ *+:(?: |$))?+"
)


class Misalignment(NamedTuple):
    """A line that begins after ``found`` spaces, where its neighbours begin after ``wanted``."""

    found: int
    wanted: int


def misalignment(lines: list[str], at: int) -> Misalignment | None:
    """What is wrong with how far that line is set in, if anything: an item of a list stands under
    the others of its list, a key under the others of its group."""
    line = _LINE.match(lines[at])
    if line is None or not (line["dash"] or line["key"]):
        return None
    found = len(line["spaces"])
    kind = "dash" if line["dash"] else "key"
    columns = list(_open_before(lines, at))
    if any(column == found for column, _ in columns):
        return None  # aligned with something: the fault is another one
    alike = [column for column, of in columns if of == kind]
    if not alike:
        return None
    return Misalignment(found, min(alike, key=lambda column: (abs(column - found), -column)))


def undashed_item(lines: list[str], at: int) -> int | None:
    """The line of the first item of a list, where that one has no dash and the item ``at`` has."""
    line = _LINE.match(lines[at])
    if line is None or not line["dash"]:
        return None
    first = None
    for number in range(at - 1, -1, -1):
        text = lines[number]
        if not text.strip():
            continue
        above = len(text) - len(text.lstrip(" "))
        if above < len(line["spaces"]) or text.lstrip().startswith("- "):
            is_list = text.rstrip().endswith(":") and not text.lstrip().startswith("- ")
            return first if is_list else None
        first = number
    return None


def _open_before(lines: list[str], at: int) -> Iterator[tuple[int, str]]:
    """The columns at which a line may go on with what stands above, each with what stands there."""
    least: int | None = None
    for number in range(at - 1, -1, -1):
        line = _LINE.match(lines[number])
        if line is None or not (line["dash"] or line["key"]):
            continue
        column = len(line["spaces"])
        if least is not None and column >= least:
            continue
        if line["dash"]:
            if line["key"]:
                yield column + 1 + len(line["gap"]), "key"
            yield column, "dash"
        else:
            yield column, "key"
        least = column
        if least == 0:
            return
