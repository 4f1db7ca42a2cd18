"""The search dialog: what is found, how it is shown, by keyboard, in all displays."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect
from search_words import WORDS
from whole_site import Sites

from browser.conftest import Hosts
from browser.looking import MODES, faults_in, opened, wait_until
from browser.test_every_kind_of_page import both

ROOTS = {"fr": "", "en": "en/"}
SAID = "document.querySelector('dialog[open] [role=status]').textContent"


class Search:
    """The dialog, as a reader uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.button = page.get_by_role("button", name=re.compile("^(Rechercher|Search)"))
        self.dialog = page.get_by_role("dialog")
        self.field = self.dialog.get_by_role("searchbox")
        self.status = self.dialog.get_by_role("status")
        self.results = self.dialog.get_by_role("listitem")

    def open(self) -> Search:
        self.button.click()
        expect(self.field).to_be_focused()
        return self

    def type(self, text: str) -> str:
        """Type a text in the place of what stands there; answers how many are said to be found."""
        self._clear()
        self.field.fill(text)
        return self._answer()

    def ask(self, text: str) -> str:
        """The same with Enter, at once: it seeks while no answer is there, and leads on to the
        catalogue once there is one, which may come between two commands to a browser."""
        self._clear()
        self.field.evaluate(
            "(field, text) => { field.value = text; field.form.requestSubmit(); }", text
        )
        return self._answer()

    def _clear(self) -> None:
        self.field.fill("")
        wait_until(self.page, f"!{SAID}")

    def _answer(self) -> str:
        wait_until(self.page, SAID)
        return self.status.inner_text()

    def links(self) -> list[str]:
        links = self.results.get_by_role("link")
        return list(links.evaluate_all("all => all.map(link => link.getAttribute('href'))"))

    def marks(self) -> list[str]:
        return self.dialog.locator("mark").all_inner_texts()


@contextmanager
def searching(
    browser: Browser, address: str, mode: str = "light-wide"
) -> Iterator[tuple[Search, list[str]]]:
    with opened(browser, mode) as (page, faults):
        page.goto(address)
        yield Search(page).open(), faults


# What is found


@pytest.mark.parametrize("language", ROOTS)
def test_each_word_finds_its_records(browser: Browser, hosts: Hosts, language: str) -> None:
    assert sum(map(len, WORDS.values())) >= 60
    wrong = {}
    with searching(browser, hosts["search-words"] + ROOTS[language]) as (search, faults):
        for typed, expected in WORDS[language].items():
            said = search.ask(typed)
            number = re.search(r"(\d+) (?:fiche|record)", said)
            links = search.links()
            shown = {
                link.rstrip("/").rpartition("/")[2]
                for link in links
                if re.search(rf"/fp/{ROOTS[language]}catalogue/[\w-]+/$", link)
            }
            whole = len(links) < 8
            if (
                (int(number[1]) if number else 0) != len(expected)
                or not shown <= set(expected)
                or (whole and shown != set(expected))
            ):
                wrong[typed] = (said, sorted(shown), sorted(expected))
        assert wrong == {}
        assert faults == []


@pytest.mark.parametrize(
    ("language", "typed", "marked"),
    [
        ("fr", "coeur", {"cœur", "CŒUR"}),
        ("fr", "hopital", {"hôpital"}),
        ("fr", "entraide", {"entraide"}),
        ("fr", "evaluer", {"Évaluer", "auto-évaluer", "évaluations", "évalués"}),
        ("fr", "1500", {"1\u202f500"}),
        ("en", "naive", {"naïve"}),
        ("en", "citizen", {"citizens"}),
    ],
)
def test_excerpts_show_the_words_as_their_author_wrote_them(
    browser: Browser, hosts: Hosts, language: str, typed: str, marked: set[str]
) -> None:
    with searching(browser, hosts["search-words"] + ROOTS[language]) as (search, _):
        search.type(typed)
        assert set(search.marks()) == marked


@both
def test_a_result_says_what_it_is(browser: Browser, hosts: Hosts, root: str) -> None:
    with searching(browser, hosts["search-words"] + root) as (search, _):
        search.type("hospital" if root else "hôpital")
        (record,) = search.results.all()
        expect(record.get_by_role("link")).to_have_text(
            "The day hospital" if root else "L’hôpital de jour"
        )
        expect(record).to_contain_text(
            "Case study · Evaluation" if root else "Étude de cas · Évaluer"
        )
        search.type("principles" if root else "principes")
        expect(search.results.first).to_contain_text("Page of the site" if root else "Page du site")
        search.results.first.get_by_role("link").click()
        search.page.wait_for_url(f"**/fp/{root}principes/")


def test_a_title_in_the_other_language_is_marked_as_such(browser: Browser, hosts: Hosts) -> None:
    with searching(browser, hosts["search-words"] + "en/") as (search, _):
        search.type("entraide")
        link = search.results.get_by_role("link")
        expect(link).to_have_text("Le réseau d’entraide")
        expect(link).to_have_attribute("lang", "fr")


