"""Atom feeds: well-formed, complete, the same each time."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from in_memory import TODAY
from lxml import etree

from fp_build.judging.models import KINDS
from fp_build.publishing.edition import Settings
from fp_build.publishing.feeds import ENTRIES, feeds
from fp_build.words.addresses import Addresses
from fp_build.words.languages import Language
from publishing.editions import edition_of, record, translated

ATOM: Final = {"a": "http://www.w3.org/2005/Atom"}
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
FILES: Final = {
    "appel/index.fr.md": record(
        "title: 'Un appel & <b>des</b> ]]> idées'",
        "summary: Un résumé.",
        "question: Que faire ?",
        "themes: [ageing]",
        "opens: 2026-11-02",
        "closes: 2026-12-15",
        "verified_on: 2026-11-20",
        kind="call",
    ),
    "clos/index.fr.md": record("title: Clos", "opens: 2025", "closes: 2025", kind="call"),
    "projet/index.fr.md": record("title: Un projet", "verified_on: 2026-11-21"),
    "projet/index.en.md": translated("title: A project"),
    "futur/index.fr.md": record("title: Futur", "verified_on: 2027"),
    "jamais/index.fr.md": record("title: Jamais vérifiée"),
}


def read(files: dict[str, str], language: Language = "fr", **more: Any) -> dict[str, Any]:
    return {
        name: etree.fromstring(data) for name, data in feeds(edition_of(files, language, **more))
    }


def texts(feed: Any, path: str) -> list[str]:
    return [
        part if isinstance(part, str) else part.text for part in feed.xpath(path, namespaces=ATOM)
    ]


def test_each_language_has_its_feeds() -> None:
    assert list(read(FILES)) == ["appels.atom", "fiches.atom"]
    assert list(read(FILES, "en")) == ["en/appels.atom", "en/fiches.atom"]


def test_a_feed_has_all_that_the_standard_asks_for() -> None:
    for files in ({}, FILES):
        for language in ("fr", "en"):
            for name, feed in read(files, language).items():
                assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
                assert feed.get(LANG) == language
                assert texts(feed, "a:id") == [f"https://example.org/fp/{name}"]
                assert len(texts(feed, "a:title")) == len(texts(feed, "a:author/a:name")) == 1
                assert texts(feed, "a:link[@rel='self']/@href") == texts(feed, "a:id")
                for part in (feed, *feed.xpath("a:entry", namespaces=ATOM)):
                    (updated,) = texts(part, "a:updated")
                    when = dt.datetime.fromisoformat(updated)
                    assert when.tzinfo and when.date() <= TODAY
                    assert len(texts(part, "a:id")) == len(texts(part, "a:title")) == 1
                    assert len(texts(part, "a:link[@rel='alternate']")) == 1
                ids = texts(feed, "a:entry/a:id")
                assert len(ids) == len(set(ids))


def test_the_feed_of_calls_holds_those_that_are_open() -> None:
    feed = read(FILES)["appels.atom"]
    assert texts(feed, "a:entry/a:title") == ["Un appel & <b>des</b> ]]> idées"]
    assert texts(feed, "a:entry/a:updated") == ["2026-11-02T00:00:00Z"]
    (summary,) = texts(feed, "a:entry/a:summary")
    assert summary.replace("\u00a0", " ").split("\n") == [
        "Ouvert · clôture : 15 décembre 2026", "Que faire ?", "Un résumé.",
    ]  # fmt: skip
    assert texts(feed, "a:entry/a:category/@label") == ["Appel à idées", "Grand âge et autonomie"]
    later = read(FILES, today=dt.date(2026, 12, 16))["appels.atom"]
    assert texts(later, "a:entry") == []
    assert texts(later, "a:updated") == ["2026-12-16T00:00:00Z"]


def test_the_feed_of_records_holds_those_verified_last() -> None:
    feed = read(FILES, "en")["en/fiches.atom"]
    assert texts(feed, "a:entry/a:title")[:3] == [
        "Futur", "A project", "Un appel & <b>des</b> ]]> idées",
    ]  # fmt: skip
    assert [t.get(LANG) for t in feed.xpath("a:entry/a:title", namespaces=ATOM)] == [
        "fr",
        "en",
        "fr",
    ]
    assert "Jamais vérifiée" not in texts(feed, "a:entry/a:title")
    assert texts(feed, "a:updated") == ["2026-11-21T00:00:00Z"]


def test_every_kind_of_record_is_in_the_feed_of_records() -> None:
    files = {
        f"une-{kind}/index.fr.md": record("verified_on: 2026-11-01", kind=kind) for kind in KINDS
    }
    feed = read(files, "en")["en/fiches.atom"]
    assert set(texts(feed, "a:entry/a:category/@term")) == set(KINDS)


def test_a_feed_does_not_grow_without_end() -> None:
    files = {
        f"p-{n}/index.fr.md": record(f"title: P {n}", f"verified_on: 2026-{1 + n % 10:02}-01")
        for n in range(ENTRIES + 5)
    }
    feed = read(files)["fiches.atom"]
    assert len(texts(feed, "a:entry")) == ENTRIES
    days = texts(feed, "a:entry/a:updated")
    assert days == sorted(days, reverse=True)


def test_the_same_records_give_the_same_bytes() -> None:
    backwards = dict(reversed(FILES.items()))
    assert dict(feeds(edition_of(FILES))) == dict(feeds(edition_of(backwards)))


def test_without_an_address_of_its_own_a_site_names_none() -> None:
    for name, feed in read(FILES, "en", addresses=Addresses(None, directories=True)).items():
        ids = texts(feed, "//a:id")
        assert all(found.startswith("urn:uuid:") for found in ids) and len(set(ids)) == len(ids)
        links = texts(feed, "//a:link/@href")
        assert not any(link.startswith(("/", "http")) for link in links)
        assert f"../{name}" in links


def test_the_publisher_is_the_author_where_it_is_set() -> None:
    assert texts(read(FILES)["fiches.atom"], "a:author/a:name") == ["Futurs Publics"]
    settings = Settings(texts={"publisher": {"fr": "L’éditeur", "en": "The publisher"}})
    feed = read(FILES, "en", settings=settings)["en/fiches.atom"]
    assert texts(feed, "a:author/a:name") == ["The publisher"]
