"""What links and controls look like when they are hovered and focused.

A browser can be told to show every element as if it were hovered or focused; then axe measures all
contrasts at once.
"""

from __future__ import annotations

from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import CDPSession, Page

from browser.looking import dress

CONTROLS: Final = "a[href], button, summary, input, select, textarea, [tabindex='0']"
STATES: Final = {"hovered": ["hover"], "focused": ["focus", "focus-visible"]}
CONTRAST: Final = {
    "resultTypes": ["violations"],
    "selectors": False,
    "runOnly": {"type": "rule", "values": ["color-contrast"]},
}

STILL: Final = "*, ::before, ::after { transition: none !important; animation: none !important; }"
"""So that a colour is measured where it ends, not on its way."""


def faults_of_states(page: Page) -> list[str]:
    """Texts that lack contrast when hovered or focused, and controls whose focus cannot be seen."""
    dress(page, STILL)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = []
    for state, pseudo in STATES.items():
        reach = _changed_by_hovering(page) if state == "hovered" else CONTROLS
        nodes = _nodes(session, root, reach)
        for node in nodes:
            asked = {"nodeId": node, "forcedPseudoClasses": pseudo}
            session.send("CSS.forcePseudoState", asked)
        for violation in Axe().run(page, options=CONTRAST).response["violations"]:
            for node in violation["nodes"]:
                found.append(f"{state}: {node['html'][:160]} {node['failureSummary']}")
        if state == "focused":
            found += _without_focus(page)
        session.send("CSS.disable")  # nothing is forced any longer
        session.send("CSS.enable")
    session.detach()
    return found


def _changed_by_hovering(page: Page) -> str:
    """What the style sheets change when it is hovered: links, but also a card around one."""
    selectors: list[str] = page.evaluate(
        """() => {
          const rules = list => [...list].flatMap(r => r.cssRules?.length ? rules(r.cssRules) : [])
            .concat([...list].filter(r => r.selectorText?.includes(':hover')));
          const found = [...document.styleSheets].flatMap(sheet => rules(sheet.cssRules))
            .flatMap(rule => rule.selectorText.split(','))
            .filter(part => part.includes(':hover'))
            .map(part => part.slice(0, part.indexOf(':hover')).replace(/:is\\($/, '').trim());
          const works = selector => {
            try { return document.querySelector(selector) || true; } catch { return false; }
          };
          return [...new Set(found.map(s => s && works(s) && !/[>+~(]$/.test(s) ? s : 'body *'))];
        }"""
    )
    return ", ".join(selectors)


def _nodes(session: CDPSession, root: int, selector: str) -> list[int]:
    asked = {"nodeId": root, "selector": selector}
    nodes: list[int] = session.send("DOM.querySelectorAll", asked)["nodeIds"]
    return nodes


def _without_focus(page: Page) -> list[str]:
    """Controls that show no mark of 2 pixels and 3 : 1 against what they stand on."""
    found: list[str] = page.evaluate(
        """controls => {
          const drawing = document.createElement('canvas').getContext('2d', {
            willReadFrequently: true });
          const channels = colour => {
            drawing.clearRect(0, 0, 1, 1);
            drawing.fillStyle = colour;
            drawing.fillRect(0, 0, 1, 1);
            return [...drawing.getImageData(0, 0, 1, 1).data];
          };
          const light = colour => {
            const [r, g, b] = channels(colour).slice(0, 3).map(value => {
              const part = value / 255;
              return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const contrast = (one, other) => {
            const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
            return (more + 0.05) / (less + 0.05);
          };
          const ground = element => {
            for (let e = element; e; e = e.parentElement) {
              const colour = getComputedStyle(e).backgroundColor;
              if (channels(colour)[3] === 255) return colour;
            }
            return 'white';
          };
          // What is drawn has no outline: it is marked by the edge that the link hands down to it.
          const edge = element => {
            const probe = element.appendChild(document.createElementNS(element.namespaceURI, 'g'));
            probe.style.stroke = 'var(--edge)';
            const { stroke } = getComputedStyle(probe);
            probe.remove();
            return { outlineColor: stroke, outlineOffset: '0' };
          };
          const marks = element => {
            if (element instanceof SVGElement) return [edge(element)];
            const around = [element, element.parentElement, element.parentElement?.parentElement];
            const styles = around.filter(Boolean).flatMap(e =>
              ['', '::after', '::before'].map(part => getComputedStyle(e, part)));
            return styles.filter(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
          };
          return [...document.querySelectorAll(controls)]
            .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled)
            .map(e => [e, Math.max(0, ...marks(e).map(mark =>
              contrast(mark.outlineColor, ground(
                parseFloat(mark.outlineOffset) < 0 ? e : e.parentElement))))])
            .filter(([, best]) => best < 3)
            .map(([e, best]) =>
              `focus marked with ${best.toFixed(2)} : 1 only: ${e.outerHTML.slice(0, 160)}`);
        }""",
        CONTROLS,
    )
    return found
