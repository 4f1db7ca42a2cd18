"""Things as programs are told of them, in the vocabulary of https://schema.org; among them the two
that many pages name, a term and an organisation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fp_build.publishing.edition import Edition
from fp_build.words.addresses import term_file

Thing = dict[str, Any]
"""A thing with its type and its properties."""


def maybe(name: str, value: object) -> Mapping[str, Any]:
    """The property, unless there is nothing to say."""
    return {name: value} if value else {}


def defined_term(edition: Edition, facet: str, name: str, *, described: bool = False) -> Thing:
    """A term of a facet."""

    def thing() -> Thing:
        value = edition.vocabulary(facet)[name]
        url = edition.addresses.absolute(term_file(edition.language, facet, name))
        return {
            "@type": "DefinedTerm",
            "name": edition.of(value),
            "termCode": name,
            **maybe("description", edition.of(value.definition) if described else None),
            **maybe("url", url),
        }

    return edition.once(("linked term", facet, name, described), thing)


def organisation(edition: Edition, name: str) -> Thing:
    """An organisation that a record names."""
    return {"@type": "Organization", "name": edition.label("organisations", name)}
