"""Which pages are looked at: some of each kind that the register of kinds knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whole_site import LONE_PAGES, Page, Sites

from fp_build.publishing.page_kinds import CATALOGUE, EDITORIAL, HOME, LOST, PAGE_KINDS, REDIRECT

SITES: Final = ("real", "fixture", "generated", "report")
"""Where a page of a kind is looked for, the project's own site first."""

PARTICULAR: Final = (
    ("fixture", "catalogue/guichet-tout/"),  # every section and part that a record can have
    ("fixture", "catalogue/sans-anglais/"),  # in French only
    ("fixture", "catalogue/only-in-english/"),
    ("fixture", "catalogue/texte-piege/"),  # what looks like code in every text
    ("fixture", "catalogue/ancien-guichet/"),  # archived and replaced
    ("fixture", "catalogue/traduction-perimee/"),
    ("fixture", "catalogue/premier-jet/"),  # open to researchers
    ("fixture-settings", "catalogue/guichet-tout/"),  # invites replies, and to mend and report
    ("fixture", "catalogue/territory/reg-11/"),  # with broader and narrower terms
    ("real", "catalogue/dossier-unique/"),  # what was learnt comes first
    ("real", "catalogue/criterion/field-and-actors/"),  # with every answer
    ("real", "catalogue/principle/initiative/"),  # with what was learnt
)
"""Pages that hold what the longest of their kind need not."""


@dataclass(frozen=True)
class Sample:
    """A page to be looked at."""

    site: str
    path: str
    """From the top of the site, as a host is asked for it."""
    kinds: frozenset[str]

    @property
    def is_lost(self) -> bool:
        return LOST.id in self.kinds

    @property
    def leaves(self) -> bool:
        """True of a page that sends the reader elsewhere."""
        return REDIRECT.id in self.kinds


def kinds_of(page: Page) -> frozenset[str]:
    """What a page says of itself; nothing where it says nothing."""
    return frozenset(str(page.tree.find("body").get("data-kind", "")).split())


def samples(sites: Sites, root: str) -> list[Sample]:
    """The pages to be looked at in a language, each once: the longest of each kind in the first
    site that has one, those with something particular and every editorial page."""
    found: dict[tuple[str, str], Sample] = {}
    for site, path in (*_of_each_kind(sites), *PARTICULAR, *_editorial(sites)):
        file = f"{root}{path}index.html" if not path.endswith(".html") else f"{root}{path}"
        kinds = kinds_of(sites[site].pages[file])
        shown = "of/no/such/page/" if LOST.id in kinds else path
        found.setdefault((site, path), Sample(site, root + shown, kinds))
    return list(found.values())


def _of_each_kind(sites: Sites) -> Iterator[tuple[str, str]]:
    for kind in PAGE_KINDS:
        for site in SITES:
            pages = pages_of(sites, site, kind.id)
            if pages:
                yield site, _path(max(pages, key=lambda page: len(page.text)))
                break


def _editorial(sites: Sites) -> Iterator[tuple[str, str]]:
    for kind in (HOME, CATALOGUE, EDITORIAL):
        for page in pages_of(sites, "real", kind.id):
            yield "real", _path(page)


def pages_of(sites: Sites, site: str, kind: str) -> list[Page]:
    """The French pages of a kind in one of the sites."""
    return [
        page
        for file, page in sites[site].pages.items()
        if not file.startswith("en/") and kind in kinds_of(page)
    ]


def _path(page: Page) -> str:
    return page.file if page.file in LONE_PAGES else page.file.removesuffix("index.html")
