"""What records draw on: documents of the vocabulary, or publications that records describe."""

from __future__ import annotations

from typing import NamedTuple

from fp_build.judging.models import SourceCited
from fp_build.judging.record import Record
from fp_build.reading.vocabulary import Vocabularies
from fp_build.words.dates import PartialDate
from fp_build.words.languages import Language


class Work(NamedTuple):
    """A work that a record draws on; what is not known of it is empty."""

    title: str
    author: str
    """A person or an organisation: nobody has said which."""
    publisher: str
    date: PartialDate | None
    url: str
    language: Language
    """That of these texts: the document's own, else the record's."""


def work_of(source: SourceCited, record: Record, vocabularies: Vocabularies) -> Work:
    """The work that a source of a record names, or describes where it names none."""
    if source.document:
        document = vocabularies["documents"][source.document]
        return Work(
            document.title,
            document.author or "",
            document.publisher or "",
            document.date,
            document.url or "",
            document.language,
        )
    return Work(
        source.title or "",
        "",
        source.publisher or "",
        source.date,
        source.url or "",
        record.language,
    )
