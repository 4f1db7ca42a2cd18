"""Cells of tables in editorial pages say how they are aligned by a class, as those of records do:
Python-Markdown writes a style into each, which the policy of our pages refuses."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

_CLASSES: Final = {
    "text-align: left;": "",
    "text-align: center;": "fp-centre",
    "text-align: right;": "fp-number",
}


class Alignment(Extension):
    """Markdown whose tables hold no styles."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after attribute lists, at 8, which may give a cell classes of its own."""
        md.treeprocessors.register(_Aligner(md), "fp-alignment", 7)


class _Aligner(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            for cell in table.iter():
                style = cell.get("style", "")
                if cell.tag not in ("th", "td") or style not in _CLASSES:
                    continue
                del cell.attrib["style"]
                classes = f"{cell.get('class', '')} {_CLASSES[style]}".strip()
                if classes:
                    cell.set("class", classes)
