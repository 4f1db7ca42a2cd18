"""The form of the five criteria, and the words of the record that it begins."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any, Final

import pytest
from in_memory import vocabulary_files

from fp_build.judging.models import Case
from fp_build.publishing.self_assessment import LIMITS, VALUES, self_assessment
from fp_build.words.languages import LANGUAGES, Language
from publishing.editions import OVERRIDES, edition_of, interface, renderer

HERE: Final = "autoevaluation/index.html"
SCRIPTS: Final = [
    path.read_text("utf-8")
    for path in sorted((OVERRIDES / "assets" / "javascripts").glob("self_assessment*.js"))
]

every_language = pytest.mark.parametrize("language", LANGUAGES)


def given(language: Language = "fr", **more: Any) -> dict[str, Any]:
    return self_assessment(edition_of({}, language, **more), HERE)


class Form(HTMLParser):
    """The controls of the form, and its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.controls: list[dict[str, str | None]] = []
        self.form: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "form":
            self.form = dict(attrs)
        elif tag in ("input", "textarea"):
            self.controls.append(dict(attrs))


def form(language: Language = "fr") -> Form:
    edition = edition_of({}, language)
    return Form(renderer()("blocks/self-assessment.html", edition, self_assessment(edition, HERE)))


@every_language
def test_each_criterion_offers_each_answer_and_a_place_for_its_reason(language: Language) -> None:
    controls = form(language).controls
    vocabularies = edition_of({}).catalogue.vocabularies
    for criterion in vocabularies["criteria"]:
        answers = [c["value"] for c in controls if c["name"] == criterion]
        assert answers == list(vocabularies["answers"])
        assert [c["name"] for c in controls].count(f"{criterion}-reason") == 1
    for name, vocabulary in (("interventions", "interventions"), ("themes", "themes")):
        assert [c["value"] for c in controls if c["name"] == name] == list(vocabularies[vocabulary])


def test_the_form_is_sent_nowhere() -> None:
    found = form().form
    assert found["method"] == "dialog" and "action" not in found


def test_the_criterion_about_values_is_one_of_the_five() -> None:
    assert VALUES in edition_of({}).catalogue.vocabularies["criteria"]
    html = renderer()("blocks/self-assessment.html", edition_of({}), given())
    assert html.count('href="#assess-interventions"') == 1


def test_a_term_that_another_replaces_is_not_offered() -> None:
    themes = vocabulary_files()["themes.yml"].decode()
    former = "\nold:\n  fr: Vieux\n  en: Old\n  definition: {fr: Vieux., en: Old.}\n"
    files = {
        **vocabulary_files(),
        "themes.yml": f"{themes}{former}  replaced_by: ageing\n  source: editorial\n".encode(),
    }
    assert "old" not in {theme.id for theme in given(vocabulary=files)["themes"]}


@every_language
def test_the_draft_has_the_headings_of_its_language(language: Language) -> None:
    skeleton = json.loads(given(language)["skeleton"])
    sections = edition_of({}).catalogue.vocabularies["sections"]
    assert skeleton["file"] == f"index.{language}.md"
    assert [sections.by_words(heading) for heading, _ in skeleton["sections"]] == list(
        Case.needs_sections
    )


@every_language
def test_the_scripts_find_the_words_they_say_and_no_other(language: Language) -> None:
    """A key that a script puts together, as ``assess-no-${what}``, stands for all it can make."""
    values = given(language)
    handed = {*json.loads(values["words"]), *json.loads(values["skeleton"])["words"]}
    code = "\n".join(SCRIPTS)
    said = set(re.findall(r'"(assess-[a-z-]+)"', code)) & set(interface_keys())
    said |= {f"assess-file-{name}" for name in re.findall(r'said\("([a-z]+)"\)', code)}
    said |= {f"assess-{way}-{what}" for way in ("no", "long") for what in ("title", "summary")}
    assert said == handed


def interface_keys() -> list[str]:
    text = (OVERRIDES / "words.yml").read_text("utf-8")
    return [key for key in re.findall(r"^([a-z-]+):", text, re.M) if key in interface()["fr"]]


def test_the_limits_are_those_of_the_rules() -> None:
    assert json.loads(given()["limits_json"]) == LIMITS == {
        "title": 80, "summary": 500, "themes": 3,
    }  # fmt: skip
