"""What a build does with the texts of a record, as far as that grows with them: nothing is kept of
it. Who must know what a record costs rehearses it."""

from __future__ import annotations

from fp_build.judging.record import Record
from fp_build.publishing.body import headings_of, render_body
from fp_build.publishing.search_text import texts_of_body
from fp_build.words.search_words import tokens


def rehearse(record: Record) -> None:
    """Render the bodies of a record and cut them into the words they are sought by."""
    texts = [(language, text.outline) for language, text in record.manuscripts.items()]
    texts += [(reply.language, reply.manuscript.outline) for reply in record.replies]
    for language, outline in texts:
        body = render_body(
            outline,
            headings=headings_of(outline, lambda _: None),
            citable={source.id for source in record.facts.sources},
            link=lambda target: target,
            picture=lambda _: None,
            note_label="",
            language=language,
        )
        for text in texts_of_body(body.html):
            tokens(text.text, language)
