"""A record that changes while an author is served: the site is then what a whole build gives."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from in_memory import TODAY, at_noon
from mkdocs.commands.build import build
from mkdocs.config import load_config
from whole_site import Plan, Site, lay_out

from fp_build.doors.mkdocs.plugin import FutursPublics
from fp_build.doors.mkdocs.refreshing import Refreshing

ADDRESS = "http://127.0.0.1:8000/fp/"
DRAFTS = {"plugins": {"futurs-publics": {"preview": True}}}


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The day of the tests, and a host that says nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at_noon(TODAY))))
    for name in ("FP_PREVIEW", "FP_SEARCH", "FP_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "level", logging.CRITICAL)
    yield


class Served:
    """A project that is served, without the server."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.cases = project / "cases"
        self.site = project.parent / "site"
        self.failures: list[Exception] = []
        self.refreshing = Refreshing(self._whole(self.site).build, self.site, self.failures.append)

    def _whole(self, site: Path) -> Any:
        config = load_config(str(self.project / "mkdocs.yml"), site_dir=str(site))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=ADDRESS)
        (plugin,) = (p for p in config.plugins.values() if isinstance(p, FutursPublics))
        return plugin

    def changed(self, *folders: str) -> bool:
        """These folders have changed; answers whether that could be published at once."""
        done = self.refreshing.renew(folders)
        self.refreshing.finish()
        assert self.failures == []
        return done

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.cases / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def is_as_built(self) -> None:
        """Compare with what a whole build gives, folders without files among them."""
        whole = self.project.parent / "whole"
        shutil.rmtree(whole, ignore_errors=True)
        self._whole(whole).build = self.refreshing.build  # MkDocs has one plugin for both
        now, wanted = Site(self.site).content(), Site(whole).content()
        assert sorted(now) == sorted(wanted)
        assert [file for file in now if now[file] != wanted[file]] == []
        assert _folders(self.site) == _folders(whole)


def _folders(site: Path) -> set[Path]:
    return {path.relative_to(site) for path in site.rglob("*") if path.is_dir()}


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Plan], Served]]:
    servers = []

    def start(plan: Plan) -> Served:
        servers.append(Served(lay_out(plan, tmp_path / "project")))
        return servers[-1]

    yield start
    for server in servers:
        server.refreshing.stop()


def test_each_change_gives_what_a_whole_build_gives(serve: Callable[[Plan], Served]) -> None:
    here = serve(Plan(config=DRAFTS))
    record, page = "sans-anglais/index.fr.md", here.site / "catalogue/sans-anglais/index.html"

    here.edit(record, "Le texte cite", "Le corps a changé. Il cite")
    assert here.changed("sans-anglais")
    assert "Le corps a changé" in page.read_text("utf-8")
    here.is_as_built()

    here.edit(record, "title: Un projet qui attend", "title: Ah ! un projet qui espère")
    assert here.changed("sans-anglais")
    here.is_as_built()

    here.edit(record, "themes: [ageing]", "themes: [disability]")
    here.edit("encore-brouillon/index.fr.md", "title: ", "title: Tout juste ")
    assert here.changed("sans-anglais", "encore-brouillon")
    here.is_as_built()


def test_pages_that_nobody_has_looked_at_yet_are_known_to_be_right(
    serve: Callable[[Plan], Served],
) -> None:
    here = serve(Plan())
    shutil.rmtree(here.cases / "journee-passee")
    assert here.refreshing.renew(["journee-passee"])  # and before the rest of it is made:
    here.edit("guichet-tout/index.fr.md", "title: ", "title: Encore ")
    assert here.changed("guichet-tout")
    assert not (here.site / "catalogue/journee-passee").exists()
    here.is_as_built()


def test_a_record_that_is_missed_keeps_its_pages(serve: Callable[[Plan], Served]) -> None:
    here = serve(Plan())
    record, page = here.cases / "sans-anglais", here.site / "catalogue/sans-anglais/index.html"
    aside = shutil.move(record, here.project.parent / "aside")
    assert here.changed("sans-anglais"), "its address was promised"
    assert page.is_file()
    shutil.move(aside, record)
    assert here.changed("sans-anglais")
    here.is_as_built()


def test_records_and_pictures_come_and_go(serve: Callable[[Plan], Served]) -> None:
    here = serve(Plan())
    new = here.cases / "tout-neuf"
    shutil.copytree(here.cases / "guichet-tout", new)
    here.edit("tout-neuf/index.fr.md", "redirect_from: [premier-guichet]", "redirect_from: [neuf]")
    here.edit("tout-neuf/index.fr.md", "replaces: [ancien-guichet]\n", "")
    here.edit("tout-neuf/index.fr.md", "title: ", "title: Encore ")
    assert here.changed("tout-neuf")
    assert (here.site / "catalogue/neuf/index.html").is_file()
    here.is_as_built()

    shutil.copy(new / "plan.png", new / "couverture.png")
    here.edit("tout-neuf/index.fr.md", "redirect_from: [neuf]", "redirect_from: [vieux]")
    assert here.changed("tout-neuf")
    assert not (here.site / "catalogue/neuf").exists()
    here.is_as_built()

    new.rename(here.cases / "neuf")
    here.edit("neuf/index.fr.md", "redirect_from: [vieux]\n", "")
    assert here.changed("tout-neuf", "neuf")
    here.is_as_built()

    shutil.rmtree(here.cases / "neuf")
    assert here.changed("neuf")
    assert not (here.site / "catalogue/neuf").exists()
    here.is_as_built()


def test_a_fault_keeps_the_pages_and_its_mending_shows(serve: Callable[[Plan], Served]) -> None:
    here = serve(Plan())
    before = Site(here.site).content()
    here.edit("sans-anglais/index.fr.md", "themes: [ageing]", "themes: [nulle-part]")
    assert here.changed("sans-anglais")
    assert here.refreshing.build.report.is_fatal
    assert Site(here.site).content() == before

    here.edit("only-in-english/index.en.md", "title: ", "title: Still ")
    assert here.changed("only-in-english")
    assert Site(here.site).content() == before

    here.edit("sans-anglais/index.fr.md", "themes: [nulle-part]", "themes: [disability]")
    assert here.changed("sans-anglais")
    assert not here.refreshing.build.report.is_fatal
    here.is_as_built()


def test_a_file_that_is_asked_for_is_made_first(serve: Callable[[Plan], Served]) -> None:
    here = serve(Plan())
    here.edit("sans-anglais/index.fr.md", "title: Un projet", "title: Voilà un projet")
    assert here.refreshing.renew({"sans-anglais"})
    for file in ("en/catalogue/sans-anglais/index.html", "data/catalogue.json", "index.html"):
        with here.refreshing.asked_for(file):
            given = (here.site / file).read_text("utf-8")
        assert "Voilà un projet" in given or file == "index.html"
    here.refreshing.finish()
    here.is_as_built()


def test_what_editorial_pages_lead_to_takes_a_whole_build(
    serve: Callable[[Plan], Served],
) -> None:
    here = serve(Plan())
    (here.cases / "guichet-tout" / "index.fr.md").write_text(
        (here.cases / "guichet-tout" / "index.fr.md")
        .read_text("utf-8")
        .replace("status: published", "status: draft", 1),
        encoding="utf-8",
    )
    assert not here.refreshing.renew({"guichet-tout"}) or here.refreshing.build.report.is_fatal
