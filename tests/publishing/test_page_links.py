"""What a page names, and the places in it."""

from __future__ import annotations

import pytest

from fp_build.publishing.page_links import PageReader

URL = "https://example.org/fp/"
HERE = "en/catalogue/x/index.html"


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><head>{head}</head><body><h1>T</h1>{body}</body></html>".encode()


def named(body: str, head: str = "", file: str = HERE) -> tuple[str, ...]:
    return PageReader(URL).either(file, page(body, head)).named


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../../../", "index.html"),
        ("../../../principes/#p-tangible", "principes/index.html#p-tangible"),
        ("../", "en/catalogue/index.html"),
        ("../y", "en/catalogue/y"),
        (".", None),
        ("./", None),
        ("", None),
        ("?page=2", None),
        ("photo.jpg", "en/catalogue/x/photo.jpg"),
        ("./photo.jpg", "en/catalogue/x/photo.jpg"),
        ("../../../assets/d%C3%A9j%C3%A0%20vu.pdf", "assets/déjà vu.pdf"),
        ("../../../a&amp;b.html?x=1&amp;y=2", "a&b.html"),
        (f"{URL}en/", "en/index.html"),
        (f"{URL}en/#haut", "en/index.html#haut"),
        ("/fp/en/", "en/index.html"),
        ("/elsewhere/", None),
        ("../../../../outside/", "../outside/index.html"),
        ("https://example.org/other/", None),
        ("//example.org/fp/", None),
        ("mailto:a@example.org", None),
        ("#", None),
        ("#top", None),
        ("#:~:text=ici", None),
        ("#ici", None),
        ("#l%C3%A0", None),
        ("#ailleurs", f"{HERE}#ailleurs"),
        ("../../../en/catalogue/x/#ici", None),
        ("../../../en/catalogue/x/#ailleurs", f"{HERE}#ailleurs"),
    ],
)
def test_an_address_names_a_file(address: str, target: str | None) -> None:
    body = f'<p id="ici"></p><p id="là"></p><a href="{address}">x</a>'
    assert named(body) == ((target,) if target else ())


@pytest.mark.parametrize(
    "body",
    [
        '<img src="../../../a.png">',
        '<img srcset="../../../a.png 1x, ../../../a.png 2x">',
        '<form action="../../../a.png">',
        '<video poster="../../../a.png">',
        '<meta http-equiv="refresh" content="0; url=../../../a.png">',
        f'<meta property="og:image" content="{URL}a.png">',
        "<a href='../../../a.png'>",
        "<a href=../../../a.png>",
        '<a\nhref="../../../a.png">',
        '<a HREF="../../../a.png">',
        '<a href = "../../../a.png">',
    ],
)
def test_what_names_a_file(body: str) -> None:
    assert named(body) == ("a.png",)


def test_words_of_a_text_are_no_link_to_an_exact_reader() -> None:
    text = '<p>Écrivez href="ailleurs/" ou src="x.png" ici.</p><meta content="https://a.example/">'
    assert PageReader(URL).exactly(HERE, page(text)).named == ()


def test_neighbours_are_told_once() -> None:
    reader = PageReader(URL)
    body = '<a href="../../../en/">x</a><a href="../y/">x</a>'
    assert reader("en/catalogue/a/index.html", page(body)).named == (
        "en/catalogue/y/index.html",
        "en/index.html",
    )
    assert reader("en/catalogue/b/index.html", page(body)).named == ()
    # The same words mean another file elsewhere.
    assert reader("en/x/b/index.html", page(body)).named == ("en/x/y/index.html",)
    assert reader("en/b/index.html", page(body)).named == ("../en/index.html", "en/y/index.html")
    assert reader.afresh()("en/catalogue/b/index.html", page(body)).named == (
        "en/catalogue/y/index.html",
        "en/index.html",
    )


def test_places_are_those_of_the_page() -> None:
    reading = PageReader(URL)(HERE, page('<p id="a"></p><p id="b&amp;c"></p>'))
    assert reading.has("a") and reading.has("b&c")
    assert not reading.has("b") and not reading.has("")


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (page(""), True),
        (page("") + b"\n", True),
        (page("")[:-4], False),
        (b"", False),
        (b"<html></html>", False),
    ],
)
def test_a_page_is_whole(data: bytes, whole: bool) -> None:
    assert PageReader(URL)(HERE, data).is_whole is whole
