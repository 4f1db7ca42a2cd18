"""Calls for ideas and events as they stand on a given day."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from fp_build.judging.models import Call, Event

CallState = Literal["upcoming", "open", "closed", "decided", "undated"]
EventState = Literal["upcoming", "ongoing", "past", "undated"]


def state_of_call(call: Call, today: dt.date) -> CallState:
    """Where a call stands: a date known to the month or the year counts whole, so that a call that
    closes in 2026-12 is open until the 31st. One decided “in 2026” is not before it has closed.
    ``undated`` where it has no date at all."""
    decided, closes = call.decided_on, call.closes
    if decided is not None and decided.first <= today and not (closes and today < closes.first):
        return "decided"
    if closes is not None and closes.last < today:
        return "closed"
    if call.opens is not None and today < call.opens.first:
        return "upcoming"
    return "open" if call.opens is not None or closes is not None else "undated"


def state_of_event(event: Event, today: dt.date) -> EventState:
    """Whether an event is to come, on, or over."""
    if event.starts is None:
        return "undated"
    if today < event.starts.date.first:
        return "upcoming"
    return "past" if (event.ends or event.starts).date.last < today else "ongoing"
