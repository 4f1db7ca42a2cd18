"""What a record dates."""

from __future__ import annotations

from typing import Any

import pytest

from fp_build.judging.happenings import happenings
from fp_build.judging.models import Call, Event, Facts


def told(facts: Facts) -> list[tuple[str, str, str, str]]:
    return [(h.what, h.about, str(h.starts), str(h.ends)) for h in happenings("une", facts)]


def stage(**dates: str) -> Facts:
    return Facts.model_validate({"stages": [{"stage": "evaluation", **dates}]})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (stage(), []),
        (stage(start="2014-03"), [("begins", "evaluation", "2014-03", "2014-03")]),
        (stage(end="2015"), [("ends", "evaluation", "2015", "2015")]),
        (stage(start="2014-03-02", end="2014"), [("stage", "evaluation", "2014-03-02", "2014")]),
        (
            stage(start="2013", end="2014-06"),
            [
                ("begins", "evaluation", "2013", "2013"),
                ("ends", "evaluation", "2014-06", "2014-06"),
            ],
        ),
        (Call(), []),
        (
            Call.model_validate({"opens": "2026-01", "closes": "2026-03-01", "decided_on": "2027"}),
            [
                ("call-opens", "", "2026-01", "2026-01"),
                ("call-closes", "", "2026-03-01", "2026-03-01"),
                ("call-decided", "", "2027", "2027"),
            ],
        ),
        (Event(), []),
        (
            Event.model_validate({"starts": "2026-11-23 14:30", "series": "community-gathering"}),
            [("event", "community-gathering", "2026-11-23", "2026-11-23")],
        ),
        (
            Event.model_validate({"starts": "2026-11", "ends": "2026-12"}),
            [("event", "", "2026-11", "2026-12")],
        ),
    ],
)
def test_what_a_record_dates(facts: Facts, expected: Any) -> None:
    assert told(facts) == expected
