"""A built site is looked at before it is published."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from fp_build.doors.cache import Cache
from fp_build.doors.inspection import Fault, Inspection, Promise
from fp_build.publishing.page_links import PageReader

HOME = '<html><h1 id="top-of-it">A</h1><a href="x/#s-one">x</a><img src="a.svg#v"></html>'
PAGE = '<html><h1 id="s-one">B</h1><a href="../">home</a></html>'
FILES = {
    "index.html": HOME,
    "x/index.html": PAGE,
    "y/index.html": PAGE,
    "a.svg": '<svg><view id="v"/></svg>',
    "a.css": "b{c:url(a.svg)}",
    "data.json": "[1, 2]",
    "sitemap.xml": "<urlset><loc>https://example.org/x/</loc></urlset>",
}


class Builder:
    """Lays a site out and has it inspected, with what earlier inspections have kept."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.spare = folder / "spare"
        self.cache = folder / "cache"
        self.read = 0

    def __call__(
        self,
        files: dict[str, str],
        *,
        standing: tuple[str, ...] = (),
        gone: tuple[str, ...] = (),
        rows: int = 2,
        as_made: tuple[str, ...] = (),
    ) -> list[Fault]:
        for file, text in files.items():
            path = (self.spare if file in standing else self.site) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for file in gone:
            (self.site / file).unlink()
        pages = {f: t for f, t in files.items() if f in ("x/index.html", "y/index.html")}
        inspection = Inspection(
            self.site, self.spare, standing, "https://example.org/", Cache(self.cache), "way"
        )
        reader = PageReader("https://example.org/")
        faults = inspection(
            Promise(
                {file: hashlib.sha256(text.encode()).hexdigest() for file, text in pages.items()},
                {file: reader(file, pages[file].encode()) for file in as_made},
                [file for file in files if file not in pages],
                {"index.html"},
                {"free.html", "free.json"},
                {"index.html", "x/index.html", "data.json"},
                {"data.json": rows},
            )
        )
        self.read = inspection.read
        return faults


@pytest.fixture
def inspect(tmp_path: Path) -> Builder:
    return Builder(tmp_path)


def test_a_whole_site_has_no_faults_and_is_not_read_twice(inspect: Builder) -> None:
    assert inspect(FILES) == []
    assert inspect.read == 4, "three pages, and the drawing of which a part is named"
    assert inspect(FILES) == []
    assert inspect.read == 0


def test_what_was_read_where_it_was_made_is_not_read_from_the_disk(inspect: Builder) -> None:
    assert inspect(FILES, as_made=("x/index.html", "y/index.html")) == []
    assert inspect.read == 2, "the home page, and the drawing of which a part is named"
    assert inspect(FILES) == []
    assert inspect.read == 0


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (PAGE.replace("../", "../z/"), Fault("dead link", "x/index.html", "z/index.html")),
        (PAGE.replace("s-one", "s-two"), Fault("dead link", "index.html", "x/index.html#s-one")),
        (PAGE[:-7], Fault("missing", "x/index.html")),
    ],
)
def test_what_was_read_where_it_was_made_is_held_to_the_same(
    inspect: Builder, text: str, fault: Fault
) -> None:
    assert fault in inspect({**FILES, "x/index.html": text}, as_made=("x/index.html",))


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("index.html", HOME.replace("x/#", "z/#"), ("dead link", "z/index.html#s-one")),
        ("index.html", HOME.replace("#s-one", "#s-two"), ("dead link", "x/index.html#s-two")),
        ("index.html", HOME.replace("a.svg#v", "b.svg"), ("dead link", "b.svg")),
        ("index.html", HOME.replace("a.svg#v", "a.svg#w"), ("dead link", "a.svg#w")),
        ("index.html", HOME.replace('"x/#s-one"', "'z'"), ("dead link", "z")),
        ("x/index.html", PAGE.replace("../", "#s-none"), ("dead link", "x/index.html#s-none")),
        ("x/index.html", PAGE[:-7], ("missing", "")),
        ("x/index.html", "", ("missing", "")),
        ("a.css", "b{c:url(b.woff2)}", ("dead link", "b.woff2")),
        ("sitemap.xml", FILES["sitemap.xml"].replace("/x/", "/z/"), ("dead link", "z/index.html")),
        ("data.json", "[1, 2", ("malformed", "Expecting ',' delimiter: line 1 column 6 (char 5)")),
        ("data.json", "[1]", ("malformed", "1 ≠ 2")),
    ],
)
@pytest.mark.parametrize("known", [False, True], ids=["first", "after a good one"])
def test_a_fault_is_told_with_its_page(
    inspect: Builder, file: str, text: str, fault: tuple[str, str], known: bool
) -> None:
    if known:
        assert inspect(FILES) == []
    told = [Fault(fault[0], file, fault[1])]  # type: ignore[arg-type]
    assert [f for f in inspect({**FILES, file: text}) if f in told or f.what != "dead link"] == told
    assert told[0] in inspect({**FILES, file: text}), "it is told again"
    assert inspect(FILES) == []


def test_a_page_that_has_gone_is_missed_by_those_that_name_it(inspect: Builder) -> None:
    assert inspect(FILES) == []
    rest = {file: text for file, text in FILES.items() if file != "x/index.html"}
    assert inspect(rest, gone=("x/index.html",)) == [
        Fault("missing", "x/index.html"),
        Fault("dead link", "index.html", "x/index.html#s-one"),
        Fault("dead link", "sitemap.xml", "x/index.html"),
    ]


def test_what_nobody_names_any_more_may_go(inspect: Builder) -> None:
    more = {**FILES, "y/index.html": PAGE.replace("../", "../z/"), "z/index.html": PAGE}
    assert inspect(more) == []
    assert inspect(FILES, gone=("z/index.html",)) == []


def test_a_place_that_has_gone_is_missed_by_pages_that_have_not_changed(inspect: Builder) -> None:
    assert inspect(FILES) == []
    changed = {**FILES, "x/index.html": PAGE.replace("s-one", "s-two")}
    assert inspect(changed) == [Fault("dead link", "index.html", "x/index.html#s-one")]


def test_what_stands_in_the_spare_is_there(inspect: Builder) -> None:
    assert inspect(FILES, standing=("x/index.html", "a.svg")) == []
    os.unlink(inspect.spare / "a.svg")
    rest = {file: text for file, text in FILES.items() if file != "a.svg"}
    dead = inspect(rest, standing=("x/index.html",))
    assert {fault.about for fault in dead} == {"a.svg", "a.svg#v"}


def test_words_that_look_like_a_link_fail_nothing(inspect: Builder) -> None:
    text = PAGE.replace("home", 'Écrivez href="ailleurs/" ici')
    assert inspect({**FILES, "x/index.html": text}) == []
    assert inspect({**FILES, "x/index.html": text}) == []
    assert inspect.read == 0


def test_what_was_laid_there_ready_made_keeps_its_own_form(inspect: Builder) -> None:
    free = {"free.html": "google-site-verification", "free.json": "// no JSON"}
    assert inspect({**FILES, **free}) == []
    free["free.html"] = '<a href="nowhere.html">'
    assert inspect({**FILES, **free}) == [Fault("dead link", "free.html", "nowhere.html")]
