"""What is looked at before anything of a project is read or taken: whether it brings what must not
come from a repository, and whether its folders lead out of it or round in a circle.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fp_build.doors.disk import VOCABULARY, as_shown
from fp_build.doors.mkdocs.places import CACHE
from fp_build.judging.folder_faults import NOT_A_PLAIN_FILE
from fp_build.judging.site_faults import KEPT_IN_REPOSITORY, SITE_BEHIND_A_LINK
from fp_build.words.findings import Finding, Place


def judge_entrance(
    base: Path, docs: Path, cases: Path, overrides: Path | None, site: Path
) -> Iterator[Finding]:
    """What stops a build at once. ``base`` is the folder of ``mkdocs.yml``; ``overrides`` holds the
    project's own templates and styles, where it has any; ``site`` is what will be published."""
    if (base / CACHE).exists() and _is_from_repository(base):
        yield KEPT_IN_REPOSITORY.at(Place(CACHE), folder=CACHE)
    refused = [link for home in (docs, overrides) if home for link in _bad_links_in(home)]
    vocabulary = cases / VOCABULARY
    if vocabulary.is_symlink() and not _leads_into(cases, vocabulary):
        refused.append(vocabulary)
    for link in dict.fromkeys(refused):  # one folder may lie in the other
        yield NOT_A_PLAIN_FILE.at(Place(_shown(base, link)), name=link.name)
    for link in filter(Path.is_symlink, (site, *site.parents)):
        if link.parent.resolve().is_relative_to(base):
            place, folder = Place(_shown(base, link)), _shown(base, site)
            yield SITE_BEHIND_A_LINK.at(place, folder=folder, target=os.path.realpath(site))


def _shown(base: Path, path: Path) -> str:
    """From the folder of the project, where it lies below it."""
    return as_shown((path.relative_to(base) if path.is_relative_to(base) else path).as_posix())


def _bad_links_in(home: Path) -> Iterator[Path]:
    """Every symbolic link below a folder that leads to anything but a file in there. What leads to
    a folder would be walked as often as there are ways through it: two links to where they lie make
    a thousand thousand million of them."""
    for link in _links_in(home):
        if not (link.is_file() and _leads_into(home, link)):
            yield link


def _leads_into(home: Path, link: Path) -> bool:
    return Path(os.path.realpath(link)).is_relative_to(home.resolve())


def _links_in(folder: Path) -> Iterator[Path]:
    """Every symbolic link below a folder; what a link leads to is not looked into."""
    for here, folders, files in os.walk(folder):
        for name in sorted((*folders, *files)):
            path = Path(here, name)
            if path.is_symlink():
                yield path


def _is_from_repository(base: Path) -> bool:
    """Whether version control has something of what builds keep, be it a file, a link or a
    repository of its own. Where Git cannot be asked, its list of files is looked through."""
    if base.resolve() / CACHE != (base / CACHE).resolve() and (
        (base / CACHE).resolve().is_relative_to(base.resolve())
    ):
        return True  # a link to some other place of the project
    asked = ["git", "-C", os.fspath(base), "ls-files", "-z", "--", _TOP]
    try:
        done = subprocess.run(asked, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return _is_listed(base)
    names = os.fsdecode(done.stdout).split("\0")
    return any(name == _TOP or name.startswith(CACHE) for name in names)


def _is_listed(base: Path) -> bool:
    for folder in (base, *base.parents):
        index = folder / ".git" / "index"
        if index.is_file():
            data = index.read_bytes()
            return CACHE.encode() in data or f"{_TOP}\0".encode() in data
    return False


_TOP: Final = CACHE.partition("/")[0]
