"""Templates as an earlier build compiled them, which takes half a second for all of them.

What is compiled is code, and is trusted as the folder of the cache is: a build stops where that
folder could come with a proposal (:mod:`fp_build.doors.mkdocs.entrance`), and a host that keeps it
between builds keeps it from others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from fp_build.doors.cache import Cache
from fp_build.doors.crew import shared
from fp_build.doors.fingerprints import of_program, of_values
from fp_build.words.languages import LANGUAGES, Language

_OPTIONS = (
    "autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "optimized", "sandboxed",
    "newline_sequence", "block_start_string", "variable_start_string", "comment_start_string",
)  # fmt: skip


class CompiledTemplates(BytecodeCache):
    """The compiled templates of one environment. They follow from their source, from the program
    with all its packages, and from what the environment is told: ``more`` is what it has besides
    its own options, such as constants that stand in the code."""

    def __init__(self, cache: Cache, environment: Environment, *more: Any) -> None:
        self._cache = cache
        options = [repr(getattr(environment, option)) for option in _OPTIONS]
        self._cause = of_values(of_program(), options, sorted(environment.extensions), more)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept, if it is."""
        data = self._cache.get(self._key(bucket))
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._cache.put(self._key(bucket), bucket.bytecode_to_string())

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A template goes by its name: wherever its file lies, the code is the same."""
        return name

    def _key(self, bucket: Bucket) -> str:
        return self._cache.key("template", self._cause, bucket.key, bucket.checksum)


def compile_ahead(cache: Cache, way: str, compile: Callable[[Language], None]) -> None:
    """Have each language's templates compiled in a process of its own, where no build of this
    ``way`` has: else all processes would compile the same ones when they come to them."""
    key = cache.key("templates", way)
    if not cache.holds(key):
        shared(LANGUAGES, compile)
        cache.put(key, b"")
