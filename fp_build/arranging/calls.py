"""Calls for ideas and events as they stand on a given day."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from fp_build.judging.models import Call, Event

CallState = Literal["upcoming", "open", "closed", "decided", "undated"]
EventState = Literal["upcoming", "ongoing", "past", "undated"]


def state_of_call(call: Call, today: dt.date) -> CallState:
    """Where a call stands: a date known to the month or the year counts whole, so that a call that
    closes in 2026-12 is open until the 31st. ``undated`` where it has no date at all."""
    if call.decided_on is not None and call.decided_on.first <= today:
        return "decided"
    if call.closes is not None and call.closes.last < today:
        return "closed"
    if call.opens is not None and today < call.opens.first:
        return "upcoming"
    return "open" if call.opens is not None or call.closes is not None else "undated"


def state_of_event(event: Event, today: dt.date) -> EventState:
    """Whether an event is to come, on, or over."""
    if event.starts is None:
        return "undated"
    if today < event.starts.date.first:
        return "upcoming"
    return "past" if (event.ends or event.starts).date.last < today else "ongoing"
