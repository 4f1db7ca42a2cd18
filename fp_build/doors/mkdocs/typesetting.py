"""The text of editorial pages, typeset in its language, wherever it is not code."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from fp_build.words.languages import LANGUAGES, Language, as_language
from fp_build.words.typography import EDGE, OBJECT, TAG, typeset_between

_IN_LINE: Final = {
    "a", "abbr", "b", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "u",
}  # fmt: skip
"""Elements that stand within a line."""
_KEPT: Final = {"code", "img", "kbd", "math", "samp", "script", "style", "svg", "var"}
"""Elements that are not touched; ``pre`` is another, but no part of a line."""
_PUT_ASIDE: Final = re.compile("\x02wzxhzdk:([0-9]+)\x03")
"""The place of an HTML tag or an entity that the author typed: Python-Markdown keeps it apart."""
_TYPED_TAG: Final = re.compile(r"""<(/?)([a-z0-9]+)(?:[^>]*?\slang=["']?([a-zA-Z-]+))?[^>]*>""")
_TYPED_SPACES: Final = {"&nbsp;": "\u00a0", "&#160;": "\u00a0", "&#8239;": "\u202f"}


class Typesetting(Extension):
    """Markdown whose text is typeset; ``language`` answers that of the page at hand."""

    def __init__(self, language: Callable[[], Language]) -> None:
        super().__init__()
        self._language = language

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after attribute lists, at 8, which are no text, and before the contents, at 5,
        which take in the headings."""
        md.treeprocessors.register(_Typesetter(md, self._language), "fp-typesetting", 6)


class _Typesetter(Treeprocessor):
    def __init__(self, md: Markdown, language: Callable[[], Language]) -> None:
        super().__init__(md)
        self._stash: Callable[[], Sequence[Any]] = lambda: md.htmlStash.rawHtmlBlocks
        self._language = language

    def run(self, root: Element) -> None:
        page = _Page(self._stash())
        page.take(root, self._language())
        page.typeset()


class _Text(NamedTuple):
    """A stretch of text: where it stands among the parts of a text of the tree."""

    parts: list[str]
    at: int
    language: Language | None
    """``None`` for a language of which we have no rules."""


class _Page:
    """The texts of a tree in order, with marks in the place of all that stands between them."""

    def __init__(self, stash: Sequence[Any]) -> None:
        self._stash = stash
        self._items: list[_Text | str] = []
        self._places: list[tuple[Element, str, list[str]]] = []
        self._typed: list[tuple[str, Language | None]] = []
        """The tags that the author typed and has not closed, each with its language."""

    def take(self, element: Element, language: Language | None) -> None:
        """Take in an element and all that is in it."""
        if element.tag in _KEPT:
            self._items.append(OBJECT)
            return
        mark = TAG if element.tag in _IN_LINE else EDGE
        given = element.get("lang")
        if given is not None:
            language = as_language(given)
        self._items.append(mark)
        if isinstance(element.tag, str) and element.tag != "pre":
            self._take_text(element, "text", language)
            for child in element:
                self.take(child, language)
                self._take_text(child, "tail", language)
        self._items.append(mark)

    def _take_text(self, element: Element, name: str, language: Language | None) -> None:
        text = getattr(element, name)
        if not text:
            return
        if isinstance(text, AtomicString):  # an address, made fit for a page
            self._items.append(OBJECT)
            return
        text = _PUT_ASIDE.sub(self._as_space, text)
        parts: list[str] = []
        end = 0
        for aside in _PUT_ASIDE.finditer(text):
            self._add(parts, text[end : aside.start()], language)
            parts.append(aside[0])
            self._items.append(self._pass(self._typed_at(aside), language))
            end = aside.end()
        self._add(parts, text[end:], language)
        self._places.append((element, name, parts))

    def _add(self, parts: list[str], text: str, language: Language | None) -> None:
        self._items.append(_Text(parts, len(parts), self._spoken(language)))
        parts.append(text)

    def _spoken(self, language: Language | None) -> Language | None:
        """The language inside the tags that are open, else that of the element."""
        return self._typed[-1][1] if self._typed else language

    def _typed_at(self, aside: re.Match[str]) -> str:
        return str(self._stash[int(aside[1])])

    def _as_space(self, aside: re.Match[str]) -> str:
        return _TYPED_SPACES.get(self._typed_at(aside), aside[0])

    def _pass(self, typed: str, language: Language | None) -> str:
        """Note a tag that the author typed; answers the mark for it."""
        tag = _TYPED_TAG.fullmatch(typed)
        if tag is None or tag[2] not in _IN_LINE | _KEPT or tag[2] in ("img", "svg"):
            return OBJECT
        if not tag[1]:
            inside = as_language(tag[3]) if tag[3] else self._spoken(language)
            self._typed.append((tag[2], None if tag[2] in _KEPT else inside))
        elif self._typed and self._typed[-1][0] == tag[2]:
            self._typed.pop()
        return OBJECT if tag[2] in _KEPT else TAG

    def typeset(self) -> None:
        """Typeset every text, and give it back to the tree."""
        for language in LANGUAGES:
            texts, marks, gap = [""], [], EDGE
            taken = []
            for item in self._items:
                if isinstance(item, str):
                    gap += item
                elif item.language != language:
                    gap += OBJECT
                else:
                    taken.append(item)
                    texts.append(item.parts[item.at])
                    marks.append(gap)
                    gap = ""
            for text, done in zip(taken, typeset_between(texts, marks, language)[1:], strict=True):
                text.parts[text.at] = done
        for element, name, parts in self._places:
            setattr(element, name, "".join(parts))
