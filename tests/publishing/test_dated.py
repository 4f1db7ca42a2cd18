"""What the pages of calls, events and projects say of dates."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest
from in_memory import TODAY

from fp_build.publishing.blocks import BLOCKS
from fp_build.publishing.dated import LINE, CallView, EventView, event_line, view_dated
from fp_build.publishing.ecosystem import view_surroundings
from fp_build.publishing.record_page import view_record
from fp_build.publishing.views import Said
from fp_build.words.addresses import record_file
from fp_build.words.languages import Language
from publishing.editions import edition_of, editions_of, record, renderer, translated

SOURCE: Final = "sources: [{id: s, title: Titre, publisher: Éditeur}]"
CALL: Final = (
    "title: Un appel",
    "question: Que faire ?",
    "opens: 2026-11-01",
    "closes: 2026-12-15",
    "answer_url: https://example.org/repondre",
)
EVENT: Final = (
    "title: Un rendez-vous",
    "summary: Un résumé.",
    "starts: 2026-11-23 14:30",
    "ends: 2026-11-23 17:00",
    "place: Une salle, Paris",
    "online: https://visio.example.org/salle?x=1",
    "series: public-innovation-week",
    "languages: [fr, en]",
    "registration: https://example.org/inscription",
)


def dated(
    files: dict[str, str], slug: str, language: Language = "fr", today: dt.date = TODAY
) -> dict[str, Any]:
    edition = edition_of(files, language, today=today)
    page = view_record(edition.catalogue.records[slug], edition)
    here = record_file(language, slug)
    return view_dated(edition.catalogue.records[slug], edition, here, page.sources)


def call(*lines: str, language: Language = "fr", today: dt.date = TODAY, **more: str) -> CallView:
    files = {"appel/index.fr.md": record(*lines, kind="call"), **more}
    return dated(files, "appel", language, today)["call"]


def event(*lines: str, language: Language = "fr", today: dt.date = TODAY, body: str = "") -> Any:
    files = {"rdv/index.fr.md": record(*lines, kind="event", body=body)}
    return dated(files, "rdv", language, today)["event"]


# Calls


def test_a_call_shows_its_dates_whatever_its_state() -> None:
    for day, state in (((2026, 10, 1), "upcoming"), ((2026, 12, 1), "open")):
        shown = call(*CALL, today=dt.date(*day))
        assert shown.state == state
        assert shown.dates == (
            ("Ouverture", "1er\u00a0novembre 2026"),
            ("Clôture", "15\u00a0décembre 2026"),
        )
        assert shown.calendar_url == "../../catalogue/appel/appel.ics"
        assert shown.outcome is None
    shown = call(*CALL, today=dt.date(2026, 12, 16))
    assert shown.dates[2] == ("Décision", "non documenté")
    assert call("opens: 2026-11").dates[1] == ("Clôture", "non documenté")


def test_one_answers_a_call_only_while_it_is_open() -> None:
    assert call(*CALL).answer_url == "https://example.org/repondre"
    assert call(*CALL, today=dt.date(2026, 10, 1)).answer_url == ""
    over = call(*CALL, today=dt.date(2026, 12, 16))
    assert over.answer_url == over.calendar_url == ""


def test_the_state_of_a_call_says_for_which_day_it_holds() -> None:
    assert call(*CALL).as_of == "État au 21\u00a0novembre 2026."
    assert call(*CALL, language="en").as_of == "As it stands on 21 November 2026."


def test_a_question_that_is_not_translated_is_marked() -> None:
    assert call(*CALL).question == Said("Que faire\u202f?")
    assert call(*CALL, language="en").question == Said("Que faire\u202f?", "fr")
    files = {
        "appel/index.fr.md": record(*CALL, kind="call"),
        "appel/index.en.md": translated("title: A call", "question: What to do?"),
    }
    assert dated(files, "appel", "en")["call"].question == Said("What to do?")


def test_what_came_of_a_call_has_its_source_and_its_projects() -> None:
    files = {
        "appel/index.fr.md": record(
            "opens: 2025-01",
            "closes: 2025-03",
            "ideas: {received: 1214, selected: 1, source: s}",
            SOURCE,
            kind="call",
        ),
        "projet/index.fr.md": record("title: Le projet", "call: appel"),
        "cache/index.fr.md": record("call: appel", status="draft"),
    }
    outcome = dated(files, "appel")["call"].outcome
    assert outcome.received == "1\u202f214 idées reçues"
    assert outcome.selected == "1 idée retenue"
    assert (outcome.source, outcome.source_url) == (Said("Éditeur"), "#note-1")
    assert [card.title.text for card in outcome.projects] == ["Le projet"]
    english = dated(files, "appel", "en")["call"].outcome
    assert english.received == "1,214 ideas received"


def test_a_closed_call_of_which_nothing_is_known_says_so() -> None:
    files = {"appel/index.fr.md": record("opens: 2025-01", "closes: 2025-03", kind="call")}
    for language, lines in (
        ("fr", ("non documenté", "Aucune fiche projet ne dit venir de cet appel")),
        ("en", ("not documented", "No project record says that it came from this call")),
    ):
        html = page(files, "appel", language)
        assert all(line in html for line in lines)


def test_none_selected_is_a_figure_too() -> None:
    files = {
        "appel/index.fr.md": record(
            "opens: 2025", "closes: 2025", "ideas: {received: 3, selected: 0}", kind="call"
        )
    }
    outcome = dated(files, "appel")["call"].outcome
    assert outcome.selected == "aucune idée retenue"
    assert outcome.source == Said("")


def page(files: dict[str, str], slug: str, language: Any = "fr") -> str:
    edition = edition_of(files, language)
    found = edition.catalogue.records[slug]
    view = view_record(found, edition)
    here = record_file(language, slug)
    values = {
        "record": view,
        "catalogue_url": "",
        **view_dated(found, edition, here, view.sources),
    }
    values |= view_surroundings(found, edition, here)
    return str(renderer()(f"catalogue/{found.facts.kind}.html", edition, values))


def test_a_project_names_its_call() -> None:
    files = {
        "appel/index.fr.md": record(
            "title: Un <appel>", "opens: 2025", "closes: 2025", kind="call"
        ),
        "projet/index.fr.md": record("call: appel"),
        "sans/index.fr.md": record("title: Sans appel"),
    }
    origin = dated(files, "projet", "en")["origin"]
    assert origin.record.label == Said("Un <appel>", "fr")
    assert origin.record.url == "../../../en/catalogue/appel/"
    assert origin.standing == "Closed · 2025"
    html = page(files, "projet")
    assert "Un &lt;appel&gt;" in html and "vient d’un appel" in html
    assert "vient d’un appel" not in page(files, "sans")


def test_a_project_does_not_name_a_call_that_nobody_may_see() -> None:
    files = {
        "appel/index.fr.md": record("opens: 2025", kind="call", status="draft"),
        "projet/index.fr.md": record("call: appel"),
    }
    assert dated(files, "projet")["origin"] is None


# Events


def test_an_event_says_when_and_where() -> None:
    shown: EventView = event(*EVENT)
    assert shown.when.replace("\u00a0", " ") == (
        "lundi 23 novembre 2026, de 14 h 30 à 17 h (heure de Paris)"
    )
    assert shown.place == Said("Une salle, Paris")
    assert (shown.online_url, shown.online_host) == (EVENT[5][8:], "visio.example.org")
    assert shown.series is not None and shown.series.label == "Semaine de l’innovation publique"
    assert shown.languages == "français, anglais"
    assert shown.calendar_url == "../../catalogue/rdv/rdv.ics"
    assert shown.registration_url == "https://example.org/inscription"
    english = event(*EVENT, language="en")
    assert english.place == Said("Une salle, Paris", "fr")
    assert english.calendar_url == "../../../en/catalogue/rdv/rdv.ics"


def test_one_registers_until_an_event_is_over() -> None:
    assert event(*EVENT, today=dt.date(2026, 11, 23)).registration_url
    over = event(*EVENT, today=dt.date(2026, 11, 24))
    assert over.registration_url == over.calendar_url == over.calendar_note == ""


@pytest.mark.parametrize(
    ("starts", "ends"), [("2027-03", ""), ("2027", ""), ("2027-03-01", "2027-03")]
)
def test_an_event_without_a_day_says_why_it_is_in_no_calendar(starts: str, ends: str) -> None:
    shown = event(f"starts: {starts}", *([f"ends: {ends}"] if ends else []))
    assert shown.calendar_url == ""
    assert "n’est pas connu" in shown.calendar_note


@pytest.mark.parametrize(
    ("kind", "lines", "view"), [("call", CALL, "call"), ("event", EVENT, "event")]
)
def test_what_is_archived_is_in_no_calendar(kind: str, lines: tuple[str, ...], view: str) -> None:
    files = {"vieux/index.fr.md": record(*lines, SOURCE, kind=kind, status="archived")}
    shown = dated(files, "vieux")[view]
    assert shown.calendar_url == ""
    assert getattr(shown, "calendar_note", "") == ""


def test_a_past_event_leads_to_what_came_of_it_or_says_that_it_is_not_known() -> None:
    told = event("starts: 2017-03-16", body="## Le bilan\n\nDes gens.\n")
    assert told.outcome_url == "#s-results"
    assert event("starts: 2017-03-16", body="## L’action\n").outcome_url == ""
    assert event(*EVENT, body="## Le bilan\n").outcome_url == "", "not before it is over"
    files = {"rdv/index.fr.md": record("starts: 2017-03-16", kind="event")}
    assert "n’est pas documenté" in page(files, "rdv")
    assert "not documented" in page(files, "rdv", "en")


def test_a_hostile_event_is_shown_as_typed() -> None:
    files = {
        "rdv/index.fr.md": record(
            "title: '<script>x</script>'",
            "starts: 2026-12-01",
            "place: '\"><img src=x>'",
            "online: https://example.org/a'b",
            kind="event",
        )
    }
    html = page(files, "rdv")
    for edition in editions_of(files).values():
        html += str(
            renderer()("blocks/calendar.html", edition, BLOCKS["calendar"](edition, "index.html"))
        )
    assert "<script>" not in html and "<img src=x>" not in html
    assert "&#34;&gt;&lt;img src=x&gt;" in html


# Lists


def test_a_list_gives_the_beginning_of_what_came_of_a_past_event() -> None:
    words = "mot " * 100
    body = f"## Les résultats\n\n{words}[fin](https://example.org/)[^s].\n"
    edition = edition_of({"rdv/index.fr.md": record("starts: 2017", kind="event", body=body)}, "en")
    line = event_line(edition.catalogue.records["rdv"], edition, "en/agenda/index.html")
    assert line.event.outcome_url == "../../en/catalogue/rdv/#s-results"
    assert line.outcome.lang == "fr"
    assert line.outcome.text.startswith("mot mot") and line.outcome.text.endswith(" mot…")
    assert LINE - 5 < len(line.outcome.text) <= LINE + 1


def test_cards_show_how_calls_and_events_stand() -> None:
    edition = edition_of(
        {
            "appel/index.fr.md": record(*CALL, kind="call"),
            "rdv/index.fr.md": record(*EVENT, kind="event"),
            "projet/index.fr.md": record(),
        },
        "en",
    )
    marks = {slug: edition.card(slug, "index.html").marks for slug in edition.catalogue.records}
    assert marks == {
        "appel": ("Open · closes: 15 December 2026", "in French only"),
        "rdv": ("Upcoming · 23 November 2026", "in French only"),
        "projet": ("in French only",),
    }


def block(name: str, files: dict[str, str], language: Any = "fr") -> str:
    edition = edition_of(files, language)
    return str(renderer()(f"blocks/{name}.html", edition, BLOCKS[name](edition, "x/index.html")))


def test_each_group_of_calls_says_when_it_is_empty() -> None:
    empty = block("calls", {})
    assert "Aucun appel n’est ouvert." in empty
    assert "Aucun appel n’est annoncé." in empty
    assert "Aucun appel passé n’est documenté" in empty
    filled = block("calls", {"appel/index.fr.md": record(*CALL, kind="call")})
    assert "Aucun appel n’est ouvert." not in filled and "Un appel" in filled


def test_an_empty_calendar_says_so() -> None:
    for language, none in (("fr", "Aucun rendez-vous"), ("en", "No ")):
        assert block("calendar", {}, language).count(none) == 2


@pytest.mark.parametrize("name", ["open-calls", "next-events"])
def test_the_home_page_says_nothing_superfluous(name: str) -> None:
    assert block(name, {}).strip() == ""
    over = {
        "appel/index.fr.md": record("opens: 2025", "closes: 2025", kind="call"),
        "rdv/index.fr.md": record("starts: 2025", kind="event"),
    }
    assert block(name, over).strip() == ""
    now = {
        "appel/index.fr.md": record(*CALL, kind="call"),
        "rdv/index.fr.md": record(*EVENT, kind="event"),
    }
    shown = block(name, now).strip()
    assert shown.startswith("<h2 "), "the home page is cut before its first heading"
