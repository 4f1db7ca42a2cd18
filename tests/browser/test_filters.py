"""The catalogue filtered: what is found, the address, focus, what is said, small screens."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect
from truth_table import CASES, Case
from whole_site import Sites

from browser import filters
from browser.conftest import Hosts
from browser.filters import CARDS, chips, counts, heading, opens, ready, slugs, tick
from browser.looking import MODES, faults_in, opened, wait_until
from browser.test_every_kind_of_page import both
from fp_build.publishing.list_pages import CARDS_A_PAGE

ASK: Final = "#fp-ask"

FOUND: Final = {
    "hopital": ["atelier-des-aidants", "carnet-de-sante"],
    "dossier": ["dossier-unique"],
    "rien": [],
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser, "light-wide") as (page, faults):
        yield page
        assert faults == []


@pytest.fixture
def catalogue(page: Page, hosts: Hosts) -> Callable[..., Page]:
    """The catalogue of the truth table at an address, with a search that finds what it says."""

    def at(address: str = "", root: str = "", *, search: bool = True) -> Page:
        filters.search_finds(page, FOUND, works=search)
        opens(page, f"{hosts['truth-table']}{root}catalogue/{address}")
        return page

    return at


# What is found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_the_truth_table(catalogue: Any, case: Case) -> None:
    page = catalogue(case.address)
    assert slugs(page) == list(case.finds)
    shown = counts(page)
    for facet, expected in case.counts.items():
        assert {term: n for term, n in shown[facet].items() if n} == expected, facet
    for value in case.unknown:
        expect(page.locator(".fp-said")).to_contain_text(value)
    if case.becomes:
        expect(page).to_have_url(re.compile(re.escape(case.becomes) + "$"))


@both
def test_choosing_narrows_and_writes_the_address(catalogue: Any, root: str) -> None:
    page = catalogue("", root)
    assert len(slugs(page)) == 8
    tick(page, "theme", "disability")
    page.wait_for_url("**/catalogue/?theme=disability")
    assert set(slugs(page)) == {"atelier-des-aidants", "carnet-de-sante", "dossier-unique"}
    tick(page, "kind", "project")
    page.wait_for_url("**/catalogue/?kind=project&theme=disability")
    assert heading(page) == ("2 fiches" if root == "" else "2 records")
    tick(page, "theme", "disability")
    page.wait_for_url("**/catalogue/?kind=project")
    assert len(slugs(page)) == 3


def test_a_territory_holds_its_parts_and_an_untranslated_record_counts(catalogue: Any) -> None:
    page = catalogue("?territory=reg-52", "en/")
    assert set(slugs(page)) == {"atelier-des-aidants", "ecole-ouverte", "borne-d-accueil"}
    page = catalogue("?theme=disability&level=central", "en/")
    assert set(slugs(page)) == {"carnet-de-sante", "dossier-unique"}
    expect(page.locator(".fp-card", has_text="santé").locator(".fp-mark")).to_have_text(
        "in French only"
    )


def test_choices_that_leave_nothing_are_shown_and_cannot_be_chosen(catalogue: Any) -> None:
    page = catalogue("?kind=case&theme=digital-services")
    assert heading(page) == "Aucune fiche"
    shown = counts(page)
    chosen = page.locator("input[name=theme][value=digital-services]")
    expect(chosen).to_be_checked()
    expect(chosen).to_be_enabled()
    assert shown["theme"]["digital-services"] == 0
    vain = page.locator("input[name=theme][value=disability]")
    assert shown["theme"]["disability"] == 1
    expect(vain).to_be_enabled()
    for box in page.locator("input[name=stage]").all():
        expect(box).to_be_visible()
        expect(box).to_be_disabled()


def test_a_box_that_becomes_vain_keeps_focus_until_the_reader_leaves_it(catalogue: Any) -> None:
    page = catalogue("?kind=case&theme=digital-services")
    box = page.locator("input[name=theme][value=digital-services]")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/?kind=case")
    expect(box).to_be_focused()
    expect(box).to_be_enabled()
    page.keyboard.press("Space")  # back again
    page.wait_for_url("**/?kind=case&theme=digital-services")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_disabled()


def test_the_order_of_results(catalogue: Any) -> None:
    page = catalogue()
    order = page.get_by_label("Trier par")
    expect(order.locator("[value=relevance]")).to_be_disabled()
    order.select_option("date")
    page.wait_for_url("**/?sort=date")
    assert slugs(page)[0] == "atelier-des-aidants" and slugs(page)[-1] == "carnet-de-sante"
    order.select_option("title")
    page.wait_for_url("**/catalogue/")
    assert slugs(page)[0] == "atelier-des-aidants" and slugs(page)[-1] == "borne-d-accueil"


# Words


def test_words_join_the_filters(catalogue: Any) -> None:
    page = catalogue("?kind=project")
    page.locator(ASK).press_sequentially("hopital")
    page.wait_for_url("**/?kind=project&q=hopital")
    assert slugs(page) == ["carnet-de-sante"]
    expect(page.get_by_label("Trier par")).to_have_value("relevance")
    expect(page.locator(".fp-card__summary")).to_have_text("Extrait : carnet-de-sante")
    expect(page.locator(".fp-card__summary mark")).to_have_text("carnet-de-sante")
    assert chips(page) == ["Nature : Fiche projet", "Mots : « hopital »"]
    expect(page.locator(".fp-said")).to_have_count(0)
    page.locator(".fp-chips button", has_text="Mots").click()
    page.wait_for_url("**/?kind=project")
    expect(page.locator(ASK)).to_have_value("")
    expect(page.get_by_label("Trier par")).to_have_value("title")


@pytest.mark.parametrize("case", [c for c in CASES if c.text is not None], ids=lambda c: c.about)
def test_our_own_search_finds_what_the_truth_table_says(
    page: Page, hosts: Hosts, case: Case
) -> None:
    opens(page, f"{hosts['truth-table']}catalogue/{case.address}")
    assert slugs(page) == list(case.finds)
    for summary in page.locator(".fp-card__summary").all():
        expect(summary.locator("mark").first).to_have_text(re.compile("hôpital"))


def test_enter_does_not_wait(catalogue: Any) -> None:
    page = catalogue()
    page.locator(ASK).fill("dossier")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=dossier")
    assert slugs(page) == ["dossier-unique"]


def test_letters_typed_are_one_step_of_the_history(catalogue: Any) -> None:
    page = catalogue("?kind=project")
    before = page.evaluate("history.length")
    field = page.locator(ASK)
    for part in ("dos", "sier", " x"):
        field.press_sequentially(part)
        page.wait_for_url(lambda url, part=part: url.endswith(part.strip()))
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    page.wait_for_url("**/?kind=project")
    expect(field).to_have_value("")


@pytest.mark.parametrize("failure", ["none", "without-index"])
def test_without_search_titles_are_compared_and_it_is_said(
    page: Page, hosts: Hosts, failure: str
) -> None:
    if failure == "without-index":
        filters.search_finds(page, FOUND, works=False)
    else:
        page.route("**/javascripts/search.js", lambda route: route.fulfill(status=404))
    with page.expect_response("**/search.js"):
        opens(page, hosts["truth-table"] + "catalogue/?q=ecole")
    assert slugs(page) == ["ecole-ouverte"]
    expect(page.locator(".fp-said")).to_contain_text("seuls les titres sont comparés")
    expect(page.locator(".fp-card__summary")).to_have_text("Une fiche inventée pour les tests.")


def test_an_answer_that_comes_late_is_not_shown(catalogue: Any) -> None:
    page = catalogue()
    page.evaluate("window.before = document.querySelector('.fp-cards').innerHTML")
    field = page.locator(ASK)
    field.fill("hopital")
    page.keyboard.press("Enter")
    field.fill("rien")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=rien")
    assert heading(page) == "Aucune fiche"


# Chips, clear all, nothing left


def test_chips_remove_what_they_name_and_focus_goes_to_the_next(catalogue: Any) -> None:
    page = catalogue("?kind=project&theme=disability&theme=digital-services&q=hopital&sort=title")
    assert chips(page) == [
        "Nature : Fiche projet", "Thème : Handicap", "Thème : Services numériques",
        "Mots : « hopital »",
    ]  # fmt: skip
    focused = "document.activeElement.lastChild.textContent.replaceAll('\\u00a0', ' ')"
    page.get_by_role("button", name="Retirer le filtre Thème : Handicap").press("Enter")
    page.wait_for_url("**/?kind=project&theme=digital-services&q=hopital&sort=title")
    assert page.evaluate(focused) == "Thème : Services numériques"
    page.locator(":focus").press("Enter")
    assert page.evaluate(focused) == "Mots : « hopital »"
    page.locator(":focus").press("Enter")
    assert page.evaluate(focused) == "Nature : Fiche projet"
    page.locator(":focus").press("Enter")
    page.wait_for_url("**/catalogue/")
    expect(page.locator("#results")).to_be_focused()
    expect(page.locator(".fp-chosen")).to_be_hidden()


def test_clear_all(catalogue: Any) -> None:
    page = catalogue("?kind=project&theme=disability&q=hopital")
    page.get_by_role("button", name="Tout effacer").click()
    page.wait_for_url("**/catalogue/")
    assert len(slugs(page)) == 8
    expect(page.locator(".fp-filters input:checked")).to_have_count(0)
    expect(page.locator(ASK)).to_have_value("")
    expect(page.locator("#results")).to_be_focused()


def test_nothing_left_names_the_filters_and_offers_to_remove_each(catalogue: Any) -> None:
    page = catalogue("?kind=case&theme=digital-services")
    empty = page.locator(".fp-empty")
    expect(empty).to_contain_text("Aucune fiche ne réunit tous ces filtres.")
    offers = [" ".join(text.split()) for text in empty.get_by_role("listitem").all_inner_texts()]
    assert offers == [
        "Retirer le filtre Nature : Étude de cas 2 fiches",
        "Retirer le filtre Thème : Services numériques 2 fiches",
    ]
    empty.get_by_role("button", name="Nature").click()
    page.wait_for_url("**/?theme=digital-services")
    assert set(slugs(page)) == {"dossier-unique", "borne-d-accueil"}
    expect(page.locator("#results")).to_be_focused()


# The address


def test_back_and_forward(catalogue: Any) -> None:
    page = catalogue()
    first = slugs(page)
    tick(page, "theme", "disability")
    tick(page, "kind", "case")
    page.get_by_label("Trier par").select_option("date")
    page.wait_for_url("**/?kind=case&theme=disability&sort=date")
    page.go_back()
    page.wait_for_url("**/?kind=case&theme=disability")
    assert slugs(page) == ["atelier-des-aidants"]
    expect(page.get_by_label("Trier par")).to_have_value("title")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/catalogue/")
    assert slugs(page) == first
    expect(page.locator(".fp-filters input:checked")).to_have_count(0)
    page.go_forward()
    page.wait_for_url("**/?theme=disability")
    expect(page.locator("input[name=theme][value=disability]")).to_be_checked()
    assert len(slugs(page)) == 3


def test_an_address_can_be_kept_and_shared(catalogue: Any, browser: Browser, hosts: Hosts) -> None:
    page = catalogue()
    tick(page, "theme", "disability")
    tick(page, "level", "central")
    page.wait_for_url("**/?theme=disability&level=central")
    expected = slugs(page)
    with opened(browser, "dark-narrow") as (other, faults):
        opens(other, page.url)
        assert slugs(other) == expected
        assert faults == []
    assert page.title().startswith("Handicap – National – ")


def test_a_record_opened_and_left_again(catalogue: Any) -> None:
    page = catalogue("?theme=disability")
    link = page.locator(CARDS).first
    assert link.get_attribute("href").endswith("/catalogue/atelier-des-aidants/?theme=disability")
    link.click()
    page.wait_for_url("**/catalogue/atelier-des-aidants/?theme=disability")
    page.go_back()
    ready(page)
    assert len(slugs(page)) == 3


@both
def test_the_language_link_carries_the_selection(catalogue: Any, root: str) -> None:
    page = catalogue("", root)
    switch = page.locator("header .fp-language")
    tick(page, "theme", "disability")
    tick(page, "kind", "project")
    switch.click()
    away = "en/" if root == "" else ""
    page.wait_for_url(f"**/fp/{away}catalogue/?kind=project&theme=disability")
    ready(page)
    assert set(slugs(page)) == {"carnet-de-sante", "dossier-unique"}
    expect(page.locator("input[name=kind][value=project]")).to_be_checked()
    page.get_by_role("button", name=re.compile("Clear all|Tout effacer")).click()
    switch.click()
    page.wait_for_url(f"**/fp/{root}catalogue/")


def test_what_is_unknown_is_said_and_former_ids_still_lead(catalogue: Any) -> None:
    page = catalogue("?theme=handicap&theme=nowhere&colour=<b>red&utm_source=x")
    page.wait_for_url("**/catalogue/?theme=disability")
    said = page.locator(".fp-said")
    expect(said).to_be_visible()
    expect(said).to_have_text(re.compile("Thème : nowhere · colour : <b>red.$".replace(" :", ".:")))
    assert chips(page) == ["Thème : Handicap"]
    tick(page, "kind", "case")
    expect(said).to_have_count(0)


def test_only_unknown_values_show_the_whole_and_say_so(catalogue: Any) -> None:
    page = catalogue("?theme=nowhere")
    page.wait_for_url("**/catalogue/")
    assert len(slugs(page)) == 8
    expect(page.locator(".fp-said")).to_contain_text("nowhere")


def test_a_page_beyond_the_last_is_the_last(catalogue: Any) -> None:
    page = catalogue("?theme=disability&page=9")
    page.wait_for_url("**/catalogue/?theme=disability")
    assert len(slugs(page)) == 3


def test_an_anchor_is_no_selection(catalogue: Any) -> None:
    page = catalogue("?theme=disability")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the skip link
    page.wait_for_url("**/?theme=disability#fp-content")
    assert len(slugs(page)) == 3
    page.go_back()
    assert len(slugs(page)) == 3


def test_addresses_without_folders(page: Page, hosts: Hosts) -> None:
    opens(page, hosts["truth-table-flat"] + "catalogue/index.html")
    tick(page, "theme", "disability")
    page.wait_for_url("**/catalogue/index.html?theme=disability")
    assert len(slugs(page)) == 3
    page.locator(CARDS).first.click()
    page.wait_for_url("**/catalogue/atelier-des-aidants/index.html?theme=disability")
    expect(page.get_by_role("heading", level=1)).to_have_text("L’atelier des aidants")


# Pages


def test_pages_of_a_selection(page: Page, hosts: Hosts) -> None:
    opens(page, hosts["generated"] + "catalogue/?sort=date")
    assert len(slugs(page)) == CARDS_A_PAGE
    first = slugs(page)
    pager = page.get_by_role("navigation", name="Pages de la liste")
    expect(pager.get_by_role("link", name="Page 1", exact=True)).to_have_attribute(
        "aria-current", "page"
    )
    pager.get_by_role("link", name="Page suivante").click()
    page.wait_for_url("**/catalogue/?sort=date&page=2")
    expect(page.locator("#results")).to_be_focused()
    expect(page.locator("#results")).to_be_in_viewport()
    assert not set(slugs(page)) & set(first)
    page.go_back()
    page.wait_for_url("**/catalogue/?sort=date")
    assert slugs(page) == first


def test_filtering_from_the_second_page_leaves_no_broken_link(
    page: Page, hosts: Hosts, sites: Sites
) -> None:
    opens(page, hosts["generated"] + "catalogue/page/2/")
    second = slugs(page)
    tick(page, "theme", "ageing")
    page.wait_for_url("**/catalogue/?theme=ageing")
    top = hosts["generated"]
    links: list[str] = page.evaluate("[...document.links].map(a => a.href.replace(/[?#].*/, ''))")
    assert len(links) > 30
    for link in links:
        assert link.startswith(top), link
        assert link.removeprefix(top) + "index.html" in sites["generated"].files, link
    page.go_back()
    page.wait_for_url("**/catalogue/page/2/")
    assert slugs(page) == second
    page.go_forward()
    page.wait_for_url("**/catalogue/?theme=ageing")
    assert slugs(page) != second


def test_the_second_page_in_the_other_language(page: Page, hosts: Hosts) -> None:
    opens(page, hosts["generated"] + "catalogue/page/2/")
    tick(page, "theme", "ageing")
    page.wait_for_url("**/catalogue/?theme=ageing")
    page.go_back()
    page.wait_for_url("**/catalogue/page/2/")
    page.locator("header .fp-language").click()
    page.wait_for_url("**/en/catalogue/page/2/")


# Cards


@both
@pytest.mark.parametrize("name", ["fixture", "generated"])
def test_a_drawn_card_is_the_served_card(page: Page, hosts: Hosts, name: str, root: str) -> None:
    """The markup of every card, whatever drew it; but for the selection in its address."""
    read = """async () => {
      for (const card of document.querySelectorAll('.fp-card')) {
        card.scrollIntoView({ behavior: 'instant' });
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
      return [...document.querySelectorAll('.fp-card')].map((card) => {
        const copy = card.cloneNode(true);
        for (const a of copy.querySelectorAll('a')) a.setAttribute('href', a.href.split('?')[0]);
        for (const img of copy.querySelectorAll('img')) img.setAttribute('src', img.src);
        return copy.outerHTML.replace(/\\s+/g, ' ').replace(/> | </g, (s) => s.trim());
      });
    }"""
    opens(page, hosts[name] + root + "catalogue/")
    served = page.evaluate(read)
    said = page.locator("#results").inner_text()
    tick(page, "kind", "case")
    tick(page, "kind", "project")
    tick(page, "kind", "case")
    tick(page, "kind", "project")
    page.wait_for_url("**/catalogue/")
    wait_until(page, "document.querySelectorAll('.fp-card__summary').length > 0")
    for _ in range(2):  # the second time all summaries have come
        drawn = page.evaluate(read)
        page.wait_for_load_state("networkidle")
    assert len(served) > 3
    assert drawn == served
    assert page.locator("#results").inner_text() == said


def test_summaries_come_when_their_cards_do(page: Page, hosts: Hosts) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opens(page, hosts["generated"] + "catalogue/?sort=date")
    expect(page.locator(".fp-card__summary").first).not_to_be_empty()
    expect(page.locator(".fp-card__summary").last).to_be_empty()
    tall = page.evaluate("document.querySelector('.fp-cards').offsetHeight")
    page.locator(".fp-card").last.scroll_into_view_if_needed()
    expect(page.locator(".fp-card__summary").last).not_to_be_empty()
    assert page.evaluate("document.querySelector('.fp-cards').offsetHeight") == tall
    chunks = [url for url in asked if "/summaries-" in url]
    assert len(chunks) == len(set(chunks)) > 0


# Nothing moves


@pytest.mark.parametrize("mode", ["light-wide", "dark-narrow"])
@pytest.mark.parametrize("path", ["catalogue/", "catalogue/page/2/", "en/catalogue/"])
def test_enhancing_moves_nothing(browser: Browser, hosts: Hosts, mode: str, path: str) -> None:
    with opened(browser, mode) as (page, faults):
        held: list[Any] = []
        page.route("**/javascripts/catalogue.js", lambda route: held.append(route))
        page.add_init_script(filters.SHIFTS)
        with page.expect_request("**/javascripts/catalogue.js"):
            page.goto(hosts["generated"] + path, wait_until="commit")
        expect(page.locator("footer")).to_be_attached()
        page.evaluate("document.fonts.ready.then(() => {})")
        total_shift(page)
        page.evaluate("window.shifts = []")  # a slow browser paints half a header first
        before = filters.geometry(page)
        held[0].continue_()
        ready(page)
        page.wait_for_load_state("networkidle")  # the index too
        assert filters.geometry(page) == before
        assert total_shift(page) == 0
        assert faults == []


@pytest.mark.parametrize("mode", ["light-wide", "light-narrow"])
@pytest.mark.parametrize(
    "address", ["?theme=ageing", "?theme=ageing&kind=case&q=x", "?level=central&sort=date"]
)
def test_an_address_with_a_selection_shows_nothing_else_first(
    browser: Browser, hosts: Hosts, mode: str, address: str
) -> None:
    with opened(browser, mode) as (page, faults):
        held: list[Any] = []
        page.route("**/data/filters-fr.json", lambda route: held.append(route))
        filters.search_finds(page, {"x": []})
        page.add_init_script(filters.SHIFTS)
        page.goto(hosts["generated"] + "catalogue/" + address, wait_until="load")
        expect(page.locator(CARDS).first).to_be_hidden()
        expect(page.locator("#results")).to_be_hidden()
        expect(page.get_by_text("La sélection se prépare…")).to_be_visible()
        page.unroute("**/data/filters-fr.json")
        for route in held:
            route.continue_()
        ready(page)
        page.wait_for_load_state("networkidle")
        expect(page.locator("#results")).to_be_visible()
        expect(page.get_by_text("La sélection se prépare…")).to_be_hidden()
        assert total_shift(page) < 0.001
        assert faults == []


@both
@pytest.mark.parametrize("fonts", ["ours", "the reader’s"])
def test_the_number_of_filters_has_its_place_from_the_start(
    browser: Browser, hosts: Hosts, root: str, fonts: str
) -> None:
    """Whatever the width of a phone, and also where our fonts come too late to be used."""
    with opened(browser, "light-narrow") as (page, _):
        if fonts != "ours":
            page.route("**/*.woff2", lambda route: route.abort())
        held: list[Any] = []
        page.route("**/data/filters-*.json", lambda route: held.append(route))
        filters.search_finds(page, {"x": []})
        page.goto(hosts["generated"] + root + "catalogue/?theme=ageing&kind=case&q=x")
        before = bars(page)
        page.unroute("**/data/filters-*.json")
        for route in held:
            route.continue_()
        ready(page)
        expect(page.locator(".fp-filter-button")).to_have_text(re.compile(r"\(3\)"))
        assert bars(page) == before


def bars(page: Page) -> list[Any]:
    """Where the order and the button of the filters stand, on screens of 320 to 600 pixels."""
    found: list[Any] = []
    for width in range(320, 601, 20):
        page.set_viewport_size({"width": width, "height": 740})
        found += page.evaluate(
            """() => [innerWidth, ...['.fp-sort', '.fp-filter-button'].flatMap((name) => {
              const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
              return [x, y, width, height].map(Math.round);
            })]"""
        )
    return found


def total_shift(page: Page) -> float:
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    shifts: list[Any] = page.evaluate("window.shifts")
    assert [shift for shift in shifts if shift[0] > 0.001] == []
    return sum(value for value, _, _ in shifts)


def test_a_page_without_a_selection_stays_as_it_was_served(page: Page, hosts: Hosts) -> None:
    page.add_init_script(
        """addEventListener('DOMContentLoaded', () => {
          window.changes = [];
          new MutationObserver((all) => window.changes.push(...all.map((m) => m.type)))
            .observe(document.querySelector('.fp-list__main'),
              { subtree: true, childList: true, characterData: true, attributes: true });
        })"""
    )
    with page.expect_response("**/data/filters-fr.json"):
        opens(page, hosts["generated"] + "catalogue/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.changes") == []


# Light


def test_a_large_catalogue_stays_light(page: Page, hosts: Hosts, sites: Sites) -> None:
    opens(page, hosts["large"] + "catalogue/")
    assert page.evaluate("document.querySelectorAll('*').length") <= 1000
    assert page.locator(".fp-card").count() == CARDS_A_PAGE
    tick(page, "kind", "case")
    tick(page, "kind", "project")
    assert page.evaluate("document.querySelectorAll('*').length") <= 1000
    filters.opened(page, "territory")
    many = page.locator("[data-facet=territory] input[type=checkbox]").count()
    page.locator("[data-facet=territory] summary").click()
    expect(page.locator("[data-facet=territory] input[type=checkbox]")).to_have_count(0)
    assert many > 15


def test_a_long_facet_can_be_searched(page: Page, hosts: Hosts) -> None:
    opens(page, hosts["large"] + "catalogue/")
    filters.opened(page, "territory")
    part = page.locator("[data-facet=territory]")
    field = part.get_by_label("Chercher dans cette liste")
    field.fill("ILE de")
    expect(part.locator("label:visible", has_text="Île-de-France")).to_have_count(1)
    assert part.locator(".fp-choice:visible").count() == 1
    field.press("Enter")
    assert page.url.endswith("/catalogue/")
    part.get_by_label("Île-de-France").check()
    page.wait_for_url("**/?territory=reg-11")
    expect(field).to_have_value("ILE de")
    assert part.locator(".fp-choice:visible").count() == 1
    field.fill("zzz")
    expect(part.get_by_text("Aucun terme ne correspond.")).to_be_visible()
    expect(page.locator("[data-facet=theme] .fp-narrow")).to_have_count(0)


# What is said


def test_what_is_found_is_said_once_after_a_pause(catalogue: Any, page: Page) -> None:
    page.clock.install()
    catalogue("?theme=disability")
    status = page.locator(".fp-list__main [role=status]")
    page.clock.pause_at(time.time() + 3600)
    expect(status).to_be_empty()  # at load nothing is said
    page.evaluate(
        """() => {
          window.said = [];
          const status = document.querySelector('.fp-list__main [role=status]');
          new MutationObserver(() => status.textContent && said.push(status.textContent))
            .observe(status, { childList: true, characterData: true, subtree: true });
        }"""
    )
    field = page.locator(ASK)
    for letter in "hopital":
        field.press_sequentially(letter)
        page.clock.run_for(200)
    page.clock.run_for(400)
    page.wait_for_url("**/?theme=disability&q=hopital")
    assert page.evaluate("said") == []
    page.clock.run_for(3_000)
    assert page.evaluate("said") == ["2 fiches"]
    tick(page, "kind", "case")
    tick(page, "level", "local")
    page.clock.run_for(3_000)
    assert page.evaluate("said") == ["2 fiches", "1 fiche"]


def test_the_tree_that_a_screen_reader_is_given(catalogue: Any) -> None:
    page = catalogue("?theme=disability")
    form = page.get_by_role("form", name="Filtrer par")
    group = form.get_by_role("group", name="Thème", exact=True)
    expect(group.get_by_role("checkbox", name="Handicap 3")).to_be_checked()
    expect(page.get_by_role("search", name="Chercher dans les fiches")).to_be_visible()
    expect(page.get_by_role("region", name="3 fiches")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="3 fiches")).to_be_visible()
    expect(page.get_by_role("list", name="Filtres choisis")).to_be_visible()


# By keyboard alone


def test_by_keyboard_alone(catalogue: Any) -> None:
    page = catalogue()
    reach(page, "input[name=theme][value=disability]")
    page.keyboard.press("Space")
    page.wait_for_url("**/?theme=disability")
    expect(page.locator("input[name=theme][value=disability]")).to_be_focused()
    reach(page, "[data-facet=level] summary")
    page.keyboard.press("Enter")
    reach(page, "input[name=level][value=central]")
    page.keyboard.press("Space")
    page.wait_for_url("**/?theme=disability&level=central")
    reach(page, "#fp-ask")
    page.keyboard.type("hopital")
    page.wait_for_url("**/?theme=disability&level=central&q=hopital")
    expect(page.locator("#fp-ask")).to_be_focused()
    reach(page, "#fp-sort")
    page.keyboard.press("ArrowUp")
    page.wait_for_url("**&sort=date")
    reach(page, ".fp-chips .fp-chip--filter")
    page.keyboard.press("Space")
    page.wait_for_url("**/?level=central&q=hopital&sort=date")
    reach(page, ".fp-clear")
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()
    reach(page, CARDS)
    page.keyboard.press("Enter")
    page.wait_for_url("**/catalogue/atelier-des-aidants/?sort=date")


def test_the_results_are_reached_without_all_the_filters(catalogue: Any) -> None:
    page = catalogue("?theme=disability")
    reach(page, ".fp-filters .fp-jump")
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()
    expect(page.locator("#results")).to_be_in_viewport()
    expect(page.locator("input[name=theme][value=disability]")).to_be_checked()
    page.keyboard.press("Tab")  # the order, and then the first card
    reach(page, CARDS)


def reach(page: Page, selector: str) -> None:
    """Press Tab until the first such element has focus, which must be seen to have it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("e => e === document.activeElement"):
            expect(page.locator(":focus")).to_be_in_viewport()
            return
    raise AssertionError(f"{selector} is not reached")


# Small screens


@pytest.fixture
def phone(browser: Browser, hosts: Hosts) -> Iterator[Page]:
    with opened(browser, "light-narrow") as (page, faults):
        filters.search_finds(page, FOUND)
        opens(page, hosts["truth-table"] + "catalogue/?theme=disability")
        yield page
        assert faults == []


def test_on_a_small_screen_filters_are_in_a_panel(phone: Page) -> None:
    button = phone.get_by_role("button", name="Filtrer (1)")
    expect(phone.locator(".fp-filters")).to_be_hidden()
    button.click()
    panel = phone.get_by_role("dialog", name="Filtrer")
    expect(panel).to_be_visible()
    see = panel.get_by_role("button", name="Voir les 3 fiches")
    expect(see).to_be_in_viewport()
    tick(phone, "kind", "case")
    expect(panel.get_by_role("button", name="Voir 1 fiche")).to_be_in_viewport()
    expect(panel.get_by_role("status").last).to_have_text("1 fiche")
    assert phone.evaluate("!!document.activeElement.closest('dialog')")
    panel.get_by_role("button", name="Voir 1 fiche").click()
    expect(panel).to_be_hidden()
    expect(phone.locator("#results")).to_be_focused()
    expect(phone.locator("#results")).to_be_in_viewport()
    assert slugs(phone) == ["atelier-des-aidants"]
    expect(phone.get_by_role("button", name="Filtrer (2)")).to_be_visible()


@both
def test_the_panel_before_anything_is_chosen(browser: Browser, hosts: Hosts, root: str) -> None:
    """Its buttons say what they do before the records are there, and when they are."""
    with opened(browser, "light-narrow") as (page, faults):
        held: list[Any] = []
        page.route("**/data/filters-*.json", lambda route: held.append(route))
        with page.expect_request("**/data/filters-*.json"):
            opens(page, f"{hosts['truth-table']}{root}catalogue/")
        page.locator(".fp-filter-button").click()
        clear, see = page.locator(".fp-panel__foot button").all()
        expect(see).to_have_accessible_name("See the results" if root else "Voir les résultats")
        expect(clear).to_be_disabled()
        assert faults_in(page) == []
        for route in held:
            route.continue_()
        expect(see).to_have_accessible_name("See 8 records" if root else "Voir les 8 fiches")
        expect(clear).to_be_disabled()
        assert faults_in(page) == []
        assert faults == []


def test_the_panel_keeps_focus_and_gives_it_back(phone: Page) -> None:
    button = phone.locator(".fp-filter-button")
    button.focus()
    phone.keyboard.press("Enter")
    panel = phone.get_by_role("dialog", name="Filtrer")
    expect(panel).to_be_visible()
    for _ in range(40):
        phone.keyboard.press("Tab")
        assert phone.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    phone.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    panel.get_by_role("button", name="Fermer les filtres").click()
    expect(button).to_be_focused()


def test_clearing_in_the_panel(phone: Page) -> None:
    phone.locator(".fp-filter-button").click()
    panel = phone.get_by_role("dialog", name="Filtrer")
    panel.get_by_role("button", name="Tout effacer").click()
    phone.wait_for_url("**/catalogue/")
    expect(panel.get_by_role("button", name="Voir les 8 fiches")).to_be_visible()
    assert phone.evaluate("!!document.activeElement.closest('dialog')")


def test_a_screen_that_becomes_wide_puts_the_filters_back(phone: Page) -> None:
    phone.locator(".fp-filter-button").click()
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(phone.get_by_role("dialog")).to_be_hidden()
    expect(phone.locator("[data-catalogue] > .fp-filters")).to_be_visible()
    tick(phone, "kind", "case")
    assert slugs(phone) == ["atelier-des-aidants"]


@pytest.mark.parametrize("size", [(320, 568), (320, 256)], ids=["phone", "zoomed-400"])
def test_the_panel_at_the_narrowest(phone: Page, size: tuple[int, int]) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    phone.locator(".fp-filter-button").click()
    panel = phone.get_by_role("dialog", name="Filtrer")
    assert panel.evaluate("d => d.scrollWidth") <= 320
    tick(phone, "theme", "ageing")
    expect(panel.get_by_role("button", name="Voir les 3 fiches")).to_be_in_viewport()
    boxes = panel.locator("input[name=theme]").all()
    assert len(boxes) > 3
    for box in boxes:
        box.scroll_into_view_if_needed()
        expect(box).to_be_in_viewport()


# In all displays


@pytest.mark.parametrize(
    ("root", "mode"), [("", "light-wide"), ("en/", "dark-narrow")], ids=["fr", "en"]
)
def test_filters_in_use(browser: Browser, hosts: Hosts, root: str, mode: str) -> None:
    look(browser, hosts, root, mode)


@pytest.mark.audit
@both
@pytest.mark.parametrize("mode", MODES)
def test_filters_in_use_in_every_way(browser: Browser, hosts: Hosts, root: str, mode: str) -> None:
    look(browser, hosts, root, mode)


def look(browser: Browser, hosts: Hosts, root: str, mode: str) -> None:
    """With chosen terms, some unknown, with every facet opened, and with nothing left; on a small
    screen in the panel too."""
    with opened(browser, mode) as (page, faults):
        for asked in ("", "?theme=disability&theme=nowhere", "?kind=case&theme=digital-services"):
            opens(page, f"{hosts['truth-table']}{root}catalogue/{asked}")
            assert faults_in(page) == [], asked
            button = page.locator(".fp-filter-button")
            if button.is_visible():
                button.click()
                expect(page.get_by_role("dialog")).to_be_visible()
            counts(page)
            assert faults_in(page) == [], f"{asked}, every facet opened"
        assert faults == []


# Without scripts, and when they fail


def test_without_javascript_everything_is_a_link(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide", java_script_enabled=False) as (page, faults):
        page.goto(hosts["generated"] + "catalogue/")
        assert page.locator(CARDS).count() == CARDS_A_PAGE
        for part in (".fp-ask", ".fp-sort", ".fp-filter-button"):
            expect(page.locator(part)).to_be_hidden()
        expect(page.get_by_role("heading", name="Parcourir par")).to_be_visible()
        for facet in page.locator("details[data-facet]").all():
            links = facet.locator("a")
            assert links.count() >= 2
        page.locator("details[data-facet=theme]").get_by_role("link", name="Handicap").click()
        page.wait_for_url("**/catalogue/theme/disability/")
        expect(page.get_by_text("Filtrer davantage")).to_be_hidden()
        assert faults == []


def test_a_long_facet_leads_to_all_its_terms_without_javascript(
    browser: Browser, hosts: Hosts
) -> None:
    with opened(browser, "light-wide", java_script_enabled=False) as (page, _):
        page.goto(hosts["large"] + "catalogue/")
        facet = page.locator("details[data-facet=territory]")
        facet.locator("summary").click()
        assert facet.locator(".fp-terms a").count() == 8
        facet.get_by_role("link", name="Tout voir").click()
        page.wait_for_url("**/catalogue/territory/")
        assert page.locator(".fp-glossary dt").count() > 100


def test_a_term_leads_into_the_filters(page: Page, hosts: Hosts) -> None:
    page.goto(hosts["truth-table"] + "catalogue/theme/disability/")
    page.get_by_role("link", name="Filtrer davantage").click()
    page.wait_for_url("**/catalogue/?theme=disability")
    ready(page)
    assert len(slugs(page)) == 3


def test_when_the_script_fails_the_links_remain(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-narrow") as (page, _):
        page.route("**/javascripts/choices.js", lambda route: route.abort())
        page.goto(hosts["generated"] + "catalogue/?theme=ageing")
        expect(page.locator(CARDS).first).to_be_visible()
        expect(page.locator(".fp-ask")).to_be_hidden()
        expect(page.locator(".fp-filter-button")).to_be_hidden()
        page.locator("details[data-facet=theme]").get_by_role("link", name="Handicap").click()
        page.wait_for_url("**/catalogue/theme/disability/")


def test_when_the_index_fails_it_is_said(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.route("**/data/filters-fr.json", lambda route: route.abort())
        opens(page, hosts["generated"] + "catalogue/?theme=ageing")
        expect(page.locator(".fp-said")).to_contain_text("n’ont pas pu être chargés")
        assert page.locator(CARDS).count() == CARDS_A_PAGE
        expect(page.locator(CARDS).first).to_be_visible()
        page.unroute("**/data/filters-fr.json")
        tick(page, "theme", "ageing")
        page.wait_for_url("**/catalogue/?theme=ageing")
        expect(page.locator(".fp-said")).to_have_count(0)


# Records of a selection


@both
def test_a_record_leads_on_inside_the_selection(catalogue: Any, root: str) -> None:
    page = catalogue("?kind=project&theme=disability&theme=digital-services", root)
    found = slugs(page)
    assert len(found) == 3
    page.locator(CARDS).nth(1).click()
    page.wait_for_url(f"**/{found[1]}/?kind=*")
    beside = page.locator("[data-neighbours]")
    expect(beside.locator("[rel=prev]")).to_have_attribute("href", re.compile(f"/{found[0]}/\\?"))
    back = beside.locator(".fp-neighbours__back")
    expect(back).to_have_text(
        "Back to the selection (2 of 3)" if root else "Retour à la sélection (2 sur 3)"
    )
    expect(page.locator(".fp-crumbs a").first).to_have_text(
        "Selection (2 of 3)" if root else "Sélection (2 sur 3)"
    )
    beside.locator("[rel=next]").click()
    page.wait_for_url(f"**/{found[2]}/?kind=*")
    expect(beside.locator("[rel=prev]")).to_have_attribute("href", re.compile(f"/{found[1]}/\\?"))
    expect(beside.locator("[rel=next]")).to_have_count(0)
    page.locator("header .fp-language").click()
    page.wait_for_url(f"**/fp/{'' if root else 'en/'}catalogue/{found[2]}/?kind=*")
    back.click()
    ready(page)
    assert sorted(slugs(page)) == sorted(found)


def test_a_record_of_a_search_leads_on_by_relevance(catalogue: Any) -> None:
    page = catalogue("?q=hopital")
    page.locator(CARDS).last.click()
    beside = page.locator("[data-neighbours]")
    expect(beside.locator("[rel=prev]")).to_contain_text("L’atelier des aidants")
    expect(beside.locator("a").first).to_have_text("Retour à la sélection (2 sur 2)")


def test_the_way_back_leads_to_the_page_of_the_record(page: Page, hosts: Hosts) -> None:
    opens(page, hosts["generated"] + "catalogue/?sort=date&page=2")
    page.locator(CARDS).nth(3).click()
    back = page.locator(".fp-neighbours__back")
    expect(back).to_contain_text(f"({CARDS_A_PAGE + 4} sur ")
    back.click()
    page.wait_for_url("**/catalogue/?sort=date&page=2")


@pytest.mark.parametrize("query", ["?kind=case", "?theme=nowhere", "?utm_source=x", "?kind=%FF"])
def test_a_record_outside_of_the_selection_keeps_its_neighbours(
    page: Page, hosts: Hosts, query: str
) -> None:
    page.goto(hosts["truth-table"] + "catalogue/carnet-de-sante/")
    served = page.locator("[data-neighbours]").inner_html()
    with page.expect_response("**/data/filters-fr.json"):
        page.goto(hosts["truth-table"] + "catalogue/carnet-de-sante/" + query)
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-neighbours]").inner_html() == served


def test_words_of_the_page_are_all_there(sites: Sites) -> None:
    """What the scripts say comes with the page."""
    for root in ("", "en/"):
        for file in (f"{root}catalogue/index.html", f"{root}catalogue/page/2/index.html"):
            grid = sites["generated"].pages[file].one("//*[@data-catalogue]")
            said = json.loads(grid.get("data-words"))
            scripts = "".join(
                sites["generated"].read(f"assets/javascripts/{name}.js").decode()
                for name in ("catalogue", "choices", "panel", "cards", "records")
            )
            asked = set(re.findall(r'words(?:\.count\(|\.fill\(|\[)"([a-z-]+)"', scripts))
            asked |= set(re.findall(r"words\.([a-z]+)\b(?!\()", scripts)) - {"count", "fill"}
            assert asked == set(said)
