"""The files for hosts, written into the site; what someone wrote in the place of one is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fp_build.judging.site_faults import HOST_FILE_KEPT
from fp_build.publishing.hosts import APACHE, SIGNATURE, Hosting, host_files
from fp_build.words.findings import Finding, Place


def write_host_files(site: Path, hosting: Hosting, published: Path) -> None:
    """Write the files into the folder that is being built, but for one that ``published``, whose
    place it takes, holds from another hand: hidden files are carried over from there."""
    for name, text in host_files(hosting):
        if name == APACHE and is_by_hand(published):
            continue
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")


def judge_host_files(published: Path) -> Iterator[Finding]:
    """Tell what is kept."""
    if is_by_hand(published):
        yield HOST_FILE_KEPT.at(Place(f"{published.name}/{APACHE}"), file=APACHE)


def is_by_hand(published: Path) -> bool:
    """True where the published folder has a ``.htaccess`` that no build wrote."""
    try:
        with (published / APACHE).open("rb") as file:
            return file.read(len(SIGNATURE.encode())) != SIGNATURE.encode()
    except FileNotFoundError:
        return False
    except OSError:  # a folder, or a file that may not be read: not ours
        return True
