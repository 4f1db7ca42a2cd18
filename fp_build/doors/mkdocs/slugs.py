"""Ids of the headings of editorial pages."""

from __future__ import annotations

from fp_build.words.text import slug_of


def heading_id(text: str, separator: str) -> str:
    """``h-`` and the words without accents: the prefix keeps a heading from taking the name of a
    part of the page itself. MkDocs calls this for ``toc.slugify``."""
    return f"h{separator}{slug_of(text).replace('-', separator) or 'x'}"
