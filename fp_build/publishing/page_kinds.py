"""Every kind of page that is published: the register that pages are rendered through.

A page says of which kinds it is in ``data-kind`` of its body, one for what frames it and one for
each generated part it holds. The checks of pages take their list from here and find a page of each
kind by that mark, so that a new kind of page cannot escape them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from fp_build.judging.models import KINDS
from fp_build.publishing.blocks import BLOCKS, HOST_BLOCKS


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page, or of part of an editorial page."""

    id: str
    template: str
    """The template that makes it, from the top of ``overrides/``."""


HOME: Final = PageKind("home", "main.html")
CATALOGUE: Final = PageKind("catalogue", "main.html")
"""The first page of the whole catalogue: an editorial page with a block."""
EDITORIAL: Final = PageKind("page", "main.html")
LOST: Final = PageKind("not-found", "404.html")
FURTHER: Final = PageKind("further", "catalogue/list.html")
"""The whole catalogue from its second page on."""
TERM: Final = PageKind("term", "catalogue/list.html")
FACET: Final = PageKind("facet", "catalogue/facet.html")
ORGANISATION: Final = PageKind("organisation", "catalogue/organisation.html")
"""What an organisation is, and its records by the part it takes in them: a term of its own kind."""
ORGANISATIONS: Final = PageKind("organisations", "catalogue/organisations.html")
REDIRECT: Final = PageKind("redirect", "catalogue/redirect.html")
REPORT: Final = PageKind("report", "preview/report.html")
"""The findings, in the place of the home page of a first preview."""

RECORD: Final[Mapping[str, PageKind]] = {
    kind: PageKind(f"record-{kind}", f"catalogue/{kind}.html") for kind in KINDS
}
BLOCK: Final[Mapping[str, PageKind]] = {
    name: PageKind(f"block-{name}", f"blocks/{name}.html") for name in (*BLOCKS, *HOST_BLOCKS)
}

PAGE_KINDS: Final = (
    HOME, CATALOGUE, EDITORIAL, LOST, FURTHER, TERM, FACET, ORGANISATION, ORGANISATIONS,
    REDIRECT, REPORT,
    *RECORD.values(), *BLOCK.values(),
)  # fmt: skip


def record_kind(kind: str | None) -> PageKind:
    """That of a record; a kind of record without a class of its own has the look of a case."""
    return RECORD.get(kind or "", RECORD["case"])


def marks(kind: PageKind, blocks: Iterable[str] = ()) -> str:
    """What a page says of itself in ``data-kind``: its kind, and the blocks it holds, each once."""
    return " ".join([kind.id, *dict.fromkeys(BLOCK[name].id for name in blocks)])
