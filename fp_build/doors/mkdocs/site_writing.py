"""Writes what the site holds besides the pages that the host makes."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from fp_build.doors import archive
from fp_build.doors.archive import SiteFile
from fp_build.doors.fingerprints import of_program, of_values
from fp_build.doors.hosting import write_host_files
from fp_build.doors.mkdocs.reporting import home_pages
from fp_build.doors.mkdocs.shell import Shells
from fp_build.doors.pagefind import SearchFailed
from fp_build.doors.press import Written
from fp_build.doors.progress import Progress
from fp_build.doors.spare import Spare
from fp_build.judging import page_faults
from fp_build.publishing.hosts import Hosting
from fp_build.publishing.sitemap import sitemap
from fp_build.words.addresses import twin
from fp_build.words.findings import Level, Place
from fp_build.words.languages import Language

if TYPE_CHECKING:
    from fp_build.doors.mkdocs.build import Build


def write_site(
    build: Build, site: Path, spare: Spare | None, say: Callable[[str], None] | None
) -> Written | None:
    """Write everything of the catalogue into the folder that the host has built, but for pages that
    stand in the ``spare``; in the place of a catalogue whose records are at fault, what was found,
    and nothing is answered. ``say`` is told how far it is."""
    _put(site, "en/404.html", build.pages.english_404())
    if not build.sound:
        for file, page in home_pages(build.report, build.press):
            _put(site, file, page)
        return None
    shells = _shells(build)
    searching, press = build.searching, build.press
    searching.begin(press.catalogue, build.addresses)
    try:
        with Progress(build.language, say) as progress:
            written = press.write(site, spare, build.moved, shells, searching, progress)
        for file, data in site_map(build, written.pages):
            (site / file).write_bytes(data)
        if not build.serving:
            redirected = sorted(press.redirected(written, build.moved).items())
            hosting = Hosting(build.addresses, searching.on, redirected)
            write_host_files(site, hosting, build.published)
        searching.write(site)
    except SearchFailed as failure:
        place = Place(Path(build.config.config_file_path).name)
        build.report.add([page_faults.SEARCH_FAILED.at(place, said=str(failure))])
        raise PluginError(build.report.text(Level.ERROR)) from failure
    finally:
        searching.stop()
    return written


def site_map(build: Build, pages: Mapping[Language, Iterable[str]]) -> Iterator[SiteFile]:
    """What programs are told of all pages: those of the catalogue, and the editorial ones."""
    files = [(language, file) for language, written in pages.items() for file in written]
    for language in build.pages.navs:
        files += ((language, file) for file in build.pages.files(language))
    files.sort(key=itemgetter(1))
    addresses = build.addresses
    key = build.cache.key("sitemap", of_values(of_program(), addresses, files))

    def made() -> Iterator[SiteFile]:
        listed = ((language, file, twin(file)) for language, file in files)
        text = sitemap(listed, addresses).encode()
        yield "sitemap.xml", text
        yield "sitemap.xml.gz", gzip.compress(text, mtime=0)

    yield from archive.unpacked(build.cache.made(key, lambda: archive.packed(made())))


def _shells(build: Build) -> Shells:
    """What stands around the pages of the catalogue; on a few of them it is held against what the
    host renders."""
    assert build.env is not None
    pages, frames = build.pages, build.frames
    shells = Shells(
        build.env, "catalogue.html", pages.views, pages.navs, frames.of_slots, frames.values_of
    )
    for page in build.press.samples():
        if shells.fill(page) != shells.whole(page):
            place = Place(f"{Path(build.config.theme.custom_dir or '').name}/catalogue.html")
            build.report.add([page_faults.FRAME_FROZEN.at(place, page=page.file)])
            raise PluginError(build.report.text(Level.ERROR))
    return shells


def _put(site: Path, file: str, page: str) -> None:
    path = site / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
