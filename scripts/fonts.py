r"""Makes the fonts of the site lighter than their packages', and fills a gap in them.

A reader who comes for the first time waits for them. So the titles' font is cut to the one weight
that titles have, both keep only what French and English texts need, and the narrow no-break space
that French asks for (U+202F), which neither has, is drawn as their thin space.

Not part of a build: run once when a font changes. It needs fonttools and brotli, which nothing else
here does:

    npm pack @fontsource-variable/bitter@5.3.0 @fontsource-variable/source-sans-3@5.3.0
    uv run --with fonttools==4.68.0 --with brotli==1.2.1 \\
        scripts/fonts.py FROM.woff2 TO.woff2 [WEIGHT]
"""

from __future__ import annotations

import collections
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LETTERS = {*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "ŒœŸ")} - {0xAD}
SIGNS = set(map(ord, "\u2009\u202f–—‘’‚“”„•…′″‹›⁄€™↑↓−"))
FEATURES = ["kern", "liga", "locl", "tnum"]
THIN_SPACE, NARROW_SPACE = 0x2009, 0x202F


def main(source: str, target: str, weight: str = "") -> None:
    """Read one font, write the other; with a weight, that one alone."""
    font = TTFont(source)
    font.flavor = None
    if "gvar" in font:  # the packages leave out glyphs that do not vary
        known = font["gvar"].variations
        font["gvar"].variations = collections.defaultdict(
            list, {name: known[name] for name in font.getGlyphOrder() if name in known}
        )
    if weight:
        font = instancer.instantiateVariableFont(font, {"wght": float(weight)})
    for table in font["cmap"].tables:
        table.cmap[NARROW_SPACE] = table.cmap[THIN_SPACE]
    options = subset.Options(layout_features=FEATURES, hinting=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=LETTERS | SIGNS)
    cut.subset(font)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target}: {Path(target).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
