"""The sitemap, in which every page names itself in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from fp_build.words.addresses import Addresses
from fp_build.words.languages import Language


def sitemap(pages: Iterable[tuple[Language, str, str]], addresses: Addresses) -> str:
    """For each page its language, its file and the same page's file in the other language.

    Empty where the site's own address is not known: a sitemap holds full addresses only.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for language, file, twin in pages:
        here, there = addresses.absolute(file), addresses.absolute(twin)
        if here is None or there is None:
            continue
        french, english = (here, there) if language == "fr" else (there, here)
        lines.append(
            f"<url><loc>{escape(here)}</loc>"
            f'<xhtml:link rel="alternate" hreflang="fr" href={quoteattr(french)}/>'
            f'<xhtml:link rel="alternate" hreflang="en" href={quoteattr(english)}/></url>'
        )
    lines.append("</urlset>")
    return "\n".join(lines) + "\n"
