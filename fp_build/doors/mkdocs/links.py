"""``case:slug`` links, blocks and settings in editorial pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from fp_build.words.mail import mail_addresses

SCHEME: Final = "case:"
BLOCK: Final = re.compile(r"<p>\s*\{\{\s*block\.([\w-]+)\s*\}\}\s*</p>")
PLACEHOLDER: Final = re.compile(r"\{\{\s*(block|setting|accessibility)\.([\w-]+)\s*\}\}")


_WEB: Final = re.compile(r"https?://[^\s<>()\[\]]+")


def as_link(said: str) -> str:
    """A setting as Markdown: one that is but an address leads there, of the web or of a mailbox."""
    address = said.strip()
    if [mail.address for mail in mail_addresses(address)] == [address]:
        return f"[{address}](mailto:{address})"
    return f"[{address}]({address})" if _WEB.fullmatch(address) else said


class CaseLinks(Extension):
    """Markdown in which ``[…](case:slug)`` leads to a record. ``resolve`` answers the address, or
    ``None`` where there is no such record."""

    def __init__(self, resolve: Callable[[str], str | None]) -> None:
        super().__init__()
        self._resolve = resolve

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after MkDocs' own processor of relative links, which is at 0 and would warn."""
        md.treeprocessors.register(_Resolver(md, self._resolve), "fp-case-links", -1)


class _Resolver(Treeprocessor):
    def __init__(self, md: Markdown, resolve: Callable[[str], str | None]) -> None:
        super().__init__(md)
        self._resolve = resolve

    def run(self, root: Element) -> Any:
        for element in root.iter("a"):
            target = element.get("href", "")
            if target.startswith(SCHEME):
                url = self._resolve(target.removeprefix(SCHEME))
                if url is None:
                    del element.attrib["href"]
                else:
                    element.set("href", url)
