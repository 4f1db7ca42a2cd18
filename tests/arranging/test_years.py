"""The years that a record covers."""

from __future__ import annotations

from typing import Any

import pytest

from fp_build.arranging.years import LONGEST_STAGE, spans_of, with_years, years_of
from fp_build.judging.models import Call, Event, Facts
from fp_build.reading.vocabulary import Vocabularies


def stages(*spans: tuple[str | None, str | None]) -> Facts:
    keys = ("start", "end")
    dated = [{k: d for k, d in zip(keys, span, strict=True) if d} for span in spans]
    return Facts.model_validate({"stages": [{"stage": "evaluation", **each} for each in dated]})


@pytest.mark.parametrize(
    ("facts", "spans", "years"),
    [
        (Facts(), [], ""),
        (stages((None, None)), [], ""),
        (stages(("2013-10", "2015")), [("2013-10", "2015")], "2013 2014 2015"),
        (stages(("2013-10", None)), [("2013-10",)], "2013"),
        (stages((None, "2015-01-01")), [("2015-01-01",)], "2015"),
        (
            stages(("2015", "2015-03"), ("2012", None)),
            [("2015", "2015-03"), ("2012",)],
            "2012 2015",
        ),
        (stages(("2014", "2012")), [("2014", "2012")], ""),
        (stages(("0001", "9999")), [("0001", "9999")], "0001 9999"),
        (Call(), [], ""),
        (Event(), [], ""),
    ],
)
def test_stages(facts: Facts, spans: list[tuple[str, ...]], years: str) -> None:
    assert [tuple(str(date) for date in span) for span in spans_of(facts)] == spans
    assert list(years_of(facts)) == years.split()


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ({"opens": "2013-11", "closes": "2014-01"}, "2013 2014"),
        ({"opens": "2013-11", "closes": "2014-01", "decided_on": "2015"}, "2013 2014 2015"),
        ({"opens": "2013-11", "decided_on": "2015"}, "2013 2014 2015"),
        ({"opens": "2013"}, "2013"),
        ({"closes": "2014"}, "2014"),
        ({"decided_on": "2015"}, "2015"),
    ],
)
def test_a_call_runs_from_its_opening_to_its_decision(dates: dict[str, str], years: str) -> None:
    assert list(years_of(Call.model_validate(dates))) == years.split()


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ({"starts": "2014-11-07 09:00"}, "2014"),
        ({"starts": "2014-12-30", "ends": "2015-01-02 18:00"}, "2014 2015"),
        ({"ends": "2015"}, "2015"),
    ],
)
def test_an_event_runs_from_its_first_day_to_its_last(dates: dict[str, str], years: str) -> None:
    assert list(years_of(Event.model_validate(dates))) == years.split()


def test_what_a_call_dates_is_added_to_its_stages() -> None:
    given: dict[str, Any] = {"stages": [{"stage": "evaluation", "start": "2010"}], "opens": "2013"}
    assert years_of(Call.model_validate(given)) == ("2010", "2013")


def test_a_span_too_long_to_be_true_fills_no_years() -> None:
    last = 2000 + LONGEST_STAGE
    assert len(years_of(stages(("2000", str(last))))) == LONGEST_STAGE + 1
    assert years_of(stages(("2000", str(last + 1)))) == ("2000", str(last + 1))
    call = Call.model_validate({"opens": "1013", "closes": "2013"})
    assert years_of(call) == ("1013", "2013")


def test_the_years_are_a_vocabulary(vocabularies: Vocabularies) -> None:
    event = Event.model_validate({"starts": "2014-11-07"})
    spoken = with_years(vocabularies, [*years_of(event), *years_of(stages(("2012", "2013")))])
    assert list(spoken["years"]) == ["2012", "2013", "2014"]
    assert spoken["years"].label("2014", "fr") == spoken["years"].label("2014", "en") == "2014"
    assert spoken["facets"].label("year", "en") == "Year"
    assert "years" not in vocabularies.by_name
