"""Which file stands at which address: no two sources write one file, former names lead on, and no
published address is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from fp_build.arranging.catalogue import Catalogue
from fp_build.doors.disk import ADDRESSES
from fp_build.doors.editorial_pages import EditorialPage
from fp_build.doors.mkdocs.editorial import shown
from fp_build.judging import page_faults as faults
from fp_build.judging.judge import Judgement
from fp_build.judging.promise_faults import UNLISTED_ADDRESS
from fp_build.judging.promises import FIXED
from fp_build.publishing.holders import holder_of
from fp_build.publishing.promises import promised
from fp_build.reading.address_list import AddressList
from fp_build.words.addresses import address_of, is_address, one_file
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Bilingual

_THEME = Bilingual("un fichier du thème", "a file of the theme")


def judge_clashes(files: Files, config: MkDocsConfig, catalogue: Catalogue) -> Iterator[Finding]:
    """Files of the docs folder that would take the place of one of the catalogue or of the theme,
    or the other way round."""
    themes = [Path(folder) for folder in config.theme.dirs]
    of_theme = {one_file(file.dest_uri) for file in files if file.src_dir != config.docs_dir}
    for file in files:
        if file.src_dir != config.docs_dir or file.inclusion.is_excluded():
            continue
        holder = holder_of(file.dest_uri, catalogue)
        if holder is None and not file.is_documentation_page():
            taken = one_file(file.dest_uri) in of_theme
            if taken or any((folder / file.src_uri).is_file() for folder in themes):
                holder = _THEME
        if holder is not None:
            yield faults.SAME_ADDRESS.at(Place(shown(file, config)), twin=holder)


class Moved(NamedTuple):
    """The former names of editorial pages: which lead on, and what is wrong with the others."""

    redirects: Mapping[str, str]
    """For each former file the one that stands there now."""
    findings: list[Finding]


def read_moved(pages: Iterable[EditorialPage], files: Files, catalogue: Catalogue) -> Moved:
    """The redirects that editorial pages ask for, of those that are on the site."""
    here = {file.src_uri for file in files if not file.inclusion.is_excluded()}
    standing = {one_file(file.dest_uri) for file in files if not file.inclusion.is_excluded()}
    redirects: dict[str, str] = {}
    findings: list[Finding] = []
    for page in pages:
        for former, place in page.former if page.source in here else ():
            reason = _why_not(former, standing, redirects, catalogue)
            if reason is None:
                redirects[former] = page.file
            else:
                name = former.removesuffix("/index.html").removesuffix(".html")
                findings.append(faults.FORMER_PAGE.at(place, name=name, reason=reason))
    return Moved(redirects, findings)


def _why_not(
    former: str, standing: Collection[str], redirects: Collection[str], catalogue: Catalogue
) -> Bilingual | None:
    if not is_address(f"/{former}") or former.startswith("/"):
        return Bilingual("ce n’est pas le nom d’une page", "it is not the name of a page")
    if one_file(former) in standing:
        return Bilingual("une page l’a aujourd’hui", "a page has it today")
    if former in redirects:
        return Bilingual("une autre page le donne aussi", "another page gives it too")
    holder = holder_of(former, catalogue)
    if holder is not None:
        return Bilingual(f"il est pris par {holder.fr}", f"it is taken by {holder.en}")
    return None


def other_addresses(files: Files, moved: Moved) -> frozenset[str]:
    """The addresses that the site has besides those of records and terms."""
    shown = (file.dest_uri for file in files if not file.inclusion.is_excluded())
    return FIXED.union(map(address_of, shown), map(address_of, moved.redirects))


def judge_unlisted(
    listed: AddressList | None,
    files: Files,
    moved: Moved,
    judgement: Judgement,
    catalogue: Catalogue,
) -> Iterator[Finding]:
    """Says how many addresses the list does not hold yet; where there is none, at the folder of the
    records."""
    pages = (file for file in files if file.is_documentation_page())
    shown = (file.dest_uri for file in pages if not file.inclusion.is_excluded())
    now = {*promised(catalogue), *map(address_of, shown), *map(address_of, moved.redirects)}
    new = sorted(now - (listed.lines.keys() if listed else set()))
    if new:
        cases = judgement.workspace.path
        path = listed.path if listed else f"{cases}/{ADDRESSES}"
        place = Place(listed.path if listed else cases)
        yield UNLISTED_ADDRESS.at(place, count=len(new), address=new[0], list=path)
