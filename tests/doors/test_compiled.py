"""Templates that an earlier build compiled: taken where nothing has changed, and only there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from fp_build.doors.cache import Cache
from fp_build.doors.compiled import CompiledTemplates, compile_ahead
from fp_build.publishing.quick_templates import QuickEnvironment

SOURCE = "{% if it %}\n{{ w['a'] }} {{ it }}{% endif %}"


class Environments:
    """Environments of builds that follow one another; counts the templates they compile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.compiled = 0

    def say(self, source: str = SOURCE, word: str = "eau", **options: Any) -> str:
        """What a new build has the template say."""
        constants = {"w": {"a": word}}
        env = QuickEnvironment(constants, loader=DictLoader({"t": source}), **options)
        env.bytecode_cache = CompiledTemplates(Cache(self._folder), env, constants)
        generate = env.compile

        def compile(*args: Any, **more: Any) -> Any:
            self.compiled += 1
            return generate(*args, **more)

        env.compile = compile  # type: ignore[method-assign]
        return env.get_template("t").render(it="<")


@pytest.fixture
def builds(tmp_path: Path) -> Environments:
    return Environments(tmp_path)


def test_what_an_earlier_build_compiled_is_taken(builds: Environments) -> None:
    assert [builds.say() for _ in range(3)] == ["\neau &lt;"] * 3
    assert builds.compiled == 1


def test_another_source_word_or_option_is_compiled_anew(builds: Environments) -> None:
    assert builds.say() == "\neau &lt;"
    assert builds.say(word="feu") == "\nfeu &lt;"
    assert builds.say("{{ it }} {{ w['a'] }}") == "&lt; eau"
    assert builds.say(trim_blocks=True) == "eau &lt;"
    assert builds.compiled == 4


def test_what_is_damaged_is_compiled_anew(builds: Environments, tmp_path: Path) -> None:
    builds.say()
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-3] + b"abc")
    assert builds.say() == "\neau &lt;"
    assert builds.compiled == 2


def test_the_code_does_not_depend_on_where_its_file_lies(tmp_path: Path) -> None:
    cache = CompiledTemplates(Cache(tmp_path), Environment())
    assert cache.get_cache_key("a.html", "/one/a.html") == cache.get_cache_key("a.html", "/two")


def test_the_templates_of_a_way_of_building_are_compiled_ahead_once(tmp_path: Path) -> None:
    def compile(language: str) -> None:
        path = tmp_path / language  # whichever process it is
        path.write_text("compiled" if path.exists() else "")

    for way in ("one", "one", "other"):
        compile_ahead(Cache(tmp_path / "cache"), way, compile)
    assert [(tmp_path / language).read_text() for language in ("fr", "en")] == ["compiled"] * 2
    compile_ahead(Cache(tmp_path / "cache"), "one", lambda language: pytest.fail(language))
