"""What two sites must have in common, and how it is counted."""

from __future__ import annotations

from pathlib import Path

from bench.elements import count, differences

PAGE = """<!doctype html><html lang="fr"><head><title>A</title>
<meta name="description" content="a > b"><link rel="alternate" href="/en/" hreflang="en">
</head><body data-kind="record-case">
<p class="fp-lead">Un<br>deux</p>
<ol class="fp-timeline"><li class="fp-step fp-step--reached">Un<li class="fp-step">Deux</ol>
<div class="fp-body"><p>Un</p><p>Deux <a href="../x/">x</a></p></div><p>Trois</p>
<dl class="fp-glance"><dd><a href="/a/">A</a></dd></dl><a href="/b/">B</a></body></html>"""


def test_elements_are_counted_by_tag_class_and_attributes() -> None:
    found = count(PAGE)
    assert found["title"] == found["description"] == found["hreflang"] == found["lead"] == 1
    assert (found["stages"], found["stages reached"]) == (2, 1)
    assert found["kind record-case"] == 1


def test_an_element_counts_only_within_what_it_belongs_to() -> None:
    found = count(PAGE)
    assert found["paragraphs"] == 2  # not those before and after the body
    assert found["glance links"] == 1
    assert found["links of the text"] == 1


def test_sites_of_the_same_elements_do_not_differ(tmp_path: Path) -> None:
    for name, text in (("one", PAGE), ("other", PAGE.replace("Trois", "Quatre"))):
        _write(tmp_path / name / "a/index.html", text)
    assert list(differences(tmp_path / "one", tmp_path / "other")) == []


def test_each_difference_says_where_it_is(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    _write(one / "a/index.html", PAGE)
    _write(other / "a/index.html", PAGE.replace("<p>Un</p>", ""))
    _write(one / "b/index.html", PAGE)
    _write(other / "c/index.html", PAGE)
    _write(one / "fiches.atom", "")
    assert list(differences(one, other)) == [
        "b/index.html : page absente de l’autre site",
        "c/index.html : page en trop dans l’autre site",
        "fiches.atom : page absente de l’autre site",
        "a/index.html : paragraphs, 2 d’un côté et 1 de l’autre",
    ]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
