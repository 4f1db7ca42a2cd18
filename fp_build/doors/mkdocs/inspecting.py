"""What a built site was to hold, as the host and the catalogue order it, and what is said of it
where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import InclusionLevel

from fp_build.doors.inspection import Fault, Inspection, Promise
from fp_build.doors.mkdocs.editorial import shown
from fp_build.doors.press import CATALOGUE, Written
from fp_build.judging import finished_faults as faults
from fp_build.words.addresses import CSV_FILE, INDEX, JSON_FILE, record_file, root
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import LANGUAGES

if TYPE_CHECKING:
    from fp_build.doors.mkdocs.build import Build

SITEMAP: Final = "sitemap.xml"

_LONE_PAGES: Final = tuple(f"{root(language)}404.html" for language in LANGUAGES)


def inspected(build: Build, written: Written, site: Path, spare: Path | None) -> list[Finding]:
    """What is wrong with the site that a build has made."""
    inspection = Inspection(
        site, spare, written.standing, build.addresses.site_url, build.cache, build.way
    )
    found = inspection(_promise(build, written))
    sources = _sources(build) if found else {}
    return [_finding(fault, sources, build.report.lines) for fault in found]


def _promise(build: Build, written: Written) -> Promise:
    records = build.press.catalogue.unheard.records
    pages = written.bindery.pages
    needed = {
        *(record_file(language, slug) for language in LANGUAGES for slug in records),
        *(page.file.dest_uri for nav in build.pages.navs.values() for page in nav.pages),
        *written.besides[CATALOGUE],
        *build.searching.needed(),
        *_LONE_PAGES,
        SITEMAP,
    }
    host = {file.dest_uri for file in build.files if not file.inclusion.is_excluded()}
    laid = {file.dest_uri for file in build.files.static_pages() if not file.generated_by}
    others = needed.union(host, *written.besides.values()).difference(pages)
    public = sum(record.is_public for record in records.values())
    return Promise(
        {file: f"{page.content[:16]} {page.size}" for file, page in pages.items()},
        written.bindery.readings,
        others,
        host,
        laid,
        needed,
        {JSON_FILE: public, CSV_FILE: public},
    )


def _sources(build: Build) -> dict[str, str]:
    """Where pages are written: editorial ones in ``docs``, those of records in their folder."""
    files = build.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    sources = {file.dest_uri: shown(file, build.config) for file in files}
    for slug, record in build.press.catalogue.records.items():
        path = record.source.source.path
        sources.update((record_file(language, slug), path) for language in LANGUAGES)
    return sources


def _finding(
    fault: Fault, sources: Mapping[str, str], lines: Callable[[str], Sequence[str]]
) -> Finding:
    path = sources.get(fault.file, fault.file)
    if fault.what == "missing":
        return faults.SITE_PAGE_MISSING.at(Place(path), page=fault.file)
    if fault.what == "malformed":
        return faults.SITE_FILE_MALFORMED.at(Place(path), file=fault.file, said=fault.about)
    link = fault.about.removesuffix(INDEX)
    place = next(_written(path, link, lines(path)), Place(path))
    return faults.DEAD_LINK.at(place, page=fault.file, link=link)


def _written(path: str, link: str, lines: Sequence[str]) -> Iterator[Place]:
    """Where a link seems to be written: on the first line that has its last word."""
    word = link.rstrip("/").rpartition("/")[2].rpartition("#")[2]
    for number, line in enumerate(lines if word else (), 1):
        if word in line:
            yield Place(path, number, line.index(word) + 1, len(word))
