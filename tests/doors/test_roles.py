"""The role addresses that the operator has set, as both doors know them."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from hypothesis import strategies as st
from in_memory import DRAFT, PROJECT, property_of

from fp_build.doors.cli import main
from fp_build.doors.host_settings import options_around
from fp_build.doors.roles import role_addresses

CONTACT: Final = "contact@exemple.fr"


def addresses_around(folder: Path) -> frozenset[str] | None:
    found = options_around(folder)
    return None if found is None else role_addresses(found.values.get("settings"))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, set()),
        (None, set()),
        ("x", set()),
        ({"contact": CONTACT}, {CONTACT}),
        ({"contact": f"mailto:{CONTACT}"}, {CONTACT}),
        ({"contact": f"L’équipe <{CONTACT}>"}, {CONTACT}),
        ({"contact": {"fr": CONTACT, "en": "office@exemple.fr"}}, {CONTACT, "office@exemple.fr"}),
        ({"research_contact": [CONTACT, 3, None]}, {CONTACT}),
        ({"publisher": "Un service", "host": 12, "contact": None}, set()),
    ],
)
def test_addresses_in_settings(settings: object, expected: set[str]) -> None:
    assert role_addresses(settings) == expected


OPTIONS: Final = f"settings: {{contact: {CONTACT}}}"
SITES: Final = {
    "a list": f"plugins:\n  - search\n  - futurs-publics:\n      {OPTIONS}\n",
    "a mapping": f"plugins:\n  search: {{}}\n  futurs-publics:\n    {OPTIONS}\n",
    "tags": (
        "markdown_extensions:\n  - toc:\n      slugify: !!python/name:fp_build.doors.mkdocs.slugs."
        "heading_id\n"
        f"plugins:\n  - futurs-publics:\n      preview: !ENV [FP_PREVIEW, false]\n      {OPTIONS}\n"
    ),
    "a default": (
        "plugins:\n  - futurs-publics:\n"
        f"      settings: {{contact: !ENV [FP_NO_SUCH, {CONTACT}]}}\n"
    ),
    "nothing set": "plugins:\n  - futurs-publics:\n      settings: {}\n",
    "no option": "plugins:\n  - futurs-publics\n",
    "no options": "plugins:\n  - futurs-publics:\n",
}


@pytest.mark.parametrize("name", SITES)
def test_both_doors_know_the_same(name: str, tmp_path: Path) -> None:
    from mkdocs.config import load_config

    (tmp_path / "docs").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{SITES[name]}", encoding="utf-8")
    plugin = load_config(str(tmp_path / "mkdocs.yml")).plugins["futurs-publics"]
    expected = role_addresses(plugin.config["settings"])
    assert addresses_around(tmp_path / "cases") == expected
    assert expected == (set() if name.startswith("no") else {CONTACT})


@pytest.mark.parametrize(
    ("below", "above", "expected"),
    [
        (OPTIONS, "settings: {host: Un hébergeur}", {CONTACT}),
        (OPTIONS, "settings: {contact: autre@exemple.fr}", {"autre@exemple.fr"}),
        (OPTIONS, "", {CONTACT}),
    ],
)
def test_a_site_may_inherit(below: str, above: str, expected: set[str], tmp_path: Path) -> None:
    form = "plugins:\n  futurs-publics:\n    {}\n"
    (tmp_path / "base.yml").write_text(form.format(below), encoding="utf-8")
    own = form.format(above) if above else ""
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{own}", encoding="utf-8")
    assert addresses_around(tmp_path) == expected


def test_a_site_that_inherits_from_itself(tmp_path: Path) -> None:
    text = f"INHERIT: mkdocs.yml\n{SITES['a list']}"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert addresses_around(tmp_path) == {CONTACT}
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: ../nulle-part.yml\n{SITES['a list']}")
    assert addresses_around(tmp_path) == {CONTACT}


def test_the_nearest_site_with_the_plugin_counts(tmp_path: Path) -> None:
    inside = tmp_path / "un" / "cases"
    inside.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(SITES["a list"], encoding="utf-8")
    assert addresses_around(inside) == {CONTACT}
    (tmp_path / "un/mkdocs.yml").write_text("plugins: [search]\n")
    assert addresses_around(inside) == {CONTACT}
    (tmp_path / "un/mkdocs.yml").write_text(SITES["nothing set"])
    assert addresses_around(inside) == frozenset()


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mkdocs.yml")
    assert not addresses_around(tmp_path)
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "mkdocs.yml").mkdir()
    assert not addresses_around(tmp_path)


pieces = st.sampled_from(
    (
        "plugins:", "- ", "futurs-publics", ":", " ", "\n", "  ", "settings", "{", "}", "[", "]",
        "contact", CONTACT, "!ENV ", "!!python/name:x", "&a ", "*a", "INHERIT: mkdocs.yml\n", "'",
        '"', "|", "\t", "\0", "é", "<<: *a", "? ", "---\n", "...\n",
    )
)  # fmt: skip


@property_of(
    st.one_of(st.binary(max_size=200), st.lists(pieces, max_size=40).map("".join).map(str.encode)),
    examples=300,
)
def _any(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "mkdocs.yml").write_bytes(data)
        found = addresses_around(Path(folder))
        assert found is None or all("@" in address for address in found)


test_any_file, test_any_file_at_length = _any


@pytest.mark.parametrize("text", ["[" * 20_000, "a: " * 50_000, "x" * 2_000_000])
def test_odd_files_take_no_time(text: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert not addresses_around(tmp_path)


# The command


@pytest.fixture
def record(project: Path) -> Path:
    folder = project / "cases" / "essai"
    folder.mkdir()
    (folder / "index.fr.md").write_text(f"{DRAFT}[Écrire](mailto:{CONTACT}), a@b.fr\n")
    return project


def addresses_found(*paths: str) -> list[str]:
    result = CliRunner().invoke(main, ["check", *paths, "--format", "json"])
    return [f"{row['line']}:{row['column']} {row['rule']}" for row in json.loads(result.output)]


def test_fp_check_allows_what_the_site_sets(record: Path) -> None:
    (record / "mkdocs.yml").write_text(SITES["a list"], encoding="utf-8")
    for path in ("cases", "cases/essai", "cases/essai/index.fr.md", str(record / "cases")):
        assert addresses_found(path) == ["6:38 personal-address"]
    (record / "mkdocs.yml").unlink()
    assert addresses_found() == ["6:17 personal-address", "6:38 personal-address"]


def test_a_cases_folder_elsewhere_goes_by_its_own_site(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (record / "mkdocs.yml").write_text(SITES["a list"], encoding="utf-8")
    monkeypatch.chdir(PROJECT)
    assert addresses_found(str(record / "cases")) == ["6:38 personal-address"]
