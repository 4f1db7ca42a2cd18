"""What pages may do in a browser, said once: the Content-Security-Policy and the headers beside it.

The ``<meta>`` of every page, the files for hosts (:mod:`hosts`) and the manual for operators follow
from here. All that is not named is refused: a script or style written into a page, an attribute
that runs, a frame, a plugin, whatever comes from elsewhere. Links are not ruled: a reader may
follow them anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_OWN: Final = "'self'"
_NOTHING: Final = "'none'"

_PAGES: Final[Mapping[str, str]] = {
    "default-src": _NOTHING,
    "script-src": _OWN,
    "style-src": _OWN,
    "img-src": _OWN,
    "font-src": _OWN,
    "connect-src": _OWN,
    "form-action": _OWN,
    "base-uri": _NOTHING,
    "require-trusted-types-for": "'script'",
    "trusted-types": _NOTHING,
}
"""Frames, plugins, workers, sounds and films fall under the first."""

_SEARCHED: Final = "'wasm-unsafe-eval'"
"""Pagefind compiles a program of its own in the browser (WebAssembly). The keyword allows that and
no ``eval`` of a text."""

_HEADERS_ONLY: Final[Mapping[str, str]] = {"frame-ancestors": _NOTHING}
"""What browsers do not heed in a ``<meta>``."""


def page_policy(*, search: bool) -> str:
    """The policy as the ``<meta>`` of a page says it. ``search``: whether the site is searched."""
    return _said(_of(search))


def header_policy(*, search: bool) -> str:
    """The policy as a host says it in a header, which can say more than a page."""
    return _said({**_of(search), **_HEADERS_ONLY})


HEADERS: Final[Mapping[str, str]] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
        " microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What else a host should say of every file. None is of the operator's choosing: https for ever
(``Strict-Transport-Security``) is, and stands in the files for hosts as a comment."""

HTTPS_FOR_EVER: Final = ("Strict-Transport-Security", "max-age=31536000")

OPEN: Final = ("Access-Control-Allow-Origin", "*")
"""That scripts of other sites may read data, feeds and calendars."""


def _of(search: bool) -> dict[str, str]:
    scripts = f"{_OWN} {_SEARCHED}" if search else _OWN
    return {**_PAGES, "script-src": scripts}


def _said(rules: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
