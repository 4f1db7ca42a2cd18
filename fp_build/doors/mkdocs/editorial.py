"""The editorial pages: what they ask for, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from fp_build.doors.mkdocs.languages import language_of, twin
from fp_build.doors.mkdocs.links import PLACEHOLDER
from fp_build.judging import page_faults as faults
from fp_build.judging.rules import unknown_record
from fp_build.reading.source import Source
from fp_build.words.findings import Finding, Place
from fp_build.words.text import nearest

SETTINGS: Final = (
    "publisher", "publication_director", "host", "contact", "accessibility_contact",
    "research_contact", "repository",
)  # fmt: skip
"""What an operator may set, and a page may ask for."""

UNSET: Final = "unset"


def judge_files(files: Files, config: MkDocsConfig) -> Iterator[Finding]:
    """Pages without a twin, outside the languages, or with an address that another file has."""
    taken: dict[str, File] = {}
    for file in files:
        if file.src_dir != config.docs_dir or file.inclusion.is_excluded():
            continue
        path = shown(file, config)
        other = taken.setdefault(file.dest_uri, file)
        if other is not file:
            yield faults.SAME_ADDRESS.at(Place(path), twin=shown(other, config))
        if not file.is_documentation_page():
            continue
        if language_of(file.src_uri) is None:
            yield faults.PAGE_OUTSIDE_LANGUAGES.at(Place(path))
        elif files.get_file_from_path(twin(file.src_uri)) is None:
            name = f"{_docs_name(config)}/{twin(file.src_uri)}"
            yield faults.PAGE_WITHOUT_TWIN.at(Place(path), twin=name)


def judge_placeholders(
    page: Page, config: MkDocsConfig, blocks: Collection[str]
) -> Iterator[Finding]:
    """Blocks and settings that a page asks for and that do not exist."""
    source = Source(shown(page.file, config), page.file.content_string)
    for match in PLACEHOLDER.finditer(source.text):
        known = blocks if match[1] == "block" else SETTINGS
        if match[2] not in known:
            yield faults.UNKNOWN_PLACEHOLDER.at(
                source.place(*match.span()),
                placeholder=match[0],
                choices=sorted(known),
                nearest=nearest(match[2], known),
            )


def unknown_link(page: Page, config: MkDocsConfig, target: str, slugs: Collection[str]) -> Finding:
    """The finding on a ``case:`` link that leads nowhere."""
    source = Source(shown(page.file, config), page.file.content_string)
    at = source.text.find(f"case:{target}")
    place = source.place(max(at, 0), max(at, 0) + len(target) + 5)
    slug = target.partition("#")[0]
    return unknown_record.RULE.at(place, slug=slug, nearest=nearest(slug, sorted(slugs)))


def shown(file: File, config: MkDocsConfig) -> str:
    """How reports name a file of the docs folder."""
    return f"{_docs_name(config)}/{file.src_uri}"


def _docs_name(config: MkDocsConfig) -> str:
    return config.docs_dir.replace("\\", "/").rstrip("/").rpartition("/")[2]
