"""No error and no warning of the Nu Html Checker in any page, style sheet or drawing."""

from __future__ import annotations

from pathlib import Path

import pytest
from audit.record import note
from nu import UNKNOWN_TO_IT, check
from whole_site import Sites

pytestmark = pytest.mark.audit
"""The checker needs Java and is fetched by npm: too much to ask of every contribution."""


@pytest.mark.parametrize(
    "name",
    ["real", "fixture", "generated", "fixture-flat", "fixture-preview", "fixture-settings"],
)
def test_every_page_is_valid(sites: Sites, name: str) -> None:
    found = check(sites[name].folder)
    for page in sites[name].pages:
        wrong = [line for line in found.faults if line.startswith(f"{page}:")]
        note("html", name, page, wrong, {"Nu Html Checker": found.version.partition(" ")[0]})
    assert "\n".join(found.faults) == ""
    assert found.passed_over == set(UNKNOWN_TO_IT), "what it knows by now can be asked of it"


def test_the_page_of_a_first_preview_is_valid(sites: Sites) -> None:
    assert check(sites["report"].folder, ["index.html", "en/index.html"]).faults == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    (tmp_path / "a.html").write_text(
        '<!doctype html><html lang="fr"><head><title>A</title></head><body>'
        '<p tabindex="">A<input autocomplete="nowhere"></p></body></html>'
    )
    (tmp_path / "a.css").write_text("p { colour: red }")
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><circle/><p/></svg>')
    found = check(tmp_path).faults
    assert {line.partition(":")[0] for line in found} == {"a.html", "a.css", "a.svg"}
    assert any("tabindex" in line for line in found)
    assert any("autocomplete" in line for line in found)
