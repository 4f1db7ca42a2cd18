"""Style sheets and scripts without what only their authors need."""

from __future__ import annotations

import pytest

from fp_build.publishing.assets import is_smaller, smaller


@pytest.mark.parametrize(
    ("name", "known"),
    [("a/b.css", True), ("a/b.js", True), ("a/b.svg", False), ("b.css.map", False), ("css", False)],
)
def test_style_sheets_and_scripts_are_known_by_name(name: str, known: bool) -> None:
    assert is_smaller(name) is known


def test_comments_and_idle_spaces_go() -> None:
    sheet = "/* Why. */\n.a :not(.b)  {\n  width: calc(1rem + 2px);\n  color: red;\n}\n"
    assert smaller("x.css", sheet) == ".a :not(.b){width:calc(1rem + 2px);color:red}"
    script = "// Why.\nexport const a = (b) => `  // ${b}  `; /* more */\n\nreturn\n[1]\n"
    assert smaller("x.js", script) == "export const a=(b)=>`  // ${b}  `;return\n[1]"


@pytest.mark.parametrize("text", ["a = b / c / d", "a = /['\"]\\/*/.test(b) / 2", "'//' + `/*`"])
def test_what_only_looks_like_a_comment_stays(text: str) -> None:
    assert smaller("x.js", text).replace(" ", "") == text.replace(" ", "")
