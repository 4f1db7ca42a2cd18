"""What records date, year after year."""

from __future__ import annotations

from in_memory import TODAY, judged

from fp_build.arranging.catalogue import Catalogue
from fp_build.arranging.chronicle import chronicle, undated


def catalogue(**stages: str) -> Catalogue:
    files = {
        f"{name}/index.fr.md": f"---\nkind: project\nstatus: published\ntitle: {name}\n"
        f"stages: [{spans}]\n---\n"
        for name, spans in stages.items()
    }
    judgement = judged(files)
    return Catalogue.arrange(judgement.records.values(), judgement.vocabularies, TODAY)


def span(start: str = "", end: str = "", stage: str = "evaluation") -> str:
    dates = [f", {key}: {date}" for key, date in (("start", start), ("end", end)) if date]
    return f"{{stage: {stage}{''.join(dates)}}}"


def test_what_is_less_precise_comes_after_the_days_it_may_be() -> None:
    found = chronicle(
        catalogue(
            an=span("2014"), mars=span("2014-03"), fin=span("2014-03-31"), avril=span("2014-04-01"),
            debut=span("2014-03-01"),
        )
    )  # fmt: skip
    assert [h.slug for h in found[2014]] == ["debut", "fin", "mars", "avril", "an"]


def test_a_year_in_which_a_stage_only_goes_on_is_there_and_empty() -> None:
    found = chronicle(catalogue(longue=span("2013-10", "2015-02")))
    assert {year: [h.what for h in told] for year, told in found.items()} == {
        2013: ["begins"], 2014: [], 2015: ["ends"],
    }  # fmt: skip
    assert list(found) == [2013, 2014, 2015]


def test_years_of_which_nothing_is_documented_are_not_there() -> None:
    assert list(chronicle(catalogue(une=span("2013"), autre=span("2019")))) == [2013, 2019]


def test_dates_that_contradict_one_another_are_left_out() -> None:
    assert chronicle(catalogue(envers=span("2015", "2013"))) == {}


def test_what_has_no_date_is_undated() -> None:
    found = catalogue(une=span("2013"), sans=span(), vide="")
    assert undated(found) == ("sans", "vide")
    assert chronicle(catalogue()) == {}
