"""The self-assessment in a browser: filled, kept, told of, downloaded, printed, without scripts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from in_memory import judged, vocabulary_files
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Hosts
from browser.looking import faults_in, layout_faults, opened
from fp_build.doors.cli import main
from fp_build.judging.judge import Judgement
from fp_build.judging.models import Case
from fp_build.words.findings import Level
from fp_build.words.languages import LANGUAGES, Language

CRITERIA: Final = (
    "high-stakes", "transformation", "field-and-actors", "values-and-methods", "reintegration",
)  # fmt: skip
PAGES: Final[dict[Language, str]] = {"fr": "autoevaluation/", "en": "en/autoevaluation/"}

SUSPECT: Final = "".join(
    map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFDD0, 0xFFFE, 0xFFFF,
              *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x200B, 0x200E),
              *range(0x2060, 0x2065), 0xFEFF, 0x180E, 0xE0001, 0xE0041])
)  # fmt: skip
"""Every sort of character that a record may not hold."""

HOSTILE: Final = (
    'dit "oui" : # non, \\ \\n \\u0000 `x` <script>alert(1)</script> & &amp; é œ 日本 🎉 {{x}} $x',
    "---",
    "- [a, b]: {c: d}",
    "*alias &anchor !tag | > % @",
    "première ligne\n---\nstatus: published\n# commentaire\n\ttab",
)

both = pytest.mark.parametrize("language", LANGUAGES)


@contextmanager
def form(browser: Browser, hosts: Hosts, language: Language, **more: Any) -> Iterator[Page]:
    with opened(browser, "light-narrow", **more) as (page, faults):
        page.goto(hosts["fixture"] + PAGES[language])
        yield page
        assert faults == []


def fill(page: Page, name: str, text: str) -> None:
    """Put any characters into a field, as pasting would; a single line loses its line ends."""
    page.locator(f"[name='{name}']").evaluate(
        "(field, text) => { field.value = text;"
        " field.dispatchEvent(new Event('input', {bubbles: true})); }",
        text,
    )


def downloaded(page: Page) -> tuple[str, str]:
    """The name and the text of the draft."""
    with page.expect_download() as waiting:
        page.locator("[data-download]").click()
    path = Path(waiting.value.path())
    return waiting.value.suggested_filename, path.read_bytes().decode("utf-8")


def judged_draft(name: str, text: str) -> Judgement:
    return judged({f"essai/{name}": text}, vocabulary_files())


def serious(judgement: Judgement) -> list[str]:
    return [f.rule.id for f in judgement.findings if f.level is not Level.NOTICE]


@both
def test_what_was_typed_is_in_the_draft_whatever_it_was(
    browser: Browser, hosts: Hosts, language: Language, project: Path, capsys: Any
) -> None:
    with form(browser, hosts, language) as page:
        fill(page, "title", HOSTILE[0][:40] + SUSPECT)
        fill(page, "summary", "\n".join(HOSTILE) + SUSPECT + "fin\ud800")
        for criterion, reason in zip(CRITERIA, HOSTILE, strict=True):
            answer = "unknown" if criterion == "values-and-methods" else "partly"
            page.locator(f"[name='{criterion}'][value='{answer}']").check()
            fill(page, f"{criterion}-reason", SUSPECT + reason + SUSPECT)
        page.locator("[name='interventions'][value='prototype']").check()
        page.locator("[name='interventions'][value='experiment']").check()
        page.locator("[name='themes'][value='disability']").check()
        name, text = downloaded(page)
    assert name == f"index.{language}.md"
    judgement = judged_draft(name, text)
    assert serious(judgement) == []
    record = judgement.records["essai"]
    facts = record.facts
    assert (record.language, facts.kind, facts.status) == (language, "project", "draft")
    assert facts.title == " ".join(HOSTILE[0][:40].split())
    assert facts.summary is not None and facts.summary.endswith(" fin\ufffd")
    assert facts.interventions == ("prototype", "experiment")
    assert facts.themes == ("disability",)
    assert {name: given.reason for name, given in facts.criteria.items()} == {
        name: " ".join(reason.split()) for name, reason in zip(CRITERIA, HOSTILE, strict=True)
    }
    sections = record.manuscripts[language].outline.of_kind("heading")
    labels = [judgement.vocabularies["sections"].label(s, language) for s in Case.needs_sections]
    assert [heading.text for heading in sections] == labels
    folder = project / "cases" / "essai"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8", newline="")
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 0, capsys.readouterr().out


@both
def test_a_draft_of_a_form_filled_in_part_lacks_what_was_not_said(
    browser: Browser, hosts: Hosts, language: Language
) -> None:
    with form(browser, hosts, language) as page:
        empty = judged_draft(*downloaded(page))
        page.locator("[name='high-stakes'][value='no']").check()
        page.locator("[name='reintegration'][value='unknown']").check()
        name, text = downloaded(page)
    assert serious(empty) == []
    facts = empty.records["essai"].facts
    assert (facts.title, facts.summary, facts.themes, facts.criteria) == (None, None, (), {})
    part = judged_draft(name, text)
    assert serious(part) == []
    answers = {name: given.answer for name, given in part.records["essai"].facts.criteria.items()}
    assert answers == {"high-stakes": "no", "reintegration": "unknown"}
    assert "# transformation: {answer: unknown}" in text
    in_review = judged_draft(name, text.replace("status: draft", "status: review"))
    unanswered = [f for f in in_review.findings if f.rule.id == "criterion-unanswered"]
    assert len(unanswered) == 3


def test_what_is_missing_is_shown_at_once_and_said_once(browser: Browser, hosts: Hosts) -> None:
    with form(browser, hosts, "fr") as page:
        page.clock.install()
        page.clock.pause_at(time.time() + 3600)
        missing = page.locator("[data-missing] li")
        status = page.locator(".fp-assess__end [role=status]")
        expect(missing).to_have_count(5 + 4)
        expect(status).to_be_empty()
        page.evaluate(
            """() => {
              window.said = [];
              const status = document.querySelector(".fp-assess__end [role=status]");
              new MutationObserver(() => said.push(status.textContent))
                .observe(status, {childList: true, characterData: true, subtree: true});
            }"""
        )
        title = page.get_by_label("Nom du projet")
        title.press_sequentially("Un guichet")
        expect(missing).to_have_count(8)
        page.clock.run_for(3_000)
        assert page.evaluate("said") == []  # nothing at a keystroke
        page.get_by_role("radio", name="Oui").first.check()
        expect(missing).to_have_count(8)  # an answer, but without its reason
        expect(missing.first).to_have_text(
            "« Un sujet à fort enjeu » : dire sur quel fait repose la réponse",
            use_inner_text=False,
        )
        page.clock.run_for(3_000)
        expect(status).to_contain_text("Critères qui ont une réponse : 1 sur 5.")
        expect(status).to_contain_text("Il reste 8 points à compléter.")
        assert len(page.evaluate("said")) == 1
        page.locator("[name='transformation'][value='unknown']").check()
        expect(missing).to_have_count(7)  # unknown is an answer, and needs no reason
        missing.first.get_by_role("link").click()
        page.clock.run_for(1)
        expect(page.locator("#assess-high-stakes-reason")).to_be_focused()


def test_too_much_is_told(browser: Browser, hosts: Hosts) -> None:
    with form(browser, hosts, "en") as page:
        fill(page, "title", "🎉" * 81)
        fill(page, "summary", "x" * 501)
        for box in page.locator("[name='themes']").all()[:4]:
            box.check()
        told = page.locator("[data-missing]")
        expect(told).to_contain_text("81 characters where 80 are allowed")
        expect(told).to_contain_text("501 characters where 500 are allowed")
        expect(told).to_contain_text("Keep 3 themes at most: there are 4")
        judgement = judged_draft(*downloaded(page))
        told_by_check = {"title-too-long", "summary-too-long", "too-many-themes"}
        assert set(serious(judgement)) <= told_by_check


def test_answers_stay_in_the_tab_in_both_languages_until_cleared(
    browser: Browser, hosts: Hosts
) -> None:
    with form(browser, hosts, "fr") as page:
        page.locator("[name='reintegration'][value='no']").check()
        fill(page, "reintegration-reason", "Rien n’est prévu.")
        page.goto(hosts["fixture"] + PAGES["en"])
        expect(page.locator("[name='reintegration'][value='no']")).to_be_checked()
        expect(page.locator("[name='reintegration-reason']")).to_have_value("Rien n’est prévu.")
        assert page.context.cookies() == []
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.locator("[data-clear]").click()
        expect(page.locator("[name='reintegration'][value='no']")).to_be_checked()
        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("[data-clear]").click()
        expect(page.locator("[name='reintegration'][value='no']")).not_to_be_checked()
        expect(page.locator(".fp-assess__end [role=status]")).to_have_text(
            "Your answers are cleared."
        )
        page.reload()
        expect(page.locator("[data-missing] li")).to_have_count(9)


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, hosts: Hosts) -> None:
    with opened(browser, "light-narrow") as (page, faults):
        page.add_init_script(
            "Object.defineProperty(window, 'sessionStorage',"
            " {get() { throw new DOMException('', 'SecurityError'); }});"
        )
        page.goto(hosts["fixture"] + PAGES["fr"])
        expect(page.locator("[data-kept]")).to_contain_text("ne garde pas vos réponses")
        page.locator("[name='high-stakes'][value='no']").check()
        expect(page.locator("[data-missing] li")).to_have_count(9)
        assert faults == []


@both
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_nothing_is_sent(browser: Browser, hosts: Hosts, language: Language, scripts: bool) -> None:
    with form(browser, hosts, language, java_script_enabled=scripts) as page:
        end = page.locator(".fp-assess__end")
        expect(end).to_be_visible() if scripts else expect(end).to_be_hidden()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        before = page.url
        title = page.locator("[name='title']")
        title.fill("Un guichet")
        title.press("Enter")
        page.locator("[name='high-stakes'][value='yes']").check()
        page.locator("[name='high-stakes'][value='yes']").press("Enter")
        page.locator("[name='high-stakes-reason']").fill("Un fait.")
        page.locator("[name='themes']").first.press("Enter")
        expect(title).to_have_value("Un guichet")
        assert (page.url, asked) == (before, [])


@both
@pytest.mark.parametrize("mode", ["light-wide", "dark-narrow"])
def test_a_filled_form_is_accessible_and_fits(
    browser: Browser, hosts: Hosts, language: Language, mode: str
) -> None:
    with opened(browser, mode) as (page, faults):
        page.goto(hosts["fixture"] + PAGES[language])
        expect(page.locator(".fp-assess__end")).to_be_visible()
        page.locator("[name='high-stakes'][value='yes']").check()
        fill(page, "high-stakes-reason", "Un long motif " * 60)
        assert [*faults_in(page), *layout_faults(page), *faults] == []


def test_the_whole_form_is_filled_with_the_keyboard(browser: Browser, hosts: Hosts) -> None:
    with form(browser, hosts, "fr") as page:
        page.locator("[name='title']").focus()
        press: Callable[[str], None] = page.keyboard.press
        page.keyboard.type("Un guichet")
        for number in range(len(CRITERIA)):
            press("Tab")
            if CRITERIA[number] == "values-and-methods":
                press("Tab")  # past the link to the types of intervention
            press("Space")
            press("ArrowRight")  # from yes to partly
            press("Tab")
            page.keyboard.type("Un fait.")
        press("Tab")
        press("Space")
        for _ in range(4):
            press("Tab")
        press("Space")
        while page.evaluate("document.activeElement.name") == "themes":
            press("Tab")
        page.keyboard.type("Un résumé.")
        expect(page.locator("[data-missing] li")).to_have_count(0)
        expect(page.locator("[data-progress]")).to_contain_text("Rien ne manque")
        while page.evaluate("document.activeElement.dataset.download") is None:
            press("Tab")
        with page.expect_download() as waiting:
            press("Enter")
        text = Path(waiting.value.path()).read_text("utf-8")
        expect(page.locator(".fp-assess__end [role=status]")).to_contain_text("téléchargée")
    judgement = judged_draft("index.fr.md", text)
    assert serious(judgement) == []
    criteria = judgement.records["essai"].facts.criteria
    assert {name: given.answer for name, given in criteria.items()} == dict.fromkeys(
        CRITERIA, "partly"
    )


def test_on_paper_there_are_boxes_and_lines(browser: Browser, hosts: Hosts) -> None:
    with form(browser, hosts, "fr", java_script_enabled=False) as page:
        page.emulate_media(media="print")
        expect(page.locator(".fp-assess__end")).to_be_hidden()
        expect(page.locator(".fp-assess textarea").first).to_be_hidden()
        lines = page.locator("#assess-high-stakes .fp-lines span")
        for line in lines.all():
            box = line.bounding_box()
            assert box is not None and box["height"] >= 30  # 8 mm, room for a hand
        assert lines.count() >= 2
        page.emulate_media(media="screen")
        page.locator("[name='high-stakes-reason']").fill("Un fait.")
        page.emulate_media(media="print")
        expect(page.locator("[name='high-stakes-reason']")).to_be_visible()
        expect(lines.first).to_be_hidden()
        paper = page.pdf(format="A4")
        assert 1 < paper.count(b"/Type /Page\n") <= 4
