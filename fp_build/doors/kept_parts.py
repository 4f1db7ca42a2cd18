"""Parts of editorial pages and of data that earlier builds made, and that are still right.

As with the pages of the catalogue (see ``kept_pages``), beside each stands what was asked of the
catalogue when it was made, and a digest of the answers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from fp_build.arranging.catalogue import Question
from fp_build.arranging.witness import Witness
from fp_build.doors.cache import Cache
from fp_build.doors.kept_mapping import KeptMapping
from fp_build.publishing.parts import Plain


class _Part(NamedTuple):
    questions: tuple[Question, ...]
    answers: bytes
    made: Any


class KeptParts:
    """The parts kept of one ``way`` of building: the same program, settings and vocabularies.
    ``kind`` says what they are parts of."""

    def __init__(self, cache: Cache, way: str, kind: str) -> None:
        self._cache = cache
        self._key = cache.key("parts", way, kind)
        self._now: dict[str, _Part] = {}

    @cached_property
    def _kept(self) -> KeptMapping[_Part]:
        return KeptMapping(self._cache, self._key, _Part)

    def made(self, witness: Witness, name: str, make: Callable[[], Plain]) -> Plain:
        """A part as it was kept under that name, else what ``make`` gives, which is then kept."""
        part = self._now.get(name) or self._kept.before.get(name)
        if part is None or part.answers != witness.answered(part.questions):
            with witness.listening() as asked:
                made = make()
            questions = tuple(asked)
            part = _Part(questions, witness.answered(questions), made)
        else:
            witness.hear_again(part.questions)  # where it goes into something that is kept as well
        self._now[name] = part
        found: Plain = part.made
        return found

    def note(self) -> None:
        """Remember the parts of this build, which are all there are."""
        self._kept.note(self._now)
