"""The day of a build."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from fp_build.doors import clock


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", dt.date(1970, 1, 1)),
        ("1795305599", dt.date(2026, 11, 21)),
        ("1795305600", dt.date(2026, 11, 22)),
    ],
)
def test_the_day_that_is_asked_for(
    epoch: str, day: dt.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == day


@pytest.mark.parametrize("epoch", [None, "", "hier", "-1", "1.5", "²", "١٢", "9" * 30])
def test_else_the_day_in_paris(epoch: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 23:30 in Reykjavík it is tomorrow in Paris, and the site is made there."""

    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Clock:
            assert isinstance(tz, ZoneInfo)
            moment = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC).astimezone(tz)
            return cls(*moment.timetuple()[:6], tzinfo=tz)

    monkeypatch.setattr(dt, "datetime", Clock)
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == dt.date(2026, 11, 22)
