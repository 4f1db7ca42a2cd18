"""The operator's look: read from one file, and given nowhere else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from in_memory import PROJECT

from fp_build.publishing.palette import FILE, Inks, Pair, read_palette
from publishing.looks import CSS, contrast, palette

SMALL: Final = """
/* --fp-deep: #123456; in a comment */
@font-face { font-family: "Une Police"; src: url("../fonts/une.woff2") format("woff2"); }
@font-face { font-family: Autre; src: url(../fonts/autre.woff2); }
:root {
  --fp-text-font: Autre, sans-serif;
  --fp-title-font: "Une Police", serif;
  --fp-deep: light-dark(#0E4152, #0b2d3a);
  --fp-deep-ink: #ffffff;
  --fp-cover-10: #000010 #000010 #000010 #000010;
  --fp-cover-2: #000002 #000002 #000002 #000002;
  --fp-cover-1: #111111 #444444 #aaaaaa #ff0000;
  --fp-cover-0: #000000 #000000 #000000 #000000
}
@media print { :root { --fp-deep: #ffffff; } }
"""


def test_a_palette_is_read() -> None:
    found = read_palette(SMALL)
    assert found.deep == Pair("#0e4152", "#0b2d3a")
    assert found.covers[0] == Inks("#111111", "#444444", "#aaaaaa", "#ff0000", "#ffffff")
    assert [inks.ground for inks in found.covers] == ["#111111", "#000002", "#000010"]
    assert found.site.ground == "#000000"
    assert found.title_font == "assets/fonts/une.woff2"
    assert found.text_font == "assets/fonts/autre.woff2"
    assert found.fonts == (found.text_font, found.title_font)


def test_typefaces_of_the_reader_s_system_have_no_file() -> None:
    found = read_palette(SMALL.replace('"Une Police", serif', "Georgia, serif"))
    assert found.title_font == "" and found.fonts == (found.text_font,)


def test_a_cover_by_day_stands_on_its_light_colour() -> None:
    assert palette().covers[0].by_day().ground == palette().covers[0].far
    assert Inks("#000000", "#000000", "#030303", "#0", "#1").by_day().near == "#020202"


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("--fp-deep-ink: #ffffff", "--fp-deep-ink: white", "--fp-deep-ink"),
        ("light-dark(#0E4152, #0b2d3a)", "light-dark(#0E4152, teal)", "--fp-deep"),
        ("--fp-cover-1: #111111 ", "--fp-cover-1: ", "--fp-cover-1"),
        ("--fp-cover-0:", "--fp-nothing:", "--fp-cover-0"),
    ],
)
def test_what_the_build_cannot_use_is_told(good: str, bad: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"{re.escape(FILE)}: {said}"):
        read_palette(SMALL.replace(good, bad))


def test_a_palette_has_covers() -> None:
    with pytest.raises(ValueError, match="no --fp-cover-1"):
        read_palette(re.sub(r"--fp-cover-[1-9]", "--fp-x", SMALL))


def test_what_is_drawn_can_be_read() -> None:
    found = palette()
    for inks in (found.site, *found.covers):
        assert contrast(found.deep_ink, inks.ground) >= 4.5, inks
        assert contrast(inks.far, inks.ground) >= 4.5, inks
        assert contrast(inks.accent, inks.ground) >= 3, inks  # large letters
    for colour in (found.deep.light, found.deep.dark):
        assert contrast(found.deep_ink, colour) >= 4.5


def test_each_theme_has_its_inks() -> None:
    from in_memory import project_vocabularies

    assert len(palette().covers) == len(project_vocabularies()["themes"].terms) + 1


# Nowhere else

_HEX: Final = r"(?<![&\w])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b"
_NAMED: Final = (
    r"(?<=[:\s,(])(?:white|black|gr[ae]y|silver|red|maroon|yellow|olive|lime|green|aqua|teal|blue"
    r"|navy|fuchsia|purple|orange|brown|pink|gold)(?=[\s;,!)}])"
)
_FUNCTION: Final = r"\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\("


def colours_in(text: str, *forms: str) -> list[str]:
    return re.findall("|".join(forms), re.sub(r"/\*.*?\*/", "", text, flags=re.S), re.I)


def test_a_colour_is_seen_however_it_is_written() -> None:
    css = "a { color: #FFF; background: rgb(1 2 3); border: 1px solid white; /* #000 */ }"
    assert colours_in(css, _HEX, _NAMED, _FUNCTION) == ["#FFF", "rgb(", "white"]
    assert colours_in("a { color: CanvasText; white-space: nowrap }", _HEX, _NAMED) == []


def of_kind(*endings: str, under: str = "overrides") -> list[Path]:
    return [p for end in endings for p in sorted((PROJECT / under).rglob(f"*.{end}"))]


@pytest.mark.parametrize(
    "path",
    [p for p in of_kind("css") if not p.as_posix().endswith(FILE)] + of_kind("css", under="docs"),
    ids=lambda path: path.name,
)
def test_no_other_style_sheet_gives_a_colour_or_a_typeface(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    assert colours_in(css, _HEX, _NAMED, _FUNCTION) == []
    assert "@font-face" not in css
    assert re.findall(r"font-family:(?!\s*var\()[^;]+", css) == []


def test_no_template_and_no_script_gives_a_colour() -> None:
    for path in of_kind("html", "js"):
        text = re.sub(r'href="#[\w-]+"', "", path.read_text(encoding="utf-8"))
        assert colours_in(text, _HEX, _FUNCTION) == [], path


def test_no_module_gives_a_colour() -> None:
    for path in of_kind("py", under="fp_build"):
        found = re.findall(r"[\"']#[0-9a-f]{3,8}[\"']", path.read_text(encoding="utf-8"))
        assert found == [], path


def test_what_is_used_is_given() -> None:
    """And nothing is given that nobody uses."""
    given = set(re.findall(r"(--fp-[\w-]+)\s*:", CSS))
    used = set()
    for path in of_kind("css"):
        css = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"var\((--fp-[\w-]+)", css))
        if not path.as_posix().endswith(FILE):
            given |= set(re.findall(r"(--fp-[\w-]+)\s*:", css))
    assert used - given == set()
    assert {name for name in given - used if not name.startswith("--fp-cover-")} == set()
