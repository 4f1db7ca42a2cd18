"""Pagefind at work, on pages of our own."""

from __future__ import annotations

import base64
import gzip
import json
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from fp_build.doors import pagefind
from fp_build.doors.pagefind import Run, SearchFailed, program, version
from fp_build.publishing.search_text import Shadow, shadow_of
from fp_build.publishing.site_page import SoughtPage, SoughtText
from fp_build.publishing.views import Said
from fp_build.words.addresses import Addresses
from fp_build.words.languages import LANGUAGES, Language

SITE = Addresses(None, directories=True)
RECORDS = {"fr": ["deux", "un"], "en": ["un", "deux"]}


def pages(language: Language = "fr") -> list[Shadow]:
    """Two records and a page of the site, that say the same."""
    texts = (SoughtText("Un cœur & <b>."),)
    return [
        shadow
        for name, slug in (("a", "un"), ("b", "deux"), ("c", ""))
        for page in [SoughtPage(f"{name}/index.html", Said("L’hôpital"), texts, slug=slug)]
        if (shadow := shadow_of(page, language, SITE))
    ]


def files_of(
    given: Iterable[Shadow], language: Language = "fr", records: Sequence[str] = ("deux", "un")
) -> dict[str, bytes]:
    """The files of the index of some pages."""
    run = Run(language)
    try:
        for page in given:
            run.give(page)
        run.finish()
        return dict(run.files(records))
    finally:
        run.stop()


def fragments(files: dict[str, bytes]) -> dict[str, Any]:
    """What is shown of each page, by its id."""
    return {
        Path(name).stem: json.loads(gzip.decompress(data).decode().removeprefix("pagefind_dcd"))
        for name, data in files.items()
        if name.startswith("fragment/")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_a_search_asks_for_is_there(language: Language) -> None:
    names = set(files_of(pages(language), language))
    kinds = {Path(name).name.partition(".")[2] or name for name in names if "_" in name}
    assert kinds == {"pf_fragment", "pf_index"} | {
        Path(name).name.partition(".")[2] for name in names if name.endswith("pf_meta")
    }
    assert {Path(name).name for name in names if "_" not in name} == {
        "pagefind.js", "pagefind-entry.json", "records.json", f"wasm.{language}.pagefind",
    }  # fmt: skip


def test_results_show_what_the_author_wrote() -> None:
    found = fragments(files_of(pages()))
    assert sorted(fragment["url"] for fragment in found.values()) == ["a/", "b/", "c/"]
    for fragment in found.values():
        assert fragment["content"].replace("\u200b", "") == "L’hôpital Un cœur &amp; <b>."
        assert fragment["meta"]["title"] == "L’hôpital"


@pytest.mark.parametrize("order", [["deux", "un"], ["un", "deux"]])
def test_pages_that_say_the_same_stay_apart(order: list[str]) -> None:
    files = files_of(pages(), records=order)
    found = fragments(files)
    assert len(found) == 3
    numbers = json.loads(files["records.json"])["records"].split()
    addresses = [found[f"fr_{number}"]["url"] for number in numbers]
    names = {"a/": "un", "b/": "deux"}
    assert [names[address] for address in addresses] == order


def test_the_same_pages_make_the_same_bytes_in_the_same_order() -> None:
    assert files_of(pages()) == files_of(pages())
    assert files_of(pages()) != files_of(reversed(pages()))


def test_many_pages_keep_ids_of_their_own() -> None:
    many = [
        SoughtPage(f"{n:05}/index.html", Said("Page"), (), slug=str(n)) for n in range(3000)
    ]  # fmt: skip
    shadows = [shadow for page in many if (shadow := shadow_of(page, "fr", SITE))]
    data = json.loads(files_of(shadows, records=[page.slug for page in many])["records.json"])
    assert len(set(data["records"].split())) == len(many)


def test_what_the_environment_says_of_pagefind_is_not_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(pages())
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [p]\n")
    assert files_of(pages()) == before


def test_a_missing_program_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program() is not None
    assert version()
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    assert program() is None
    with pytest.raises(SearchFailed):
        files_of(pages())


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
        files_of(pages())
    program.write_bytes(b"\x7fELF of another machine")
    with pytest.raises(SearchFailed):
        files_of(pages())
