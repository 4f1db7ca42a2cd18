"""selection.js in a browser: the truth table, any selection against an independent count, speed."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page
from truth_table import CASES, Case
from whole_site import Sites

from browser.conftest import Hosts

SEED: Final = 20261122

LOAD: Final = """async ([top, language]) => {
  window.selection = await import(top + 'assets/javascripts/selection.js');
  const answer = await fetch(top + `data/filters-${language}.json`);
  window.index = selection.readIndex(await answer.json());
  window.found = (address, text) => {
    const { selection: asked, unknown } = selection.readAddress(index, address);
    const ranked = text === null ? null : text.map((slug) => index.slugs.indexOf(slug));
    const mask = ranked === null ? null : selection.maskOf(index, ranked);
    const { hits, counts } = selection.select(index, asked, mask);
    return {
      asked,
      unknown,
      address: selection.writeAddress(index, asked),
      slugs: selection.inOrder(index, hits, asked.sort, ranked).map((n) => index.slugs[n]),
      counts: Object.fromEntries(index.facets.map((facet, place) => [
        facet.id,
        Object.fromEntries(facet.ids.map((id, n) => [id, counts[place][n]]).filter(([, n]) => n)),
      ])),
    };
  };
}"""


@pytest.fixture(scope="module")
def table(browser: Browser, hosts: Hosts) -> Iterator[Page]:
    yield from loaded(browser, hosts["truth-table"], "fr")


def loaded(browser: Browser, top: str, language: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(top)
    page.evaluate(LOAD, [top, language])
    yield page
    context.close()


def found(page: Page, address: str, text: Any = None) -> Any:
    return page.evaluate("([address, text]) => found(address, text)", [address, text])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_the_truth_table(table: Page, case: Case) -> None:
    text = None if case.text is None else list(case.text)
    answer = found(table, case.address, text)
    assert answer["slugs"] == list(case.finds)
    for facet, expected in case.counts.items():
        assert answer["counts"][facet] == expected, facet
    assert set(case.unknown) <= {value for _, value in answer["unknown"]}
    assert bool(answer["unknown"]) is bool(case.unknown)
    expected_address = (case.becomes or case.address).removeprefix("?")
    assert sorted(parse_qsl(answer["address"])) == sorted(parse_qsl(expected_address))
    again = found(table, answer["address"], text)
    assert again["address"] == answer["address"] and again["unknown"] == []
    assert again["slugs"] == answer["slugs"]


@pytest.mark.parametrize(
    ("address", "becomes"),
    [
        ("?theme=ageing&theme=ageing", "theme=ageing"),
        ("?stage=evaluation&kind=case", "kind=case&stage=evaluation"),
        ("?theme=education&theme=disability", "theme=disability&theme=education"),
        ("?theme=handicap&theme=disability", "theme=disability"),
        ("?q=%20%20deux%20%20mots%20", "q=deux+mots"),
        ("?q=", ""),
        ("?q=%C5%93uvre%20%26%20co%23", "q=%C5%93uvre+%26+co%23"),
        ("?sort=relevance", ""),
        ("?sort=title", ""),
        ("?q=a&sort=relevance", "q=a"),
        ("?q=a&sort=title", "q=a&sort=title"),
        ("?page=1", ""),
        ("?page=3", "page=3"),
        ("?utm_source=lettre&fbclid=x", ""),
        ("?q=" + "x" * 500, "q=" + "x" * 200),
    ],
)
def test_an_address_has_one_form(table: Page, address: str, becomes: str) -> None:
    answer = found(table, address)
    assert answer["address"] == becomes
    assert answer["unknown"] == []


@pytest.mark.parametrize(
    ("address", "unknown"),
    [
        ("?theme=nowhere", ["theme", "nowhere"]),
        ("?colour=red", ["colour", "red"]),
        ("?sort=size", ["sort", "size"]),
        ("?page=0", ["page", "0"]),
        ("?page=-1", ["page", "-1"]),
        ("?page=1e9", ["page", "1e9"]),
        ("?theme=", ["theme", ""]),
        ("?__proto__=x", ["__proto__", "x"]),
        ("?theme=constructor", ["theme", "constructor"]),
        ("?constructor=x", ["constructor", "x"]),
        ("?theme=%FF%FE", ["theme", "\ufffd\ufffd"]),
        ("?theme=<script>", ["theme", "<script>"]),
    ],
)
def test_what_is_unknown_is_left_out_and_named(table: Page, address: str, unknown: Any) -> None:
    answer = found(table, address)
    assert answer["unknown"] == [unknown]
    assert answer["address"] == ""
    assert len(answer["slugs"]) == 8


def test_words_bring_their_order_and_take_it_away(table: Page) -> None:
    steps = table.evaluate(
        """() => {
          const { nothingChosen, withText } = selection;
          const typed = withText(nothingChosen(), 'a');
          const byDate = { ...nothingChosen(), sort: 'date' };
          const byTitle = { ...typed, sort: 'title' };
          return [typed.sort, withText(typed, '').sort, withText(byDate, 'a').sort,
            withText(byTitle, 'ab').sort, withText({ ...typed, page: 4 }, 'b').page];
        }"""
    )
    assert steps == ["relevance", "title", "date", "title", 1]


def test_by_relevance_the_order_is_that_of_the_search(table: Page) -> None:
    ranked = ["dossier-unique", "atelier-des-aidants", "carnet-de-sante"]
    assert found(table, "?q=x", ranked)["slugs"] == ranked
    assert found(table, "?q=x&kind=project", ranked)["slugs"] == [ranked[0], ranked[2]]
    assert found(table, "?q=x&sort=date", ranked)["slugs"] == [ranked[1], ranked[0], ranked[2]]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("ÉCOLE", ["ecole-ouverte"]),
        ("ecole ouv", ["ecole-ouverte"]),
        ("aidants", ["atelier-des-aidants"]),
        ("accueil borne", ["borne-d-accueil"]),
        ("cole", []),
        ("!", []),
    ],
)
def test_titles_are_compared_where_nothing_better_is(
    table: Page, text: str, slugs: list[str]
) -> None:
    script = "text => selection.inTitles(index, text).map((n) => index.slugs[n])"
    assert table.evaluate(script, text) == slugs


# Any selection


@pytest.mark.parametrize("language", ["fr", "en"])
def test_any_selection_is_counted_as_the_published_data_say(
    browser: Browser, hosts: Hosts, sites: Sites, language: str
) -> None:
    """Against a count of its own, made from /data/catalogue.json alone."""
    rows = json.loads(sites["generated"].read("data/catalogue.json"))
    rows = [row for row in rows if row["status"] == "published"]
    chance = random.Random(f"{SEED}{language}")
    for page in loaded(browser, hosts["generated"], language):
        for _ in range(150):
            terms, text = any_selection(rows, chance)
            query = "&".join(f"{facet}={term}" for facet in terms for term in terms[facet])
            answer = found(page, f"?{query}", text)
            hits = [row["slug"] for row in rows if satisfies(row, terms, text)]
            assert sorted(answer["slugs"]) == sorted(hits), query
            assert answer["counts"] == independent_counts(rows, terms, text), query


def any_selection(rows: Any, chance: random.Random) -> tuple[dict[str, set[str]], Any]:
    facets = list(rows[0]["facets"])
    terms = {}
    for facet in chance.sample(facets, chance.choice([0, 1, 1, 2, 2, 3, 4])):
        known = sorted({term for row in rows for term in row["facets"][facet]})
        terms[facet] = set(chance.sample(known, min(len(known), chance.choice([1, 1, 2, 3]))))
    slugs = [row["slug"] for row in rows]
    text = chance.sample(slugs, len(slugs) // 2) if chance.random() < 0.3 else None
    return terms, text


def satisfies(row: Any, terms: Any, text: Any, but: str = "") -> bool:
    return (text is None or row["slug"] in text) and all(
        facet == but or chosen & set(row["facets"][facet]) for facet, chosen in terms.items()
    )


def independent_counts(rows: Any, terms: Any, text: Any) -> dict[str, dict[str, int]]:
    return {
        facet: dict(
            Counter(
                term
                for row in rows
                if satisfies(row, terms, text, but=facet)
                for term in row["facets"][facet]
            )
        )
        for facet in rows[0]["facets"]
    }


# Speed


@pytest.mark.torture
@pytest.mark.parametrize("records", [2000, 10000])
def test_counting_is_fast(table: Page, records: int) -> None:
    """A hundredth of a second for 2,000 records, so that a choice is followed at once. Only where
    nothing else runs: a busy machine would say nothing of it."""
    took = table.evaluate(
        """(size) => {
          const terms = (n) => Array.from({ length: n }, (_, t) => [`t${t}`, `Terme ${t}`]);
          const many = (f) => (f === 7 ? 120 : 10);
          const letter = (n, f) => n % many(f) + (n % many(f) < 57 ? 35 : 104);
          const any = (seed) => Math.abs(Math.imul(seed, 2654435761) >>> 8);
          const facets = Array.from({ length: 12 }, (_, f) => ({
            id: `f${f}`, label: '', plural: '', aliases: {}, parents: {},
            terms: terms(many(f)),
            records: Array.from({ length: size }, (_, r) =>
              String.fromCharCode(...[1, 2, 3].map((k) => letter(any(r * 31 + f * 7 + k), f)))
                + ' ').join(''),
          }));
          const none = Array(size).fill('');
          const index = selection.readIndex({
            language: 'fr', page: 50, chunk: 20, pictures: [''], facets,
            records: {
              slug: none, title: '', date: none, picture: none.map(() => 0), lang: {}, marks: {},
            },
          });
          const address = '?f0=t1&f0=t2&f3=t4&f7=t30&f7=t31';
          const { selection: asked } = selection.readAddress(index, address);
          const times = Array.from({ length: 9 }, () => {
            const start = performance.now();
            selection.select(index, asked);
            selection.select(index, selection.nothingChosen());
            return (performance.now() - start) / 2;
          });
          return times.sort((a, b) => a - b)[4];
        }""",
        records,
    )
    assert took < 10 * records / 2000
