"""A link beside each heading of an editorial page, as records have them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from fp_build.publishing.body import LINK_TO

_HEADINGS: Final = frozenset(f"h{level}" for level in range(2, 7))


class Permalinks(Extension):
    """Markdown whose headings, from the second level on, have a link beside them, on the pages for
    which ``wanted`` answers so."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._wanted = wanted

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after the contents, at 5, which give headings their ids."""
        md.treeprocessors.register(_Linker(md, self._wanted), "fp-permalinks", 4)


class _Linker(Treeprocessor):
    def __init__(self, md: Markdown, wanted: Callable[[], bool]) -> None:
        super().__init__(md)
        self._wanted = wanted

    def run(self, root: Element) -> None:
        if not self._wanted():
            return
        for parent in list(root.iter()):
            for at, child in enumerate(list(parent)):
                name = child.get("id")
                if child.tag in _HEADINGS and name:
                    parent[at] = _with_link(child, name)


def _with_link(heading: Element, name: str) -> Element:
    group = Element("div", {"class": "fp-heading"})
    about = {"class": "fp-permalink", "href": f"#{name}", "aria-labelledby": f"{LINK_TO} {name}"}
    group.tail, heading.tail = heading.tail, None
    group.extend([heading, Element("a", about)])
    return group
