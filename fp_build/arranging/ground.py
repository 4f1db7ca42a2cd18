"""What the answers of a catalogue follow from: by it two catalogues are compared as a whole, and
few questions have to be asked again.

A question is the name of a mapping or a method of the catalogue, and what it was given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final, NamedTuple

from fp_build.arranging.catalogue import Catalogue, Question
from fp_build.words.languages import LANGUAGES

ALL: Final = "all"
SIZE: Final = "size"
ONE: Final = "one"
"""What a mapping can be asked for."""

TEXTS: Final = "texts"
"""The name of the question for what a record says below its front matter."""

DERIVED: Final = ("replaced_by", "named_by", "became", "parts")
"""The mappings that follow from the records."""

_OF_RECORDS: Final = ("records", "listed", TEXTS)

_BYTES: Final = 16
"""Of a digest: enough that no two answers will ever meet by chance."""


class Digests(NamedTuple):
    """What tells whether a record is still the same."""

    face: bytes
    """All of it but its texts."""
    whole: bytes


class Ground(NamedTuple):
    """What all answers of one catalogue follow from."""

    records: Mapping[str, Digests]
    """Of each record that has a page, by slug."""
    families: Mapping[str, bytes]
    """A digest for each name of a question that is not about one record, of all that it asks."""

    def settles(self, question: Question, before: Ground) -> bool:
        """True where the answer is surely the one that there was ``before``."""
        name, *about = question
        if name in self.families:
            return self.families[name] == before.families.get(name)
        if name not in _OF_RECORDS or about[0] in (ALL, SIZE):
            return False
        now, then = self.records.get(about[-1]), before.records.get(about[-1])
        if now is None or then is None:
            return now is then
        return now.whole == then.whole if name == TEXTS else now.face == then.face


def ground_of(catalogue: Catalogue, digests: Mapping[str, Digests]) -> Ground:
    """The ground of a catalogue; ``digests`` are those of its records, by slug."""
    found = digest_of(catalogue.found_under)
    by_title = [catalogue.in_order(catalogue.records, language) for language in LANGUAGES]
    listed = digest_of((list(catalogue.listed), by_title))
    answers = digest_of([(slug, record.brief.answers) for slug, record in catalogue.listed.items()])
    families = {
        "under": found,
        "having": found,
        "shown_under": digest_of((found, by_title)),
        "shown": listed,
        "beside": listed,
        "in_order": digest_of(by_title),
        "answering": answers,
        "shown_answering": digest_of((answers, by_title)),
        **{name: digest_of(sorted(getattr(catalogue, name).items())) for name in DERIVED},
    }
    return Ground({slug: digests[slug] for slug in catalogue.records}, families)


def digest_of(answer: object) -> bytes:
    """A digest of a value whose ``repr`` says all there is to it."""
    return hashlib.blake2b(repr(answer).encode(), digest_size=_BYTES).digest()
