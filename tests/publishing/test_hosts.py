"""The files for hosts, read as hosts read them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Final

import pytest
from header_file import headers_of, read_headers

from fp_build.publishing.hosts import NAMES, SIGNATURE, Hosting, host_files
from fp_build.publishing.policy import HEADERS, header_policy
from fp_build.words.addresses import Addresses

MOVED: Final = (
    ("catalogue/vieux/index.html", "catalogue/neuf/index.html"),
    ('été "$1"/index.html', "en/$1 100%/index.html"),
    ("vieux.html", "index.html"),
)
WANTED: Final = {"Content-Security-Policy": header_policy(search=True), **HEADERS}
HTTPS: Final = "Strict-Transport-Security"


def files(url: str | None = "https://example.org/fp/", search: bool = True) -> dict[str, str]:
    return dict(host_files(Hosting(Addresses(url, directories=True), search, MOVED)))


def lines(text: str) -> list[str]:
    """Those that are no comments."""
    assert text.startswith(SIGNATURE) and text.endswith("\n")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def statements(text: str) -> Iterator[list[str]]:
    """nginx’s own, each as its words; braces as words of their own."""
    words: list[str] = []
    for word in re.findall(r'"(?:[^"\\]|\\.)*"|[{};]|[^\s{};"]+', "\n".join(lines(text))):
        if word in "{};":
            if words:
                yield words
            if word != ";":
                yield [word]
            words = []
        else:
            words.append(re.sub(r"\\(.)", r"\1", word[1:-1]) if word.startswith('"') else word)
    assert words == []


def test_names() -> None:
    assert sorted(files()) == sorted(NAMES)


def test_the_same_input_gives_the_same_files() -> None:
    assert files() == files()


@pytest.mark.parametrize(("url", "top"), [("https://a.org/fp/", "/fp/"), (None, "/")])
def test_headers(url: str | None, top: str) -> None:
    found = read_headers(files(url)["_headers"])
    assert dict(found[f"{top}*"]) == WANTED
    assert found[f"{top}data/*"] == [("Access-Control-Allow-Origin", "*")]
    assert dict(found[f"{top}en/agenda.ics"])["Content-Type"] == "text/calendar; charset=utf-8"
    for path in found:  # a host joins what several paths say of a file: none says a thing twice
        names = [name for name, _ in headers_of(path, found)]
        assert len(names) == len(set(names)), path
    assert all(len(line) < 2000 for line in lines(files(url)["_headers"]))


def test_redirects() -> None:
    assert [line.split(" ") for line in lines(files()["_redirects"])] == [
        ["/fp/catalogue/vieux/", "/fp/catalogue/neuf/", "301"],
        ["/fp/%C3%A9t%C3%A9%20%22%241%22/", "/fp/en/%241%20100%25/", "301"],
        ["/fp/vieux.html", "/fp/", "301"],
    ]


def test_nginx_headers() -> None:
    said = {words[1]: words[2] for words in statements(files()["_nginx/headers.conf"])}
    assert said == {**WANTED, "Access-Control-Allow-Origin": "$fp_open"}
    assert all(w[0] == "add_header" and w[-1] == "always" for w in statements(
        files()["_nginx/headers.conf"]
    ))  # fmt: skip


def test_nginx_redirects_and_types() -> None:
    found = list(statements(files()["_nginx/server.conf"]))
    assert found.count(["{"]) == found.count(["}"])
    moved = {
        words[2]: found[at + 2][-1]
        for at, words in enumerate(found)
        if words[:2] == ["location", "="]
    }
    assert moved['/fp/été "$1"/'] == "/fp/en/%241%20100%25/"
    assert moved["/fp/vieux.html"] == "/fp/" and len(moved) == 3
    assert ["text/calendar", "ics"] in found and ["text/csv", "csv"] in found
    assert ["error_page", "404", "$fp_lost"] in found


def test_nginx_maps() -> None:
    found = list(statements(files()["_nginx/http.conf"]))
    variables = [words[2] for words in found if words[0] == "map"]
    assert variables == ["$fp_open", "$fp_lost"]
    (data, other) = [words[0] for words in found if words[-1] == "*"]
    for path in ("/fp/data/catalogue.json", "/fp/en/fiches.atom", "/fp/catalogue/x/x.ics"):
        assert any(re.search(pattern[1:], path) for pattern in (data, other)), path
    for path in ("/fp/", "/fp/database/", "/autre/data/x.json"):
        assert not any(re.search(pattern[1:], path) for pattern in (data, other)), path
    assert ["default", "/fp/404.html"] in found and ["~^/fp/en/", "/fp/en/404.html"] in found


def test_apache() -> None:
    text = files()[".htaccess"]
    opened: list[str] = []
    said: list[list[str]] = []
    for line in lines(text):
        if line.strip().startswith("</"):
            assert line.strip() == f"</{opened.pop()}>"
        elif line.strip().startswith("<"):
            opened.append(line.strip()[1:].partition(" ")[0].rstrip(">"))
        else:
            said.append(shlex.split(line))
    assert opened == []
    assert {w[3]: w[4] for w in said if w[:3] == ["Header", "always", "set"]} == WANTED
    assert ["Header", "set", "Access-Control-Allow-Origin", "*"] in said
    assert ["AddType", "text/calendar", ".ics"] in said
    assert ["ErrorDocument", "404", "/fp/404.html"] in said
    moved = [words for words in said if words[:2] == ["RedirectMatch", "301"]]
    assert len(moved) == 3
    assert re.search(moved[0][2], "/fp/catalogue/vieux/")
    assert not re.search(moved[0][2], "/fp/catalogue/vieux/autre/")
    assert not re.search(moved[2][2], "/fp/vieuxXhtml")
    assert r'"/fp/en/\$1 100%/"' in text, "$1 would stand for a part of the pattern"
    assert lines(files()["en/.htaccess"]) == ["ErrorDocument 404 /fp/en/404.html"]


def test_https_for_ever_is_left_to_the_operator() -> None:
    for name, text in files().items():
        if name not in ("_redirects", "_nginx/http.conf", "_nginx/server.conf", "en/.htaccess"):
            assert HTTPS in text, name
        assert not any(HTTPS in line for line in lines(text)), name


def test_without_a_search_no_program_is_allowed() -> None:
    for text in files(search=False).values():
        assert "wasm" not in text
