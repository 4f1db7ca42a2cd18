"""Pagefind at work, on pages of our own."""

from __future__ import annotations

import base64
import gzip
import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from fp_build.doors import pagefind
from fp_build.doors.pagefind import SearchFailed, program, write_indexes
from fp_build.publishing.search_text import Shadow, shadows
from fp_build.publishing.views import Said, SoughtPage, SoughtText
from fp_build.words.addresses import Addresses
from fp_build.words.languages import LANGUAGES, Language

SITE = Addresses(None, directories=True)
RECORDS = {"fr": ["deux", "un"], "en": ["un", "deux"]}


def pages(language: Language = "fr") -> list[Shadow]:
    """Two records and a page of the site, that say the same."""
    texts = (SoughtText("Un cœur & <b>."),)
    sought = [
        SoughtPage(f"{name}/index.html", Said("L’hôpital"), texts, slug=slug)
        for name, slug in (("a", "un"), ("b", "deux"), ("c", ""))
    ]
    return list(shadows(sought, language, SITE))


def write(site: Path) -> dict[str, bytes]:
    write_indexes(
        {language: pages(language) for language in LANGUAGES}, RECORDS, site  # type: ignore[arg-type]
    )  # fmt: skip
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def fragments(files: dict[str, bytes], language: str) -> dict[str, Any]:
    """What is shown of each page, by its id."""
    return {
        Path(name).stem: json.loads(gzip.decompress(data).decode().removeprefix("pagefind_dcd"))
        for name, data in files.items()
        if name.startswith(f"search/{language}/fragment/")
    }


def test_only_what_a_search_asks_for_is_written(tmp_path: Path) -> None:
    names = {
        name.replace("/en/", "/fr/").replace("en_", "fr_").replace(".en.", ".fr.")
        for name in write(tmp_path)
    }
    kinds = {Path(name).name.partition(".")[2] or name for name in names if "_" in name}
    assert kinds == {"pf_fragment", "pf_index"} | {
        Path(name).name.partition(".")[2] for name in names if name.endswith("pf_meta")
    }
    assert {Path(name).name for name in names if "_" not in name} == {
        "pagefind.js", "pagefind-entry.json", "records.json", "wasm.fr.pagefind",
    }  # fmt: skip


def test_results_show_what_the_author_wrote(tmp_path: Path) -> None:
    found = fragments(write(tmp_path), "fr")
    assert sorted(fragment["url"] for fragment in found.values()) == ["a/", "b/", "c/"]
    for fragment in found.values():
        assert fragment["content"].replace("\u200b", "") == "L’hôpital Un cœur &amp; <b>."
        assert fragment["meta"]["title"] == "L’hôpital"


def test_pages_that_say_the_same_stay_apart(tmp_path: Path) -> None:
    files = write(tmp_path)
    for language in LANGUAGES:
        found = fragments(files, language)
        assert len(found) == 3
        numbers = json.loads(files[f"search/{language}/records.json"])["records"].split()
        addresses = [found[f"{language}_{number}"]["url"] for number in numbers]
        names = {"a/": "un", "b/": "deux"}
        assert [names[address] for address in addresses] == RECORDS[language]


def test_the_same_pages_make_the_same_bytes(tmp_path: Path) -> None:
    assert write(tmp_path / "one") == write(tmp_path / "other")


def test_many_pages_keep_ids_of_their_own(tmp_path: Path) -> None:
    many = [
        SoughtPage(f"{n:05}/index.html", Said("Page"), (), slug=str(n)) for n in range(3000)
    ]  # fmt: skip
    slugs = [page.slug for page in many]
    write_indexes({"fr": shadows(many, "fr", SITE)}, {"fr": slugs}, tmp_path)
    data = json.loads((tmp_path / "search/fr/records.json").read_bytes())
    assert len(set(data["records"].split())) == len(slugs)


def test_what_the_environment_says_of_pagefind_is_not_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write(tmp_path / "one")
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [p]\n")
    assert write(tmp_path / "other") == before


def test_a_missing_program_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program() is not None
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    assert program() is None
    with pytest.raises(SearchFailed):
        write(tmp_path)


def answer(**payload: Any) -> str:
    return base64.b64encode(json.dumps({"payload": payload}).encode()).decode()


ERROR = answer(type="Error", message="Rien à faire")
NOTHING = answer(type="GetFiles", files=[])


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'Quelque chose manque' >&2; exit 3", "Quelque chose manque"),
        ("cat >/dev/null & sleep 1; exit 5", "5"),
        (f"head -c 10 >/dev/null; printf '{ERROR},'; cat >/dev/null", "Rien à faire"),
        (f"head -c 10 >/dev/null; printf '{NOTHING},'; cat >/dev/null", "3 pages are missing"),
    ],
)
def test_a_program_that_fails_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind, "program", lambda: program)
    with pytest.raises(SearchFailed, match=said):
        write(tmp_path / "site")
    program.write_bytes(b"\x7fELF of another machine")
    with pytest.raises(SearchFailed):
        write(tmp_path / "site")
