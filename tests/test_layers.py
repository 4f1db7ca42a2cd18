"""A module imports only from layers above its own; only one door knows MkDocs; the core knows
neither the disk nor the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from in_memory import PROJECT

PACKAGE: Final = PROJECT / "fp_build"
LAYERS: Final = ("words", "reading", "judging", "arranging", "publishing", "doors")
CORE: Final = LAYERS[:-1]
HOST: Final = PACKAGE / "doors" / "mkdocs"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
every_module = pytest.mark.parametrize(
    "path", MODULES, ids=[path.relative_to(PACKAGE).as_posix() for path in MODULES]
)

OUTSIDE: Final = {
    "os", "pathlib", "glob", "shutil", "tempfile", "fileinput", "subprocess", "socket",
    "urllib.request", "http", "requests", "time", "random", "secrets", "sys", "locale",
}  # fmt: skip
"""What a module of the core has no use for: all that comes from outside is handed in."""

CLOCKS: Final = {"now", "today", "utcnow"}


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def imports(path: Path) -> Iterator[str]:
    """The full names of all that a module imports, wherever in it."""
    package = ".".join(path.relative_to(PROJECT).with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.rsplit(".", node.level - 1)[0] if node.level else ""
            start = ".".join(part for part in (above, node.module or "") if part)
            yield from (f"{start}.{alias.name}" for alias in node.names)


def test_there_is_no_other_layer() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert folders - {"generator"} == set(LAYERS)


@every_module
def test_a_layer_knows_only_those_above_it(path: Path) -> None:
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("fp_build.")}
    ours &= {*LAYERS, "generator"}
    layer = layer_of(path)
    if layer in LAYERS:
        assert ours <= set(LAYERS[: LAYERS.index(layer) + 1])


@every_module
def test_only_one_door_knows_the_host(path: Path) -> None:
    known = {name.split(".")[0] for name in imports(path)}
    if HOST not in path.parents:
        assert not known & {"mkdocs", "properdocs", "material"}


@every_module
def test_no_door_but_the_host_s_leads_through_it(path: Path) -> None:
    if HOST not in path.parents:
        assert not any(name.startswith("fp_build.doors.mkdocs") for name in imports(path))


@every_module
def test_the_core_knows_neither_disk_nor_clock(path: Path) -> None:
    if layer_of(path) not in CORE:
        return
    known = set(imports(path))
    assert not known & OUTSIDE
    assert not {name.partition(".")[0] for name in known} & OUTSIDE
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func
            assert not (isinstance(name, ast.Name) and name.id in ("open", "input", "print"))
            if isinstance(name, ast.Attribute):
                assert name.attr not in CLOCKS, "the day is an input"
                assert name.attr not in ("open", "read_text", "read_bytes", "write_text")


def test_imports_are_found_however_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the tests above could not fail."""
    monkeypatch.setattr("test_layers.PROJECT", tmp_path)
    module = tmp_path / "fp_build" / "words" / "essai.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        "import os.path as p\nfrom fp_build.doors import disk\nfrom . import text\n"
        "from ..reading import tree\ndef f():\n    from mkdocs import plugins\n"
    )
    assert list(imports(module)) == [
        "os.path", "fp_build.doors.disk", "fp_build.words.text", "fp_build.reading.tree",
        "mkdocs.plugins",
    ]  # fmt: skip