def test_hostile_text_is_shown_as_text(browser: Browser, hosts: Hosts) -> None:
    with searching(browser, hosts["search-words"]) as (search, faults):
        search.type("piege")
        expect(search.results).to_contain_text("</mark><img src=x onerror=alert(1)>, puis")
        expect(search.results).to_contain_text("et &lt;b&gt;.")
        assert search.dialog.locator("img, script, b").count() == 0
        assert faults == []
    with searching(browser, hosts["fixture"]) as (search, faults):
        search.type("SOMME")
        expect(search.results.get_by_role("link")).to_have_text(
            "=SOMME(A1) <script>alert('é')</script> & fpslot0content0"
        )
        said = search.type("<img src=x onerror=alert(1)>zzz")
        assert "<img src=x onerror=alert(1)>zzz" in said
        assert search.dialog.locator("img, script").count() == 0
        assert faults == []


def test_words_mean_the_same_in_the_browser_and_in_the_build(
    browser: Browser, hosts: Hosts, sites: Sites
) -> None:
    """The rules of folding run here and there: they must make the same forms."""
    from fp_build.words.search_words import IGNORED, forms

    with opened(browser, "light-wide") as (page, _):
        for language, root in ROOTS.items():
            texts = {
                word
                for file, document in sites["real"].proper.items()
                if document.lang == language and file.endswith("e/index.html")
                for word in document.words().split()
            }
            page.goto(hosts["fixture"] + root)
            words = sorted(texts)[:: max(1, len(texts) // 300)]
            found = page.evaluate(
                """async (words) => {
                  const search = await import("/fp/assets/javascripts/search.js");
                  return Promise.all(words.map(async (word) => (await search.find(word)).words));
                }""",
                words,
            )
            ignored = IGNORED[language].split()  # type: ignore[index]
            expected = [
                [
                    form
                    for form in dict.fromkeys(forms(word, language))  # type: ignore[arg-type]
                    if form not in ignored and len(form) > 1
                ][:12]
                for word in words
            ]
            assert dict(zip(words, found, strict=True)) == dict(zip(words, expected, strict=True))


# What is asked of the network


def test_nothing_is_loaded_before_the_dialog_is_opened(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(hosts["fixture"], wait_until="networkidle")
        assert not [url for url in asked if "/search/" in url or url.endswith("/search.js")]
        search = Search(page).open()
        search.type("guichet")
        assert any("/search/fr/" in url for url in asked)
        assert all(url.startswith(hosts["fixture"]) for url in asked)
        assert not [url for url in asked if "/search/en/" in url]


def test_the_first_result_is_light(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["generated"], wait_until="networkidle")
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        Search(page).open().type("hôpital")
        loaded = [len(answer.body()) for answer in answers]
        assert 100_000 < sum(loaded) < 200_000, loaded


def test_a_search_that_cannot_be_loaded_says_so_and_may_be_tried_again(
    browser: Browser, hosts: Hosts
) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["fixture"])
        page.route("**/search/fr/records.json", lambda route: route.abort())
        search = Search(page).open()
        assert "n’a pas pu être chargée" in search.type("guichet")
        page.unroute("**/search/fr/records.json")
        assert "fiche" in search.type("guichet")


# By keyboard and by ear


@both
def test_the_dialog_by_keyboard(browser: Browser, hosts: Hosts, root: str) -> None:
    with opened(browser, "light-wide") as (page, faults):
        page.goto(hosts["search-words"] + root)
        search = Search(page)
        page.keyboard.press("Control+k")
        expect(search.field).to_be_focused()
        page.keyboard.insert_text("trials" if root else "numérique")
        expect(search.results.first).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(search.results.first.get_by_role("link")).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(search.field).to_be_focused()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement === document.body"
                " || document.querySelector('dialog').contains(document.activeElement)"
            )
        page.keyboard.press("Escape")
        expect(search.dialog).to_be_hidden()
        expect(search.button).to_be_focused()
        page.keyboard.press("Enter")
        expect(search.field).to_be_focused()
        expect(search.field).to_have_value("trials" if root else "numérique")
        search.dialog.get_by_role("button", name=re.compile("Fermer|Close")).click()
        expect(search.button).to_be_focused()
        assert faults == []


def test_focus_is_not_lost_when_an_answer_takes_the_place_of_another(
    browser: Browser, hosts: Hosts
) -> None:
    with searching(browser, hosts["search-words"]) as (search, _):
        search.type("numérique")
        search.field.evaluate("field => { field.value = 'hôpital'; }")
        search.page.keyboard.press("ArrowDown")
        expect(search.results.first.get_by_role("link")).to_be_focused()
        search.field.dispatch_event("input")
        expect(search.results.first).to_contain_text("L’hôpital de jour")
        expect(search.field).to_be_focused()


def test_no_shortcut_of_a_single_key(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide") as (page, _):
        page.goto(hosts["search-words"])
        for key in ("/", "s", "k"):
            page.keyboard.press(key)
        expect(Search(page).dialog).to_be_hidden()


def test_a_click_beside_the_dialog_closes_it(browser: Browser, hosts: Hosts) -> None:
    with searching(browser, hosts["search-words"]) as (search, _):
        search.page.mouse.click(20, 400)
        expect(search.dialog).to_be_hidden()
        expect(search.button).to_be_focused()


@both
def test_the_number_of_results_is_said_after_a_pause(
    browser: Browser, hosts: Hosts, root: str
) -> None:
    with searching(browser, hosts["search-words"] + root) as (search, _):
        search.type("trials" if root else "numérique")  # what is loaded first has its own clock
        search.field.fill("")
        expect(search.status).to_be_empty()
        search.page.clock.install()
        search.page.clock.pause_at(time.time() + 3600)
        search.status.evaluate(
            """status => {
              window.said = [];
              new MutationObserver(() => window.said.push(status.textContent))
                .observe(status, { childList: true });
            }"""
        )
        for letter in "hospital" if root else "hôpital":
            search.page.keyboard.type(letter)
            search.page.clock.run_for(200)
        expect(search.status).to_be_empty()
        search.page.clock.run_for(100)
        expect(search.status).to_have_text("1 record" if root else "1 fiche")
        assert search.page.evaluate("window.said") == ["1 record" if root else "1 fiche"]


@both
def test_when_nothing_is_found(browser: Browser, hosts: Hosts, root: str) -> None:
    with searching(browser, hosts["search-words"] + root) as (search, _):
        catalogue = search.dialog.get_by_role("link", name=re.compile("Parcourir|Browse"))
        expect(catalogue).to_be_visible()
        said = search.type("hospital l'Évalutoin" if root else "hôpital l'Évalutoin")
        assert said.endswith("Évalutoin.") and said.count("l'Évalutoin") == 1
        assert ("Found nowhere" if root else "nulle part") in said
        expect(catalogue).to_be_visible()
        expect(search.results).to_have_count(0)
        catalogue.click()
        search.page.wait_for_url(f"**/fp/{root}catalogue/")


@both
def test_words_too_common_to_be_sought_are_told(browser: Browser, hosts: Hosts, root: str) -> None:
    with searching(browser, hosts["fixture"] + root) as (search, _):
        said = search.type("of the" if root else "de la")
        assert (
            "“of the” holds only words too short" if root else "ne contient que des mots"
        ) in said


@both
def test_all_records_are_seen_in_the_catalogue(browser: Browser, hosts: Hosts, root: str) -> None:
    with searching(browser, hosts["search-words"] + root) as (search, _):
        search.type("hospital" if root else "l'hôpital")
        link = search.dialog.get_by_role("link", name=re.compile("catalogue"))
        address = str(link.get_attribute("href"))
        assert re.search(rf"/fp/{root}catalogue/\?q=", address)
        search.field.press("Enter")
        search.page.wait_for_url(address.replace("%27", "*").replace("%C3%B4", "*"))


def test_more_pages_of_the_site_are_shown_when_asked_for(browser: Browser, hosts: Hosts) -> None:
    with searching(browser, hosts["real"]) as (search, _):
        said = search.type("programme")
        number = re.search(r"(\d+) pages du site", said)
        assert number is not None
        expect(search.results).to_have_count(8)
        before = page_results(search.dialog)
        assert 0 < before < int(number[1])
        search.dialog.get_by_role("button", name=re.compile("d’autres pages")).click()
        expect(search.results.nth(8).get_by_role("link")).to_be_focused()
        assert page_results(search.dialog) == int(number[1])


def page_results(dialog: Locator) -> int:
    return dialog.get_by_role("listitem").filter(has_text="Page du site").count()


# In all displays


@pytest.mark.parametrize(
    ("root", "mode"), [("", "light-wide"), ("en/", "dark-narrow")], ids=["fr", "en"]
)
def test_the_open_dialog(browser: Browser, hosts: Hosts, root: str, mode: str) -> None:
    look(browser, hosts, root, mode)


@pytest.mark.audit
@both
@pytest.mark.parametrize("mode", MODES)
def test_the_open_dialog_in_every_way(browser: Browser, hosts: Hosts, root: str, mode: str) -> None:
    look(browser, hosts, root, mode)


def look(browser: Browser, hosts: Hosts, root: str, mode: str) -> None:
    """Empty, with results, and without."""
    with searching(browser, hosts["search-words"] + root, mode) as (search, faults):
        for typed in ("", "experiments" if root else "expérimenter", "zzzz"):
            if typed:
                search.type(typed)
            assert faults_in(search.page) == [], typed
            assert search.dialog.evaluate("d => d.scrollWidth <= d.clientWidth"), typed
        assert faults == []


def test_there_is_no_search_without_javascript(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-wide", java_script_enabled=False) as (page, _):
        page.goto(hosts["search-words"])
        expect(Search(page).button).to_have_count(0)
        expect(Search(page).dialog).to_have_count(0)
