"""Of the theme a site has what its pages ask for, and what only an author needs while writing."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File, Files

from fp_build.doors.mkdocs.lightening import RELOAD_SCRIPT, lighten


def lightened(*names: str, serving: bool = False) -> Files:
    """What is left of files of these names, which all hold the same style."""
    files = Files([])
    for name in names:
        file = File(name, "theme", "site", use_directory_urls=True)
        file.content_string = "a {\n  color: red;\n}\n"
        files.append(file)
    lighten(files, serving=serving)
    return files


@pytest.mark.parametrize(
    "name",
    [
        "words.yml",
        "map/departements.json",
        "assets/javascripts/bundle.1234.min.js",
        "assets/javascripts/lunr/min/lunr.fr.min.js",
        "assets/stylesheets/main.1234.min.css",
        "assets/stylesheets/palette.1234.min.css",
        "assets/images/favicon.png",
    ],
)
def test_what_no_page_asks_for_is_left_out(name: str) -> None:
    assert not list(lightened(name))


@pytest.mark.parametrize(
    "name", ["assets/stylesheets/palette.css", "images/favicon.png", "bundle.js", "maps/index.md"]
)
def test_what_only_sounds_like_it_stays(name: str) -> None:
    assert [file.src_uri for file in lightened(name)] == [name]


def test_scripts_of_an_author_are_there_while_one_is_served() -> None:
    names = (RELOAD_SCRIPT, "assets/javascripts/preview.js")
    assert not list(lightened(*names))
    assert len(list(lightened(*names, serving=True))) == 2


def test_styles_are_sent_shorter_than_they_were_written() -> None:
    (style,) = lightened("assets/stylesheets/palette.css")
    assert style.content_string.strip() == "a{color:red}"
