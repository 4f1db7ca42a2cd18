"""The editorial pages: what they ask for, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from fp_build.doors.mkdocs.languages import language_of, twin
from fp_build.doors.mkdocs.links import PLACEHOLDER
from fp_build.judging import page_faults as faults
from fp_build.judging.accessibility import Compliance, false_claims
from fp_build.judging.rules import unknown_record
from fp_build.reading.source import Source
from fp_build.words.addresses import one_file
from fp_build.words.findings import Finding, Place
from fp_build.words.languages import Bilingual
from fp_build.words.text import nearest

SETTINGS: Final = (
    "publisher", "publication_director", "host", "contact", "accessibility_contact",
    "research_contact", "repository",
)  # fmt: skip
"""What an operator may set, and a page may ask for."""

UNSET: Final = "unset"

CLAIM: Final = "claim"
"""``{{ accessibility.claim }}``: what the site may say of its accessibility."""


def judge_files(files: Files, config: MkDocsConfig) -> Iterator[Finding]:
    """Pages without a twin, outside the languages, or with an address that another file has."""
    taken: dict[str, File] = {}
    for file in files:
        if file.src_dir != config.docs_dir or file.inclusion.is_excluded():
            continue
        path = shown(file, config)
        other = taken.setdefault(one_file(file.dest_uri), file)
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
        known = {"block": blocks, "setting": SETTINGS, "accessibility": (CLAIM,)}[match[1]]
        if match[2] not in known:
            yield faults.UNKNOWN_PLACEHOLDER.at(
                source.place(*match.span()),
                placeholder=match[0],
                choices=sorted(known),
                nearest=nearest(match[2], known),
            )


def judge_claims(
    texts: Iterable[tuple[str, str]], state: Compliance, saying: Bilingual
) -> Iterator[Finding]:
    """What these texts, each with its path, say of the site's accessibility without proof. Words
    that are kept for one state are held to that state."""
    for path, text in texts:
        words = list(_KEPT.finditer(text)) if path.endswith(".yml") else []
        rest = _KEPT.sub(_blank, text) if words else text
        yield from false_claims(Source(path, rest), state, saying)
        for match in words:
            kept: Any = match[1]
            alone = re.sub(r"[^\n]", " ", text[: match.start()]) + match[0]
            yield from false_claims(Source(path, alone), kept, saying)


def frame_texts(config: MkDocsConfig, settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the frame of every page may say: our templates and words, the operator's settings."""
    overrides = Path(config.theme.custom_dir or "overrides")
    for path in sorted(overrides.rglob("*.html")):
        yield f"{overrides.name}/{path.relative_to(overrides).as_posix()}", _read(path)
    words = overrides / "words.yml"
    yield f"{overrides.name}/{words.name}", _read(words)
    name = Path(config.config_file_path or "mkdocs.yml").name
    for said in (config.site_name, config.site_description, config.copyright, settings):
        yield name, str(said or "")


_KEPT: Final = re.compile(r"(?m)^accessibility-(none|partial|full)\b.*\n(?:[ \t]+.*\n)*")
"""Words of the interface that are said in one state only."""


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


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
