"""Templates say the same as with Jinja's own code, and escape as much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from fp_build.publishing.quick_templates import QuickEnvironment, html
from fp_build.publishing.rendering import drawn
from fp_build.publishing.views import TermLink

CONSTANTS: Final[Any] = {"w": {"and": "A & <b>", "or": "l’un\nou l’autre"}, "colon": "\u00a0:"}

KNOWN: Final = Markup("<em>&amp;</em>")


@dataclass(frozen=True)
class Part:
    text: str = "<script>&\"'"
    known: Markup = KNOWN
    items: tuple[str, ...] = ("a", "<b>")
    number: int = 3

    def joined(self, sign: str) -> str:
        return sign.join(self.items)


IN_ITALICS: Final = "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}"
TEMPLATES: Final = {
    "text": "<p>{{ it.text }}</p>",
    "markup": "{{ it.known }}{{ it.known | upper }}",
    "number": "{{ it.number }} {{ it.number + 1 }} {{ -it.number }} {{ none }} {{ true }}",
    "word": '<p>{{ w["and"] }}{{ colon }} {{ w["or"] }}</p>',
    "word chosen": '{{ w["and"] if it.text else w["or"] }}{{ w["an" ~ "d"] }}',
    "word of a name": '{% for name in ("and", "or") %}{{ w[name] }}{% endfor %}',
    "words joined": '{{ w["and"] ~ it.text ~ colon }}',
    "word in a macro": IN_ITALICS + '{{ m(w["and"]) }}{{ m(it.text) }}',
    "macro in a macro": IN_ITALICS + "{% macro b(x) %}{{ m(x) }}{% endmacro %}{{ b(it.text) }}",
    "default of a macro": "{% macro m(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ m(it.text, b=2) }}",
    "left to its default": "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(it.text) }}",
    "call of a macro": "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}<b>{% endcall %}",
    "set to a macro": IN_ITALICS + "{% set x = m(it.text) %}{{ x }}",
    "method": "{{ it.joined('<') }}{{ it.text.split('&')[0] }}",
    "loop": "{% for each in it.items %}{{ loop.index }}{{ each }}{% endfor %}",
    "empty loop": "{% for each in () %}{{ each }}{% else %}{{ w['and'] }}{% endfor %}",
    "filter": "{{ it.items | join(', ') }}{{ it.items | length }}",
    "block": "{% block a %}{{ it.text }}{% endblock %}",
    "extends": "{% extends 'block' %}{% block a %}{{ super() }}{{ w['or'] }}{% endblock %}",
    "import": "{% import 'macros' as m %}{{ m.m(it.text) }}{{ m.said }}",
    "macros": IN_ITALICS + "{% set said = m('<') %}",
    "set": "{% set a %}<i>{{ it.text }}</i>{% endset %}{{ a }}",
}


def quick(**more: str) -> QuickEnvironment:
    return QuickEnvironment(
        CONSTANTS,
        loader=DictLoader({**TEMPLATES, **more}),
        undefined=StrictUndefined,
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_says_what_jinja_itself_has_it_say(name: str) -> None:
    plain = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    plain.globals.update(CONSTANTS)
    said = quick().get_template(name).render(it=Part())
    assert said == plain.get_template(name).render(it=Part())
    assert "<script" not in said


def test_what_is_html_already_is_let_be() -> None:
    assert html('<a b="\'">&') == "&lt;a b=&#34;&#39;&#34;&gt;&amp;"
    assert html(Markup("<a>")) == "<a>"
    assert html(3) == "3"


def test_a_part_of_a_text_that_was_html_is_not() -> None:
    class Odd(str):
        __slots__ = ()

    assert html(Odd("<")) == "&lt;"


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ unknown }}", UndefinedError),
        ("{{ unknown.text }}", UndefinedError),
        ("{{ it.unknown }}", AttributeError),
        ("{{ w['unknown'] }}", UndefinedError),
    ],
)
def test_nothing_undefined_is_passed_over(template: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        quick(bad=template).get_template("bad").render(it=Part())


def test_a_part_is_drawn_once() -> None:
    term, calls = TermLink("a", "<b>"), []

    def draw(part: TermLink) -> Markup:
        calls.append(part)
        return Markup("<i>{}</i>").format(part.label)

    assert [drawn(term, draw), drawn(term, draw)] == ["<i>&lt;b&gt;</i>"] * 2
    assert calls == [term]
    assert TermLink("a", "<b>") == term
