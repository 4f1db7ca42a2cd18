"""What pages may do in a browser."""

from __future__ import annotations

import pytest
from in_memory import PROJECT

from fp_build.publishing.hosts import NAMES
from fp_build.publishing.policy import HEADERS, header_policy, page_policy


def rules(policy: str) -> dict[str, str]:
    parts = [part.split(" ", 1) for part in policy.split("; ")]
    assert len(parts) == len({name for name, _ in parts})
    return dict(parts)


@pytest.mark.parametrize("search", [True, False])
@pytest.mark.parametrize("said", [page_policy, header_policy])
def test_nothing_is_allowed_but_the_site_itself(said: object, search: bool) -> None:
    found = rules(said(search=search))  # type: ignore[operator]
    assert found["default-src"] == found["base-uri"] == "'none'"
    words = {word for value in found.values() for word in value.split()}
    assert words <= {"'none'", "'self'", "'script'", "'wasm-unsafe-eval'"}
    assert found["require-trusted-types-for"] == "'script'" and found["trusted-types"] == "'none'"


def test_only_a_search_needs_a_program_of_its_own() -> None:
    assert rules(page_policy(search=False))["script-src"] == "'self'"
    assert rules(page_policy(search=True))["script-src"] == "'self' 'wasm-unsafe-eval'"


@pytest.mark.parametrize("search", [True, False])
def test_a_header_says_what_a_page_says_and_what_only_it_can(search: bool) -> None:
    page, header = rules(page_policy(search=search)), rules(header_policy(search=search))
    assert header == {**page, "frame-ancestors": "'none'"}


def test_it_can_stand_in_an_attribute_and_in_a_line() -> None:
    for text in (header_policy(search=True), *HEADERS.values()):
        assert text.isascii() and text.isprintable() and not {'"', "<", "&"} & set(text)


def test_operators_are_told() -> None:
    told = (PROJECT / "docs" / "hebergement.md").read_text("utf-8")
    french, english = told.split("## In English")
    for part in (french, english):
        assert f"\n{page_policy(search=True)}\n" in part
        for name in (*NAMES, "frame-ancestors 'none'", "Strict-Transport-Security"):
            assert f"`{name}`" in part, name
