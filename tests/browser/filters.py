"""The filtered catalogue as a reader finds it: opening it, reading what it shows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Page, Route, expect

from browser.looking import wait_until

CARDS = ".fp-cards .fp-card__title a"


def opens(page: Page, address: str) -> None:
    """Open a page of the catalogue and wait until its filters are there and show what it asks."""
    page.goto(address)
    ready(page)


def ready(page: Page) -> None:
    wait_until(page, "document.querySelector('[data-catalogue]')?.dataset.ready === ''")
    wait_until(page, "!document.documentElement.classList.contains('fp-waiting')")


def slugs(page: Page) -> list[str]:
    """The records shown, in order."""
    found: list[str] = page.locator(CARDS).evaluate_all(
        "links => links.map(a => new URL(a.href).pathname.replace(/index.html$/, '')"
        ".split('/').at(-2))"
    )
    return found


def heading(page: Page) -> str:
    return page.locator("#results").inner_text()


def tick(page: Page, facet: str, term: str) -> None:
    """Choose a term, or drop it, as with a mouse."""
    opened(page, facet)
    page.locator(f"input[name={facet}][value='{term}']").click()


def opened(page: Page, facet: str) -> None:
    details = page.locator(f"details[data-facet={facet}]")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    expect(details.locator("input[type=checkbox]").first).to_be_attached()


def counts(page: Page) -> dict[str, dict[str, int]]:
    """The number at every choice, all facets opened."""
    page.locator("details[data-facet]:not([open]) > summary").evaluate_all(
        "all => all.forEach(summary => summary.click())"
    )
    drawn = (
        "[...document.querySelectorAll('details[data-facet]')].every(d => d.querySelector('input'))"
    )
    counted = "[...document.querySelectorAll('.fp-choice .fp-count')].every(c => c.textContent)"
    wait_until(page, f"{drawn} && {counted}")
    found: dict[str, dict[str, int]] = page.evaluate(
        """() => {
          const found = {};
          for (const box of document.querySelectorAll('.fp-choice input')) {
            (found[box.name] ??= {})[box.value] =
              Number(box.parentNode.querySelector('.fp-count').textContent.replace(/\\D/g, ''));
          }
          return found;
        }"""
    )
    return found


def chips(page: Page) -> list[str]:
    """What the chips say, without what only a screen reader is told."""
    found: list[str] = page.locator(".fp-chips .fp-chip--filter").evaluate_all(
        "all => all.map(b => b.lastChild.textContent.replaceAll('\\u00a0', ' '))"
    )
    return found


def search_finds(page: Page, found: Mapping[str, Sequence[str]], *, works: bool = True) -> None:
    """Put a search in the place of ours: by words, the slugs found, the most relevant first."""
    script = f"""
      const found = {json.dumps({text: list(slugs) for text, slugs in found.items()})};
      const top = new URL("../../", import.meta.url);
      const index = fetch(new URL(`data/filters-${{document.documentElement.lang}}.json`, top));
      const slugs = index.then((answer) => answer.json()).then((data) => data.records.slug);
      export const available = async () => {json.dumps(works)};
      export const find = async (text) => {{
        const known = await slugs;
        const records = (found[text] ?? []).map((slug) => known.indexOf(slug));
        return {{ records, excerpt, hits: [], pages: [] }};
      }};
      const excerpt = async (record) => {{
        const part = document.createDocumentFragment();
        const mark = document.createElement("mark");
        mark.textContent = (await slugs)[record];
        part.append("Extrait : ", mark);
        return part;
      }};
    """

    def answer(route: Route) -> None:
        route.fulfill(body=script, content_type="text/javascript")

    page.route("**/javascripts/search.js", answer)


SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const moved = entry.sources.map((s) => `${s.node?.nodeName}.${s.node?.className}`);
      window.shifts.push([entry.value, entry.hadRecentInput, moved.join(" ")]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


def geometry(page: Page) -> list[Any]:
    """Where all that a reader sees of the list stands; a choice is a link or a box to tick."""
    found: list[Any] = page.evaluate(
        """() => [...document.querySelectorAll(
            'h1, #results, .fp-ask *, .fp-sort, .fp-filter-button, .fp-list__side summary,'
            + '.fp-list__side h2, .fp-terms, .fp-terms > *, .fp-terms .fp-count, .fp-facet__all,'
            + '.fp-card, .fp-pager, footer')]
          .filter((e) => e.checkVisibility())
          .map((e) => [e.matches('.fp-terms > *') ? 'choice' : e.className || e.nodeName,
            ...['x', 'y', 'width', 'height'].map(
              (side) => Math.round(e.getBoundingClientRect()[side] * 10) / 10)])"""
    )
    return sorted(found)
