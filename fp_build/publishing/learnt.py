"""What was learnt, first: the order in which a record of something that did not last is read.

The programme accepts error. A record whose outcome says that the action was stopped, or settled
nothing, opens with its lessons, and so do the other lists that name it. Sections are moved in the
text before it is rendered, so that notes are numbered in the order in which they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import pyromark

from fp_build.judging.models import ENDED_SHORT
from fp_build.judging.record import Record
from fp_build.publishing.body import beginning
from fp_build.publishing.edition import Edition
from fp_build.publishing.list_views import Learning, LearntFrom
from fp_build.reading.outline import OPTIONS, Outline, read_outline
from fp_build.reading.source import Limits, Source

LESSONS: Final = "lessons"

ACCEPT_ERROR: Final = "initiative"
"""The principle whose words begin with accepting error."""

_ANY: Final = Limits(elements=1 << 60, body_nesting=1 << 60, block_characters=1 << 60)
"""Those that a body keeps to were looked at when it was read."""

LINE: Final = 320
"""How many characters of what was learnt a list shows."""

NAMED: Final = 6
"""How many records such a list names; the pages of the outcomes have them all."""


def view_learning(edition: Edition, here: str) -> Learning:
    """The records that were stopped or settled nothing, by title, as the page at ``here`` shows
    them."""
    catalogue = edition.catalogue
    known = [outcome for outcome in ENDED_SHORT if outcome in edition.vocabulary("outcome")]
    slugs = [slug for outcome in known for slug in catalogue.under("outcome", outcome)]
    ordered = catalogue.in_order(slugs, edition.language)
    left = len(ordered) - NAMED
    return Learning(
        records=tuple(_learnt_from(slug, edition, here) for slug in ordered[:NAMED]),
        more=edition.words.count("more", left) if left > 0 else "",
        outcomes=edition.all_counted("outcome", known, here),
    )


def _learnt_from(slug: str, edition: Edition, here: str) -> LearntFrom:
    record = edition.catalogue.records[slug]
    language = record.text_language(edition.language)
    sections = edition.catalogue.vocabularies["sections"]
    outline = record.manuscripts[language].outline
    text = first_lesson(outline, sections.by_words)
    named = edition.named(slug, here)
    return LearntFrom(
        record=named._replace(url=f"{named.url}#s-{LESSONS}") if text else named,
        outcome=edition.label("outcomes", record.facts.outcome or ""),
        learnt=edition.said(beginning(text, LINE), language),
    )


def ended_short(record: Record) -> bool:
    """True where the action was stopped or settled nothing."""
    return record.facts.outcome in ENDED_SHORT


def lessons_first(
    outline: Outline, section: Callable[[str], str | None]
) -> tuple[Outline, int | None]:
    """The body with its lessons before its other sections, and how many headings stand before the
    first of those: ``None`` where there are no lessons, and the body is as it was. Text above the
    first heading keeps its place. ``section`` answers the section that a heading opens."""
    headings = list(_headings(outline.body))
    tops = [index for index, heading in enumerate(headings) if heading.is_top]
    which = next((t for t in tops if section(headings[t].text) == LESSONS), None)
    if which is None:
        return outline, None
    data = outline.body.encode()
    until = next((t for t in tops if t > which), len(headings))
    first = tops[0]
    starts = [*(heading.start for heading in headings), len(data)]
    parts = (
        data[: starts[first]],
        data[starts[which] : starts[until]],
        data[starts[first] : starts[which]],
        data[starts[until] :],
    )
    text = "\n\n".join(part.decode() for part in parts if part)
    order = [*range(first), *range(which, until), *range(first, which)]
    order += range(until, len(headings))
    moved = read_outline(Source(outline.source.path, text), 0, _ANY)
    if [mark.text for mark in moved.of_kind("heading")] != [headings[n].text for n in order]:
        return outline, None  # an unclosed fence, say, would swallow what comes after it now
    return moved, first + until - which


def first_lesson(outline: Outline, section: Callable[[str], str | None]) -> str:
    """The words of the first paragraph or item of a list in the lessons that says more than what
    follows it; nothing where there is none."""
    headings = [heading for heading in _headings(outline.body) if heading.is_top]
    for number, heading in enumerate(headings):
        if section(heading.text) == LESSONS:
            until = headings[number + 1].start if number + 1 < len(headings) else None
            lessons = outline.body.encode()[heading.start : until].decode()
            statements = (text for text in _statements(lessons) if not text.endswith(":"))
            return next(statements, "")
    return ""


def _statements(text: str) -> Iterator[str]:
    """The words of each paragraph and item of a list, without what they cite."""
    words: list[str] | None = None
    event: Any  # a word, or a mapping of one name to what is known of it
    for event in pyromark.events(text, options=OPTIONS):
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, "")
        if name == "Start" and value in ("Paragraph", "Item"):
            words = []
        elif name == "End" and value in ("Paragraph", "Item"):
            said = " ".join("".join(words or ()).split())
            words = None
            if said:
                yield said
        elif words is not None:
            words.append(value if name in ("Text", "Code") else " " if "Break" in name else "")


class _Heading(NamedTuple):
    start: int
    """In bytes of the body."""
    text: str
    is_top: bool
    """True where it opens a section: of level one or two, and not within a quotation or a list."""


def _headings(body: str) -> Iterator[_Heading]:
    """Every heading of a body, in order."""
    depth = start = 0
    words: list[str] | None = None
    event: Any  # a word, or a mapping of one name to what is known of it
    for event, span in pyromark.events_with_range(body, options=OPTIONS):
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, "")
        if name == "Start":
            if isinstance(value, dict) and "Heading" in value:
                start, words = span["start"], []
            depth += 1
        elif name == "End":
            depth -= 1
            if words is not None and isinstance(value, dict) and "Heading" in value:
                is_top = depth == 0 and value["Heading"] in ("H1", "H2")
                yield _Heading(start, "".join(words).strip(), is_top)
                words = None
        elif words is not None and name in ("Text", "Code"):
            words.append(value)
