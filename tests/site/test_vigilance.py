"""What the team puts around the records is looked at, too: all that is unusual is told in one
build, where it stands, and nothing of it is published unseen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from whole_site import Plan, build, environment, lay_out

PAGE: Final = """---
title: Méthode
template: redirect.html
location: https://elsewhere.invalid/
---

# Méthode

Un <b onclick="x()">mot</b>, et `<script>` en exemple.

![image](https://elsewhere.invalid/a.png)

| a |
|--:|
| 1 |
"""
LOST: Final = "---\ntitle: a: b\n---\n\n# Un titre\n"
DRAWING: Final = '<svg xmlns="http://www.w3.org/2000/svg">\n<script>1</script></svg>'
CONFIG: Final = {
    "markdown_extensions": ["pymdownx.snippets"],
    "extra_javascript": ["https://elsewhere.invalid/a.js"],
    "hooks": ["hooks/a.py"],
}
FOUND: Final = {
    ("docs/fr/methode.md", 3, 1, "unknown-page-key"),
    ("docs/fr/methode.md", 4, 1, "unknown-page-key"),
    ("docs/fr/methode.md", 9, 7, "unusual-html"),
    ("docs/fr/methode.md", 11, 10, "unusual-html"),
    ("docs/fr/principes.md", 1, 1, "page-header-lost"),
    ("docs/fr/dessin.svg", 2, 1, "unusual-html"),
    ("docs/fr/page.html", 1, 1, "unusual-file"),
    ("docs/fr/script.js", 1, 1, "unusual-file"),
    ("mkdocs.yml", 7, 3, "unknown-extension"),
    ("mkdocs.yml", 3, 3, "unusual-html"),
    ("mkdocs.yml", 5, 3, "unread-program"),
}


def test_all_that_is_unusual_is_told(tmp_path: Path) -> None:
    plan = Plan(config=CONFIG)
    project = lay_out(plan, tmp_path / "project")
    for name, text in {
        "fr/methode.md": PAGE,
        "fr/principes.md": LOST,
        "fr/dessin.svg": DRAWING,
        "fr/page.html": "<p>a</p>",
        "fr/script.js": "1",
        "../hooks/a.py": "def on_config(config): ...\n",
    }.items():
        file = project / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    run = build(project, "--quiet", env=environment(plan))
    assert run.code != 0 and not (project / "site").exists()
    lines = re.findall(r"^\s*(\S+?):(\d+):(\d+)\b.*?\b([a-z]+(?:-[a-z]+)+)\b", run.output, re.M)
    told = {(p, int(n), int(c), rule) for p, n, c, rule in lines if not p.startswith("cases")}
    assert told == FOUND, run.output
