"""Every kind of page in a browser: accessible, self-contained, readable wide and narrow.

The kinds are those of the register that pages are rendered through; see ``sample``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from audit.record import note
from playwright.sync_api import Browser
from whole_site import Sites

from browser.conftest import Hosts
from browser.looking import MODES as MODES
from browser.looking import judged as judged
from browser.looking import opened as opened
from browser.looking import stay, widest
from browser.sample import PARTICULAR, SITES, Sample, kinds_of, pages_of, samples
from fp_build.publishing.page_kinds import PAGE_KINDS

both = pytest.mark.parametrize("root", ["", "en/"], ids=["fr", "en"])

SHARDS = 3
IN_TEST = [
    pytest.param("", "light-wide", id="fr-light-wide"),
    pytest.param("en/", "dark-narrow", id="en-dark-narrow"),
]
"""How pages are looked at in every run of the tests, by the language: every other in French, those
between in English. The long audit looks at all of them in all ways."""
VIOLATION = re.compile(r" \((?:minor|moderate|serious|critical)\): ")


@pytest.mark.parametrize("kind", [kind.id for kind in PAGE_KINDS])
def test_there_is_a_page_of_each_kind_to_look_at(sites: Sites, kind: str) -> None:
    seen = [site for site in SITES if pages_of(sites, site, kind)]
    assert seen, f"no site of the tests has a page of the kind {kind}: add one to tests/fixtures"


@pytest.mark.parametrize("name", SITES)
def test_no_page_is_of_a_kind_that_the_register_lacks(sites: Sites, name: str) -> None:
    known = {kind.id for kind in PAGE_KINDS}
    strange = {
        file: sorted(kinds_of(page))
        for file, page in sites[name].pages.items()
        if not kinds_of(page) or not kinds_of(page) <= known
    }
    assert strange == {}


def test_pages_with_something_particular_are_looked_at(sites: Sites) -> None:
    assert {path for _, path in PARTICULAR} <= {sample.path for sample in samples(sites, "")}


@pytest.mark.parametrize(("root", "mode"), IN_TEST)
@pytest.mark.parametrize("shard", range(SHARDS))
def test_pages_of_every_kind(
    browser: Browser, hosts: Hosts, sites: Sites, root: str, mode: str, shard: int
) -> None:
    chosen = samples(sites, root)[1 if root else 0 :: 2]
    assert "\n".join(look(browser, hosts, chosen[shard::SHARDS], mode)) == ""


@both
def test_a_text_of_twice_the_size_fits_a_telephone(
    browser: Browser, hosts: Hosts, sites: Sites, root: str
) -> None:
    """WCAG 1.4.4, for those who have set their browser so."""
    found = []
    with opened(browser, "light-narrow") as (page, _):
        stay(page)
        set_to = {"standard": 32, "fixed": 26}
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": set_to})
        for sample in samples(sites, root)[1 if root else 0 :: 2]:
            page.goto(hosts[sample.site] + sample.path)
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
            taken = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if taken > 0:
                found.append(f"{sample.path}: {taken} pixels too wide: {widest(page)}")
    assert found == []


@pytest.mark.audit
@both
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("shard", range(SHARDS))
def test_pages_of_every_kind_in_every_way(
    browser: Browser, hosts: Hosts, sites: Sites, root: str, mode: str, shard: int
) -> None:
    chosen = samples(sites, root)[shard::SHARDS]
    assert "\n".join(look(browser, hosts, chosen, mode)) == ""


def look(browser: Browser, hosts: Hosts, chosen: Sequence[Sample], mode: str) -> list[str]:
    """What is wrong with these pages."""
    found: list[str] = []
    tools: dict[str, str] = {}
    with opened(browser, mode) as (page, faults):
        for sample in chosen:
            host = hosts[sample.site]
            if sample.leaves:
                with opened(browser, mode) as (still, _):
                    stay(still)
                    wrong = judged(still, host, sample.path)
            else:
                wrong = judged(page, host, sample.path, is_lost=sample.is_lost)
                tools = {"axe-core": page.evaluate("axe.version"), "Chromium": browser.version}
            of_axe = [line for line in wrong if VIOLATION.search(line)]
            note("axe", sample.site, sample.path, of_axe, tools)
            note("layout", sample.site, sample.path, [x for x in wrong if x not in of_axe])
            found += wrong
        found += faults
    return found
