"""Pages as a reader has them to whom the site's typefaces do not come in time.

They are optional: a browser that has them not at once shows a page in what it has. Letters are then
of another width and height, and nothing may hang on that.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from whole_site import Sites

from browser.conftest import Hosts
from browser.looking import layout_faults, opened, small_targets, stay
from browser.sample import samples


@pytest.mark.parametrize(("root", "mode"), [("", "light-wide"), ("en/", "light-narrow")])
def test_pages_keep_their_form(
    browser: Browser, hosts: Hosts, sites: Sites, root: str, mode: str
) -> None:
    found = []
    with opened(browser, mode) as (page, _):
        stay(page)
        page.route("**/*.woff2", lambda route: route.abort())
        for sample in samples(sites, root):
            page.goto(hosts[sample.site] + sample.path)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            faults = [*small_targets(page), *layout_faults(page)]
            found += [f"{sample.path}: {fault}" for fault in faults]
    assert found == []
