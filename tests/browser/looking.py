"""Looking at a page as a browser has it: what it loads, what axe finds, what does not fit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

WIDE: Final = {"width": 1280, "height": 900}
NARROW: Final = {"width": 360, "height": 740}
ZOOMED: Final = {"width": 320, "height": 256}
"""What is left of 1280 by 1024 pixels at a zoom of 400 %."""

MODES: Final[dict[str, dict[str, Any]]] = {
    "light-wide": {"color_scheme": "light", "viewport": WIDE},
    "dark-narrow": {"color_scheme": "dark", "viewport": NARROW},
    "dark-wide": {"color_scheme": "dark", "viewport": WIDE},
    "light-narrow": {"color_scheme": "light", "viewport": NARROW},
    "light-zoomed": {"color_scheme": "light", "viewport": ZOOMED},
    "dark-zoomed": {"color_scheme": "dark", "viewport": ZOOMED},
    "forced-wide": {"forced_colors": "active", "viewport": WIDE},
    "forced-zoomed": {"forced_colors": "active", "viewport": ZOOMED},
}
"""How a reader may have the site before them."""

MORE_SPACE: Final = """
  * { line-height: 1.5 !important }
  * { letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }
"""
"""What a reader may ask for without losing anything (WCAG 1.4.12)."""

AXE: Final[dict[str, Any]] = {
    "resultTypes": ["violations"],  # to describe all that is well takes longer than to look
    "selectors": False,  # nor is a place named that its HTML tells
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2, left out unless asked for
}


TELL: Final = """
  addEventListener("securitypolicyviolation", event => console.error(
    `against the policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
"""Has a page say what its policy has refused, also where the browser’s own words change."""


@contextmanager
def opened(browser: Browser, mode: str, **more: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the list of what goes wrong in it."""
    context = browser.new_context(**MODES[mode], **more)
    context.add_init_script(TELL)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            message.type == "error"
            and "404" not in message.text
            and faults.append(f"{page.url}: {message.text}")
        ),
    )
    try:
        yield page, faults
    finally:
        context.close()


def judged(page: Page, host: str, path: str, *, is_lost: bool = False) -> list[str]:
    """What is wrong with a page: what it asks for, and all that ``faults_in`` finds."""
    asked: list[str] = []
    failed: list[str] = []
    seen = (("request", lambda r: asked.append(r.url)), ("response", note_failure(failed)))
    for event, heard in seen:
        page.on(event, heard)  # type: ignore[call-overload]
    page.goto(host + path, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = [f"{path}: {fault}" for fault in faults_in(page)]
    dress(page, MORE_SPACE)
    found += [f"{path}: with more space in the text: {fault}" for fault in layout_faults(page)]
    found += [f"{path}: asks for {url}" for url in asked if not url.startswith((host, "data:"))]
    found += [f"{path}: {line}" for line in failed if not (is_lost and line.endswith(path))]
    for event, heard in seen:
        page.remove_listener(event, heard)
    return found


def dress(page: Page, styles: str) -> None:
    """Add styles of a test, as the policy of our pages lets a browser's own tools do."""
    page.evaluate(
        """styles => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(styles);
          document.adoptedStyleSheets.push(sheet);
        }""",
        styles,
    )


def wait_until(page: Page, condition: str) -> None:
    """Wait until a condition holds in the page. The browser's driver would hand it to ``eval``,
    which the policy of our pages refuses."""
    page.evaluate(
        f"""async () => {{
          const end = performance.now() + 30_000;
          while (!({condition})) {{
            if (performance.now() > end) throw new Error({json.dumps(condition)});
            await new Promise(requestAnimationFrame);
          }}
        }}"""
    )


def faults_in(page: Page) -> list[str]:
    """What is wrong with the page as it stands: whatever axe finds, small targets, what reaches
    beyond the screen, words broken in our tables."""
    return [*violations(page), *small_targets(page), *overflow(page), *broken_words(page)]


def violations(page: Page) -> list[str]:
    """Whatever axe finds, of any impact. With forced colours, which are the reader's own, it is not
    asked for contrast: it reads the colour that the style sheet gave (-webkit-text-fill-color)."""
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    rules = {**AXE["rules"], "color-contrast": {"enabled": not forced}}
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:200]} {node['failureSummary']}"
        for violation in Axe().run(page, options={**AXE, "rules": rules}).response["violations"]
        for node in violation["nodes"]
    ]


def layout_faults(page: Page) -> list[str]:
    """What reaches beyond the screen, and texts that their boxes cut."""
    return [*overflow(page), *cut(page)]


def cut(page: Page) -> list[str]:
    """Texts of which a box that hides what overflows shows a part only. Summaries of cards, which
    end after some lines however they are spaced, stand in full on their own page."""
    found: list[str] = page.evaluate(
        """() => [...document.body.querySelectorAll('*')]
          .filter(e => e.checkVisibility() && e.clientWidth > 1 && e.textContent.trim())
          .filter(e => {
            const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(e);
            const hides = (way, size, whole) => /hidden|clip/.test(way) && whole > size + 1;
            return webkitLineClamp === 'none' && (hides(overflowX, e.clientWidth, e.scrollWidth)
              || hides(overflowY, e.clientHeight, e.scrollHeight));
          })
          .map(e => `cut: ${e.outerHTML.slice(0, 160)}`)"""
    )
    return found


def broken_words(page: Page) -> list[str]:
    """Words of a table of ours that begin on one line and end on the next. An address has no other
    way to fit."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.fp-table :is(th, td)')]
          .filter(e => e.checkVisibility())
          .flatMap(e => {
            const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
            const found = [];
            for (let text; (text = texts.nextNode()); ) {
              if (text.parentElement.closest('code, a')) continue;
              for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\d]+/gu)) {
                const range = new Range();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
                if (lines.size > 1) found.push(`broken word: ${word}`);
              }
            }
            return found;
          })"""
    )
    return found


def small_targets(page: Page) -> list[str]:
    """Links and controls under 24 by 24 pixels, but for those that stand in a sentence."""
    found: list[str] = page.evaluate(
        """() => {
          const inSentence = element => {
            if (getComputedStyle(element).display !== 'inline') return false;
            let block = element.parentElement;
            while (getComputedStyle(block).display === 'inline') block = block.parentElement;
            const own = [...block.querySelectorAll('a, button')].map(e => e.textContent).join('');
            return block.textContent.replace(/\\s/g, '').length > own.replace(/\\s/g, '').length;
          };
          const size = element => {
            // A card or tile is its link's target: the link's ::after covers it.
            const after = getComputedStyle(element, '::after');
            const covers = after.content !== 'none' && after.position === 'absolute';
            const box = covers ? element.offsetParent : element;
            const { width, height } = (box ?? element).getBoundingClientRect();
            return [width, height];
          };
          const targets = 'a[href], button, summary, input, select, textarea, [role="button"]';
          return [...document.querySelectorAll(targets)]
            .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled)
            .filter(e => getComputedStyle(e).clipPath !== 'inset(50%)')  // seen once focused
            .filter(e => !e.closest('.fp-skip') && !inSentence(e))
            .map(e => [e, ...size(e)])
            .filter(([, width, height]) => width && height && Math.min(width, height) < 23.99)
            .map(([e, width, height]) =>
              `target of ${width.toFixed(1)} by ${height.toFixed(1)}: ${e.outerHTML.slice(0, 99)}`);
        }"""
    )
    return found


def overflow(page: Page) -> list[str]:
    """What makes the page wider than the screen; a narrow one is also looked at with 320 pixels."""
    size = page.viewport_size or WIDE
    found = []
    for narrow in sorted({size["width"], 320} if size["width"] < 400 else {size["width"]}):
        page.set_viewport_size({"width": narrow, "height": size["height"]})
        taken = page.evaluate("document.documentElement.scrollWidth")
        if taken > narrow:
            found.append(f"{taken} pixels wide on a screen of {narrow}: {widest(page)}")
    page.set_viewport_size(size)  # type: ignore[arg-type]
    return found


def note_failure(failed: list[str]) -> Any:
    return lambda answer: answer.status >= 400 and failed.append(f"{answer.status} {answer.url}")


def widest(page: Page) -> str:
    """The element that reaches farthest to the right."""
    return str(
        page.evaluate(
            """() => [...document.body.querySelectorAll('*')]
              .filter(e => !e.closest('[tabindex]:not(main)') || e.matches('[tabindex]'))
              .map(e => [e.getBoundingClientRect().right, e.outerHTML.slice(0, 160)])
              .sort((a, b) => b[0] - a[0])[0]"""
        )
    )


def stay(page: Page) -> None:
    """Keep the page from leaving by itself, so that a redirect can be looked at."""

    def without_refresh(route: Route) -> None:
        answer = route.fetch()
        text = answer.text().replace('http-equiv="refresh"', 'name="was-refresh"')
        route.fulfill(response=answer, body=text)

    page.route(
        "**/*", lambda r: without_refresh(r) if r.request.is_navigation_request() else r.continue_()
    )
