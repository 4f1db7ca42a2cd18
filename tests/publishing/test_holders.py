"""Whose a file of the site is."""

from __future__ import annotations

import pytest

from fp_build.publishing.holders import holder_of
from publishing.editions import editions_of

RECORDS = {
    "x/index.fr.md": "---\nkind: project\nstatus: published\ntitle: X\n"
    "redirect_from: [ancien]\n---\n"
}


def holder(file: str) -> str | None:
    held = holder_of(file, editions_of(RECORDS)["fr"].catalogue)
    return held and held.fr


@pytest.mark.parametrize("top", ["", "en/"])
@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("catalogue/x/index.html", "la fiche « x »"),
        ("catalogue/X/index.html", "la fiche « x »"),
        ("catalogue/x/photo.jpg", "la fiche « x »"),
        ("catalogue/x", "la fiche « x »"),
        ("catalogue/ancien/index.html", "l’ancienne adresse de la fiche « x »"),
        ("catalogue/theme/index.html", "les listes du catalogue"),
        ("catalogue/theme/tout/index.html", "les listes du catalogue"),
        ("catalogue/page/2/index.html", "les listes du catalogue"),
        ("catalogue", "les listes du catalogue"),
        ("agenda.ics", "les données du catalogue"),
        ("404.html", "un fichier que la construction écrit"),
        ("catalogue/index.html", None),
        ("catalogue/libre/index.html", None),
        ("principes/index.html", None),
        ("cataloguex/x/index.html", None),
    ],
)
def test_in_both_languages(top: str, file: str, expected: str | None) -> None:
    assert holder(top + file) == expected


@pytest.mark.parametrize(
    ("file", "held"),
    [
        ("data/catalogue.json", True),
        ("DATA/Catalogue.JSON", True),
        ("data", True),
        ("search/fr/x.js", True),
        ("assets/covers/x.svg", True),
        ("sitemap.xml", True),
        ("en/data/x.json", False),
        ("data/index.html", False),
        ("assets/photo.jpg", False),
        ("database/index.html", False),
    ],
)
def test_of_the_site(file: str, held: bool) -> None:
    assert (holder(file) is not None) is held
