"""A browser, and the built sites served under a sub-path of a local address."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from header_file import Headers, headers_of, read_headers
from playwright.sync_api import Browser, expect, sync_playwright
from whole_site import Site, Sites
from whole_site import sites as sites

CHROMIUM: Final = Path("/usr/bin/chromium")

PATIENCE: Final = 30_000
"""How long a page may take to show what it should, in milliseconds: machines are busy at times."""

QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: « make test » installs it")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield found
        found.close()


class Host(http.server.SimpleHTTPRequestHandler):
    """Shows a site under ``/fp/``, with the headers that it asks for and its 404 where there is
    nothing, as a real host does."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a body waits 40 ms for the browser to confirm its head

    def __init__(self, *arguments: Any, site: Site, headers: Headers, **named: Any) -> None:
        self._site = site
        self._headers = headers
        super().__init__(*arguments, directory=str(site.folder), **named)

    def end_headers(self) -> None:
        for name, value in headers_of(self.path.partition("?")[0], self._headers):
            if name != "Content-Type":  # which has been said
                self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix("/fp")
        return super().translate_path(inside if inside != path else "/outside-of-the-site")

    def send_error(self, code: int, message: Any = None, explain: Any = None) -> None:
        name = "en/404.html" if self.path.startswith("/fp/en/") else "404.html"
        page = self._site.read(name)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *arguments: Any) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """Says nothing when a browser that has seen enough hangs up."""

    daemon_threads = True
    request_queue_size = 64  # a browser asks for more at once than the usual five

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class Hosts:
    """The addresses of served sites, by the names of their plans."""

    def __init__(self, sites: Sites) -> None:
        self._sites = sites
        self._servers: dict[str, Server] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._servers:
            site = self._sites[name]
            headers = read_headers(site.read("_headers").decode())
            handler = functools.partial(Host, site=site, headers=headers)
            server = Server(("127.0.0.1", 0), handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self._servers[name] = server
        return f"http://127.0.0.1:{self._servers[name].server_address[1]}/fp/"

    def close(self) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()


@pytest.fixture(scope="session")
def hosts(sites: Sites) -> Iterator[Hosts]:
    found = Hosts(sites)
    yield found
    found.close()
