"""The links beside the headings of editorial pages."""

from __future__ import annotations

from markdown import Markdown

from fp_build.doors.mkdocs.permalinks import Permalinks


def page(text: str, *, wanted: bool = True) -> str:
    return Markdown(extensions=["toc", "attr_list", Permalinks(lambda: wanted)]).convert(text)


def test_a_heading_has_its_link_beside_it() -> None:
    assert page("# Un\n\n## Deux *mots*\n\ntexte") == (
        '<h1 id="un">Un</h1>\n'
        '<div class="fp-heading"><h2 id="deux-mots">Deux <em>mots</em></h2>'
        '<a aria-labelledby="fp-link-to deux-mots" class="fp-permalink" href="#deux-mots"></a>'
        "</div>\n<p>texte</p>"
    )


def test_all_levels_but_the_first_and_wherever_they_stand() -> None:
    text = "# Un\n\n## Deux\n\n### Trois\n\n> #### Quatre\n\n- ##### Cinq { #cinq }\n"
    assert page(text).count('class="fp-permalink"') == 4
    assert 'href="#cinq"' in page(text)


def test_a_page_that_wants_none_has_none() -> None:
    assert "fp-permalink" not in page("## Deux", wanted=False)
