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
_OF_FACETS: Final = ("under", "most_found", "having", "shown_under")

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
    """A digest for each family of questions that are not about one record, of all that these ask:
    those of one name, or of one name about one facet."""

    def settles(self, question: Question, before: Ground) -> bool:
        """True where the answer is surely the one that there was ``before``."""
        name, *about = question
        family = f"{name} {about[0]}" if name in _OF_FACETS else name
        if family in self.families:
            return self.families[family] == before.families.get(family)
        if name not in _OF_RECORDS or about[0] in (ALL, SIZE):
            return False
        now, then = self.records.get(about[-1]), before.records.get(about[-1])
        if now is None or then is None:
            return now is then
        return now.whole == then.whole if name == TEXTS else now.face == then.face


def ground_of(catalogue: Catalogue, digests: Mapping[str, Digests]) -> Ground:
    """The ground of a catalogue; ``digests`` are those of its records, by slug."""
    found = {facet: digest_of(terms) for facet, terms in catalogue.found_under.items()}
    by_title = [catalogue.in_order(catalogue.records, language) for language in LANGUAGES]
    titles = digest_of(by_title)
    listed = digest_of((list(catalogue.listed), titles))
    answers = digest_of([(slug, record.brief.answers) for slug, record in catalogue.listed.items()])
    families = {
        **{f"under {facet}": terms for facet, terms in found.items()},
        **{f"most_found {facet}": terms for facet, terms in found.items()},
        **{f"having {facet}": terms for facet, terms in found.items()},
        **{f"shown_under {facet}": digest_of((terms, titles)) for facet, terms in found.items()},
        "shown": listed,
        "beside": listed,
        "in_order": titles,
        "answering": answers,
        "shown_answering": digest_of((answers, titles)),
        **{name: digest_of(sorted(getattr(catalogue, name).items())) for name in DERIVED},
    }
    return Ground({slug: digests[slug] for slug in catalogue.records}, families)


def digest_of(answer: object) -> bytes:
    """A digest of a value whose ``repr`` says all there is to it."""
    return digest_of_bytes(repr(answer).encode())


def digest_of_bytes(answer: bytes) -> bytes:
    """The same of bytes as they are."""
    return hashlib.blake2b(answer, digest_size=_BYTES).digest()
