"""The text of sanitised HTML, typeset: its tags, its code and the marks of its notes stay."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fp_build.words.languages import Language
from fp_build.words.typography import EDGE, OBJECT, TAG, typeset_between

_TAG: Final = re.compile(
    r'(<pre>.*?</pre>|<code.*?</code>|<sup class="fp-note">.*?</sup>'
    r'|<[^"<>]*(?:"[^"]*"[^"<>]*)*>)',
    re.S,
)
_NAME: Final = re.compile(r"</?([a-z0-9]+)")
_MARKS: Final = {
    **dict.fromkeys(("a", "em", "strong", "del", "sup"), TAG),
    **dict.fromkeys(("code", "img"), OBJECT),
}
"""What stands in the place of a tag; all other tags begin or end a paragraph."""


def typeset_html(html: str, language: Language) -> str:
    """The same HTML with its text as it is printed in that language. Attributes must be in double
    quotes and the angle brackets of a text escaped, as the sanitiser has them."""
    parts = _TAG.split(html.replace("&nbsp;", "\u00a0"))
    tags = parts[1::2]
    parts[::2] = typeset_between(parts[::2], [_mark(tag) for tag in tags], language)
    return "".join(parts)


@lru_cache(maxsize=4096)  # of all tags of all records only links and pictures are new
def _mark(tag: str) -> str:
    name = _NAME.match(tag)
    return _MARKS.get(name[1], EDGE) if name else EDGE
