"""The home page, the catalogue and a record as a visitor with a slow telephone meets them."""

from __future__ import annotations

from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from whole_site import Sites
from whole_site import sites as sites

from audit.compressing import served
from audit.lighthouse import look, pages_to_see
from audit.record import note


@pytest.mark.lighthouse
@pytest.mark.parametrize("number", range(3), ids=["home", "catalogue", "record"])
def test_what_lighthouse_gives(sites: Sites, number: int) -> None:
    folder = sites["real"].folder
    page = pages_to_see(folder)[number]
    with served(folder) as address:
        seen = look(address + page)
    note("lighthouse", "real", page, seen.faults, {"Lighthouse": seen.version}, seen.scores)
    print(f"/{page}: {seen.scores}")
    assert "\n".join(seen.faults) == ""


def test_the_server_compresses_and_keeps_to_its_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>Bonjour</p>" * 100, encoding="utf-8")
    (tmp_path / "site" / "404.html").write_text("<p>Rien</p>", encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    with served(tmp_path / "site") as address:
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert len(answer.read()) < 200
        for path in ("../secret.html", "%2e%2e/secret.html", "nowhere"):
            with pytest.raises(OSError, match="404"):
                urlopen(address + path)
