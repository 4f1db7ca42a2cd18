"""The addresses that a catalogue promises to keep once they have been published.

Pages of records, facets and terms, what leads to them from former names, data, feeds and
calendars. The further pages of a list and those of years come and go with the records; what only
our own scripts ask for is nobody's to keep.
"""

from __future__ import annotations

from collections.abc import Iterator

from fp_build.arranging.catalogue import Catalogue
from fp_build.judging.promises import FIXED
from fp_build.reading.vocabulary_forms import FACETS
from fp_build.words.addresses import address_of, record_file, term_file
from fp_build.words.languages import LANGUAGES


def promised(catalogue: Catalogue) -> Iterator[str]:
    """Every address of the catalogue that is to be kept."""
    yield from FIXED
    for language in LANGUAGES:
        for slug, record in catalogue.records.items():
            for name in (slug, *record.brief.redirect_from):
                yield address_of(record_file(language, name))
        for facet, vocabulary in FACETS.items():
            if facet != "year":
                for term in catalogue.vocabularies[vocabulary]:
                    yield address_of(term_file(language, facet, term))
