"""The day of a build, which is an input like any other."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from zoneinfo import ZoneInfo


def today() -> dt.date:
    """The day of ``SOURCE_DATE_EPOCH`` in UTC, else today's in Paris."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        with contextlib.suppress(OverflowError, ValueError, OSError):  # no calendar goes that far
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.datetime.now(ZoneInfo("Europe/Paris")).date()
