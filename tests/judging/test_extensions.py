"""Which extensions may be on, and which programs a build is said to start."""

from __future__ import annotations

from functools import partial

import pytest
import yaml
from in_memory import PROJECT

from fp_build.doors.mkdocs.slugs import heading_id
from fp_build.judging.extensions import programs, unknown


@pytest.mark.parametrize("name", ["toc", "pymdownx.tabbed", "markdown.extensions.tables"])
def test_known_ones(name: str) -> None:
    assert list(unknown([name], {name: {"a": ["b", 1, None, True]}}, ["search", "tags"])) == []


@pytest.mark.parametrize(
    "name",
    ["pymdownx.snippets", "pymdownx.b64", "pymdownx.blocks.html", "markdown_exec", "mdx_include"],
)
def test_what_reads_files_or_runs_code(name: str) -> None:
    assert list(unknown(["toc", name], {}, [])) == [name]


@pytest.mark.parametrize("name", ["macros", "include-markdown", "markdown-exec", "material/macros"])
def test_plugins_by_which_a_page_does(name: str) -> None:
    assert list(unknown([], {}, ["futurs-publics", name])) == [name]


def test_programs_that_nobody_has_read() -> None:
    plugins = ["futurs-publics", "search", "material/tags", "macros", "redirects", "hooks/a.py"]
    assert list(programs(plugins)) == ["redirects", "hooks/a.py"]


@pytest.mark.parametrize("function", [print, partial(print, "a"), str])
def test_functions_of_others_among_options(function: object) -> None:
    fences = {"custom_fences": [{"name": "x", "format": function}]}
    superfences = "pymdownx.superfences"
    assert list(unknown([superfences], {superfences: fences}, [])) == [superfences]
    assert list(unknown(["toc"], {"toc": {"slugify": heading_id}}, [])) == []


def test_those_of_the_project_are_known() -> None:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda loader, tag, node: None)
    Loader.add_multi_constructor(
        "tag:yaml.org,2002:python/name:",
        lambda loader, tag, node: heading_id if tag.startswith("fp_build.") else print,
    )
    config = yaml.load((PROJECT / "mkdocs.yml").read_text("utf-8"), Loader)
    extensions = config["markdown_extensions"]
    names = [each if isinstance(each, str) else next(iter(each)) for each in extensions]
    options = {name: each[name] for each in extensions if isinstance(each, dict) for name in each}
    plugins = [each if isinstance(each, str) else next(iter(each)) for each in config["plugins"]]
    assert plugins == ["futurs-publics"]
    assert list(unknown(names, options, plugins)) == list(programs(plugins)) == []
