"""A small static server as good hosts are: it compresses, lets files be kept, says types."""

from __future__ import annotations

import gzip
import http.server
import mimetypes
import posixpath
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

TEXT: Final = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".csv", ".txt")
BASE: Final = "/fp/"


class Answers:
    """The files of a site, compressed once each."""

    def __init__(self, site: Path) -> None:
        self._site = site.resolve()
        self._known: dict[str, tuple[bytes, str, bool]] = {}

    def find(self, path: str) -> tuple[bytes, str, bool] | None:
        """What stands at a path below the site: bytes, type, whether they are compressed."""
        name = posixpath.normpath(unquote(path) or ".")
        file = (self._site / name).resolve()
        if file.is_dir():
            file = file / "index.html"
        if self._site not in file.parents or not file.is_file():
            return None
        if name not in self._known:
            data, small = file.read_bytes(), file.suffix in TEXT
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            if small and kind.startswith("text/"):
                kind += "; charset=utf-8"
            self._known[name] = (gzip.compress(data, 9, mtime=0) if small else data, kind, small)
        return self._known[name]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers from below ``/fp/``; elsewhere and where there is nothing, the page for it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, answers: Answers, **named: Any) -> None:
        self._answers = answers
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        found = self._answers.find(path.removeprefix(BASE)) if path.startswith(BASE) else None
        code = 200 if found else 404
        data, kind, small = found or self._answers.find("404.html") or (b"", "text/plain", False)
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "public, max-age=31536000" if code == 200 else "no-store")
        if small:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_HEAD = do_GET

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site while the block runs."""
    handler = partial(Handler, answers=Answers(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
    finally:
        server.shutdown()
        server.server_close()
