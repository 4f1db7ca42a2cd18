"""A shell stands around every page of its place as if it had been rendered for that page."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.utils.templates import url_filter

from fp_build.doors.mkdocs.shell import Shells
from fp_build.publishing.site_page import Preview, PreviewPicture, SitePage

MENU: Final = ("index", "catalogue/index", "catalogue/theme/ageing", "en/catalogue/index", "a/b/c")
TEMPLATE: Final = """{{ page.title }} {% for item in nav recursive %}{% if item.children %}
{{ loop(item.children) }}{% else %}{{ item.url | url }} {% endif %}{% endfor %}{{ "x" | url }}"""

PAGES: Final = [
    f"{root}{path}/index.html"
    for root in ("", "en/")
    for path in (
        "catalogue/essai", "catalogue/autre", "catalogue/page/2", "catalogue/page/3",
        "catalogue/theme", "catalogue/theme/ageing", "catalogue/theme/youth", "catalogue/kind/case",
        "catalogue/theme/ageing/page/2", "catalogue/theme/youth/page/2", "catalogue/a/b/page/2",
        "catalogue/theme/youth/page/3", "catalogue/year/2014/page/2",
    )
]  # fmt: skip


def shells_of(tmp_path: Path, *, directories: bool) -> Shells:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(tmp_path), "theme": {"name": "mkdocs"}})
    config.use_directory_urls = directories
    (tmp_path / "x").touch()
    files = Files([File(f"{name}.md", str(tmp_path), str(tmp_path), directories) for name in MENU])
    config.nav = [{"Section": [f"{name}.md" for name in MENU]}, {"Far": "https://example.org/"}]
    navigation: Navigation = get_navigation(files, config)
    env = Environment(loader=DictLoader({"page.html": TEMPLATE}), autoescape=True)
    env.filters["url"] = url_filter
    return Shells(
        env, "page.html", {"fr": config}, {"fr": navigation}, lambda *_: None, lambda _: {}
    )


@pytest.mark.parametrize("directories", [True, False])
def test_a_shell_is_that_of_every_page_in_its_place(tmp_path: Path, directories: bool) -> None:
    shells = shells_of(tmp_path, directories=directories)
    for file in PAGES:
        page = SitePage(
            file=file,
            language="fr",
            title="Un <titre>",
            description="",
            other_file="",
            content=Markup("<p>"),
            kind="",
            preview=Preview("website", PreviewPicture("", "")),
            linked_data=Markup(""),
        )
        assert shells.fill(page) == shells.whole(page), file
    assert len(shells._shells) < len(PAGES) / 2
