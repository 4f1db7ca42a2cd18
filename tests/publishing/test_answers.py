"""How records answer the criteria: counted, named with their reasons, led to."""

from __future__ import annotations

from typing import Final

import pytest
from in_memory import faults, rules_of

from fp_build.publishing.answers import FEW, MANY, view_criteria, view_criterion
from fp_build.publishing.list_views import CriterionTally
from fp_build.publishing.record_page import view_record
from fp_build.publishing.self_assessment import VALUES
from fp_build.publishing.views import Said
from fp_build.words.addresses import term_file
from fp_build.words.languages import LANGUAGES, Language
from publishing.editions import edition_of, pages_of_term, record, renderer, translated

HERE: Final = "criteres/index.html"
FILES: Final = {
    "une/index.fr.md": record(
        "title: Une", "criteria: {high-stakes: {answer: yes, reason: Un fait.}}", kind="case"
    ),
    "une/index.en.md": translated("title: One", "reasons: {high-stakes: A fact.}"),
    "deux/index.fr.md": record(
        "title: Deux", "criteria: {high-stakes: {answer: partly, reason: Un autre.}}"
    ),
    "trois/index.fr.md": record("title: Trois", "criteria: {high-stakes: {answer: unknown}}"),
    "quatre/index.fr.md": record("title: Quatre", "criteria: {transformation: {answer: no}}"),
    "cinq/index.fr.md": record("title: Cinq"),
    "six/index.fr.md": record("title: Six", kind="case"),
    "sept/index.fr.md": record(
        "title: Sept", "criteria: {high-stakes: {answer: yes}}", status="archived"
    ),
}  # fmt: skip


def named(tally: CriterionTally) -> dict[str, list[str]]:
    return {group.id: [r.record.label.text for r in group.records] for group in tally.groups}


def test_each_record_leads_to_its_reason() -> None:
    for language, title, reason in (("fr", "Une", "Un fait."), ("en", "One", "A fact.")):
        edition = edition_of(FILES, language)
        here = term_file(language, "criterion", "high-stakes")
        first = view_criterion(edition, "high-stakes", here).groups[0].records[0]
        assert first.record.label.text == title
        assert first.record.url.endswith("catalogue/une/#criterion-high-stakes")
        assert first.reason == Said(reason)
        page = view_record(edition.catalogue.records["une"], edition)
        html = renderer()("catalogue/case.html", edition, {"record": page, "catalogue_url": ""})
        assert 'id="criterion-high-stakes"' in html and reason in html


def test_a_reason_in_the_other_language_is_marked() -> None:
    edition = edition_of(FILES, "en")
    groups = view_criterion(edition, "high-stakes", HERE).groups
    assert groups[1].records[0].reason == Said("Un autre.", "fr")


def test_a_record_without_any_answer_has_no_list_to_lead_to() -> None:
    groups = view_criterion(edition_of(FILES), "high-stakes", HERE).groups
    urls = {r.record.label.text: r.record.url for r in groups[-1].records}
    assert urls["Cinq"].endswith("/cinq/") and urls["Quatre"].endswith("#criterion-high-stakes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_fourth_criterion_leads_to_the_types_of_intervention(
    language: Language,
) -> None:
    edition = edition_of(FILES, language)
    (_, page), *_ = pages_of_term(edition, "criterion", VALUES)
    assert page.answers is not None
    types = [term.id for term in page.answers.interventions]
    assert types == list(edition.catalogue.vocabularies["interventions"])
    html = renderer()("catalogue/list.html", edition, {"list": page})
    assert edition.words["criterion-values"] in html
    for term in page.answers.interventions:
        assert f'href="{term.url}"' in html
    (_, other), *_ = pages_of_term(edition, "criterion", "high-stakes")
    assert other.answers is not None and other.answers.interventions == ()


def test_the_page_of_all_criteria_says_so_too_and_leads_to_each() -> None:
    edition = edition_of(FILES)
    html = renderer()("blocks/criteria.html", edition, {"criteria": view_criteria(edition, HERE)})
    assert html.count(edition.words["criterion-values"]) == 1
    for tally in view_criteria(edition, HERE):
        assert f'<a href="{tally.term.url}">' in html
        assert tally.origin is not None


def test_many_records_are_named_in_part_and_the_rest_led_to() -> None:
    number = MANY + 3
    files = {
        f"f-{n:03}/index.fr.md": record(
            f"title: Fiche {n:03}", "criteria: {high-stakes: {answer: yes, reason: Oui.},"
            " transformation: {answer: unknown}}",
        )
        for n in range(number)
    }  # fmt: skip
    edition = edition_of(files)
    stakes, change, *_ = view_criteria(edition, HERE)
    yes = stakes.groups[0]
    assert (len(yes.records), yes.more) == (FEW, f"et {number - FEW} autres")
    assert yes.count_text == f"{number} fiches"
    assert yes.more_url == "../catalogue/criterion/high-stakes/#answer-yes"
    assert yes.records[0].reason == Said("")
    unknown = change.groups[3]
    assert unknown.more_url == "../catalogue/criterion/transformation/#answer-unknown"
    pages = list(pages_of_term(edition, "criterion", "high-stakes"))
    first, second = pages[0][1], pages[1][1]
    assert first.answers is not None and second.answers is None
    yes = first.answers.groups[0]
    assert (len(yes.records), len(yes.folded)) == (FEW, MANY - FEW)
    assert (yes.folded_text, yes.more, yes.more_url) == ("et 95 autres", "et 3 autres", "#results")
    assert yes.folded[0].reason == Said("Oui.")
    (_, change_page), *_ = pages_of_term(edition, "criterion", "transformation")
    assert change_page.answers is not None
    assert change_page.answers.groups[3].more_url.endswith("data/catalogue.json")
    html = renderer()("catalogue/list.html", edition, {"list": first})
    assert 'id="answer-yes"' in html and 'id="results"' in html


def test_an_absent_answer_is_a_warning_and_unknown_is_an_answer() -> None:
    criteria = edition_of({}).catalogue.vocabularies["criteria"]
    known = ", ".join(f"{name}: {{answer: unknown}}" for name in criteria)
    assert "criterion-unanswered" not in rules_of(faults(record(f"criteria: {{{known}}}")))
    found = faults(record("criteria: {high-stakes: {answer: unknown}}"))
    assert len([line for line in found if line.endswith("criterion-unanswered")]) == 4
