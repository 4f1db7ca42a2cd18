"""The register of kinds of pages: complete, and every page goes through it."""

from __future__ import annotations

from typing import Any, Final

import pytest
from jinja2 import Environment, meta

from fp_build.judging.models import KINDS
from fp_build.publishing.blocks import BLOCKS, HOST_BLOCKS
from fp_build.publishing.page_kinds import (
    BLOCK,
    HOME,
    PAGE_KINDS,
    RECORD,
    marks,
    record_kind,
)
from publishing.editions import OVERRIDES, editions_of, list_pages, record, record_pages

SHELLS: Final = {"catalogue.html"}
"""What stands around pages of the register."""

LAID_OVER: Final = {"preview/banner.html"}
"""What is added to a page that is there already."""


def used_by(template: str, seen: set[str]) -> set[str]:
    """The template and all that it extends, includes or imports."""
    if template not in seen and (OVERRIDES / template).exists():
        seen.add(template)
        tree = Environment().parse((OVERRIDES / template).read_text("utf-8"))
        for name in meta.find_referenced_templates(tree):
            assert name is not None, f"{template} asks for a template whose name is computed"
            used_by(name, seen)
    return seen


def test_every_template_makes_a_kind_of_page_or_is_part_of_one() -> None:
    known: set[str] = set()
    for name in {kind.template for kind in PAGE_KINDS} | SHELLS | LAID_OVER:
        used_by(name, known)
    there = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}
    assert there == known


def test_ids_are_unique() -> None:
    ids = [kind.id for kind in PAGE_KINDS]
    assert len(ids) == len(set(ids))


def test_every_kind_of_record_and_every_block_is_a_kind_of_page() -> None:
    assert set(RECORD) == set(KINDS)
    assert set(BLOCK) == {*BLOCKS, *HOST_BLOCKS}
    assert record_kind("project").id == "record-project"


@pytest.mark.parametrize("kind", [None, "unheard-of"])
def test_a_record_of_no_kind_of_ours_looks_like_a_case(kind: Any) -> None:
    assert record_kind(kind) is RECORD["case"]


def test_a_page_says_its_kind_and_each_of_its_blocks_once() -> None:
    assert marks(HOME, ["themes", "figures", "themes"]) == "home block-themes block-figures"


def test_every_page_of_the_catalogue_says_its_kind() -> None:
    files = {f"essai-{n}/index.fr.md": record("themes: [disability]") for n in range(51)}
    files["cas/index.fr.md"] = record(kind="case")
    edition = editions_of(files)["fr"]
    pages = [*record_pages(edition), *list_pages(edition)]
    assert {page.kind for page in pages} == {
        "record-project", "record-case", "further", "facet", "term",
        "organisation", "organisations",
    }  # fmt: skip
