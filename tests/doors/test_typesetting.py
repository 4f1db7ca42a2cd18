"""Editorial pages are typeset in their language, but for code, addresses and attributes."""

from __future__ import annotations

import pytest
from markdown import Markdown

from fp_build.doors.mkdocs.typesetting import Typesetting
from fp_build.words.languages import Language


def page(text: str, language: Language = "fr") -> str:
    made = Markdown(
        extensions=["attr_list", "tables", "footnotes", "toc", Typesetting(lambda: language)]
    )
    return made.convert(text).replace("\u00a0", "~").replace("\u202f", "^")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("L'eau : « claire » !", "<p>L’eau~: «~claire~»^!</p>"),
        ("l'*eau* et **Note:** voilà", "<p>l’<em>eau</em> et <strong>Note~:</strong> voilà</p>"),
        ("un\n\n: deux", "<p>un</p>\n<p>: deux</p>"),
        ("- un?\n- ; deux", "<ul>\n<li>un^?</li>\n<li>; deux</li>\n</ul>"),
        ("mot&nbsp;! R&D ; A &amp; B ;", "<p>mot^! R&amp;D^; A &amp; B^;</p>"),
        ("# L'eau ? { title=\"l'a\" }", '<h1 id="leau" title="l\'a">L’eau^?</h1>'),
    ],
)
def test_text(typed: str, printed: str) -> None:
    assert page(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        '`l\'a ! "b"`',
        '    l\'a !\n    "b" ...',
        "<kbd>l'a !</kbd>",
        "<code>l'a !</code>",
        "{{ block.catalogue }}",
        '<span title="l\'a !">a</span>',
        "<https://x.org/l'a>",
    ],
)
def test_what_is_not_text(typed: str) -> None:
    whole = Markdown(extensions=["attr_list"]).convert(typed)
    assert page(typed) == whole


def test_an_address_of_a_person_stays_whole() -> None:
    whole = page("<d.ete@x.fr> !")
    assert "mailto" not in whole and "^!" in whole  # Python-Markdown hides it from robots
    assert page("[écrire !](mailto:l'a@x.fr)") == '<p><a href="mailto:l\'a@x.fr">écrire^!</a></p>'


def test_a_stretch_in_the_other_language_follows_its_own_rules() -> None:
    assert page("It's <span lang=\"fr\">l'eau !</span> It's so !", "en") == (
        '<p>It’s <span lang="fr">l’eau^!</span> It’s so !</p>'
    )
    assert page("[Titre : l'eau](x){lang=fr} so !", "en") == (
        '<p><a href="x" lang="fr">Titre~: l’eau</a> so !</p>'
    )
    assert page("Oui ! <span lang=de>Nein !</span> Non !") == (
        "<p>Oui^! <span lang=de>Nein !</span> Non^!</p>"
    )
    assert page('<span class="x">Oui ! <span>non</span></span> !') == (
        '<p><span class="x">Oui^! <span>non</span></span>^!</p>'
    )
