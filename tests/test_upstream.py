"""What of the theme our own files stand in for: tells when the original changes.

``overrides/`` replaces some templates of Material for MkDocs and of MkDocs, and their makers never
see ours. When one of the originals changes, somebody has to look whether ours needs the same
change. ``tests/replaced.json`` holds the SHA-256 of each original as it was when ours was last
compared with it, and of which version. Once compared, this writes it anew::

    FP_REFRESH=1 .venv/bin/python -m pytest tests/test_upstream.py
"""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from in_memory import PROJECT
from mkdocs.theme import Theme

OVERRIDES: Final = PROJECT / "overrides"
RECORDED: Final = Path(__file__).with_name("replaced.json")
REFRESH: Final = os.environ.get("FP_REFRESH") == "1"
PACKAGES: Final = {"material": "mkdocs-material", "mkdocs": "mkdocs"}
"""The distributions that originals come from, by the folder that holds their templates."""

Replaced = dict[str, dict[str, str]]
"""By the name of a file: its package, its version and its SHA-256."""


def replaced(overrides: Path, theme: list[Path]) -> Replaced:
    """The originals that our files stand in for; the first folder of the theme goes before."""
    found: Replaced = {}
    for path in sorted(overrides.rglob("*")):
        name = path.relative_to(overrides).as_posix()
        originals = [folder / name for folder in theme if (folder / name).is_file()]
        if path.is_file() and originals:
            package = PACKAGES[originals[0].parents[name.count("/") + 1].name]
            found[name] = {
                "package": package,
                "version": version(package),
                "sha256": hashlib.sha256(originals[0].read_bytes()).hexdigest(),
            }
    return found


def changes(recorded: Replaced, found: Replaced) -> list[str]:
    """What there is to look at, and what to do about it."""
    told = []
    for name in sorted({*recorded, *found}):
        before, now = recorded.get(name), found.get(name)
        if before is None and now is not None:
            told.append(f"overrides/{name} replaces a file of {now['package']} without a record")
        elif before is not None and now is None:
            told.append(f"overrides/{name} replaces nothing any more; its record can go")
        elif before and now and before["sha256"] != now["sha256"]:
            told.append(
                f"{name} of {now['package']} is not in {now['version']} what it was in"
                f" {before['version']}: compare both and take over into overrides/{name} what"
                " our readers need"
            )
    if told:
        told.append("then: FP_REFRESH=1 .venv/bin/python -m pytest tests/test_upstream.py")
    return told


def theme_folders() -> list[Path]:
    return [Path(folder) for folder in Theme(name="material").dirs]


def test_what_we_replace_is_as_it_was_when_last_compared() -> None:
    found = replaced(OVERRIDES, theme_folders())
    if REFRESH:
        text = json.dumps(found, indent=2, sort_keys=True) + "\n"
        RECORDED.write_text(text, encoding="utf-8", newline="\n")
    recorded: Any = json.loads(RECORDED.read_text("utf-8"))
    assert "\n".join(changes(recorded, found)) == ""
    assert {"base.html", "main.html", "404.html", "partials/header.html"} <= set(found)


def test_a_change_upstream_is_told_with_what_to_do(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    recorded = replaced(OVERRIDES, theme_folders())
    theme = tmp_path / "site-packages" / "material" / "templates"
    (theme / "partials").mkdir(parents=True)
    for name in recorded:
        (theme / name).write_text("as it was")
    before = replaced(OVERRIDES, [theme])
    assert changes(before, before) == []
    (theme / "partials" / "footer.html").write_text("made anew")
    (theme / "main.html").unlink()
    told = changes(before, replaced(OVERRIDES, [theme]))
    assert [line.split(" ")[0] for line in told] == [
        "overrides/main.html", "partials/footer.html", "then:",
    ]  # fmt: skip
    assert "compare both" in told[1] and "FP_REFRESH=1" in told[2]
    assert changes({}, before)[0].endswith("without a record")
