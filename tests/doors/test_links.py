"""What the settings of an operator become on editorial pages."""

from __future__ import annotations

import pytest

from fp_build.doors.mkdocs.links import as_link


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("equipe@example.org", "[equipe@example.org](mailto:equipe@example.org)"),
        (" equipe@example.org ", "[equipe@example.org](mailto:equipe@example.org)"),
        ("https://example.org/nous?x=1", "[https://example.org/nous?x=1](https://example.org/nous?x=1)"),
        ("L’équipe, equipe@example.org", "L’équipe, equipe@example.org"),
        ("a@example.org, b@example.org", "a@example.org, b@example.org"),
        ("https://example.org/) [x](javascript:x", "https://example.org/) [x](javascript:x"),
        ("https://example.org/ ou là", "https://example.org/ ou là"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("", ""),
    ],
)  # fmt: skip
def test_an_address_alone_becomes_a_link(said: str, shown: str) -> None:
    assert as_link(said) == shown
